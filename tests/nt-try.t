#!/bin/sh
. "${0%/*}/lib.sh"

# person NAME FRONT [LINE...]
# shellcheck disable=SC2059
person() {
	name=$1 front=$2
	shift 2
	{ printf -- "---\nname: $name\n$front---\n" && for line; do echo "- $line"; done; } | note "people/$name.md"
}

# technique NAME [LINE...]: its body
# shellcheck disable=SC2059
technique() {
	name=$1
	shift
	{ printf -- "---\nname: $name\nlevel: wild\n---\n" && for line; do echo "$line"; done; } | note "techniques/$name.md"
}

# sums "TRIALS WORKED PENDING": of the technique T
# shellcheck disable=SC2059
sums() {
	is "$(nt-try -l -o trials,worked,pending T | tr "\t" " ")" "$1"
}

t 'random books: figures and order are those of an independent count' '
	{ command -v python3 >/dev/null || skip "no python3"; }
	PYTHONDONTWRITEBYTECODE=1 python3 "$TOP/tests/try.py" count "${BOOKS:-12}"'

t 'the order of 1,000 random records is that of scipy, and so is the interval' '
	/usr/bin/python3 -c "import scipy" || skip "no scipy"
	PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$TOP/tests/try.py" scipy 1000'

t 'who follows it has half the regret of chance, and drops no technique' '
	{ command -v python3 >/dev/null || skip "no python3"; }
	PYTHONDONTWRITEBYTECODE=1 python3 "$TOP/tests/try.py" follow "${DAYS:-250}" "${ARMS:-8}" "${SEED:-1}"'

t 'what a reply is, and when' '
	book && technique T && for e in "msg<: x" "got: x" "met: x" "meeting: x" "lunch: x" "coffee: x" "dinner: x" "call: x" "Call: x"; do
		person A "" "2026-09-01 mail>: as in [[T]]" "2026-10-01 $e" && sums "1 1 0" || return 1
		person A "" "2026-09-01 mail>: as in [[T]]" "2026-10-02 $e" && sums "1 0 0" || return 1
		person A "" "2026-09-01 mail>: as in [[T]]" "2026-08-31 $e" && sums "1 0 0" || return 1
	done
	for e in "mail>: x" "gave: x" "call>: x" "mail: x" "note: x" "talk: x" x; do
		person A "" "2026-09-01 mail>: as in [[T]]" "2026-09-02 $e" && sums "1 0 0" || return 1
	done
	person A "" "2026-09-01 mail>: as in [[T]]" "[x] 2026-09-02 owed: x" && sums "1 1 0" &&
	person A "" "2026-09-01 mail>: as in [[T]]" "[ ] 2026-09-02 call: x" "[-] 2026-09-02 call: x" && sums "1 0 0"'

t 'of one day: what stands behind it, before it in a log that falls, or in another note' '
	book && technique T && person A "" "2026-09-01 mail>: [[T]]" "2026-09-01 mail<: x" "2026-09-03 note: x" && sums "1 1 0" &&
	person A "" "2026-09-01 mail<: x" "2026-09-01 mail>: [[T]]" "2026-09-03 note: x" && sums "1 0 0" &&
	person A "" "2026-09-03 note: x" "2026-09-01 mail<: x" "2026-09-01 mail>: [[T]]" && sums "1 1 0" &&
	person A "" "2026-09-03 note: x" "2026-09-01 mail>: [[T]]" "2026-09-01 mail<: x" && sums "1 0 0" &&
	person A "" "2026-09-01 mail<: x" "2026-09-01 mail>: [[T]]" "2026-09-03 note: x" && for d in journal zettel; do
		echo "- call: with [[A]]" | note $d/2026-09-01.md && sums "1 1 0" && rm $d/2026-09-01.md || return 1
	done'

