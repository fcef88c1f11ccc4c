#!/bin/sh
. "${0%/*}/lib.sh"

# person NAME FRONT [LINE...]
# shellcheck disable=SC2059
person() {
	name=$1 front=$2
	shift 2
	{ printf -- "---\nname: $name\n$front---\n" && for line; do echo "- $line"; done; } | note "people/$name.md"
}

# goal NAME FRONT...
# shellcheck disable=SC2059
goal() {
	name=$1
	shift
	{ printf -- "---\nname: $name\n" && printf "%s\n" "$@" && echo "---"; } | note "goals/$name.md"
}

# says WORDS: what nt-goal says of the only goal
says() {
	is "$(nt-goal -l -o says)" "$1"
}

t 'people: as many as the query selects today, oneself aside' '
	printf -- "---\nkind: book\nme: \"[[Me]]\"\n---\n" | note book.md && person Me "tags: [x]\n" && person A "tags: [x]\n" && person B "tags: [x]\n" && person C "" &&
	printf -- "---\nname: Org\ntags: [x]\n---\n" | note orgs/o.md && goal G "count: tag:x" "target: 5" && is "$(nt-goal -l)" "$(printf "G\t2\t5\t\t\tgoals/G.md")" && says "2 of 5" &&
	goal G "count: [tag:x, or, C]" "of: people" && is "$(nt-goal -l -o done)" 3 && says "3, no target"'

t 'entries: of these people, of these kinds, from since through today; one with several people is one' '
	book && person A "tags: [x]\n" "2026-10-01 coffee: a" "2026-10-31 coffee: early" "2026-11-01 Coffee: b" "2026-11-24 met: c" "2026-11-25 coffee: ahead" "2026-11-02 call: d" "2026-11-03 note: e" "[ ] 2026-11-05 coffee: open" "[-] 2026-11-05 coffee: no" "[x] 2026-11-06 coffee: done" &&
	person B "tags: [x]\n" "2026-11-07 coffee: f" && person C "" "2026-11-07 coffee: g" && echo "- 2026-11-08 coffee: [[A]] and [[B]] and [[C]]" | note journal/j.md &&
	goal G "count: tag:x" "of: entries" "entries: [met, coffee]" "since: 2026-11-01" && is "$(nt-goal -l -o done)" 5 && goal G "count: tag:x" "of: entries" "entries: met, coffee" "since: 2026-11-01" && is "$(nt-goal -l -o done)" 5 &&
	goal G "count: tag:x" "of: entries" "since: 2026-11-01" && is "$(nt-goal -l -o done)" 6 && goal G "count: tag:x" "of: entries" && is "$(nt-goal -l -o done)" 8 &&
	goal G "count: tag:x" "of: entries" "since: 2026-11-01" "by: 2026-11-07" && is "$(nt-goal -l -o done)" 4'

t 'favours: a promise kept is one given' '
	book && person A "" "2026-11-01 gave: a" "[x] 2026-11-02 owe: b" "[ ] owe: c" "2026-11-03 got: d" "[x] 2026-11-04 owed: e" && goal G "count: A" "of: entries" "entries: gave" && is "$(nt-goal -l -o done)" 2 &&
	goal G "count: A" "of: entries" "entries: got" && is "$(nt-goal -l -o done)" 2'

t 'the pace, by a plain count of days' '
	book && person A "" "2026-11-15 coffee: x" "2026-11-16 coffee: x" "2026-11-17 coffee: x" && goal G "count: A" "of: entries" "since: 2026-11-15" "by: 2026-12-04" "target: 9" &&
	says "3 of 9, 10 days left, at this pace 6" && is "$(nt-goal -l -o pace,left)" "$(printf "6\t10")" && NT_TODAY=2026-12-04 && export NT_TODAY && says "3 of 9, the last day is today, at this pace 3" &&
	NT_TODAY=2026-12-03 says "3 of 9, 1 day left, at this pace 3" && NT_TODAY=2026-12-05 says "3 of 9, over since 2026-12-04" && NT_TODAY=2026-11-15 says "1 of 9, 19 days left, at this pace 20" &&
	NT_TODAY=2026-11-14 says "0 of 9, begins 2026-11-15"'

