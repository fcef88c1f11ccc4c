#!/bin/sh
. "${0%/*}/lib.sh"

FIX=$TOP/tests/fixtures/dup
person() { note "people/$1.md"; }
# shellcheck disable=SC2059
two() { book && printf -- "---\n$1---\n" >people/a.md && printf -- "---\n$2---\n" >people/b.md; }
judged() { python3 "$TOP/tests/dup.py" make "$FIX/$1" && nt-dup -l >pairs && python3 "$TOP/tests/dup.py" judge "$FIX/$1" pairs; }

t 'of the labelled pairs, the half that was looked at: precision 0.95, recall 0.85' 'judged learn.tsv'
t 'of the labelled pairs, the half that was not' 'judged test.tsv'
t 'both halves in one book' '
	cat "$FIX/learn.tsv" >all && sed "/^#/d" "$FIX/test.tsv" >>all && python3 "$TOP/tests/dup.py" make all && nt-dup -l >pairs &&
	python3 "$TOP/tests/dup.py" judge all pairs'

t 'a pair: its columns, and JSON' '
	two "name: Robert Rae\nemail: r@x.example\n" "name: Bob Rae\nemail: R@x.example\n" &&
	is "$(nt-dup -l)" "$(printf "0.92\tRobert Rae\tBob Rae\tsame email r@x.example; short form of the name\tpeople/a.md\tpeople/b.md")" &&
	nt-dup -j >got && has got "\"score\":0.92" && has got "\"why\":[\"same email r@x.example\", \"short form of the name\"]"'
t 'a name alone is no pair, nor a phone of two given names' '
	two "name: Anna Schmidt\n" "name: Anna Schmidt\n" && code 1 nt-dup -l &&
	two "name: Jan Rae\nphone: +44 1632 960001\naddress: 1 Low Road\n" "name: Una Rae\nphone: +44 1632 960001\naddress: 1 Low Road\n" && code 1 nt-dup -l --min 0'
t 'an empty book, a broken note' '
	book && code 1 nt-dup -l && printf -- "---\nname: [\n---\n" >people/x.md && code 2 nt-dup -l 2>err && has err people/x.md'
t 'phones compare by the country of the note, else of the book' '
	two "name: Ada Rae\nphone: 030 123456\n" "name: Ada Rae\nphone: +4930123456\n" && code 1 nt-dup -l &&
	printf -- "---\nkind: book\ncountry: de\n---\n" >book.md && code 0 nt-dup -l >out && has out "same phone" &&
	two "name: Ada Rae\nphone: 030 123456\ncountry: FR\n" "name: Ada Rae\nphone: +4930123456\n" && printf -- "---\nkind: book\ncountry: de\n---\n" >book.md && code 1 nt-dup -l'
t 'an info@ is nobody, a phone of three names is that of a house' '
	two "name: Ada Rae\nphone: +44 1632 960001\n" "name: A. Rae\nphone: +44 1632 960001\n" && nt-dup -l &&
	printf -- "---\nname: Zoe Quill\nphone: +44 1632 960001\n---\n" >people/c.md && code 1 nt-dup -l'
t 'a query: at least one of the two; a stream the same' '
	two "name: Ada Rae\nemail: r@x.example\n" "name: Ada Rae\nemail: r@x.example\ncity: Rome\n" &&
	nt-dup -l city:Rome >one && nt-find -s city:Rome | nt-dup -l - >two && same one two && test -s one && code 1 nt-dup -l name:Zoe 2>err'
t 'the notes of the pairs: -p, -s' '
	two "name: Ada Rae\nemail: r@x.example\n" "name: Ada Rae\nemail: r@x.example\n" && echo "# Zoe" >people/c.md &&
	is "$(nt-dup -p)" "people/a.md
