#!/bin/sh
# shellcheck disable=SC2015,SC2086
. "${0%/*}/lib.sh"

# Broken notes, one by one and all together: each is named with its line, and nobody else is left out.

# good: a book of three good people, all of them due
good() {
	book && for name in ada bob zoe; do
		printf -- '---\nname: %s\ntags: [friend]\nnext: 2026-11-01\n---\n\n- 2026-10-01 call: hi\n' $name >people/$name.md
	done
}

people='people/ada.md
people/bob.md
people/zoe.md'

# bounded CMD...: with no more than 1 GB, where no sanitizer needs more
bounded() {
	if [ -n "${ASAN_OPTIONS-}${WRAP-}" ]; then
		"$@"
	else
		# shellcheck disable=SC3045
		(ulimit -v 1048576 && exec "$@")
	fi
}

# three: the three are in the file out
three() {
	is "$(grep -xF "$people" out)" "$people" || { cat err && return 1; }
}

# others STATUS: the readers end so, and the three are there
others() {
	code "$1" bounded nt-find -p tag:friend >out 2>err && three && cp err err.find &&
	code "$1" bounded nt-show tag:friend >out 2>err &&
		is "$(grep -c "call: hi" out)" 3 && code "$1" bounded nt-due -p >out 2>err && three || { cat err && return 1; }
}

# bad PLACE [TEXT]: nt-due and nt-find say it with this place and text, and the three are there
bad() {
	others 2 && for file in err err.find; do
		has $file "$1" && has $file "${2-}" || return 1
	done
}

# many N TEXT: TEXT, N times
many() {
	awk -v n="$1" -v text="$2" 'BEGIN { while (n--) printf "%s", text }'
}

# --- broken front matter

t 'a tab' 'good && printf -- "---\nname: Max\nwork:\n\tcity: Rome\n---\n" >people/max.md && bad people/max.md:4:'
t 'a quote without end' 'good && printf -- "---\nname: \"Max\ntags: [a]\n---\n" >people/max.md && bad people/max.md:'
t 'a bracket without end' 'good && printf -- "---\nname: Max\ntags: [a\n---\n" >people/max.md && bad people/max.md:'
t 'no mapping' 'good && printf -- "---\n- Max\n---\n" >people/max.md && bad people/max.md:2'
t 'a fence without end' '
	good && printf -- "---\nname: Max\ntags: [friend]\n" >people/max.md && others 0 || bad people/max.md:'
t 'conflict markers' '
	good &&
	printf -- "---\nname: Max\n<<<<<<< HEAD\ntags: [a]\n=======\ntags: [b]\n>>>>>>> other\n---\n" >people/max.md &&
	bad people/max.md:3'
t 'bytes that are not UTF-8' '
	good && printf -- "---\nname: Max\norg: Caf\\351\n---\n" >people/max.md && bad people/max.md:3'
t 'a NUL' 'good && printf -- "---\nname: Max\norg: A\\000B\n---\n" >people/max.md && bad people/max.md:3'
t 'an alias bomb' '
	good && { echo "---" && echo "a: &a [x, x, x, x, x, x, x, x, x, x]" && for i in b c d e f g h i j; do
		echo "$i: &$i [$(many 9 "*$last, ")*${last:-a}]" && last=$i
	done && echo "name: *j" && echo "---"; } | sed "s/\*,/*a,/g" >people/max.md && bad people/max.md:'
t 'an alias of itself' 'good && printf -- "---\nname: Max\ntags: &a [*a]\n---\n" >people/max.md && bad people/max.md:3'
t '10,000 levels of brackets' '
	good && { printf -- "---\nname: " && many 10000 "[" && many 10000 "]" && printf "\n---\n"; } >people/max.md &&
	bad people/max.md:2'
t '10,000 levels of mappings' '
	good && { printf -- "---\n" &&
	awk "BEGIN { for (i = 0; i < 10000; i++) printf \"%*sa:\n\", i % 1000, \"\" }" &&
	printf -- "---\n"; } >people/max.md &&
	bad people/max.md:'