t 'the trial itself, a favour, a box, a day ahead, a word about it' '
	book && technique T && for e in "dinner: at [[T]]" "mail<: [[T]]" "got: [[T]]" "[x] 2026-09-01 owed: [[T]]"; do
		case $e in "["*) ;; *) e="2026-09-01 $e" ;; esac
		person A "" "$e" && sums "1 1 0" || return 1
	done
	person A "" "2026-09-01 gave: [[T]]" && sums "1 0 0" && person A "" "2026-09-01 [[T]]" && sums "1 0 0" &&
	for e in "2026-09-01 note: [[T]]" "2026-09-01 idea: [[T]]" "[ ] 2026-09-01 call: [[T]]" "[-] 2026-09-01 call: [[T]]" "2026-11-25 call: [[T]]" "call: [[T]]"; do
		person A "" "$e" && sums "0 0 0" || return 1
	done'

t 'pending: shown, not counted, until it is 30 days old' '
	book && technique T && person A "" "2026-10-26 mail>: [[T]]" && sums "0 0 1" && is "$(nt-try -l -o rate)" "" && person A "" "2026-10-25 mail>: [[T]]" && sums "1 0 0" &&
	is "$(nt-try -l -o rate)" 0 && person A "" "2026-11-24 mail>: [[T]]" && sums "0 0 1" && person A "" "2026-11-23 mail>: [[T]]" "2026-11-24 mail<: x" && sums "1 1 0" &&
	nt-try -t T | has - "worked 1 of 1, 100 % (16 to 99)" && person A "" "2026-11-24 mail>: [[T]]" && nt-try -t | has - "no outcome yet, 1 pending" &&
	rm people/A.md && nt-try -t T | has - "not tried yet" && is "$(nt-try -l -o low,high,rate,last)" "$(printf "3\t98\t\t")"'

t 'with each person of a journal, with nobody, and not with oneself; each once' '
	printf -- "---\nkind: book\nme: \"[[Me]]\"\n---\n" | note book.md && technique T && person A "" && person B "" "2026-09-05 mail<: x" && person Me "" "2026-09-02 mail>: [[T]]" &&
	sums "1 0 0" && echo "- 2026-09-01 talk: [[T]] [[T|again]] with [[A]], [[B]], [[B]] and [[Me]]" | note journal/j.md && sums "3 1 0" &&
	echo "- 2026-09-01 talk: as in [[T]], for [[Me]]" | note journal/j.md && sums "2 0 0" && echo "- 2026-09-01 [[T]] [[A]]" | note journal/j.md && sums "1 0 0" &&
	printf "%s\n" "- 2026-09-01 walk: with [[A]]" "  - we did [the thing](../techniques/T.md)" | note journal/j.md && sums "2 0 0" && is "$(nt-try -l -o last)" 2026-09-02'

t 'links of Markdown, by a definition, and from another folder' '
	book && technique T && printf "%s\n" "- 2026-09-01 mail>: [t](../techniques/T.md)" | note people/a.md && sums "1 0 0" &&
	printf "%s\n" "- 2026-09-01 mail>: [t][x]" "" "[x]: ../techniques/T.md" | note people/b.md && sums "2 0 0" && note people/techniques/T.md <<-E &&
		# Another
	E
	printf "%s\n" "- 2026-09-01 mail>: [t](../techniques/T.md)" | note people/deep/c.md && is "$(nt-try -l -o trials techniques/T.md)" 2'

t 'how: a new person is a trial that worked, or makes the first one work' '
	book && technique T && person A "how: \"[[T]] at sea\"\n" && sums "1 1 0" && person A "how: \"[[T]] at sea\"\nmet: 2026-11-25\n" && sums "0 0 0" &&
	person A "how: \"[[T]], [[T]]\"\nmet: 2026-11-20\n" && sums "1 1 0" && is "$(nt-try -l -o last)" 2026-11-20 &&
	person A "how: \"[[T]] at sea\"\n" "2026-09-01 mail>: [[T]]" "2026-07-01 mail>: [[T]]" && sums "2 1 0" && person B "how: \"[[A]]\"\n" && sums "2 1 0" &&
	technique U && person A "how: \"[[T]] and [[U]]\"\n" && is "$(nt-try -l -o name,worked | tr "\n\t" "  ")" "T 1 U 1 "'

