#!/bin/sh
. "${0%/*}/lib.sh"

# people, two of them in one org, entries of every kind of favour
small() {
	printf -- '---\nkind: book\nme: "[[Mara]]"\n---\n' >book.md
	note people/ada.md <<-E
	---
	name: Ada Lovelace
	tags: [friend, work/acme]
	org: "[[Acme]]"
	group: "[[Choir]]"
	---
	- 2025-03-01 gave: a lift
	- 2026-05-01 gave: intro to [[Bob]]
	- [x] 2026-06-01 owe: the slides
	- 2026-07-01 got: soup
	- [ ] 2026-11-20 owe: a lunch at [[orgs/acme]]
	- [-] 2026-11-01 owe: nothing any more
	- [x] got: a book, some day
	- 2026-12-01 gave: what is planned
	- [ ] 2026-12-01 gave: no promise
	E
	note people/bob.md <<-E
	---
	name: Bob
	tags: [friend]
	org: Acme
	---
	- 2026-01-02 got: a chair
	- [x] 2026-02-02 owed: a table
	- 2026-03-03 owed: a lamp
	- [ ] owed: a bed
	- 2026-10-01 owe: a visit
	E
	printf -- '---\nname: Cy\n---\n- 2026-01-01 call: hello\n' | note people/cy.md
	printf -- '---\nname: Mara\n---\n- 2026-01-01 gave: myself a rest\n' | note people/mara.md
	printf -- '---\nname: Acme\n---\n' | note orgs/acme.md
	printf -- '---\nname: Choir\nmembers: ["[[Bob]]", "[[Mara]]"]\n---\n' | note groups/choir.md
	note journal/2026-09-01.md <<-E
	- gave: a dinner to [[Ada Lovelace]], [[Bob]], [[Ada Lovelace]] and [[Mara]]
	- tea: with [[Cy]]
	E
}

# rows COLUMNS ARGUMENT...: those columns, a row a line
rows() {
	columns=$1 && shift && nt-favor -l -o "$columns" "$@" | tr '\t' ' '
}

t 'given, got and owed both ways, of each person' '
	small && nt-favor -l >got && printf "Bob\t1\t2\t1\t2\tpeople/bob.md\nAda Lovelace\t4\t2\t1\t0\tpeople/ada.md\n" | same got && nt-favor >got && nt-favor -l | same got'
t 'what was dropped, is no promise, or lies ahead counts nowhere; it counts from its day on' '
	book && printf -- "---\nname: Ada\n---\n- [-] 2026-01-01 gave: a\n- [-] owe: b\n- [ ] gave: c\n- 2026-11-25 gave: d\n- 2026-11-25 got: e\n" >people/ada.md &&
	code 1 nt-favor -l && is "$(NT_TODAY=2026-11-25 rows name,gave,got)" "Ada 1 1" && is "$(NT_TODAY=2026-11-25 rows last)" 2026-11-25'
t 'ticked ahead of time is done today' '
	book && printf -- "---\nname: Ada\n---\n- [x] 2027-11-25 owe: a\n- [x] 2027-11-25 owed: a\n" >people/ada.md &&
	is "$(rows gave,got,owe,owed,last)" "1 1 0 0 2026-11-24" && is "$(rows name --by year)" 2026'
t 'an introduction is a favour to the one whose entry it is, and to the other if their note says so' '
	book && printf -- "---\nname: Ada\n---\n- 2026-01-01 gave: intro to [[Bob]]\n" >people/ada.md && printf -- "---\nname: Bob\n---\n" >people/bob.md &&
	is "$(rows name,gave)" "Ada 1" && echo "- 2026-01-01 gave: intro to [[Ada]]" >>people/bob.md && is "$(rows name,gave)" "Ada 1
Bob 1"'
t 'a favour with several people is one with each, once, and in all as many; none with oneself' '
	small && is "$(rows gave,people,name --by year --since 2026-09 --until 2026-09)" "2 2 2026" && code 1 nt-favor -l mara &&
	on-tty nt-favor --since 2026-09-01 --until 2026-09-01 | has - "In all: people 2, gave 2, got 0, balance +2, owe 0, owed 0"'