t '100,000 open brackets' '
	good && { printf -- "---\nname: " && many 100000 "[" && printf "\n---\n"; } >people/max.md && bad people/max.md:'
t '100,000 fields' '
	good && { echo "---" && awk "BEGIN { for (i = 0; i < 100000; i++) print \"f\" i \": x\" }" &&
	echo "---"; } >people/max.md && { others 0 || bad people/max.md:; }'
t 'a line of 10 MB' '
	good && { printf -- "---\nname: Max\nx: " && many 100000 "$(many 100 a)" &&
	printf "\n---\n"; } >people/max.md && { others 0 || bad people/max.md:; }'

# --- broken bodies

# body: Max has a good front matter and standard input for a body; a complaint names him, and everybody is read
body() {
	{ printf -- '---\nname: Max\ntags: [friend]\nnext: 2026-11-01\n---\n' && cat; } >people/max.md
	for cmd in 'nt-show' 'nt-due -p' 'nt-find -p'; do
		bounded $cmd tag:friend >out 2>err && code=0 || code=$?
		case $code in 0) is "$(cat err)" "" ;; 2) has err people/max.md: ;; *) false ;; esac || return 1
		[ "$cmd" = nt-show ] && is "$(grep -c "call: hi" out)" 3 || three || return 1
	done
}

t 'a body of bytes that are not UTF-8' '
	good && printf -- "- 2026-10-01 call: caf\\351\n" | body && cp people/max.md old &&
	code 2 nt-log people/max.md call: more 2>err && has err people/max.md:6: &&
	code 2 nt-snooze people/max.md 2w 2>err && cmp old people/max.md'
t 'a body with NUL' '
	good && printf -- "- 2026-10-01 call: a\\000b\n" | body && cp people/max.md old &&
	code 2 nt-log people/max.md call: more 2>err && has err people/max.md:6: &&
	code 2 nt-snooze people/max.md 2w 2>err && cmp old people/max.md'
t 'a body of one line of 10 MB' 'good && many 100000 "$(many 100 a)" | body'
t 'a body of 100,000 open brackets' '
	good && many 100000 "[" | body && many 100000 "[[" | body && many 100000 "](" | body && many 100000 "![[a](" | body'
t 'a body of other bombs' '
	good && many 50000 "*a_ " | body && many 50000 "<a " | body && many 50000 "\`a" | body &&
	many 20000 "&#" | body && many 50000 "**a" | body'
t 'lists nested 10,000 deep' '
	good && awk "BEGIN { for (i = 0; i < 10000; i++) printf \"- \" }" | body && many 10000 "- 2026-10-01 call: " | body'
t 'lists nested by indent' '
	good && awk "BEGIN { for (i = 0; i < 2000; i++) printf \"%*s- 2026-10-01 call: x\n\", 2 * i, \"\" }" | body'
t 'quotes nested 10,000 deep' 'good && many 10000 "> " | body && many 10000 ">" | body'
t 'conflict markers in a log' '
	good && printf -- "<<<<<<< HEAD\n- 2026-10-01 call: a\n=======\n- 2026-10-02 call: b\n>>>>>>> other\n" | body'
t '20,000 entries are no matter' '
	good && awk "BEGIN { for (i = 0; i < 20000; i++) print \"- 2026-10-01 call: number \" i }" | body &&
	is "$(cat err)" "" &&
	is "$(nt-find -l -o contacts max)" 20000 && nt-log max call: more >out && is "$(nt-find -l -o contacts max)" 20001'

# --- what is no file

t 'a FIFO' 'good && mkfifo people/max.md && others 0'
t 'a folder' '
	good && mkdir people/max.md && echo "# In" >people/max.md/in.md && others 0 &&
	nt-find -p name=In | has - people/max.md/in.md'
t 'a link to nowhere, to itself, to a device' '
	good && ln -s nowhere people/max.md && ln -s moritz.md people/moritz.md && ln -s /dev/zero people/zero.md &&
	ln -s .. people/up && others 0'