t 'worked and flopped: in its own note, or where they link to it' '
	book && technique T "- 2026-09-01 worked: x" "- 2026-09-02 flopped: x" "- 2026-11-23 flopped: x" "- 2026-09-03 dinner: x" "- 2026-11-25 worked: ahead" && sums "3 1 0" &&
	person A "tags: [x]\n" && person B "tags: [x]\n" && technique T "- 2026-09-01 worked: with [[A]], [[B]]" && sums "2 2 0" &&
	is "$(nt-try --record -l -o tag,trials,worked | tail -n 1)" "$(printf "x\t2\t2")" && technique T && person A "" "2026-11-20 worked: [[T]]" "2026-11-21 flopped: [[T]]" "2026-11-22 mail<: x" && sums "2 1 0"'

t 'the record: by tag and its parents, sums first, what surely works first' '
	book && technique T "- 2026-09-01 worked: x" && technique U && technique V "- 2026-09-01 flopped: x" && person A "tags: [work/acme, Big]\n" "2026-09-01 call: [[T]]" "2026-09-02 gave: [[V]]" &&
	is "$(nt-try --record -l -o name,tag,trials,worked,rate | tr "\t" " ")" "$(printf "T  2 2 100\nT work 1 1 100\nT work/acme 1 1 100\nT Big 1 1 100\nV  2 0 0\nV work 1 0 0\nV work/acme 1 0 0\nV Big 1 0 0\nU  0 0 ")" &&
	is "$(nt-try --record -l V | head -n 1)" "$(printf "V\t\t2\t0\t0\t0\t1\t71\ttechniques/V.md")" && nt-try --record -t >out && has out "  work/acme" && hasnt out "tag"'

t 'the step of nt-due: what works with people like them, if it is known, and if nothing is better' '
	book && technique Good "- 2026-09-01 worked: [[B]]" "- 2026-09-01 worked: [[B]]" "- 2026-09-01 flopped: [[B]]" && technique Rare "- 2026-09-01 worked: [[B]]" "- 2026-09-01 worked: [[B]]" && technique Bad "- 2026-09-01 flopped: [[B]]" "- 2026-09-01 flopped: [[B]]" "- 2026-09-01 worked: [[B]]" &&
	person A "tags: [x]\ncadence: 1w\n" "2026-11-01 mail>: the map" && person B "tags: [x]\n" && is "$(nt-due -l -o step)" "follow up on 2026-11-01 mail>: the map (try Good: worked 2 of 3 with x)" &&
	is "$(nt-find A | nt-due -l -o step -)" "$(nt-due -l -o step)" && is "$(nt-due -l -o step last:..2026-11-02)" "$(nt-due -l -o step)" && nt-due | nt-remind | tr -s "\n " "  " | has - "(try Good: worked 2 of 3 with x)" && person A "tags: [x]\ncadence: 1w\n" "2026-11-01 mail>: the map" "[ ] owe: a pen" && nt-due -l -o step >out && hasnt out Good &&
	person A "tags: [y]\ncadence: 1w\n" "2026-11-01 mail>: the map" && nt-due -l -o step >out && hasnt out try && person A "tags: [x]\ncadence: 1w\n" "2026-11-01 mail>: the map" && technique Better "- 2026-09-01 worked: [[B]]" "- 2026-09-01 worked: [[B]]" "- 2026-09-01 worked: [[B]]" && nt-due -l -o step | has - "(try Better: worked 3 of 3 with x)"'

# outcomes PERSON wwff: entries of a technique's own note, with that person
outcomes() {
	echo "$2" | sed "s/w/- 2026-09-01 worked: [[$1]]\n/g; s/f/- 2026-09-01 flopped: [[$1]]\n/g"
}