t 'met: what to raise it to; no query, no target, nobody' '
	book && person A "" "2026-11-15 coffee: x" "2026-11-16 coffee: x" && goal G "count: A" "of: entries" "target: 2" && says "2 of 2, met: archive it, or raise target to 3" && goal G "count: A" "of: entries" "target: 1" "by: 2020-01-01" "since: 2019-01-01" &&
	says "0 of 1, over since 2020-01-01" && goal G "count: zork" "target: 3" && says "0 of 3" && goal G "target: 3" && says "counts nobody: say whom in count, such as count: tag:speaker" &&
	goal G "count: A" "target: 0" && says "1, no target" && goal G "count: A" "target: -2" && code 1 nt-check >out && goal G "count: A" "since: 2026-12-01" "by: 2026-11-01" "target: 1" && says "1 of 1, begins 2026-12-01"'

t 'a wrong query is told with its place, and the others go on' '
	book && person A "" && goal G "count: \"(\"" && goal H "count: A" && code 2 nt-goal -l >out 2>err && has err "goals/G.md:3:8: " && has out "H	1" && has out "G	0" &&
	goal G "count: A" "of: beans" && code 2 nt-goal -l 2>err >out && has err "neither people nor entries"'

t 'whom to move it with: the due who count or would, and the due who know one' '
	book && person A "tags: [x]\ncadence: 1w\n" "2026-11-01 call: a" && person B "cadence: 1w\n" "2026-11-01 call: with [[A]] in mind" && person C "cadence: 1w\n" "2026-11-01 call: c" && person D "tags: [x]\n" "2026-11-23 call: [[E]]" && person E "cadence: 1w\n" "2026-11-01 call: c" &&
	goal G "count: tag:x" && is "$(nt-goal -l -o movers,knowers)" "$(printf "A\tB (knows A); E (knows D)")" && goal G "count: tag:x" "of: entries" && is "$(nt-goal -l -o movers)" A &&
	goal G "count: tag:x last:2026-11-20.." && is "$(nt-goal -l -o done,movers,knowers)" "$(printf "1\tA\tE (knows D)")" && goal G "count: tag:x" "archived: true" && is "$(nt-goal G -l -o movers)" ""'

t 'archived goals only when asked for; a stream; the notes themselves' '
	book && person A "" && goal G "count: A" "archived: true" && goal H "count: A" && is "$(nt-goal -l -o name)" H && is "$(nt-goal -l -o name G)" G && is "$(nt-goal -l -o name kind:goal | tr "\n" " ")" "G H " &&
	is "$(nt-find -s H | nt-goal -l -o name,done -)" "$(printf "H\t1")" && nt-goal -s H | nt-find -p - | has - goals/H.md && is "$(nt-goal -p goals/ H)" goals/H.md && is "$(nt-goal -0 H | tr "\0" "|")" "goals/H.md|" &&
	code 1 nt-goal A >out 2>err && same /dev/null out && rm goals/H.md && code 1 nt-goal >out 2>err && has err "no goal here"'

t 'order, -n, -j, -o' '
	book && goal A "count: x" && goal B "count: x" "by: 2027-01-02" && goal C "count: x" "by: 2027-01-01" && is "$(nt-goal -l -o name | tr "\n" " ")" "C B A " && is "$(nt-goal -n 1 -l -o name)" C &&
	is "$(nt-goal -j A)" "{\"name\":\"A\",\"done\":0,\"target\":null,\"by\":null,\"pace\":null,\"since\":null,\"left\":null,\"says\":\"0, no target\",\"movers\":[],\"knowers\":[],\"path\":\"goals/A.md\"}" && code 2 nt-goal -o nosuch && nt-goal -t -o name | has - C'

t 'a page: bar, words, people; narrow; names with escapes' '
	book && person "A\\\\e[31m" "tags: [x]\ncadence: 1w\n" "2026-11-01 call: a" && goal "G\\\\e[2J" "count: tag:x" "target: 4" "by: 2026-12-24" && on-tty nt-goal --color=never >out && has out "█████░░░░░░░░░░░░░░░" && has out "1 of 4, 30 days left" && has out "today  A" && hasnt out "$(printf "\\033")" &&
	for w in 30 50 80; do COLUMNS=$w on-tty nt-goal --color=never | sed "s/[█░]/./g" | awk -v w=$w "length > w { exit 1 }" || return 1; done'

t 'private goals and entries only for who may see them' '
	printf -- "---\nkind: book\nprivate: [private, count]\n---\n" | note book.md && person A "" "2026-11-01 call: a" && printf "\n## Private\n\n- 2026-11-02 call: b\n" >>people/A.md && goal G "count: A" "of: entries" && code 1 nt-goal -l && on-tty nt-goal --color=never | has - "2, no target" &&
	book && is "$(nt-goal -l -o done)" 1 && on-tty nt-goal --color=never | has - "2, no target"'

t 'without a book' '
	code 2 nt-goal 2>err && has err "no book"'

done_testing