t 'an empty file' 'good && : >people/max.md && others 0 && nt-find -p name=max | has - people/max.md'
t 'a file of only ---' '
	good && printf -- "---" >people/max.md && others 0 && printf -- "---\n---" >people/max.md && others 0 &&
	printf -- "---\n" >people/max.md && others 0'
t 'a note that may not be read' '
	good && echo "# Max" >people/max.md && chmod 000 people/max.md && if [ -r people/max.md ]; then
		chmod 755 "$TMP" "$TMP/$tests" && chmod 777 . &&
		setpriv --reuid 65534 --regid 65534 --clear-groups nt-find -p >out 2>err; is $? 2 ||
		skip "permissions do not bind this user"
	else
		code 2 nt-find -p >out 2>err
	fi && has err "people/max.md: Permission denied" && three'
t 'a folder that may not be read' '
	good && mkdir people/max && chmod 000 people/max && if [ -r people/max ]; then
		chmod 755 "$TMP" "$TMP/$tests" && chmod 777 . &&
		setpriv --reuid 65534 --regid 65534 --clear-groups nt-find -p >out 2>err; is $? 2 ||
		skip "permissions do not bind this user"
	else
		code 2 nt-find -p >out 2>err
	fi && has err "people/max: Permission denied" && three; chmod 755 people/max'

# --- names

esc=$(printf '\033') bell=$(printf '\007')

t 'a name with a line end' 'good && echo "# Max" >"people/max
x.md" && bad "people/max" && ! grep "^x" err'
t 'a name with an escape' '
	good && echo "# Max" >"people/max${esc}[31m.md" && bad "people/max" && hasnt err "$esc" && hasnt out "$esc"'
t 'a name that is not UTF-8' '
	echo >"$(printf "caf\\351.md")" 2>/dev/null || skip "this file system takes no such name"
	good && echo "# Max" >"people/$(printf "caf\\351").md" && bad "people/caf"'
t '200 folders in folders' '
	good && (cd people && for i in $(many 200 "x "); do mkdir x && cd x || exit; done && echo "# Deep" >deep.md) &&
	bad people/x/x/x deep'
t 'a name of 255 bytes' 'good && echo "# Long" >"people/$(many 252 a).md" && others 0 && nt-log Long call: x >out'

# --- all together

t 'all together' '
	good && printf -- "---\nname: \"Max\n---\n" >people/a1.md &&
	printf -- "---\na:\n\tb: c\n---\n" >people/b1.md && printf -- "---\na: \\377\n---\n" >people/c1.md &&
	{ printf -- "---\nname: " && many 100000 "[" && printf "\n---\n"; } >people/d1.md && mkfifo people/e1.md &&
	ln -s nowhere people/f1.md && : >people/g1.md &&
	{ echo "---" && awk "BEGIN { for (i = 0; i < 100000; i++) print \"f\" i \": x\" }" && echo "---"; } >people/h1.md &&
	printf -- "---\n<<<<<<< HEAD\n---\n" >people/zz.md && echo "# Max" >"people/i1${esc}c.md" &&
	many 100000 "[" >people/j1.md && many 10000 "> " >people/k1.md &&
	others 2 && for x in a1.md: b1.md:3: c1.md:2: d1.md: zz.md:2 i1; do
		has err people/$x && has err.find people/$x || return 1
	done && is "$(grep -c people/a1.md err)" 1 && code 2 nt-find -p nobody >out 2>err && is "$(cat out)" "" &&
	code 0 nt-log ada call: x >out 2>err && has people/ada.md "call: x" && is "$(cat err)" "" &&
	nt-log people/bob.md call: y >out 2>err && is "$(cat err)" "" &&
	nt-snooze zoe 2w >out 2>err && has people/zoe.md snooze && code 2 nt-due -p >out 2>err &&
	is "$(grep -xF "$people" out)" ""'

# --- terminals

# raw CMD...: what CMD writes to a terminal, on both outputs, has no control character of the notes'
raw() {
	NO_COLOR=1 on-tty "$@" >out
	[ -s out ] && hasnt out "$esc" && hasnt out "$bell" && hasnt out "$(printf '\302\233')" &&
	hasnt out "$(printf '\b')"
}