# best TEXT: what the step of the only one due ends with
best() {
	is "$(nt-due -l -o step | sed "s/.*the map//")" "$1"
}

t 'of those that work with people like them, the best' '
	book && person A "tags: [x, y]\ncadence: 1w\n" "2026-11-01 mail>: the map" && person B "tags: [x]\n" && person C "tags: [y]\n" && technique T "$(outcomes B wff)" && best "" &&
	technique T "$(outcomes B wwff)" && best " (try T: worked 2 of 4 with x)" && technique Z "$(outcomes B www)" && best " (try Z: worked 3 of 3 with x)" && technique Z "$(outcomes C www)" && best " (try Z: worked 3 of 3 with y)" &&
	technique Z "$(outcomes B wwwfff)" && best " (try Z: worked 3 of 6 with x)" && technique Z "$(outcomes C wwwfff)" && best " (try Z: worked 3 of 6 with y)" && technique Z "$(outcomes B wwff)" && best " (try T: worked 2 of 4 with x)"'

t 'the step is for the reader: private outcomes on a terminal only, a private name never' '
	printf -- "---\nkind: book\nprivate: [private, name]\n---\n" | note book.md && printf "# A\n\n- 2026-11-01 mail>: the map\n" | sed "1i---\ntags: [x]\ncadence: 1w\n---" | note people/A.md && printf -- "---\ntags: [x]\n---\n# B\n" | note people/B.md && technique T "## Private" "" "$(outcomes B www)" && best "" &&
	on-tty nt-due --color=never -o step >out && has out "(try T: worked 3 of 3 with x)" && printf -- "---\nname: Hush\n---\n%s\n" "$(outcomes B www)" | note techniques/T.md && best " (try T: worked 3 of 3 with x)"'

t 'the record: of one technique the tag with most outcomes first' '
	book && person A "tags: [p, q]\n" && person B "tags: [q]\n" && technique T "$(outcomes A w)" "$(outcomes B f)" && is "$(nt-try --record -l -o tag,trials | tr "\n\t" " :")" ":2 q:2 p:1 "'

t 'one is told in full: its steps, and who is due and shares a tag, else who is due' '
	book && person A "cadence: 1w\ntags: [x]\n" "2026-11-01 call: a" && person B "cadence: 1w\n" "2026-11-02 call: a" && technique T "1. Write [[A]]." "2. Stop." "" "- no step" "- [ ] a box" "- [ ] 2026-12-01 a date" "" "> 1. quoted" &&
	is "$(nt-try -t -n 1)" "$(printf "T\n  wild; not tried yet\n  1. Write A.\n  2. Stop.\n  3. a box\n  today  A, B")" && sed -i.bak "s/^level/tags: [X]\nlevel/" techniques/T.md && nt-try -t T | has - "today  A" && person A "cadence: 1w\ntags: [x/y]\n" "2026-11-01 call: a" && nt-try -t T | has - "today  A" && person A "cadence: 1w\ntags: [xy]\n" "2026-11-01 call: a" && nt-try -t T | has - "today  A, B" && person A "cadence: 1w\ntags: [x]\n" "2026-11-01 call: a" && is "$(nt-try -l -o steps,people)" "$(printf "Write A.; Stop.; a box\tA")" &&
	technique V "- 2026-09-01 worked: a" "- 2026-09-01 worked: a" "- 2026-09-01 flopped: a" && is "$(nt-try -l -o rate V)" 67 && for i in 1 2 3 4 5 6; do person "N$i" "cadence: 1w\n" "2026-11-03 call: a" || return 1; done && is "$(nt-try -l -o people V)" "A; B; N1; N2; N3" && rm people/N?.md techniques/V.md && is "$(nt-try -t -n 1 -o name)" "$(printf "name\nT")" &&
	technique U && nt-try -t >out && has out "name  level" && COLUMNS=59 nt-try -t | has - "name  worked  trials  rate" && for w in 20 40 80; do COLUMNS=$w nt-try -t -n 1 | sed "s/[^ -~]/./g" | awk -v w=$w "length > w { exit 1 }" || return 1; done'