t 'the oldest promise first, those without a day behind them, then the most one-sided' '
	book && for p in "a:- 2026-01-01 gave: x" "b:- [ ] owe: b" "c:- [ ] 2026-12-01 owe: c" "d:- 2026-11-01 owed: d" "e:- 2026-01-01 got: x" "f:- [ ] 2026-12-01 owed: f" \
		"g:- 2026-01-01 got: x\n- 2026-01-01 got: x" "h:- 2026-01-01 got: x\n- 2026-01-01 gave: x" "i:- [ ] 2026-11-01 owed: i"; do
		printf -- "---\nname: ${p%%:*}\n---\n${p#*:}\n" >people/${p%%:*}.md
	done && is "$(rows name | xargs)" "d i c f b g e a h" && is "$(rows due,promise d)" "2026-11-01 owed: d" && is "$(rows due,promise b)" " owe: b" &&
	NO_COLOR=1 COLUMNS=80 on-tty nt-favor >out && is "$(sed -n "1,/^\$/s/^.* \(.\): .*/\1/p" out | xargs)" "d i c f b" && sed -n "/^.*name /,/^\$/p" out >table &&
	is "$(sed 1d table | cut -c1 | xargs)" "g e a h b c d f i"'
t 'all columns, and JSON' '
	small && rows name,gave,got,owe,owed,balance,people,last,due,promise,path ada >got && same got <<-E &&
	Ada Lovelace 4 2 1 0 2 1 2026-09-01 2026-11-20 owe: a lunch at [[orgs/acme]] people/ada.md
	E
	nt-favor -j >got && same got <<-E
	{"name":"Bob","gave":1,"got":2,"owe":1,"owed":2,"balance":-1,"people":1,"last":"2026-09-01","due":"2026-03-03","promise":"owed: a lamp","path":"people/bob.md"}
	{"name":"Ada Lovelace","gave":4,"got":2,"owe":1,"owed":0,"balance":2,"people":1,"last":"2026-09-01","due":"2026-11-20","promise":"owe: a lunch at [[orgs/acme]]","path":"people/ada.md"}
	E'
t 'JSON says null where there is nothing' '
	small && nt-favor -j --by tag --until 2025-12 >got && same got <<-E &&
	{"name":"friend","gave":1,"got":0,"owe":0,"owed":0,"balance":1,"people":1,"last":"2025-03-01","due":null,"promise":null,"path":null}
	{"name":"work","gave":1,"got":0,"owe":0,"owed":0,"balance":1,"people":1,"last":"2025-03-01","due":null,"promise":null,"path":null}
	{"name":"work/acme","gave":1,"got":0,"owe":0,"owed":0,"balance":1,"people":1,"last":"2025-03-01","due":null,"promise":null,"path":null}
	E
	is "$(nt-favor -j --by org --since 2026-11 ada | jq -c "[.name,.path,.people]")" "[\"Acme\",\"orgs/acme.md\",1]" && is "$(nt-favor -j --since 2026-11 | jq -c "[.last,.due]")" "[null,\"2026-11-20\"]"'
t '--by tag: in each, in that above, and those in none last' '
	small && printf -- "---\nname: Dee\n---\n- 2026-01-01 gave: x\n" >people/dee.md && rows name,gave,got,people --by tag | sort >got && same got <<-E &&
	 1 0 1
	friend 5 4 2
	work 4 2 1
	work/acme 4 2 1
	E
	is "$(rows name --by tag | tail -n 1)" "" && for tag in friend work work/acme; do
		is "$(rows name,gave --by tag | grep "^$tag ")" "$tag $(($(rows gave tag:$tag | paste -s -d + -)))" || return 1
	done'
t '--by tag: case and accents do not count' '
	book && printf -- "---\nname: A\ntags: [Été, ete]\n---\n- 2026-01-01 gave: x\n" >people/a.md && printf -- "---\nname: B\ntags: \"#été\"\n---\n- 2026-01-01 gave: x\n" >people/b.md &&
	is "$(rows gave,people,name --by tag)" "2 2 ete"'
t '--by tag: a tag of many parts costs what it is long' '
	book && printf -- "---\nname: A\ntags: [x//y/, %s]\n---\n- 2026-01-01 gave: x\n" "$(yes a | head -n 100000 | paste -s -d /)" >people/a.md &&
	is "$(rows name --by tag | cut -c1-80 | head -n 3 | xargs)" "a a/a a/a/a" && is "$(rows name --by tag | grep -c a)" 32 && is "$(rows name --by tag | grep x | xargs)" "x x//y"'
t '--by org: a link, a name, and members are one; --by group the same' '
	small && is "$(rows name,gave,got,people,path --by org)" "Acme 5 4 2 orgs/acme.md" && is "$(rows name,gave,got,people,path --by group)" "Choir 5 4 2 groups/choir.md" &&
	printf -- "---\nname: Dee\norg: [freelance, \"[[Nowhere|There]]\", Freelance]\n---\n- 2026-01-01 gave: x\n" >people/dee.md &&
	printf -- "---\nname: Mill\nmembers: [\"[[Dee]]\", \"[[Cy]]\", \"[[Dee]]\"]\n---\n" >orgs/mill.md &&
	is "$(rows name,gave,path --by org dee | sort | paste -s -d "|" -)" "Freelance 1 |Mill 1 orgs/mill.md|There 1 " && is "$(rows name,gave --by group dee)" " 1"'
