#!/bin/sh
. "${0%/*}/lib.sh"

t 'runs a tool, with all that follows' '
	book && printf -- "---\nname: Ada\nnext: 2026-11-01\n---\n" >people/ada.md && is "$(nt due -p)" people/ada.md &&
	is "$(nt find -l -o name,path kind=person)" "$(printf "Ada\tpeople/ada.md")" &&
	nt log ada "call: two  blanks" >out &&
	has people/ada.md "call: two  blanks" && is "$(nt find | nt find -p - ada)" people/ada.md &&
	is "$(nt-due --help)" "$(nt due --help)"'

t 'the exit status is that of the tool' '
	book && code 0 nt find . >out && code 1 nt find nothing && code 2 nt find "(" 2>err && code 1 nt due &&
	code 2 nt due --nonsense 2>err && has err nt-due:'

t 'no such tool' '
	code 2 nt nonsense 2>err && has err "'\''nonsense'\''" && code 2 nt ../bin/nt-due 2>err &&
	code 2 nt "" 2>err && code 2 nt find/ 2>err &&
	code 2 nt --nonsense due 2>err'

t 'nt alone lists the tools, each as its page names it' '
	code 0 nt >out && nt --help | same out && for tool in "$B"/bin/nt-*; do
		case $tool in *.d) continue ;; esac
		name=${tool##*/nt-} && grep -qxF "$(printf "  %-10s%s" "$name" "$(sed -n "s/^\.Nd //p" "$TOP/man/nt-$name.1")")" out || { echo "$name"; return 1; }
	done && (PATH=/nowhere && "$B/bin/nt" help) >help && same help out'

t 'its own help and version' 'nt --help >out && has out usage: && nt --version | grep -q "^nt [0-9]"'

t 'a tool beside itself comes first, else one of PATH' '
	mkdir own path && cp "$(command -v nt)" own/ && printf "#!/bin/sh\necho own \"\$@\"\n" >own/nt-x &&
	cp own/nt-x path/nt-y &&
	printf "#!/bin/sh\necho wrong\n" >path/nt-x && chmod +x own/nt-x path/* && PATH=$PWD/path:$PATH &&
	is "$(own/nt x "a  b")" "own a  b" &&
	is "$(own/nt y)" "own" && is "$(nt x)" wrong && is "$(cd own && PATH=$PATH:. && nt y -p)" "own -p"'

t 'help shows the page' '
	mkdir fake && printf "#!/bin/sh\necho man \"\$@\"\n" >fake/man && chmod +x fake/man && PATH=$PWD/fake:$PATH &&
	nt help due >out && grep -q "^man .*nt-due" out && nt help >out && grep -q "^man .*nt" out &&
	nt help log >out && grep -q "^man .*nt-log" out && if [ "$B" = "$TOP/build" ]; then has out "man $TOP/build/bin/../../man/nt-log.1"; fi'

t 'a page that man does not have is --help' '
	mkdir fake own && printf "#!/bin/sh\necho none >&2\nexit 16\n" >fake/man && chmod +x fake/man && cp "$B/bin/nt" "$B/bin/nt-due" own && PATH=$PWD/fake:$PWD/own:/usr/bin:/bin && nt help due >out 2>err && nt-due --help | same out && nt help >out 2>err && has out usage: && is "$(cat err)" ""'

t 'without man, help is --help' '
	mkdir only && ln -s "$(command -v nt-due)" "$(command -v nt)" only/ && (PATH=$PWD/only && nt help due) >out &&
	has out "usage: nt-due" &&
	(PATH=$PWD/only && code 2 nt help nonsense) 2>err && has err nonsense'

done_testing
