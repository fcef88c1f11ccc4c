#!/bin/sh
# -u of nt-log, nt-done, nt-set and nt-snooze: the last change of that tool for that NAME goes, to the byte.
. "${0%/*}/lib.sh"

ledger() {
	book && mkdir -p groups && printf -- '---\nname: Ada # A\ntags: [a, b]\nclub: x\ncity: Rome\n---\n\nText.\n\n## Log\n\n- [ ] 2026-12-01 owe: the book\n- 2026-10-01 call: a\n' >people/ada.md &&
	printf '# Bob\r\n\r\n* [ ] send it' >people/bob.md && printf -- '- [ ] ask: [[Ada]] and [[Bob]] to sing\n' >groups/choir.md && rm -rf "$TMP/old" && cp -R . "$TMP/old"
}

# the notes are those of ledger
as_before() {
	rm -f .nt-lock .nt-undo && diff -r "$TMP/old" . && rm -rf "$TMP/old"
}

# each CMD: one change of each tool, of ada
each() {
	set -- "$1" nt-log nt-done nt-set nt-snooze
	run=$1 && shift
	for tool; do
		case $tool in
		nt-log) change='nt-log ada call: hi' ;;
		nt-done) change='nt-done ada book' ;;
		nt-set) change='nt-set ada city=Lima tags+=c met=2026-01-01' ;;
		nt-snooze) change='nt-snooze ada 2w' ;;
		esac
		if ! ledger || ! eval "$run"; then
			echo "$tool: $change" && return 1
		fi
	done
}

refused() {
	rm -rf "$TMP/now" && cp -R . "$TMP/now" && code "$@" >"$TMP/o" 2>"$TMP/e" && [ -s "$TMP/e" ] && diff -r "$TMP/now" .
}

t 'to the byte, and no further' '
	each "\$change >/dev/null && ! cmp -s people/ada.md \"\$TMP/old/people/ada.md\" && code 0 \$tool -u ada >out && [ -s out ] && rm out &&
		refused 1 \$tool -u ada && refused 1 \$tool --undo bob && as_before"'

t '-n shows it as a patch, and leaves it to be taken back' '
	each "\$change >/dev/null && cp people/ada.md new && cp .nt-undo noted && \$tool -n -u ada >patch && cmp new people/ada.md && cmp noted .nt-undo &&
		patch -sp1 <patch && cmp people/ada.md \"\$TMP/old/people/ada.md\" && cp new people/ada.md && rm new patch noted && \$tool -u ada >/dev/null && as_before"'

t 'after a change elsewhere in the note, which stays' '
	each "\$change >/dev/null && sed \"s/Text/Other/; s/# A/# The first/\" people/ada.md >new && cp new people/ada.md && rm new &&
		code 0 \$tool -u ada >/dev/null && sed \"s/Text/Other/; s/# A/# The first/\" \"\$TMP/old/people/ada.md\" >want && cmp want people/ada.md"'

t 'what was changed since in its place stays, and it is said' '
	each "\$change >/dev/null && sed \"s/call: hi/call: ho/; s/owe: the book/gave: the book/; s/Lima/Paris/; s/2026-12-08/2026-12-09/\" people/ada.md >new &&
		cp new people/ada.md && rm new && refused 1 \$tool -u ada && \$tool -u ada 2>&1 | grep -q \"people/ada.md: what was written has been changed since\" &&
		refused 1 \$tool -n -u ada"'

t 'each tool takes back its own, in any order' '
	for order in "nt-log nt-set nt-done nt-snooze" "nt-snooze nt-done nt-log nt-set"; do
		ledger && nt-log ada call: hi >out && nt-done ada book >out && nt-set ada city=Lima club= >out && nt-snooze ada 2w >out &&
		for tool in $order; do code 0 "$tool" -u ada >out || return 1; done && rm out && as_before || return 1
	done'

t 'its own is the last of that tool, not the last of all' '
	ledger && nt-log ada call: hi >out && nt-set ada city=Lima >out && nt-snooze ada 2w >out && nt-log -u ada >out && hasnt people/ada.md "call: hi" &&
	has people/ada.md Lima && has people/ada.md snooze && nt-set -u ada >out && hasnt people/ada.md Lima && has people/ada.md snooze'

t 'two places whose order was changed since stay' '
	ledger && nt-set ada city=Lima tags+=c >out && printf -- "---\ncity: Lima\nclub: x\ntags: [a, b, c]\n---\n" >people/ada.md && refused 1 nt-set -u ada'

t 'a text without a line end is never joined with what was written behind it' '
	book && printf Text >people/ada.md && nt-log ada call: hi >out && printf "More\n" >>people/ada.md && refused 1 nt-log -u ada &&
	printf Text >people/ada.md && nt-log ada call: hi >out && printf "\nMore\n" >>people/ada.md && nt-log -u ada >out && is "$(cat people/ada.md)" "$(printf "Text\nMore")"'

t 'one after the other, the last first' '
	ledger && nt-snooze ada 2w >out && nt-snooze ada 3w >out && nt-snooze ada off >out && nt-snooze -u ada >out && has people/ada.md 2026-12-15 &&
	nt-snooze -u ada >out && has people/ada.md 2026-12-08 && nt-snooze -u ada >out && refused 1 nt-snooze -u ada && rm -f out && as_before'

t 'a key that went comes back to its place; that is gone when its neighbours are others' '
	ledger && nt-set ada club= >out && rm out && sed "s/Text/Other/" people/ada.md >new && cp new people/ada.md && rm new && nt-set -u ada >/dev/null &&
	sed "s/Text/Other/" "$TMP/old/people/ada.md" | cmp - people/ada.md && nt-set ada club= >/dev/null && sed "/^city/d" people/ada.md >new && cp new people/ada.md &&
	rm new && refused 1 nt-set -u ada && hasnt people/ada.md club'