people/b.md" && is "$(nt-dup -s | nt-find -p -)" "$(nt-dup -p)"'
t '-n stops, --min lowers the bar, and both say what they do not take' '
	two "name: Ada Rae\norg: X\n" "name: Adam Rae\norg: X\n" && code 1 nt-dup -l &&
	cp people/a.md people/c.md && cp people/a.md people/d.md && is "$(nt-dup -l -n 2 | wc -l)" 2 && code 2 nt-dup --min x 2>err && has err "not a score" &&
	code 2 nt-dup --dry-run 2>err && has err "only --differ"'
t 'conflict copies of any kind are pairs; a number only if the name is one' '
	book && mkdir notes && for f in "x" "x (conflicted copy 2026-01-02)" "x.sync-conflict-20260102-101010-ABCDEFG" "x~HEAD"; do
		printf -- "---\nkind: note\n---\n# List\n" >"notes/$f.md"; done && is "$(nt-dup -l | wc -l)" 6 && nt-dup -l >out && has out "copy of the file" &&
	rm notes/* && printf -- "---\nkind: note\n---\n# One\n" >"notes/x.md" && printf -- "---\nkind: note\n---\n# Two\n" >"notes/x (1).md" && code 1 nt-dup -l &&
	printf -- "---\nkind: note\n---\n# One\n" >"notes/x (1).md" && is "$(nt-dup -l -o path,otherpath)" "$(printf "notes/x.md\tnotes/x (1).md")"'
t 'what is private pairs, and is shown to nobody else' '
	two "name: Ada Rae\nphone:\n  private: +44 1632 960001\n" "name: Ada Rae\nphone: +44 1632 960001\n" &&
	nt-dup -l >out && has out "same phone (private)" && hasnt out 960001 && on-tty nt-dup >out && has out 960001'
t '--differ: in both notes, once, and never shown again' '
	two "name: Ada Rae\nemail: r@x.example\n" "name: Ada  Rae\nemail: r@x.example\n" && nt-dup -l && nt-dup --differ -n a b >patch && has patch "+not" &&
	nt-dup -l && code 0 nt-dup --differ people/a.md people/b.md && code 1 nt-dup -l && cp -r people .was && code 0 nt-dup --differ b a && same .was/a.md people/a.md && same .was/b.md people/b.md'
t '--differ: two notes with one name are told apart by their files; either note is enough' '
	two "name: Ada Rae\nemail: r@x.example\n" "name: Ada Rae\nemail: r@x.example\n" && nt-dup --differ people/a.md people/b.md && has people/a.md "[[b]]" && has people/b.md "[[a]]" &&
	nt-set people/b.md not= && code 1 nt-dup -l && nt-set people/a.md not= && nt-dup -l'
t '--differ: what it refuses' '
	two "name: Ada Rae\n" "name: Bea Rae\n" && code 2 nt-dup --differ a a 2>err && has err "this one note" && code 1 nt-dup --differ a zoe 2>err && has err zoe &&
	code 2 nt-dup --differ a 2>err && code 2 nt-dup --differ a b c 2>err && code 2 nt-dup --differ - a 2>err'
t 'nothing quadratic: 3000 of one name and org take no longer than 3000 of many' '
	book && i=0 && while [ $i -lt 3000 ]; do printf -- "---\nname: Wang Wei\norg: X\nphone: +86 1\nbirthday: 1990-01-01\n---\n" >people/$i.md; i=$((i + 1)); done &&
	code 1 nt-dup -l && printf -- "---\nname: Wang Wei\nemail: w@x.example\n---\n" >people/x.md && cp people/x.md people/y.md && is "$(nt-dup -l | wc -l)" 1'
t 'without a book: a stream is judged by itself' '
	printf -- "---\nnt-rev: new\nname: Ada Rae\nemail: r@x.example\n---\n\f\n---\nnt-rev: new\nname: Rae, Ada\nemail: r@x.example\n---\n\f\n" >s &&
	is "$(nt-dup -l -o name,other - <s)" "$(printf "Ada Rae\tRae, Ada")" && code 1 nt-dup -p - <s'
t 'birthdays that differ, a junior and a senior: only when asked for little' '
	two "name: Ada Rae\nphone: +44 1632 960001\nbirthday: 1950-01-01\n" "name: Ada Rae\nphone: +44 1632 960001\nbirthday: 1980-01-01\n" && code 1 nt-dup -l && nt-dup -l --min 0.5 &&
	two "name: Ada Rae jr.\nphone: +44 1632 960001\n" "name: Ada Rae sr\nphone: +44 1632 960001\n" && code 1 nt-dup -l && code 1 nt-dup -l --min 0.5 && nt-dup -l --min 0.4'
t 'a name of five notes wants more than an org; notes of a hostile name are shown as text' '
	book && for i in 1 2 3 4; do printf -- "---\nname: Ada Rae\norg: Mill\n---\n" >people/$i.md; done && is "$(nt-dup -l | wc -l)" 6 && cp people/1.md people/5.md && code 1 nt-dup -l &&
	two "name: \"Ada \\\\e[31mRae\"\nemail: r@x.example\n" "name: Ada Rae\nemail: r@x.example\n" && rm people/[0-9].md && on-tty nt-dup -o name,other,why >out && hasnt out "$(printf "\033[31mRae")"'
t 'a link cycle and a link to oneself are no matter' '
	two "name: Ada Rae\nemail: r@x.example\nfriend: \"[[b]]\"\n" "name: Ada Rae\nemail: r@x.example\nfriend: [\"[[a]]\", \"[[b]]\"]\nnot: \"[[b]]\"\n" && is "$(nt-dup -l | wc -l)" 1'
t '--differ: what is wrong with another note is no failure' '
	two "name: Ada Rae\n" "name: Bea Rae\n" && printf -- "---\nname: [\n---\n" >people/x.md && code 0 nt-dup --differ people/a.md people/b.md && has people/b.md "[[Ada Rae]]" &&
	code 2 nt-dup --differ people/a.md people/x.md'
# pair FRONT BODY FRONT BODY: ada and king
# shellcheck disable=SC2059
pair() {
	book && printf -- "---\nname: Ada Lovelace\n$1---\n$2" >people/ada.md && printf -- "---\nname: Ada King\n$3---\n$4" >people/king.md
}

t '--join: the first keeps its fields and gets what the other has besides' '
	pair "email: a@x.org\ncity: London\ntags: [m]\nbirthday: 1815\n" "" "email: [A@x.org, k@x.org]\ncity: Ockham\ntags: m, poet\nphone: 1\nbirthday: 1815-12-10\naliases: [Countess]\n" "" && nt-dup --join ada "Ada King" >out &&
	is "$(cat people/ada.md)" "$(printf -- "---\nname: Ada Lovelace\nemail: [a@x.org, k@x.org]\ncity: London\ntags: [m, poet]\nbirthday: 1815-12-10\nphone: 1\naliases: [Countess, Ada King]\nfrom:\n  king:\n    city: Ockham\n---")" &&
	! [ -e people/king.md ] && has out "people/ada.md:1: is people/king.md too" && nt-find -p king >out && is "$(cat out)" people/ada.md'

t '--join: entries go to the log, each once; all other text to the end, byte for byte' '
	pair "" "\n## Log\n\n- 2026-01-01 call: first\n- 2026-03-01 call: both\n" "" "\n# Ada King\n\nPlays *chess*  \nand go.\n\n## Log\n\n- 2026-02-01 dinner: between\n  with more\n  - a guest\n- 2026-03-01 call: both\n- [ ] owe: the proof\n\n## Likes\n\n- tea\n" &&
	nt-dup --join ada king >out && sed 1,3d people/ada.md >body && same body <<-E &&
		  - Ada King
		---

		## Log

		- 2026-01-01 call: first
		- 2026-02-01 dinner: between
		  with more
		  - a guest
		- 2026-03-01 call: both
		- [ ] owe: the proof

		## Ada King

		Plays *chess*$(printf "  ")
		and go.

		## Likes

		- tea
	E
	is "$(nt-journal -l | wc -l)" 4'

t '--join: links lead to the first, whatever their form' '
	pair "" "" "aliases: [Countess]\n" "" && mkdir people/far && printf -- "---\nname: Bob\nspouse: \"[[Ada King|her]]\"\n---\n[[king]] [[people/king]] [x](king.md) [y][r] [[Countess]]\n\n[r]: king.md\n" >people/bob.md && printf "[z](../king.md#log)\n" >people/far/z.md && nt-dup --join ada king >out &&
	is "$(cat people/bob.md)" "$(printf -- "---\nname: Bob\nspouse: \"[[Ada Lovelace|her]]\"\n---\n[[ada]] [[people/ada]] [x](ada.md) [y][r] [[Countess]]\n\n[r]: ada.md")" && is "$(cat people/far/z.md)" "[z](../ada.md#log)" && nt-check'

t '--join: names and files that several have get a path; links of the other in another folder still lead there' '
	book && mkdir -p people/b orgs && printf -- "---\nname: Sam\n---\n" >people/sam.md && printf -- "---\nname: Sam\n---\n" >people/b/sam.md && printf -- "---\nname: Samuel\n---\n[o](../orgs/o.md) [s](samuel.md)\n" >people/samuel.md && echo "# O" >orgs/o.md && echo "[[Samuel]] [[samuel]]" >people/x.md &&
	nt-dup --join people/b/sam.md samuel >out && is "$(cat people/x.md)" "[[people/b/sam]] [[people/b/sam]]" && has people/b/sam.md "[o](../../orgs/o.md) [s](sam.md)" && code 0 nt-check people/b'

t '--join: what is private stays so' '
	pair "private: {a: 1}\nemail: {private: x@x.org}\n" "\n# Private\n\nHush a.\n" "private: {a: 2, b: 3}\nemail: {private: [x@x.org, y@x.org]}\nphone: {private: 5}\n" "\nOpen b.\n\n## Private\n\n- 2026-01-01 call: hush b\n\nHush.\n" && nt-dup --join ada king >out && nt-find -j ada >json && hasnt json y@x.org && hasnt json "\"5\"" && hasnt out hush &&
	nt-show ada | hasnt - hush && nt-journal -l >j; hasnt j hush && has people/ada.md "Open b." && has people/ada.md y@x.org && is "$(grep -n "Open b" people/ada.md | cut -d: -f 1)" "$(grep -n -A 2 "^# Ada King" people/ada.md | tail -n 1 | cut -d- -f 1)"'

t '--join: said, and nothing written: one note, kinds, not:, nobody, a label with two meanings, a note that is no note' '
	pair "" "" "" "" && cp -R . ../old && code 2 nt-dup --join ada ada 2>err && has err "both are this note" && code 0 nt-dup --join "Ada Lovelace" ada && code 2 nt-dup --join ada ADA && code 0 nt-dup --join ada "ada lovelace" && code 2 nt-dup --join people/ada.md people/ada.md 2>err && has err "both are this note" && code 1 nt-dup --join ada zork && code 2 nt-dup --join ada && code 2 nt-dup --join --differ ada king && code 2 nt-dup --join ada - &&
	printf -- "---\nname: O\nkind: org\n---\n" >people/o.md && code 2 nt-dup --join ada o 2>err && has err "of another kind" && rm people/o.md && diff -r -x .nt-lock . ../old -x err && nt-dup --differ ada king >out && code 2 nt-dup --join ada king 2>err && has err "not: says" &&
	pair "" "[x][r]\n\n[r]: bob.md\n" "" "[y][R]\n\n[R]: cy.md\n" && code 2 nt-dup --join ada king 2>err && has err "people/king.md: both notes define [r]" && [ -e people/king.md ] && pair "" "[x][r]\n\n[r]: bob.md\n" "" "## Private\n\n[y][r]\n\n[r]: cy.md\n" && code 2 nt-dup --join ada king 2>err && has err "define [(private)]" && pair "" "\n\`\`\`\n" "" "- 2026-01-01 call: x\n" && cp people/ada.md a && code 2 nt-dup --join ada king 2>err && cmp a people/ada.md && [ -e people/king.md ]'

t '--join: whom nt-remind --once has named stays named, and -n takes nothing down' '
	pair "" "" "cadence: 1w\n" "- 2026-01-01 call: x\n" && nt-due | nt-remind --once >out && has .nt-reminded people/king.md && nt-dup --join -n ada king >out && has .nt-reminded people/king.md && nt-dup --join ada king >out && is "$(cut -f 2 .nt-reminded)" people/ada.md &&
	nt-due | NT_TODAY=2026-11-25 nt-remind --once --if-any >out && is "$(cat out)" ""'

t '--join: -n is a patch that git takes, and the same; git undoes it' '
	{ command -v git >/dev/null || skip "no git"; }
	pair "" "A.\n" "city: Rome\n" "B.\n- 2026-01-01 call: x\n" && echo "[[king]]" >people/x.md && git init -q . && git add . && git -c user.name=x -c user.email=x commit -qm x && nt-dup --join -n ada king >../p && git diff --quiet && git apply ../p && cp -R people ../joined && git checkout -q . && [ -e people/king.md ] &&
	nt-dup --join ada king >out && diff -r people ../joined && git checkout -q . && git diff --quiet'

t '--join: again ends what was stopped; links to oneself are told; another broken note is no failure' '
	pair "friend: \"[[Ada King]]\"\n" "" "city: Rome\n" "B.\n- 2026-01-01 call: x\n" && cp people/king.md ../king && nt-dup --join ada king 2>err >out && has err "links to itself now" && cp people/ada.md ../want && cp ../king people/king.md && nt-dup --join ada "Ada King" >out 2>err && cmp people/ada.md ../want && ! [ -e people/king.md ] &&
	cp ../king people/king.md && printf -- "---\n\tx: [[king]]\n---\n" >people/bad.md && code 0 nt-dup --join ada people/king.md >out 2>err && has err "people/bad.md cannot be read"'

t '--join: an entry is there only if it is the same to the byte, with its box and all that is nested in it' '
	pair "" "- 2026-03-01 call: both\n- [ ] owe: the proof\n\n## Private\n\n- 2026-04-01 call: hidden\n" "" "- 2026-03-01 call: both\n  - she moves in May\n- [x] 2026-05-01 owe: the proof\n- 2026-04-01 call: hidden\n" && nt-dup --join ada king >out && has people/ada.md "she moves in May" && has people/ada.md "[x] 2026-05-01 owe: the proof" && has people/ada.md "[ ] owe: the proof" &&
	is "$(nt-journal -l -o date,text -k call | grep -c hidden)" 1'

t '--join: text is there already only as whole lines' '
	pair "" "She likes tea and jam.\n" "" "jam.\n" && nt-dup --join ada king >out && is "$(tail -n 1 people/ada.md)" jam. && pair "" "A.\n\nShe likes\ntea\n\nB.\n" "" "She likes\ntea\n" && nt-dup --join ada king >out && is "$(grep -c tea people/ada.md)" 1'

t '--join: a heading of the log stays where something is below it, and in a quote' '
	pair "" "" "" "## Log\n\nSince the ball.\n\n- 2026-03-01 call: x\n" && nt-dup --join ada king >out && has people/ada.md "Since the ball." && is "$(grep -c "^## Log" people/ada.md)" 2 && pair "" "" "" "> # Ada King\n\n## Log\n\n### 2026\n\n- 2026-03-01 call: x\n" && nt-dup --join ada king >out && has people/ada.md "> # Ada King" && has people/ada.md "### 2026"'

t '--join: an entry that is a heading stays in its text, once' '
	pair "" "- 2026-01-01 call: a\n" "" "### 2026-09-14 call: hers\n\nAbout tea.\n\n- 2026-02-01 call: b\n" && nt-dup --join ada king >out && is "$(nt-journal -l -o date,text | sort | tr "\t\n" " |")" "2026-01-01 a|2026-02-01 b|2026-09-14 hers|" && has people/ada.md "About tea."'

t '--join: what an import said of the first stays, and what it said of the other is kept' '
	pair "city: Rome\nfrom:\n  li: {city: Rome, org: A}\n" "" "city: Oslo\nfrom:\n  li: {city: Oslo, org: A, title: T}\n  go: {city: Oslo}\n" "" && nt-dup --join ada king >out && nt-find -j ada >json && python3 -c "
import json
f = json.load(open(\"json\"))[\"fields\"]
assert f[\"city\"] == \"Rome\", f
assert f[\"from\"][\"li\"] == {\"city\": \"Rome\", \"org\": \"A\", \"title\": \"T\"} and f[\"from\"][\"go\"] == {\"city\": \"Oslo\"}, f
assert f[\"from\"][\"king\"][\"city\"] == \"Oslo\" and f[\"from\"][\"king\"][\"li\"] == {\"city\": \"Oslo\"}, f"'

t '--join: a file name is an alias only where it says a word that no name has, or a link by it may be left' '
	pair "" "" "" "" && mv people/king.md people/ada-lovelace-2.md && printf "[[ada-lovelace-2]] [[Ada King]]\n" >people/x.md && nt-dup --join ada "Ada King" >out &&
	is "$(sed -n "/aliases/,\$ p" people/ada.md)" "$(printf "aliases:\n  - Ada King\n---")" && is "$(cat people/x.md)" "[[ada]] [[Ada Lovelace]]" && nt-check &&
	pair "" "" "" "" && mv people/king.md people/lizzie.md && nt-dup --join ada "Ada King" >out && has people/ada.md "  - lizzie" &&
	pair "" "" "" "" && printf -- "---\n\tx: y\n---\n[[king]]\n" >people/bad.md && nt-dup --join ada king >out 2>err && has people/ada.md "  - king" && rm people/bad.md &&
	pair "" "" "" "" && rm people/king.md && echo x >"people/ada (conflicted copy 2026-01-02).md" && nt-dup --join people/ada.md people/ada?*.md >out && hasnt people/ada.md aliases'

t '--join: once it is done, the same again says so and changes nothing' '
	pair "" "" "city: Rome\n" "B.\n- 2026-01-01 call: x\n" && nt-dup --join ada king >out && cp people/ada.md ../want && code 0 nt-dup --join ada king >out 2>err && has err "people/ada.md: '"'ada' and 'king'"' are one note already" && ! [ -s out ] && code 0 nt-dup --join "Ada Lovelace" "Ada King" && code 0 nt-dup --join -n ada king >out && ! [ -s out ] &&
	code 1 nt-dup --join ada people/king.md 2>err && has err "if it was joined with people/ada.md, that is done" && cmp people/ada.md ../want &&
	two "name: Ada Rae\n" "name: Ada Rae\n" && nt-dup --join people/a.md "Ada Rae" >out && ! [ -e people/b.md ] && code 0 nt-dup --join people/a.md "Ada Rae" 2>err && has err "one note already"'

t '--join: a list that links to both says it once, and keeps what it had twice before' '
	pair "friend: [\"[[Bob]]\", \"[[king]]\"]\n" "" "friend: [\"[[people/bob]]\", \"[[Cy]]\"]\n" "" && echo >people/bob.md && mkdir groups &&
	printf -- "---\nmembers: [\"[[Bob]]\", \"[[Ada Lovelace]]\", \"[[Ada King]]\", \"[[king]]\"] # all\nx:\n  - \"[[people/king]]\"\n  - \"[[KING]]\"\ny:\n  - \"[[ada]]\"\n  # c\n  - \"[[king|her]]\"\nz: [\"[[ada]]\", \"[[Ada Lovelace]]\"]\nw: [\"[[king]] and [[ada]]\", \"[[ada]]\"]\n---\n- [[king]]\n- [[ada]]\n" >groups/g.md && nt-dup --join ada king >out 2>err && sed 1d groups/g.md >got && same got <<-E &&
		members: ["[[Bob]]", "[[Ada Lovelace]]"] # all
		x:
		  - "[[people/ada]]"
		y:
		  # c
		  - "[[ada|her]]"
		z: ["[[ada]]", "[[Ada Lovelace]]"]
		w: ["[[ada]] and [[ada]]", "[[ada]]"]
		---
		- [[ada]]
		- [[ada]]
	E
	has people/ada.md "friend: [\"[[Bob]]\", \"[[ada]]\", \"[[Cy]]\"]" &&
	printf -- "---\nname: G1\nmembers: [\"[[bob]]\"]\nlead: \"[[bob]]\"\n---\n" >groups/g1.md && printf -- "---\nname: G2\nmembers: [\"[[Bob]]\", \"[[people/bob]]\"]\nlead: \"[[Bob]]\"\n---\n" >groups/g2.md && nt-dup --join g1 g2 >out && is "$(sed -n 3,5p groups/g1.md)" "members: [\"[[bob]]\"]
lead: \"[[bob]]\"
aliases: [G2]"'

t '--join: no line comes into a comment, nor out of one; none stands where it is no entry' '
	pair "" "## Log\n\n- 2026-01-01 call: x\n\n%%%%\n- 2026-01-20 call: z\n%%%%\n" "" "%%%%\n- 2026-01-15 note: hid\n%%%%\n\n- 2026-01-16 call: y\n- 2026-01-20 call: z\n" && nt-dup --join ada king >out && sed 1,5d people/ada.md >body && same body <<-E &&
		## Log

		- 2026-01-01 call: x
		- 2026-01-16 call: y
		- 2026-01-20 call: z

		%%
		- 2026-01-20 call: z
		%%

		## Ada King

		%%
		- 2026-01-15 note: hid
		%%
	E
	for open in "\`\`\`" "<!--" "%%%%"; do pair "" "$open\n" "" "Plays.\n" && cp people/ada.md ../want && code 2 nt-dup --join ada king 2>err && has err "without an end" && cmp people/ada.md ../want && [ -e people/king.md ] || return 1; done &&
	pair "" "%%%%\nx\n" "" "- 2026-01-01 call: x\n" && code 2 nt-dup --join ada king 2>err && has err "people/ada.md:4: a comment without an end"'

t '--join: a note that its file names keeps that name' '
	book && printf "Text.\n" >people/ada.md && printf -- "---\nname: Ada King\n---\n# The Countess\n\nMore.\n" >people/king.md && nt-dup --join ada king >out && is "$(nt-find -l -o name people/ada.md)" ada && has people/ada.md "# The Countess"'

t '--join: links whose path led nowhere lead to the first, again is the same' '
	book && mkdir people/sub && printf -- "---\nname: A\n---\n" >people/a.md && printf -- "---\nname: B\n---\n[x](../people/sub/b.md) here\n" >people/sub/b.md && echo "# B too" >people/b.md && cp people/sub/b.md ../b && nt-dup --join a people/sub/b.md >out && has people/a.md "[x](a.md) here" && cp people/a.md ../want && cp ../b people/sub/b.md && nt-dup --join a people/sub/b.md >out 2>err && cmp people/a.md ../want'

t '--join: labels that the first does not have are kept; a comment that goes is told' '
	pair "email: a@x.org\n" "" "# from the ball\nemail: {work: k@x.org}\n" "" && nt-dup --join ada king >out 2>err && has people/ada.md "  - k@x.org" && sed -n "/king:/,\$p" people/ada.md | has - "work: k@x.org" && has err "people/king.md: comments in its front matter are not taken over"'

t '--join: line ends are those of the note' '
	pair "" "" "" "" && printf -- "---\r\nname: Ada Lovelace\r\n---\r\n\r\n- 2026-01-01 call: a\r\n" >people/ada.md && printf -- "---\nname: Ada King\n---\n\n- 2026-01-02 call: b\n" >people/king.md && nt-dup --join ada king >out && is "$(grep -c "$(printf "\r")\$" people/ada.md)" "$(wc -l <people/ada.md)"'

t '--join: random people of random books: nothing is lost, and again is the same' '
	{ command -v python3 >/dev/null || skip "no python3"; }
	PYTHONDONTWRITEBYTECODE=1 python3 "$TOP/tests/join.py"'

done_testing