t '--by org: a link to another note is that note, and a text of nothing is none' '
	book && for f in a b c; do printf -- "---\nname: Dr $f\n---\n- 2026-01-01 gave: x\n" >people/$f.md; done && mkdir notes && printf -- "---\nkind: note\nname: Mill\n---\n" >notes/m.md &&
	sed -i "2a org: \"[[Mill|the mill]]\"" people/a.md && sed -i "2a org: [\"[[notes/m]]\", \"\", \" \"]" people/b.md && sed -i "2a org: \"\"" people/c.md &&
	is "$(rows gave,path --by org | paste -s -d "|" -)" "2 notes/m.md|1 "'
t '--by year: of the favour, of a promise its day, no day last' '
	small && rows name,gave,got,owe,owed,people --by year >got && same got <<-E
	2025 1 0 0 0 1
	2026 4 3 2 1 2
	 0 1 0 1 2
	E'
t 'not what it may be summed by' '
	small && code 2 nt-favor --by city 2>err && has err "not one of tag|org|group|year" && code 2 nt-favor -o name,city 2>err && has err "no such column: '\''city'\''"'
t '--since and --until, both days included; what has no day is out' '
	small && is "$(rows gave,got,owe,owed --since 2026-05-01 --until 2026-07-01 ada)" "2 1 0 0" && is "$(rows got,owed --since 2000 bob)" "2 1" && is "$(rows got,owed --since 2000 ada)" "1 0" &&
	is "$(rows owe ada --since 2026-11-20 --until 2026-11-20)" 1 && code 1 nt-favor ada --since 2026-11-21 2>err && has err "no favours" &&
	is "$(nt-favor -p --since 2026-11)" people/ada.md'
t 'the notes: stream, paths, NUL; as many as asked for' '
	small && is "$(nt-favor -p)" "people/ada.md
people/bob.md" && is "$(nt-favor -0 | tr "\0" "|")" "people/ada.md|people/bob.md|" && is "$(nt-favor -p -n 1)" people/ada.md &&
	nt-favor -s ada | grep -v "^nt-" | sed "\$d" | cmp - people/ada.md && is "$(nt-favor -s | nt-find -o name -)" "Ada Lovelace
Bob" && is "$(nt-favor -l -n 1 | cut -f 1)" Bob && code 1 nt-favor -p mara && code 1 nt-favor -p cy'
t 'private favours are for who may see them; private tags, orgs and members too' '
	book && printf -- "---\nkind: book\nprivate: [private, pay, members]\n---\n" >book.md && printf -- "---\nname: Ada\npay: x\ntags: {private: [hush], x: [open]}\norg: {pay: Hushed}\n---\n- 2026-01-01 gave: x\n\n## Private\n\n- 2026-01-02 got: hushgot\n- [ ] 2026-01-03 owe: hushowe\n" >people/ada.md &&
	printf -- "---\nname: Bob\n---\n## Private\n\n- 2026-01-02 got: y\n" >people/bob.md && mkdir groups && printf -- "---\nname: Club\nmembers: \"[[Ada]]\"\n---\n## Private\n- [ ] 2026-01-01 owed: [[Bob]]\n" >groups/club.md &&
	is "$(rows name,gave,got,owe,owed)" "Ada 1 0 0 0" && for form in -l -j -t; do for by in "" --by=tag --by=org --by=group --by=year; do nt-favor $form $by >>out; done; done && hasnt out hush && hasnt out Hush && hasnt out Club && hasnt out Bob &&
	is "$(nt-favor -p)" people/ada.md && nt-favor -s | nt-find -o name - >got && printf "Ada\nBob\n" | same got &&
	on-tty nt-favor >out && has out hushowe && has out "gave 1, got 2, balance -1, owe 1, owed 1" && on-tty nt-favor --by group | has - Club && on-tty nt-favor --by tag | has - hush && on-tty nt-favor --by org | has - Hushed'