t 'order: the untried before what failed, pending as not yet; -n, -p, -0, -s, -j; archived ones when asked for' '
	book && technique A "- 2026-09-01 flopped: x" && technique B && technique C "- 2026-09-01 worked: x" && technique D && is "$(nt-try -p | tr "\n" " ")" "techniques/C.md techniques/B.md techniques/D.md techniques/A.md " &&
	person P "" "2026-11-20 mail>: [[B]]" && is "$(nt-try -p -n 2 | tr "\n" " ")" "techniques/C.md techniques/D.md " && is "$(nt-try -0 -n 1 | tr "\0" "|")" "techniques/C.md|" && is "$(nt-try -s -n 1 | nt-find -p -)" techniques/C.md &&
	is "$(nt-find -s D | nt-set - cost=tea | nt-try -s - | nt-find -l -o cost -)" tea && is "$(nt-find -s A or D | nt-try -l -o name - | tr "\n" " ")" "D A " && is "$({ nt-find -s D && nt-find -s A or D; } | nt-try -l -o name - | tr "\n" " ")" "D A " && sed -i.bak "s/^level/archived: true\nlevel/" techniques/C.md && is "$(nt-try -n 1 -l -o name)" D && is "$(nt-try -l -o name C)" C &&
	is "$(nt-try -j A)" "{\"name\":\"A\",\"tag\":null,\"trials\":1,\"worked\":0,\"pending\":0,\"rate\":0,\"low\":1,\"high\":84,\"bound\":55,\"level\":\"wild\",\"cost\":null,\"last\":\"2026-09-01\",\"steps\":[],\"people\":[],\"path\":\"techniques/A.md\"}" && code 2 nt-try -o nosuch'

t 'private entries, tags, how and steps only for who may see them' '
	printf -- "---\nkind: book\nprivate: [private, how]\n---\n" | note book.md && technique T "1. open" "" "## Private" "" "2. hush" "" "- 2026-09-01 worked: x" && person A "how: \"[[T]]\"\n" "2026-09-01 mail>: [[T]]" && printf "\n## Private\n\n- 2026-09-02 call: b\n- 2026-09-03 gave: [[T]]\n" >>people/A.md &&
	sums "1 0 0" && nt-try -j | hasnt - hush && on-tty nt-try --color=never >out && has out "worked 2 of 3" && has out hush && book && sums "1 1 0"'

t 'a private met is not asked; a name that is private is the file name' '
	printf -- "---\nkind: book\nprivate: [met, name]\n---\n" | note book.md && note techniques/T.md <<-E && person A "how: \"[[T]]\"\nmet: 2026-11-25\n" && is "$(nt-try -l -o name,trials)" "$(printf "T\t1")" && on-tty nt-try --color=never | has - "Hush" && on-tty nt-try --color=never | has - "not tried"
	---
	name: Hush
	---
	E
	:'

t 'nothing at all, no technique, a broken note, hostile names, no book' '
	code 2 nt-try 2>err && has err "no book" && book && code 1 nt-try >out 2>err && same /dev/null out && has err "no technique here" && code 1 nt-try --record -j 2>err && technique T && person A "" "2026-09-01 mail>: [[T]] [[None]]" &&
	printf -- "---\nname: [\n---\n" | note people/x.md && code 2 nt-try -l >out 2>err && has out "T	1	0" && rm people/x.md && code 1 nt-try A >out 2>err && has err "none of these" && printf -- "---\nname: \"E\\\\e[31m\"\n---\n1. x\\033[2J\r\n" | note techniques/e.md && on-tty nt-try --color=never e >out && hasnt out "$(printf "\\033")" && on-tty nt-try --color=never | hasnt - "$(printf "\\033")" &&
	person T "" && technique T && person B "" "2026-09-01 mail>: [[T]]" && nt-try -l -o name,trials | has - "T	0"'

done_testing
