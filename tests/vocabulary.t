#!/bin/sh
. "${0%/*}/lib.sh"

# verdicts KIND FIELD VALUE...: nt-set takes a value in a note of that kind when nt-check finds nothing in it, and only then
verdicts() {
	kind=$1 field=$2 n=0
	shift 2
	rm -rf book set out && mkdir book book/notes set set/notes && cp book.md book && cp book.md set || return 1
	for value; do
		n=$((n + 1))
		printf -- '---\nkind: %s\nname: N %s\n---\n' "$kind" $n >set/notes/$n.md &&
			printf -- "---\nkind: %s\nname: N %s\n%s: '%s'\n---\n" "$kind" $n "$field" "$value" >book/notes/$n.md || return 1
		nt-set -b set notes/$n.md "$field=$value" >>out 2>>err || { echo "$n" >>refused && continue; }
		grep -qF -e "$value" set/notes/$n.md || rm book/notes/$n.md # a day as it is typed, 6w, is written as another
	done
	nt-check -b book 2>&1 | grep -E "\[(date|span|number|word|form)\]" | sed -n "s/^.*notes\/\([0-9]*\)\.md:.*/\1/p" | sort -nu >found
	touch refused
	cmp refused found || { echo "$kind $field:" "$@" && diff refused found; } || return 1
	[ ! -s refused ] || bad=$((bad + 1))
	rm -f refused
}

# shellcheck disable=SC2034 # for the bodies of tests
words='0 1 3 5 6 03 05 1.5 -1.5 1_0 42 near true false TRUE yes auto none NONE monthly 7 d 6\ fortnights people entries basic wild hard 2026-11-23 2026-11 2026 --11-23 XXXX-11-23 2026-02-30 2026-13 11-23 23.11.2026 2026/11/23 2026-11-23T10:00 a@b.org @b a@ a+b@c a_b-c'

t 'a value is right for nt-set and nt-check, or for neither' '
	book && bad=0 && eval "set -- $words \"two words\" \"Ada <a@b.org>\"" &&
	for field in name uid birthday anniversary died met next snooze archived verified last closeness cadence refresh email org phone; do
		verdicts person $field "$@" || return 1
	done && [ $bad -eq 13 ]'

t 'the same for words that mean something in some kinds only' '
	book && bad=0 && eval "set -- $words" &&
	for pair in goal:since goal:by goal:target goal:of technique:level advice:level; do
		verdicts ${pair%:*} ${pair#*:} "$@" || return 1
	done && [ $bad -eq 6 ] &&
	for pair in person:since person:by person:target person:of person:level; do verdicts ${pair%:*} ${pair#*:} "$@" || return 1; done && [ $bad -eq 6 ]'

t 'what nt-set makes of a day that is typed, nt-check finds right' '
	book && mkdir goals && printf -- "---\nname: Ada\n---\n" >people/ada.md && printf -- "---\nname: G\n---\n" >goals/g.md &&
	nt-set ada birthday=today anniversary=yesterday died=today-3d met=today-3d next=+2w snooze=tomorrow verified=today archived=today &&
	nt-set g since=today by=+1m && has goals/g.md "by: 2026-12-24" && nt-check'

t 'a field of a kind that is being set is judged by that kind' '
	book && mkdir goals && printf -- "---\nname: Ada\n---\n" >people/ada.md && nt-set ada since=college && code 2 nt-set ada kind=goal since=school &&
	hasnt people/ada.md goal && code 2 nt-new -k goal "Say hello" target=many 2>err && has err "target: " && [ ! -e goals/say-hello.md ] &&
	nt-new -k goal "Say hello" target=3 of=people'

t 'other names of a field are the field' '
	book && printf -- "---\nname: Ada\ntags: [kind]\naliases: [Countess]\nemail: a@b.org\n---\n" >people/ada.md &&
	for query in tag:kind tags:kind alias:Countess aliases:Countess emails:a@b.org; do is "$(nt-find -l -o name $query)" Ada || return 1; done &&
	is "$(nt-find -l -o tag,alias,emails ada)" "kind	Countess	a@b.org" && nt-set ada alias+=Enchantress && has people/ada.md "aliases: [Countess, Enchantress]"'

done_testing