t 'a stream chooses, the book says; twice is once, and a note of another path is judged alone' '
	small && nt-find ada >s && cat s s | nt-favor -l - | is "$(cat)" "$(nt-favor -l ada)" && nt-find -s -S name:desc >s && nt-favor -l - <s >got && nt-favor -l | same got && nt-favor -l - bob <s >got && nt-favor -l bob | same got &&
	sed "s/^- 2025-03-01 gave: a lift/&\n- 2025-03-02 gave: another/" s >t && is "$(nt-favor -l - ada <t | cut -f 2)" 5 &&
	for by in tag org group year; do nt-favor --by $by -l - <s >got && nt-favor --by $by -l | same got || return 1; done && nt-favor -p - <s | sort >got && nt-favor -p | same got'
t 'namesakes stand by path, in whatever order they come' '
	book && for f in b a c; do printf -- "---\nname: Sam\n---\n- 2026-01-01 gave: x\n- [ ] owe: y $f\n" >people/$f.md; done && is "$(rows path | xargs)" "people/a.md people/b.md people/c.md" &&
	nt-find -s -S path:desc >s && nt-favor -l - <s >got && nt-favor -l | same got && on-tty nt-favor - <s >got && on-tty nt-favor | same got && sed "/owe: y/d" s >t && is "$(rows path - <t | xargs)" "people/a.md people/b.md people/c.md"'
t 'without a book, and of new notes, what they say' '
	mkdir x && cd x && printf -- "---\nnt-rev: new\nkind: person\nname: N\ntags: [t]\norg: \"[[O]]\"\n---\n- 2026-01-01 gave: x\n\f\n---\nnt-rev: new\nkind: person\nname: N\norg: O\n---\n- 2026-01-01 got: x\n\f\n" >s &&
	is "$(nt-favor -l - <s)" "$(printf "N\t0\t1\t0\t0\t\nN\t1\t0\t0\t0\t")" && is "$(rows name,gave,got --by org - <s)" "O 1 1" &&
	sed "/^nt-rev/i nt-path: people/n.md" s >t && is "$(rows path,gave - <t | paste -s -d "|" -)" "people/n.md 0|people/n.md 1"'
t 'nothing: the status says it, and what would be something' '
	book && code 1 nt-favor 2>err && printf -- "---\nname: Ada\n---\n" >people/ada.md && code 1 nt-favor ada 2>err >out && is "$(cat out)" "" && has err "nt-favor: no favours; nt-log NAME gave: TEXT notes one" &&
	code 1 on-tty nt-favor ada && code 1 nt-favor -t && code 1 nt-favor nobody 2>err && hasnt err "no favours"'
t 'a query may ask for what others say' '
	small && is "$(rows name "gave:4.." entry:got)" "Ada Lovelace" && is "$(rows name --by org "gave:4..")" Acme && is "$(rows name "gave:..1" and got:)" Bob'
t 'a broken note is told and hides nobody' '
	small && printf -- "---\nname: [\n---\n" >people/x.md && code 2 nt-favor -l >out 2>err && is "$(wc -l <out)" 2 && has err people/x.md && code 2 nt-favor -p 2>err >out && is "$(wc -l <out)" 2'
t 'on a terminal: promises with their day, people, and all' '
	small && COLUMNS=80 NO_COLOR=1 on-tty nt-favor >got && same got <<-E
	owed  since 2026-03-03       Bob: a lamp
	owe   since 2026-10-01       Bob: a visit
	owe   2026-11-20, 4d late    Ada Lovelace: a lunch at Acme
	owed  no date                Bob: a bed

	name          gave  got  +/-  owe  owed                 gave│got
	Ada Lovelace     4    2   +2    1                       ████│██
	Bob              1    2   -1    1     2                    █│██

	In all: people 2, gave 5, got 4, balance +1, owe 2, owed 2
	E'