t 'keys that went one below the other, and at both ends' '
	book && printf -- "---\na: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n---\nText\n" >people/ada.md && cp people/ada.md old &&
	for keys in "b= d=" "a= b= f=" "a= c= e=" "b= d=9 f=" "a= b= c= d= e= f="; do
		nt-set ada $keys >out && echo More >>people/ada.md && nt-set -u ada >out && { cat old && echo More; } | cmp - people/ada.md && cp old people/ada.md || return 1
	done'

t 'front matter that was made, CRLF and no line end' '
	ledger && nt-set bob city=Rome >out && nt-done bob send >out && nt-log bob call: hi >out && nt-log -u bob >out && nt-done -u bob >out && nt-set -u bob >out && rm out && as_before &&
	ledger && nt-log bob call: hi >out && printf "More\n" >>people/bob.md && cp people/bob.md new && code 1 nt-log -u bob 2>err && cmp new people/bob.md &&
	printf "* [ ] send it" >people/bob.md && nt-done bob send >out && printf "\n\nMore\n" >>people/bob.md && nt-done -u bob >out && is "$(cat people/bob.md)" "$(printf "* [ ] send it\n\nMore")"'

t 'a line that stands twice is taken back only where it was written' '
	book && printf -- "---\nname: Ada\n---\n- 2026-11-24 call: hi\n" >people/ada.md && cp people/ada.md old && nt-log ada call: hi >out &&
	nt-log -u ada >out && cmp old people/ada.md && nt-log ada call: hi >out && echo More >>people/ada.md && cp people/ada.md new && code 1 nt-log -u ada 2>err &&
	cmp new people/ada.md && printf -- "---\nold-city: Rome\n---\n" >people/ada.md && nt-set ada city=Rome >out && grep -v "^city" people/ada.md >new && cp new people/ada.md &&
	code 1 nt-set -u ada 2>err && cmp new people/ada.md'

t 'nt-done: where the task stands, for the one it was ticked for' '
	ledger && nt-done ada sing >out && has groups/choir.md "[x]" && refused 1 nt-done -u bob && is "$(nt-done -u ada)" "groups/choir.md:1: - [ ] ask: [[Ada]] and [[Bob]] to sing" && rm -f out && as_before &&
	ledger && nt-done ada book >out && nt-done ada sing >out && nt-done -u ada >out && nt-done -u ada >out && rm out && as_before'

t 'several names: none if one is nobody; one without a change is said' '
	ledger && nt-snooze ada bob 2w >out && rm out && refused 1 nt-snooze -u ada nobody && nt-snooze -u ada bob >/dev/null && nt-set ada city=Lima >/dev/null &&
	code 1 nt-set -u bob ada >out 2>err && has err "people/bob.md: nothing to take back" && rm out err && as_before'

t 'after a move' '
	ledger && nt-set ada city=Lima >out && nt-done ada sing >out && nt-mv people/ada.md people/countess.md >out && nt-set -u countess >out && nt-done -u countess >out &&
	cmp people/countess.md "$TMP/old/people/ada.md" && cmp groups/choir.md "$TMP/old/groups/choir.md" &&
	nt-done countess sing >out && nt-mv groups/choir.md groups/band.md >out && nt-done -u countess >out && cmp groups/band.md "$TMP/old/groups/choir.md"'

t 'what goes with -u, and what not' '
	ledger && refused 2 nt-set -u ada city=Rome && refused 2 nt-done -u ada book && refused 2 nt-done -u -d today ada && refused 2 nt-snooze -u && refused 2 nt-set ada &&
	refused 2 nt-snooze ada && refused 1 nt-snooze -u ada 2w && nt-find ada | code 2 nt-set -u - 2>err && has err "not a stream" && nt-find ada | code 2 nt-snooze -u - 2>err && rm err && as_before'

t 'the note is gone, or what was noted is none of ours' '
	ledger && nt-done ada sing >out && rm out groups/choir.md && refused 2 nt-done -u ada && printf "people/ada.md\t0\t0\t\"x\"\n[\"nt-set\",\"people/ada.md\"]\nx\n" >.nt-undo && refused 1 nt-set -u ada &&
	for offset in 99999 1; do
		nt-set ada city=Lima$offset >/dev/null && sed "s/\"[0-9]*\", \"city/\"$offset\", \"city/" .nt-undo >new && ! cmp -s new .nt-undo && mv new .nt-undo &&
			refused 1 nt-set -u ada || return 1
	done'

t 'a filter and -n note nothing' '
	ledger && nt-find ada | nt-set - city=Lima >/dev/null && nt-set -n ada city=Lima >/dev/null && nt-snooze -n ada 2w >/dev/null && nt-done -n ada book >/dev/null && [ ! -e .nt-undo ] && as_before'

t 'a change that was none, and one that failed, are nothing to take back' '
	ledger && nt-set ada city=Lima >out && nt-set ada city=Lima >out && code 2 nt-set ada cadence=never 2>err && code 1 nt-done ada nothing 2>err && nt-set -u ada >out && rm out err && as_before'

t 'five hundred are kept' '
	book && mkdir p && for i in $(seq 501); do echo "# $i" >"people/n$i.md"; done && nt-set people/n*.md city=Rome >out && is "$(wc -l <.nt-undo)" 500 &&
	code 1 nt-set -u people/n*.md >out 2>err && is "$(grep -l city people/* | wc -l)" 1 && is "$(wc -l <err)" 1'

done_testing