t 'control characters reach no terminal' '
	book && x="$esc]0;pwned$bell$esc[2J$(printf "\302\233")31m$(printf "\b")" &&
	{ printf -- "---\nname: \"Ada \\\\e]0;pwned\\\\a\\\\u009b31m\"\nnext: 2026-11-01\n---\n\nText $x\n\n" &&
	printf -- "- 2026-10-01 call: said $x\n- [ ] 2026-11-02 owe: it $x\n- [ ] ask: $x\n"; } >people/ada.md &&
	printf -- "---\nname: Bob\nbirthday: \"x\\\\e]0;pwned\\\\a\"\ncadence: \"\\\\e[31m\"\n---\n" >people/bob.md &&
	printf -- "---\nname: [%s\n---\n" "$x" >people/cy.md &&
	raw nt-find -t && raw nt-find && raw nt-find -t -o name,log,text && raw nt-due -t && raw nt-due &&
	raw nt-show && raw nt-show -a ada &&
	raw nt-find -l && raw nt-done ada && raw nt-log ada call: "$x" && raw nt-log "$x" call: x &&
	raw nt-find "$x" && raw nt-log -u ada &&
	nt-due -s >stream 2>err; for form in text html mail ics rem json; do raw sh -c "nt-remind -f $form <stream" || return 1; done && hasnt err "$esc" && hasnt err "$bell"'

t 'nothing in the name or the bytes of a file drives a terminal, in any form' '
	book && rlo=$(printf "\342\200\256") && c1=$(printf "\302\233") && printf -- "---\nname: Rev\ncity: \"\\u202e\"\nmet: x\n---\n\n%s%s\tx\r\n[[No%s]]\n" "$esc[2J" "$c1" "$rlo" >"people/rev$rlo.md" && cp people/rev* "people/c1$c1.md" &&
	code 2 nt-find -p >out 2>err && hasnt err "$c1" && has err "<U+009B>" && is "$(nt-find -p people/ 2>/dev/null)" "people/rev$rlo.md" &&
	for tool in "nt-find -s" "nt-find -p" "nt-find -0" "nt-find -j" "nt-find -l" nt-find "nt-journal -j" "nt-graph -l" "nt-graph -j --groups" "nt-graph -f dot" "nt-favor -j" "nt-advice -j" "nt-advice -l -o name,why,path" "nt-try -j" "nt-try --record -j" "nt-intro -j tag:x" "nt-stats -j" "nt-goal -j" "nt-export -f json" "nt-export -f abook" "nt-export -f html" "nt-show -j" "nt-show" "nt-check" "nt-check -f json" "nt-check -f sarif" "nt-set Rev city=x" "nt-set -n Rev title=y" "nt-log -n Rev call: z"; do
		raw $tool && hasnt out "$rlo" && hasnt out "$(printf "\f")" || { echo "$tool" && return 1; }
	done
	nt-find -s rev >stream 2>err; raw sh -c "nt-set - city=y <stream" && hasnt out "$rlo" && has out "^[[2J<U+009B> x" &&
	nt-find -s rev 2>/dev/null | grep -v "^nt-" | sed "\$d" | cmp - "people/rev$rlo.md" && nt-find -j rev 2>/dev/null | jq -r .path | has - "$rlo" && nt-find -j rev 2>/dev/null | hasnt - "$rlo"'

t 'control characters in a path that is asked for' '
	good && code 2 nt-find "people/${esc}x.md" 2>err || code 1 nt-find "people/${esc}x.md" 2>err; hasnt err "$esc" &&
	code 2 nt-find -b "${esc}no" 2>err && hasnt err "$esc" && code 2 nt "${esc}x" 2>err && hasnt err "$esc" &&
	code 2 nt-find "--${esc}x" 2>err && hasnt err "$esc"'

# --- books