t 'days: today, ahead; in colour only where it is wanted' '
	book && printf -- "---\nname: Ada\n---\n- [ ] 2026-11-24 owe: a\n- [ ] 2026-11-25 owed: b\n- [ ] 2026-11-23 owe: c\n" >people/ada.md && NO_COLOR=1 COLUMNS=80 on-tty nt-favor | head -n 3 >got && same got <<-E &&
	owe   2026-11-23, 1d late    Ada: c
	owe   2026-11-24, today      Ada: a
	owed  2026-11-25, in 1d      Ada: b
	E
	nt-favor -t --color=always >out && has out "$(printf "\033[31m2026-11-23, 1d late\033[0m")" && has out "$(printf "\033[2m2026-11-24, today\033[0m")" &&
	printf -- "- 2026-01-01 owe: d\n" >>people/ada.md && nt-favor -t --color=always | has - "$(printf "\033[2msince 2026-01-01\033[0m")" && nt-favor -t >out && hasnt out "$(printf "\033")"'
t 'of one person the years; -n and -o' '
	small && COLUMNS=80 NO_COLOR=1 on-tty nt-favor ada >got && same got <<-E &&
	owe   2026-11-20, 4d late    Ada Lovelace: a lunch at Acme

	year    gave  got  +/-  owe  owed                  gave│got
	2025       1    0   +1                                █│
	2026       3    1   +2    1                         ███│█
	(none)     0    1   -1                                 │█

	Ada Lovelace: gave 4, got 2, balance +2, owe 1, owed 0
	E
	COLUMNS=80 NO_COLOR=1 on-tty nt-favor -n 1 >got && same got <<-E &&
	owed  since 2026-03-03       Bob: a lamp

	name          gave  got  +/-  owe  owed                 gave│got
	Ada Lovelace     4    2   +2    1                       ████│██

	In all: people 2, gave 5, got 4, balance +1, owe 2, owed 2
	E
	on-tty nt-favor -o name,balance >got && printf "name  balance\nBob        -1\nAda Lovelace 2\n" | tr -s " " >want && NO_COLOR=1 on-tty nt-favor -o name,balance | tr -s " " | same - want &&
	code 1 on-tty nt-favor -n 0 >out && is "$(cat out)" ""'
t 'at 40 columns no line is wider, at 80 neither' '
	small && printf -- "---\nname: A very long name that nobody would cut\n---\n" >people/long.md && { seq -f "- 2024-01-01 gave: %g" 300; seq -f "- 2025-01-01 got: %g" 1234; echo "- [ ] owe: a promise of so many words that it has to be broken in more than one place, and then again and again until it is cut off, for it goes on and on"; echo "- [ ] 2030-01-01 owe: z"; } >>people/long.md &&
	for width in 28 40 59 60 80 120; do for by in "" --by=tag --by=org --by=year long; do
		COLUMNS=$width NO_COLOR=1 on-tty nt-favor $by >out && wide=$(wc -L <out) && [ "$wide" -le "$width" ] && [ "$wide" -le 100 ] && ! sed "/^\$/q" out | grep "^ow.* \$" || { echo "$width $by: $wide" && cat out && return 1; }
	done; done && COLUMNS=40 NO_COLOR=1 on-tty nt-favor --by year >got && same got <<-E &&
	year    gave   got    +/-    gave│got
	2024     300     0   +300      ██│
	2025       1  1234  -1233       █│██████
	2026       4     3     +1       █│█
	(none)     0     1     -1        │█

	In all: people 3, gave 305, got 1238,
	balance -933, owe 4, owed 2
	E
	COLUMNS=30 NO_COLOR=1 on-tty nt-favor --by year | head -n 2 >got && same got <<-E &&
	year    gave   got    +/-   │
	2024     300     0   +300  █│
	E
	COLUMNS=59 on-tty nt-favor bob or ada >out && hasnt out "│" && COLUMNS=60 on-tty nt-favor bob or ada | has - "│"'
t 'promises alone, where there is no room for their columns' '
	book && printf -- "---\nname: Ada\n---\n- [ ] 2026-11-24 owe: a\n" >people/ada.md && COLUMNS=40 NO_COLOR=1 on-tty nt-favor >got && same got <<-E
	owe   2026-11-24, today  Ada: a

	Ada: gave 0, got 0, balance 0, owe 1,
	owed 0
	E'
t 'a bar is never empty where there is a favour' '
	book && { printf -- "---\nname: A\n---\n"; seq -f "- 2026-01-01 gave: %g" 1000; echo "- 2026-01-01 got: x"; } >people/a.md && printf -- "---\nname: B\n---\n- 2026-01-01 got: x\n" >people/b.md &&
	COLUMNS=80 NO_COLOR=1 on-tty nt-favor >out && has out "█│█" && is "$(grep -o "█*│" out | sed 1d | wc -m | xargs)" "24"'
t 'text of notes drives no terminal' '
	book && e=$(printf "\033") && printf -- "---\nname: \"A\\\\e[2J\"\ntags: [\"t\\\\e[2J\"]\norg: \"o\\\\e[2J\"\n---\n- [ ] 2026-11-20 owe: x$e[2Jy [[p|z$e[2J]]\n- 2026-11-01 gave: q\n" >people/a.md && for arg in -t -l "-t -o name,promise" --by=tag --by=org; do
		NO_COLOR=1 on-tty nt-favor $arg >out && hasnt out "$e" && has out "^[[2J" || return 1
	done'
t 'random books: nt-favor answers as a plain reader of the same notes' '
	{ command -v python3 >/dev/null || skip "no python3"; }
	PYTHONDONTWRITEBYTECODE=1 python3 "$TOP/tests/favor.py"'
done_testing