t 'few files may be open at once, in folders within folders' '
	book && dir=people && for depth in 1 2 3 4 5 6; do
		mkdir -p $dir && for n in $(seq 1 80); do echo "# Note $depth $n" >$dir/a$n.md && echo "# Late" >$dir/z$n.md; done
		dir=$dir/m
	done && nt-find -p . >all && is "$(wc -l <all | tr -d " ")" 961 &&
	(ulimit -n 20 && nt-find -p .) 2>err | cmp - all && is "$(cat err)" "" && nt-find -p -n 3 >out && is "$(wc -l <out | tr -d " ")" 3'

t 'an empty book' '
	printf -- "---\nkind: book\n---\n" >book.md && code 1 nt-due >out 2>err && is "$(cat out err)" "" &&
	code 1 nt-find -p && is "$(nt-find -p kind:book)" book.md && is "$(nt-find -p .)" book.md &&
	code 1 nt-find kind=person && code 1 nt-log ada call: x 2>err && code 1 nt-done ada 2>err &&
	code 1 nt-snooze ada 2w 2>err'

t 'folders of book.md lead nowhere but into the book' '
	mkdir b && cd b && mkdir -p people sub a && ln -s .. link && cp /dev/null sub/book.md && printf "not: a folder\n" >file &&
	for at in ../x /tmp/x .git/hooks templates templates/x a/../../b a/.. .. . a/./b a//b .x a/.x "\"a\\u001bb\"" "\"a\\x9bb\"" link link/x sub sub/x file file/x; do
		printf -- "---\nkind: book\nfolders: {person: people, client: %s}\n---\n" "$at" >book.md && find .. | sort >"$TMP/before" &&
		for tool in "nt-new -k client Zed" nt-save; do
			printf -- "---\nnt-rev: new\nname: Zed\nkind: client\n---\n\f\n" | code 2 $tool >out 2>err; [ -s err ] && hasnt err "$(printf "\033")" || { echo "$at: $tool" && return 1; }
			rm -f zed.md out err .nt-lock && find .. | sort | same - "$TMP/before" || { echo "$at: $tool" && return 1; }
		done
	done &&
	printf -- "---\nkind: book\nfolders: {person: ../x}\n---\n" >book.md && code 0 nt-log --new Zed call: x 2>err >out && has err "book.md:3:1: no folder for person: not a plain path below the book: '\''../x'\''" &&
	has people/zed.md "call: x" && code 1 nt-check 2>/dev/null | has - "book.md:3:1: error: no folder for person"'

t 'no path is an option or a command of the editor' '
	printf -- "---\nkind: book\nfolders: {person: \"+!touch PWNED;true \", org: \"-c\"}\n---\n" >book.md && printf "#!/bin/sh\nprintf \"%%s\\n\" \"\$@\"\n" >"$HOME/ed" && chmod +x "$HOME/ed" &&
	EDITOR=$HOME/ed && export EDITOR && nt-new -e Zed | has - "./+!touch PWNED;true /zed.md" && nt-new -e -k org Acme | has - "./-c/acme.md" && nt-edit zed | has - "./+!touch" && cd people 2>/dev/null; nt-edit acme | has - "./-c"'

t 'a broken book.md: said, with its line' '
	good && printf -- "---\nkind: book\nlimit: many\nhorizon: [x\n---\n" >book.md && code 2 nt-due -p 2>err >out &&
	has err book.md: &&
	code 2 nt-find -b . -p >out 2>err && has err book.md:'

t 'a value in book.md that cannot be used: said, the rest counts' '
	good && printf -- "---\nkind: book\nlimit: many\nhorizon: soon\ncadence: often\nfolders: 7\n---\n" >book.md &&
	others 2 && has err book.md:3: &&
	has err book.md:4: && has err book.md:5: && has err book.md:6:'

t 'a query of thousands of terms in one argument' '
	printf -- "---\nkind: book\n---\n" >book.md && echo "# Bob" | note people/bob.md &&
	is "$(bounded nt-find -p "$(yes "zz or" | head -n 20000 | tr "\n" " ") bob")" people/bob.md'

done_testing
