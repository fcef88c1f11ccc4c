#!/bin/sh
. "${0%/*}/lib.sh"

A=people/ada.md

# ada BYTES: a book with people/ada.md, written by printf %b
ada() {
	[ -f book.md ] || book
	printf '%b' "$1" >"$A"
}

# person BYTES: the same with these lines as front matter
person() {
	ada "---\nname: Ada\n$1---\n"
}

# finds STATUS LINES: what nt-check says of the whole book, nothing on standard error
finds() {
	want=$1 && shift
	code "$want" nt-check >got 2>err && same /dev/null err && printf '%b' "$1" | same got
}

# mends BYTES WANT: of people/ada.md
mends() {
	ada "$1" && printf '%b' "$2" >want && code 0 nt-check --fix people/ada.md >out && cmp people/ada.md want && finds 0 ""
}

t 'a clean book' '
	book && finds 0 "" && person "email: ada@example.org\nmet: 2024-05\n" && finds 0 "" && code 0 nt-check --strict'

t 'bytes: NUL, not UTF-8' '
	ada "---\nname: Ada\n---\n\nx\0000y\n" && finds 1 "$A:5:2: error: a NUL byte [bytes]\n" &&
	ada "---\nname: Ada\n---\n\nab\0377\n" && finds 1 "$A:5:3: error: not UTF-8 [bytes]\n"'

t 'conflict: in front matter and body' '
	ada "---\nname: Ada\n<<<<<<< HEAD\ncity: Oslo\n=======\n>>>>>>> x\n---\n" &&
	finds 1 "$A:3:1: error: a conflict marker of git: settle the merge first [conflict]\n" &&
	ada "# Ada\n\n<<<<<<< HEAD\n" && code 1 nt-check >got && has got "$A:3:1: error: "'

t 'yaml: does not parse, is no mapping' '
	person "city: [a\n" && code 1 nt-check >got && has got "[yaml]" && has got "$A:" && is "$(wc -l <got)" 1 &&
	person "\tcity: a\n" && code 1 nt-check >got && has got "$A:3:1: error: " &&
	ada "---\n- a\n- b\n---\n" && finds 1 "$A:2:1: error: no keys: write \0047key: value\0047, with a blank behind the colon [yaml]\n" &&
	ada "---\nonly words\n---\n" && finds 1 "$A:2:1: error: no keys: write \0047key: value\0047, with a blank behind the colon [yaml]\n"'

t 'yaml: the words say what to do, and never quote a note that may be private' '
	person "private: Secret: x\n" && finds 1 "$A:3:16: error: a value that holds \0047: \0047 needs quotes: \"...\" [yaml]\n" &&
	person "know: [[Al]], [[Bo]]\n" && finds 1 "$A:3:13: error: several links are a list: a line \0047- [[...]]\0047 for each [yaml]\n" &&
	for bad in "@secret" "*secret" "[secret] x" "\"secret" "\"secret\" x" "{a: secret: x}" "|secret" "secret\n\tx"; do
		person "private: $bad\n" && code 1 nt-check >got && has got "[yaml]" && hasnt got secret || return 1
	done'

t 'key-twice, nested too' '
	person "city: a\ncity: b\naddress:\n  city: x\n  city: y\n" &&
	finds 1 "$A:4:1: error: key '\''city'\'' stands twice [key-twice]\n$A:7:3: error: key '\''city'\'' stands twice [key-twice]\n"'

t 'date' '
	person "met: soon\n" && finds 1 "$A:3:6: error: not a date with a year: '\''soon'\'' [date]\n" &&
	person "birthday: 04.09.1990\n" && finds 1 "$A:3:11: error: not a date: '\''04.09.1990'\'' [date]\n" &&
	person "birthday: 2026-02-30\n" && code 1 nt-check && person "next: --11-23\n" && code 1 nt-check &&
	person "birthday: [1990-01-01]\n" && finds 1 "$A:3:11: error: '\''birthday'\'' is not a date, but a list [date]\n" &&
	person "archived: perhaps\n" && code 1 nt-check && person "archived: true\n" && finds 0 "" &&
	person "birthday: XXXX-02-29\nanniversary: --12-01\nmet: 2026\ndied: 2026-11\nverified: 2026-01-01T10:00\n" && finds 0 "" &&
	person "met: 2026/9/4\n" &&
	finds 1 "$A:3:6: error: not a date with a year: '\''2026/9/4'\''; write 2026-09-04 [date]\n"'

t 'date: of goals, and under the key of a vault' '
	book && note goals/g.md "" <<-E &&
		---
		by: later
		since: 2026
		---
	E
	finds 1 "goals/g.md:2:5: error: not a date with a year: '\''later'\'' [date]\n" &&
	printf -- "---\nkind: book\nmap: {met: first-seen}\n---\n" >book.md && rm goals/g.md &&
	person "first-seen: x\n" && finds 1 "$A:3:13: error: not a date with a year: '\''x'\'' [date]\n"'

t 'date: not in ordinary notes' '
	ada "---\nkind: chapter\nnext: \"Chapter 2\"\nlast: Chapter 0\nlevel: 3\n---\n" && finds 0 ""'

t 'span' '
	person "met: 2026\ncadence: 6 fortnights\n" &&
	finds 1 "$A:4:10: error: not a span from 1d on, auto or none: '\''6 fortnights'\'' [span]\n" &&
	person "met: 2026\ncadence: auto\n" && finds 0 "" && person "cadence: none\n" && finds 0 "" &&
	person "met: 2026\ncadence: 30\n" && finds 0 "" &&
	note lists/l.md "" <<-E &&
		---
		refresh: often
		---
	E
	finds 1 "lists/l.md:2:10: error: not a span from 1d on: '\''often'\'' [span]\n"'

t 'span: of no day there is no cadence and no refresh, but a horizon and a quiet time' '
	for none in 0d 0 0w; do rm -f lists/l.md &&
		person "met: 2026\ncadence: $none\n" && finds 1 "$A:4:10: error: not a span from 1d on, auto or none: '\''$none'\'' [span]\n" &&
		printf -- "---\nrefresh: $none\n---\n" | note lists/l.md && person "met: 2026\ncadence: 1d\n" &&
		finds 1 "lists/l.md:2:10: error: not a span from 1d on: '\''$none'\'' [span]\n" || return 1
	done && rm lists/l.md && printf -- "---\nkind: book\nhorizon: 0d\nquiet: 0d\ncadence: {friend: 0d}\n---\n" >book.md &&
	finds 1 "book.md:5:19: error: not a span: '\''0d'\'' [span]\n"'

t 'number, word' '
	person "closeness: 6\n" && finds 1 "$A:3:12: error: not a number from 1 to 5: '\''6'\'' [number]\n" &&
	person "closeness: 5\n" && finds 0 "" &&
	note techniques/t.md "" <<-E &&
		---
		level: hard
		---
	E
	finds 1 "techniques/t.md:2:8: error: not basic, advanced or wild: '\''hard'\'' [word]\n"'

t 'config: what book.md says' '
	printf -- "---\nkind: book\nlimit: few\nhorizon: 7 dd\ncadence: {friend: often}\n---\n" >book.md &&
	finds 1 "book.md:3:1: error: not a number: '\''few'\'' [config]
book.md:4:1: error: not a span: '\''7 dd'\'' [config]
book.md:5:19: error: not a span: '\''often'\'' [span]\n"'

t 'query: of lists and goals, and lists that reach themselves' '
	book && mkdir lists goals && printf -- "---\nname: A\nquery: \"( tag:x\"\n---\n" >lists/a.md &&
	finds 1 "lists/a.md:3:8: error: query: '\'')'\'' is missing [query]\n" &&
	printf -- "---\nname: A\nquery: \"@b\"\n---\n" >lists/a.md &&
	printf -- "---\nname: B\nquery: [\"@a\"]\n---\n" >lists/b.md && code 1 nt-check >got &&
	has got "lists/a.md:3:8: error: list '\''A'\'' reaches itself [query]" &&
	has got "lists/b.md:3:8: error: list '\''B'\'' reaches itself [query]" && is "$(wc -l <got)" 2 && rm lists/*.md &&
	printf -- "---\ncount: not\n---\n" >goals/g.md && code 1 nt-check >got && has got "goals/g.md:2:8: error: query: " &&
	printf -- "---\ncount: [\"@nobody\"]\n---\n" >goals/g.md && code 1 nt-check >got && has got "no list is called"'

t 'entry-date' '
	ada "# Ada\n\n- 2026-02-30 call: x\n- [ ] 2026-13-01 owe: y\n* [[2026-00-10]] z\n- 2026-01-30 call: fine\n" &&
	finds 1 "$A:3:3: error: no such day: '\''2026-02-30'\'' [entry-date]
$A:4:7: error: no such day: '\''2026-13-01'\'' [entry-date]
$A:5:5: error: no such day: '\''2026-00-10'\'' [entry-date]\n" &&
	ada "# Ada\n\n### 2026-02-30: call\n" && finds 1 "$A:3:5: error: no such day: '\''2026-02-30'\'' [entry-date]\n" &&
	ada "- 2026/9/4 call: x\n- 2026-9-4\n" && code 1 nt-check >got &&
	has got "$A:1:3: error: not a date that entries have: '\''2026/9/4'\''; write 2026-09-04 [entry-date]" && has got "$A:2:3: "'

t 'entry-date: only where an entry would be' '
	ada "# Ada\n\n## Career\n\n- 2026-02-30 x\n\n## Log\n\n> - 2026-02-30 quoted\n\n    - 2026-02-30 code\n\n- 2026-02-301 x\n- 2026-02-30x\n- 1.2.3 x\n" &&
	finds 0 ""'

t 'entry: what looks like an entry and is none' '
	ada "- [/] owe: x\n- [>] 2026-11-03 x\n- [] owe: x\n- [ ]owe: x\n- 20.11.2026 call: x\n- 3/4/2026 call: x\n- (2026-11-03) call: x\n- 2026-11-03, call: x\n- [x] **20.11.2026** y\n" &&
	code 0 nt-check >got && is "$(grep -c "warning: .*\[entry\]" got)" 9 && has got "$A:1:3: warning: not a box: '\''[/]'\''; write [ ]" &&
	has got "$A:4:3: warning: not a box: '\''[ ]'\''" && has got "$A:5:3: warning: not a date that entries have: '\''20.11.2026'\''; write 2026-11-20" &&
	has got "$A:6:3: warning: not a date that entries have: '\''3/4/2026'\''; write it as" && has got "$A:7:4: warning: a day that begins no entry: '\''2026-11-03'\''" &&
	has got "$A:8:3: " && has got "$A:9:9: " && ada "- [a](b.md) x\n- [^1] x\n- 2026-11-03-minutes\n- 1/2 x\n- **Note** x\n\n## Career\n\n- [/] x\n- 3/4/2026 x\n" && finds 0 "" 2>err || grep -q "link-dangling" got'

t 'entry: a box alone, at the end' 'ada "- [/]" && finds 0 ""'

t 'entry: boxes that the book names are boxes' '
	ada "- [/] owe: x\n- [>] x\n" && printf -- "---\nkind: book\nboxes: {\"/\": open}\n---\n" >book.md && code 0 nt-check >got && is "$(grep -c "\[entry\]" got)" 1 && has got "$A:2:3"'

t 'entry: a journal names a person in prose' '
	ada "# Ada\n" && mkdir -p journal && printf -- "- lunch with [[ada]]\n- 18:30 tea, with [[ada]]\n- [[ada]] would like it\n- lunch: [[ada]]\n- alone\n- [ ] [[ada]] to sing\n" >journal/2026-11-03.md &&
	finds 0 "journal/2026-11-03.md:1:3: warning: no kind, so no contact: write one and a colon in front, as in '\''lunch: with ...'\'' [entry]
journal/2026-11-03.md:2:3: warning: no kind, so no contact: write one and a colon in front, as in '\''lunch: with ...'\'' [entry]\n"'

t 'entry: a kind that lacks its blank is none' '
	ada "- 2026-11-03 owe:x\n- [ ] todo:y\n- 2026-11-03 call: a:b\n- 2026-11-03 https://x.org\n- 2026-11-03 gave：书\n- 2026-11-03 doi:10\n" &&
	finds 0 "$A:1:3: warning: '\''owe:'\'' is no kind: write '\''owe:'\'' and a blank behind it [entry]
$A:2:3: warning: '\''todo:'\'' is no kind: write '\''todo:'\'' and a blank behind it [entry]
$A:5:3: warning: '\''gave：'\'' is no kind: write '\''gave:'\'' and a blank behind it [entry]\n"'

t 'entry: a day whose hyphens an editor made dashes' '
	ada "- 2026–11–20 call: x\n- [ ] 2026‑12‑20 owe: x\n- 2026−11−20: y\n- 2026–11–31 z\n- 2019–2020 in Oslo\n" &&
	finds 0 "$A:1:3: warning: not a date that entries have: '\''2026–11–20'\''; write 2026-11-20 [entry]
$A:2:7: warning: not a date that entries have: '\''2026‑12‑20'\''; write 2026-12-20 [entry]
$A:3:3: warning: not a date that entries have: '\''2026−11−20'\''; write 2026-11-20 [entry]
$A:4:3: warning: not a date that entries have: '\''2026–11–31'\''; write it as YYYY-MM-DD [entry]\n"'

t 'entry: a day that its kind is glued to, one with an @' '
	ada "- 2026-11-03call: x\n- [ ] 2026-12-03owe: x\n- 2026-11-03mail>:x\n- [ ] @2026-12-03 owe: x\n- [x] @2026-11-03 call: x\n- @2026-11-03 call: x\n- 2026-11-03-minutes\n- 2026-11-03rd: x\n- @ada call: x\n- [ ] @ada 2026\n" &&
	finds 0 "$A:1:3: warning: a day that begins no entry: '\''2026-11-03'\''; it stands first, with a blank behind it [entry]
$A:2:7: warning: a day that begins no entry: '\''2026-12-03'\''; it stands behind the box, with a blank behind it [entry]
$A:3:3: warning: a day that begins no entry: '\''2026-11-03'\''; it stands first, with a blank behind it [entry]
$A:4:8: warning: a day that begins no entry: '\''2026-12-03'\''; it stands behind the box, with a blank behind it [entry]
$A:5:8: warning: a day that begins no entry: '\''2026-11-03'\''; it stands behind the box, with a blank behind it [entry]
$A:6:4: warning: a day that begins no entry: '\''2026-11-03'\''; it stands first, with a blank behind it [entry]\n"'

t 'task: a day that stands alone at the end' '
	ada "- [ ] owe: x (2026-12-03)\n- [ ] owe: x @2026-12-03\n- [ ] buy x (3.12.2026)\n- [ ] owe: x by 3/12/2026\n" &&
	code 0 nt-check >got && is "$(grep -c "3: warning: never due: .*\[task\]" got)" 4 && is "$(wc -l <got)" 4 &&
	ada "- [ ] owe: x (2026-12-03 mail)\n- [ ] owe: letter of 2026-12-03\n- [ ] 2026-12-03 owe: x (2026-12-01)\n- [x] owe: x (2026-11-03)\n- [ ] owe: x (2026)\n- [ ] mail a@2026-12-03\n- [ ] upgrade 10.11.12\n- [ ] owe: )\n- [ ] @\n" && finds 0 ""'

# adrift WORDS LINE...: what nt-check says of each line below an entry, in a log; the words to write
adrift() {
	right=$1 && shift
	for line; do
		for between in "" "\n"; do
			ada "# Ada\n\n- 2026-10-01 call: base\n$between$line\n" && code 0 nt-check >got && is "$(wc -l <got)" 1 || return 1
			is "$(sed -n "s/^people.ada.md:\([45]\):\([13]\): warning: a line that is no item, so no entry: write .\(.*\). .entry.$/\3/p" got)" "$right" || return 1
		done
	done
}

t 'entry: a line that would be one, but for the mark of an item' '
	adrift "- [ ] 2026-12-03 ..." "-[ ] 2026-12-03 owe: x" "*[ ] 2026-12-03 owe: x" "– [ ] 2026-12-03 owe: x" "•[ ] 2026-12-03 owe: x" "[ ] 2026-12-03 owe: x" "  -[ ] 2026-12-03 owe: x" &&
	adrift "- [ ] ..." "-[ ] buy milk" "– [ ] owe: x" "[ ] owe: x" && adrift "- [x] ..." "-[x] owe: x" &&
	adrift "- 2026-11-03 ..." "-2026-11-03 call: x" "– 2026-11-03 call: x" "— 2026-11-03 call: x" "• 2026-11-03 call: x" "·	2026-11-03 call: x" "2026-11-03 call: x" "– 2026–11–03 call: x" "2026/11/03 call: x" "**2026-11-03** call: x" "20261103 18:30 call: x" &&
	adrift "- YYYY-MM-DD ..." "– 3/4/2026 call: x" &&
	ada "## Log\n\n2026-11-03 call: x\n2026-11-04 mail: y\n\n2026-11-05 mail: z\n" && code 0 nt-check >got && is "$(cut -d : -f 2,3 got | tr "\n" " ")" "3:1 4:1 6:1 " &&
	ada "- 2026-10-01 call: base\n  - one\n-[ ] owe: x\n" && code 0 nt-check >got && has got "$A:3:1: warning: a line that"'

t 'entry: what is prose, code, a quotation, a comment, or no log, has no lost lines' '
	ada "# Ada\n\n2026-11-03 call: no log\n\n-[ ] no log\n\n## Log\n\n- 2026-10-01 call: they moved it to\n  2026-11-03 and are glad\n– 2026-11-04 it was\n  -2026-11-04\n  [x](https://x.org) -[x](https://x.org)\n-[x](https://x.org)\n  2026-11-03 18:30\n  2026: x\n\n\`\`\`\n2026-11-03 call: x\n-[ ] x\n\`\`\`\n\n    2026-11-03 call: x\n\n> 2026-11-03 call: x\n> -[ ] x\n\n<!--\n2026-11-03 call: x\n-[ ] x\n-->\n\nsee <!-- all\n2026-11-03 call: x\n--> and\n\n%%%%\n2026-11-03 call: x\n%%%%\n\n| a | b |\n|---|---|\n| 2026-11-03 call: x | -[ ] x |\n\n## Plans\n\n2026-11-03 call: x\n-[ ] x\n" && finds 0 "" &&
	ada "# Ada\n" && mkdir -p orgs && printf -- "## Log\n\n- 2026-10-01 founded: x\n\n2026-11-03 press: nobody\n" >orgs/acme.md && finds 0 "" &&
	echo "2026-11-03 lunch: with [[Ada]]" >>orgs/acme.md && code 0 nt-check >got && has got "orgs/acme.md:6:1: warning: a line that is no item" && is "$(wc -l <got)" 1'

t 'entry: a kind with a blank before its colon is none' '
	ada "- 2026-11-03 call : x\n- [ ] 2026-12-03 owe : y\n- [ ] owe :\n- 2026-11-03 dinner :)\n- 2026-11-03 sunny : x\n- 2026-11-03 call about x : y\n" &&
	finds 0 "$A:1:3: warning: '\''call :'\'' is no kind: write '\''call:'\'' and a blank behind it [entry]
$A:2:3: warning: '\''owe :'\'' is no kind: write '\''owe:'\'' and a blank behind it [entry]
$A:3:3: warning: '\''owe :'\'' is no kind: write '\''owe:'\'' and a blank behind it [entry]\n"'

t 'task: a day that does not stand behind the box' '
	ada "- [ ] owe: intro by 2026-11-20\n- [ ] owe: paper 📅 2026-11-20\n- [ ] owe: view [due:: 2026-11-20]\n- [ ] owe 2026-11-20: x\n- [ ] by 2026-11-20 owe: x\n- [ ] due 2026-11-20: owe: x\n" &&
	code 0 nt-check >got && is "$(grep -c "never due: the day stands in the text" got)" 6 &&
	ada "- [ ] owe: the paper of 2026-11-20\n- [ ] 2026-11-20 owe: x by 2026-11-21\n- [x] owe: x by 2026-11-20\n- [ ] owe: standby 2026\n- [ ] owe: nearby 2026-11-20\n" && finds 0 ""'

t 'box: a kind that says what is to be done, seen once' '
	ada "- 2026-11-03 ask: for the book\n" && finds 0 "$A:1:3: warning: '\''ask:'\'' without a box is a contact; write [ ] in front if it is to be done [box]\n" &&
	ada "- 2026-11-03 ask: for the book\n- 2026-11-04 Ask: again\n- 2026-11-05 call: x\n- [x] 2026-11-06 buy: x\n" && finds 0 "" &&
	ada "- 2026-11-03 buy: x\n- [ ] 2026-12-04 buy: x\n- [x] 2026-11-04 buy: x\n" && code 0 nt-check >got && is "$(grep -c "\[box\]" got)" 1 &&
	ada "# Ada\n" && mkdir -p journal && echo "- remind: [[ada]] of it" >journal/2026-11-03.md && code 0 nt-check >got && has got "journal/2026-11-03.md:1:3: warning: '\''remind:'\''"'

t 'link-ambiguous: the message names what works' '
	book && note people/charles-babbage.md "" <<-E && note orgs/cb.md "" <<-E && ada "# Ada\n\nsee [[charles]]\n" &&
		---
		name: Charles
		---
	E
		---
		aliases: [Charles]
		---
	E
	code 1 nt-check >got && has got "$A:3:5: error: '\''charles'\'' means several notes: say [[orgs/cb]] or [[people/charles-babbage]] [link-ambiguous]" &&
	has got "people/charles-babbage.md:2:7: warning: '\''Charles'\'' is a name of orgs/cb.md too [name-twice]" && is "$(wc -l <got)" 2 &&
	ada "# Ada\n\nsee [[people/charles-babbage]] and [[orgs/cb]]\n" && code 0 nt-check'

t 'uid-twice, email-twice, name-twice: once a pair' '
	book && for who in a b; do note people/$who.md "" <<-E || return 1
		---
		name: Name $who
		aliases: [Both]
		uid: urn:uuid:1
		email: {work: [$who@example.org, Team@example.org]}
		---
	E
	done
	finds 1 "people/b.md:3:11: warning: '\''Both'\'' is a name of people/a.md too [name-twice]
people/b.md:4:6: error: '\''urn:uuid:1'\'' is the uid of people/a.md too [uid-twice]
people/b.md:5:31: warning: '\''Team@example.org'\'' is an email of people/a.md too [email-twice]\n" &&
	code 1 nt-check people/a.md >got && is "$(wc -l <got)" 3 && has got "people/a.md:4:6: error: '\''urn:uuid:1'\'' is the uid of people/b.md too"'

t 'name-twice: headings of daily notes are no names' '
	book && mkdir journal && echo "# Monday" >journal/2026-11-02.md && echo "# Monday" >journal/2026-11-09.md && finds 0 ""'

t 'link-dangling: body and front matter' '
	person "org: \"[[Acme]]\"\nknows:\n  - \"[[Ada]]\"\n  - \"x [[Nobody|n]]\"\n" &&
	printf "\nÜber [[Nemo]] and\n[x](nemo.md) [[#here]] \`[[code]]\`\n" >>$A &&
	finds 0 "$A:3:7: warning: no note is called '\''Acme'\'' [link-dangling]
$A:6:8: warning: no note is called '\''Nobody'\'' [link-dangling]
$A:9:7: warning: no note is called '\''Nemo'\'' [link-dangling]
$A:10:1: warning: no note is called '\''nemo.md'\'' [link-dangling]\n" && code 1 nt-check --strict'

t 'link-dangling: reference links, paths from the root and without .md' '
	book && mkdir -p notes && echo "# Bob" >people/bob.md && printf "[a][r] [b](/people/nemo.md) [c](../people/nemo) [d](/people/bob) [e](/people) [f](../people)\n\n[r]: ../people/nemo.md\n[s]: nemo.md\n" >notes/x.md &&
	finds 0 "notes/x.md:1:1: warning: no note is called '\''../people/nemo.md'\'' [link-dangling]
notes/x.md:1:8: warning: no note is called '\''/people/nemo.md'\'' [link-dangling]
notes/x.md:1:29: warning: no note is called '\''../people/nemo'\'' [link-dangling]\n"'

t 'link-html: a link that is not followed' '
	book && echo "# Bob" >people/bob.md && printf "x <A class=\"y\" HREF=\"people/bob.md\">b</a> \`<a href=\"people/bob.md\">\` <a href=\"http://x.org/people/bob.md\">\n\n<div>\n<a href='\''/people/bob'\''>b</a> <a href=nemo.md>\n</div>\n\n    <a href=\"people/bob.md\">\n" >x.md &&
	finds 0 "x.md:1:3: warning: a link in HTML is not followed: '\''people/bob.md'\''; write [text](people/bob.md) [link-html]
x.md:4:1: warning: a link in HTML is not followed: '\''/people/bob'\''; write [text](/people/bob) [link-html]\n"'

t 'key-twice: in a map of any size' '
	book && for n in 2 15 16 17 18 64 65 200; do
		{ echo --- && seq $n | sed "s/.*/k&: x/" && echo "k1: y" && echo "k$n: z" && echo "k1: w" && echo ---; } >x.md &&
		finds 1 "x.md:$((n + 2)):1: error: key '\''k1'\'' stands twice [key-twice]\nx.md:$((n + 3)):1: error: key '\''k$n'\'' stands twice [key-twice]\nx.md:$((n + 4)):1: error: key '\''k1'\'' stands twice [key-twice]\n" || return 1
	done'

t 'link-dangling: not days, pictures, and files that are there' '
	ada "# Ada\n\n- [[2026-11-02]] call\n\n![[face.png]] [[cv.PDF]] ![[x]] [readme](../README.md)\n" && echo x >README.md && finds 0 ""'

t 'link-dangling: not to a note that does not parse' '
	book && note people/ada-lovelace.md "" <<-E && echo "[[Ada Lovelace]] [[ada-lovelace]] [[people/ada-lovelace]] [[Nemo]]" >people/eva.md &&
		---
		name: [
		---
	E
	code 1 nt-check >got && is "$(sed "s/.*\[//" got)" "yaml]
link-dangling]"'

t 'places: CRLF, byte-order mark, lone CR' '
	ada "---\r\nname: Ada\r\norg: \"[[Acme]]\"\r\n---\r\n\r\nx [[Nemo]]\r\n" &&
	finds 0 "$A:3:7: warning: no note is called '\''Acme'\'' [link-dangling]\n$A:6:3: warning: no note is called '\''Nemo'\'' [link-dangling]\n" &&
	ada "\0357\0273\0277---\nname: Ada\nmet: x\n---\n[[Nemo]]\n" && code 1 nt-check >got && has got "$A:3:6: " && has got "$A:5:1: " &&
	ada "\0357\0273\0277[[Nemo]]\n" && code 0 nt-check >got && has got "$A:1:1: " &&
	ada "# Ada\r\r[[Nemo]]\r" && code 0 nt-check >got && has got "$A:3:1: "'

t 'link-quotes' '
	person "org: [[Ada]]\n" && finds 0 "$A:3:6: warning: without quotes [[Ada]] is a list to others [link-quotes]\n"'

t 'form: what nt-set would not write' '
	person "email: {work: a@b.org, home: [c@d.org, ada]}\n" &&
	finds 0 "$A:3:40: warning: not a bare address: '\''ada'\'' [form]\n" && code 1 nt-check --strict >out &&
	person "birthday: 04-05\n" && finds 0 "$A:3:11: warning: '\''04-05'\'' is read as month and day; --04-05 says so for sure [form]\n" && person "birthday: 04-15\n" && finds 0 "" && person "birthday: --04-05\n" && finds 0 "" && person "birthday: 15-04\n" && code 1 nt-check &&
	person "email: a@b.org\nkind: two words\n" && finds 0 "$A:4:7: warning: not one word: '\''two words'\'' [form]\n" &&
	ada "---\nname: |-\n  Ada\n  Lovelace\n---\n" && code 0 nt-check >got && has got "not a line of text" && has got "[form]" &&
	ada "---\nname: \"\"\nkind: \"\"\nemail: {work: \"\", home: []}\n---\n" && finds 0 ""'

t 'form: addresses that are plainly read' '
	person "email: [\"a@b.org, c@d.org\", \"[a@x.org](mailto:a@x.org)\", a@y.org (work), <e@z.org>]\n" && finds 0 "" &&
	for text in "Ada <a@b.org>, Bob <b@b.org>" "a@b.org, ada" "a@b.org c@d.org" "a@b.org (x) y" "(a@b.org)" "[a@b.org]" "a@b.org <c@d.org>"; do
		person "email: \"$text\"\n" && finds 0 "$A:3:8: warning: not a bare address: '\''$text'\'' [form]\n" || return 1
	done'

t 'key: other capitals, hyphens and blanks' '
	person "E-Mail: a@b.org\nBirth_Day: 1990-01-01\nintroduced by: x\nSortName: y\nEMAIL: z\nmy-email: q\n" && code 0 nt-check >got && is "$(grep -c "\[key\]" got)" 4 &&
	has got "'\''E-Mail'\'': did you mean '\''email'\''?" && has got "did you mean '\''birthday'\''?" && has got "did you mean '\''introduced-by'\''?" && has got "did you mean '\''sort-name'\''?"'

t 'key, kind: near-misses, and no others' '
	person "knid: person\nbirthdya: 1990-01-01\nEmail: a@example.org\nmail: x\nalias: y\ntag: z\n" &&
	finds 0 "$A:3:1: warning: '\''knid'\'': did you mean '\''kind'\''? [key]
$A:4:1: warning: '\''birthdya'\'': did you mean '\''birthday'\''? [key]
$A:5:1: warning: '\''Email'\'': did you mean '\''email'\''? [key]
$A:6:1: warning: '\''mail'\'': did you mean '\''email'\''? [key]
$A:7:1: warning: '\''alias'\'': did you mean '\''aliases'\''? [key]
$A:8:1: warning: '\''tag'\'': did you mean '\''tags'\''? [key]\n" &&
	person "kind: persn\n" && finds 0 "$A:3:7: warning: '\''persn'\'': did you mean '\''person'\''? [kind]\n" &&
	person "kind: Person\n" && code 0 nt-check >got && has got "[kind]" &&
	person "created: 1\nupdated: 1\ntext: a\nlist: a\nhost: b\ndate: c\ntype: d\nstatus: e\nnote: f\nbio: g\nowe: h\nUID: i\n" && finds 0 "" &&
	person "kind: recipe\nknid: x\nalias: y\n" && finds 0 ""'

t 'reserved' '
	person "nt-due: 2026-01-01\n" && finds 0 "$A:3:1: warning: '\''nt-due'\'': keys with nt- belong to streams [reserved]\n"'

t 'tag: a comment to YAML' '
	person "tags: #friend #work/acme\n" && finds 0 "$A:3:7: warning: '\''#friend #work/acme'\'' is a comment, not a tag [tag]\n" &&
	person "tags:\n  - #friend\n  - b\n" && finds 0 "$A:4:5: warning: '\''#friend'\'' is a comment, not a tag [tag]\n" &&
	person "tags: # none yet\n" && finds 0 "" && person "tags: [a] #b\n" && finds 0 ""'

t 'fence: what looks like front matter and is not in force' '
	for front in "\n---" " ---" "\0342\0200\0213---" "\0357\0273\0277\0357\0273\0277---" "\r\n\r\n---"; do
		ada "$front\nname: Ada\ntags:\n  - x\n---\n\ntext\n" && code 0 nt-check >got && has got "warning: no front matter: nothing may stand before its '\''---'\'' [fence]" || return 1
	done && for front in ---yaml "--- # mine" ----; do
		ada "$front\nname: Ada\n---\n" && finds 0 "$A:1:1: warning: no front matter: nothing may stand behind '\''---'\'' in its first line [fence]\n" || return 1
	done && ada "+++\nname = \"Ada\"\n+++\n" && code 0 nt-check >got && has got "TOML" &&
	ada "---\nname: Ada\n---\n\n---\ncity: Rome\n---\n" && finds 0 "$A:5:1: warning: a second front matter, which is not read: one has all the keys [fence]\n" &&
	for text in "---\nname: Ada\n---\n\n---\n\nNote: it\n\n---\n" "\n---\n\nSaid: so\n" "text\n\n---\na: b\n---\n" "+++\n" "---\n---\n---\n" "Key: x\n---\n"; do
		ada "$text" && finds 0 "" || return 1
	done'

t 'fence' '
	ada "---\nname: Ada\n\n# Ada\n" && finds 0 "$A:1:1: warning: front matter without an end: no second '\''---'\'' [fence]\n" &&
	ada "---\n\nText\n" && finds 0 ""'

t 'ahead: what is ticked before its day' '
	ada "# Ada\n\n- [x] 2026-12-20 call: planned\n- [x] 2026-12-20 todo: x\n- [-] 2026-12-20 call: x\n- [x] 2026-11-24 call: x\n" &&
	finds 0 "$A:3:3: warning: done, and its day is to come: '\''2026-12-20'\''; it counts as a contact of today [ahead]\n"'

t 'ahead: entries, journals, last' '
	ada "# Ada\n\n- 2026-11-25 call: x\n- [ ] 2026-11-25 task\n- 2026-11-24 call: today\n" &&
	finds 0 "$A:3:3: warning: a contact ahead of today: '\''2026-11-25'\'' [ahead]\n" &&
	person "last: 2027-01-01\n" && finds 0 "$A:3:7: warning: last: '\''2027-01-01'\'' is still to come [ahead]\n" &&
	for key in birthday anniversary died met verified; do
		person "$key: 2026-12\n" && nt-check >got && has got "warning: $key: '\''2026-12'\'' is still to come [ahead]" && person "$key: 2026-11\n" && finds 0 "" || return 1
	done && person "next: 2027-01-01\nbirthday: --12-24\n" && finds 0 "" && person "" &&
	mkdir journal && printf -- "- dinner: with [[Ada]]\n- 2026-12-02 plan: nobody\n" >journal/2026-12-01.md &&
	finds 0 "journal/2026-12-01.md:1:3: warning: a contact ahead of today: '\''2026-12-01'\'' [ahead]\n"'

t 'task, box' '
	ada "# Ada\n\n- [ ] \n- [ ] 2026-12-01\n- 2026-10-19 owed: slides\n- 2026-10-19 Owe: paper\n- [ ] owe: x\n" && code 0 nt-check >got &&
	has got "$A:4:3: warning: a task that says nothing [task]" &&
	has got "$A:5:3: warning: '\''owed:'\'' without a box is never due; write '\''[ ] owed: ...'\'', with the day it is due behind the box, if it has one [box]" &&
	has got "$A:6:3: warning: '\''Owe:'\''" && hasnt got "$A:7:"'

t 'load: cadences that ask for more than the limit' '
	book && for i in 1 2 3 4 5 6; do printf -- "---\ncadence: 2d\n---\n" | note people/p$i.md; done &&
	finds 0 "book.md:1:1: warning: your cadences ask for 3.0 contacts a day, the limit is 3 (2d: 6 people, 3.0 a day) [load]\n" &&
	is "$(nt-check people book.md)" "" && printf -- "---\nkind: book\nlimit: 4\n---\n" >book.md && finds 0 ""'

t 'me' '
	printf -- "---\nkind: book\nme: \"[[Nobody]]\"\n---\n" >book.md &&
	finds 0 "book.md:3:5: warning: no note is called '\''Nobody'\'' [me]\n"'

t 'lines: a body that costs too much' '
	book && mkdir -p people && { printf "# Ada\n\n" && awk "BEGIN { for (i = 0; i < 70000; i++) printf \"a \" }"; } >$A &&
	finds 0 "$A:3:1: warning: paragraph too long: only its list lines are read [lines]\n"'

t 'merge-driver: only where git merges with it and does not know it' '
	{ command -v git || skip "no git"; } && book && printf "# x\n*.md  merge=nt\n" >.gitattributes && finds 0 "" && git init -q &&
	finds 0 ".gitattributes:2:1: warning: git has no merge.nt.driver: run nt-init in this clone [merge-driver]\n" &&
	code 0 nt-check book.md >got && same /dev/null got && PATH=$B/bin code 0 "$B/bin/nt-check" >got && same /dev/null got &&
	git config merge.nt.driver "nt-merge %O %A %B" && finds 0 "" && git config --unset merge.nt.driver &&
	echo "*.md text" >.gitattributes && finds 0 ""'

t 'operands: files, folders, from anywhere' '
	ada "[[Nemo]]\n" && mkdir -p people/old orgs && cp $A people/old/eva.md && cp $A orgs/o.md &&
	is "$(nt-check $A)" "$A:1:1: warning: no note is called '\''Nemo'\'' [link-dangling]" && is "$(nt-check people | wc -l)" 2 &&
	is "$(nt-check people/old orgs/o.md $A | wc -l)" 3 && is "$(nt-check . | wc -l)" 3 && cd people &&
	is "$(nt-check old ../orgs | cut -d: -f1 | tr "\n" " ")" "../orgs/o.md old/eva.md " && cd / &&
	is "$(nt-check -b "$OLDPWD/.." "$OLDPWD/ada.md" | wc -l)" 1'

t 'operands: names mean what they mean in the whole book' '
	ada "[[Eva]]\n" && echo "# Eva" >people/eva.md && nt-check $A >got && same /dev/null got'

t 'operands: not there, outside, no note' '
	ada "[[Nemo]]\n" && code 2 nt-check people/none.md $A >got 2>err && has err "people/none.md: " && has got "$A:1:1:" &&
	echo x >../outside.md && code 2 nt-check ../outside.md 2>err && has err "not in the book: '\''../outside.md'\''" &&
	echo "[[Nemo]]" >README.md && code 0 nt-check README.md >got && same /dev/null got'

t 'could not check: no book, a file that cannot be read' '
	code 2 nt-check 2>err && has err "no book" && { [ "$(id -u)" -ne 0 ] || skip "root reads everything"; } &&
	ada "[[Nemo]]\n" && chmod 0 $A && code 2 nt-check >got 2>err && same /dev/null got && is "$(wc -l <err)" 1'

t 'a book.md that does not parse is named' '
	printf -- "---\nkind: book\nx: [\n---\n" >book.md && 
	for at in "" "-b ."; do code 1 nt-check $at >got && has got "book.md:4:1: error: did not" && has got "[yaml]" || return 1; done'

t 'a stream' '
	ada "[[Nemo]]\n" && echo "[[Eva]] [[Nemo]]" >people/eva.md && nt-find -s people/ | nt-check - >got && nt-check people | same got &&
	is "$(nt-check - <$A)" "<standard input>:1:1: warning: no note is called '\''Nemo'\'' [link-dangling]" &&
	printf -- "---\nnt-path: people/new.md\nnt-rev: new\nname: New\nmet: soon\n---\n\f\n" | code 1 nt-check - >got && has got "people/new.md:3:6: error" &&
	nt-find -s people/ | head -c 30 | code 2 nt-check - && code 2 nt-check - x && code 2 nt-check --fix - &&
	person "met: 2026/1/2\n" && cp $A before && code 2 nt-check --fix && cmp $A before'

t 'json' '
	{ command -v jq || skip "no jq"; } && ada "---\nmet: \"so\\\"on\"\n---\nü [[Nemo]]\n" && code 1 nt-check -f json >got &&
	is "$(jq -c . <got)" "$(jq -c . <<-E
		{"path": "$A", "line": 2, "column": 6, "level": "error", "code": "date", "message": "not a date with a year: '\''so\"on'\''"}
		{"path": "$A", "line": 4, "column": 4, "level": "warning", "code": "link-dangling", "message": "no note is called '\''Nemo'\''"}
	E
	)" && is "$(wc -l <got)" 2'

t 'sarif' '
	{ command -v jq || skip "no jq"; } && ada "---\nmet: soon\n---\nü [[Nemo]]\n" && mv $A "people/Ada B%.md" && code 1 nt-check -f sarif >got &&
	is "$(jq -r ".version, .runs[0].tool.driver.name, .runs[0].columnKind" <got | tr "\n" " ")" "2.1.0 nt-check unicodeCodePoints " &&
	is "$(jq -c ".runs[0].results[1] | [.ruleId, .level, .message.text, .locations[0].physicalLocation]" <got)" "$(jq -c . <<-E
		["link-dangling", "warning", "no note is called '\''Nemo'\''", {"artifactLocation": {"uri": "people/Ada%20B%25.md"},
		"region": {"startLine": 4, "startColumn": 3}}]
	E
	)" && jq -e ".runs[0] | .tool.driver.rules as \$r | all(.results[]; \$r[.ruleIndex].id == .ruleId)" <got &&
	rm people/*.md && code 0 nt-check -f sarif | jq -e ".runs[0].results == []"'

t 'every code is in the page' '
	{ command -v jq || skip "no jq"; } && book && nt-check -f sarif | jq -r ".runs[0].tool.driver.rules[].id" >codes && [ -s codes ] &&
	while read -r code; do has "$TOP/man/nt-check.1" ".It Cm $code Ta" || return; done <codes'

t 'control characters are made visible' '
	person "met: \"a\\\\eb\"\n" && code 1 nt-check >got && has got "'\''a^[b'\''"'

t 'fix: a date in a typed field' '
	mends "---\nname: Ada\nmet: 2026-9-4 # x\nnext: \"2026/12/1\"\nbirthday: 1990.1\n---\n" \
		"---\nname: Ada\nmet: 2026-09-04 # x\nnext: \"2026-12-01\"\nbirthday: 1990-01\n---\n" &&
	is "$(cat out)" "$A:3: met: 2026-09-04 # x
$A:4: next: \"2026-12-01\"
$A:5: birthday: 1990-01"'

t 'fix: dates of entries' '
	mends "# Ada\n\n- 2026-10-19 call: slides\n  soon\n* 2026/10/2 call: x\n  1. 2026-9-1 mail: y\n" \
		"# Ada\n\n- 2026-10-19 call: slides\n  soon\n* 2026-10-02 call: x\n  1. 2026-09-01 mail: y\n"'

t 'fix: the day of a promise never becomes the day it is due; one without a day of its own gets the box' '
	ada "# Ada\n\n- 2026-10-20 owe: x\n- 2026-9-1 owed: y\n" && code 0 nt-check --fix . >got && is "$(cat $A)" "$(printf "# Ada\n\n- 2026-10-20 owe: x\n- 2026-09-01 owed: y\n")" && is "$(cat got)" "$A:4: - 2026-09-01 owed: y
$A:3:3: warning: '"'owe:' without a box is never due; write '[ ] owe: ...'"', with the day it is due behind the box, if it has one [box]
$A:4:3: warning: '"'owed:' without a box is never due; write '[ ] owed: ...'"', with the day it is due behind the box, if it has one [box]" &&
	mkdir journal && printf -- "- owe: the book to [[Ada]]\n- 18:30 owe: a call to [[Ada]]\n- 2026-9-3 lunch: [[Ada]]\n  - owed: [[Ada]] the slides\n" >journal/2026-11-01.md && nt-favor -l -o name,due,promise ada >before && nt-check --fix journal >got && is "$(cat journal/2026-11-01.md)" "- [ ] owe: the book to [[Ada]]
- 18:30 owe: a call to [[Ada]]
- 2026-09-03 lunch: [[Ada]]
  - [ ] owed: [[Ada]] the slides" && has got "journal/2026-11-01.md:2:3: warning" && nt-favor -l -o name,due,promise ada >after && same before after && { nt-due -w 1y -l ada >got || [ $? -eq 1 ]; } && hasnt got 2026-11-01'

t 'fix: quotes of links, tags' '
	mends "---\nname: Ada\norg: [[Ada]] # x\nknows: [[[ Ada ]], \"[[Ada]]\"]\ntags: #friend, #work\n---\n" \
		"---\nname: Ada\norg: \"[[Ada]]\" # x\nknows: [\"[[ Ada ]]\", \"[[Ada]]\"]\ntags: [friend, work]\n---\n" &&
	mends "---\r\ntags:\r\n- #friend\r\n- b\r\n---\r\n" "---\r\ntags:\r\n- friend\r\n- b\r\n---\r\n"'

t 'fix: what has several answers stays, byte for byte' '
	person "met: 9/4/2026\nnext: 20261201x\nknid: x\nspouse: \"[[Nemo]]\"\nsnooze: &a 2026/1/1\nlast: *a\n" && cp $A before &&
	code 1 nt-check --fix $A >got && cmp $A before && is "$(grep -c "\[" got)" 6'

t 'fix: what is left is printed, and decides the status' '
	person "met: 2026/1/2\nbirthday: soon\n" && code 1 nt-check --fix . >got && is "$(cat got)" "$A:3: met: 2026-01-02
$A:4:11: error: not a date: '\''soon'\'' [date]"'

t 'fix: with git diff' '
	{ command -v git || skip "no git"; } && cp -R "$TOP/examples/book" b && cd b && git init -q && git add . && git commit -qm x && echo "- 2026-11-9 call: x" >>people/jasper-van-dijk.md &&
	is "$(nt-check --fix .)" "groups/small-tools-forum.md:11:1: warning: no note is called '\''Rosalind Achterberg'\'' [link-dangling]
orgs/hollow-oak-press.md:11:20: warning: no note is called '\''Old Tom Bexley'\'' [link-dangling]
people/jasper-van-dijk.md:28: - 2026-11-09 call: x
people/jasper-van-dijk.md:23:3: warning: '\''owed:'\'' without a box is never due; write '\''[ ] owed: ...'\'', with the day it is due behind the box, if it has one [box]
people/wren-abernathy.md:11:30: warning: no note is called '\''Rosalind Achterberg'\'' [link-dangling]" &&
	is "$(git diff --numstat)" "1	0	people/jasper-van-dijk.md" && git diff | has - "+- 2026-11-09 call: x"'

t 'fix: a file that cannot be written' '
	{ [ "$(id -u)" -ne 0 ] || skip "root writes everything"; } &&
	person "met: 2026/1/2\n" && cp $A before && chmod 500 people && code 2 nt-check --fix . >got 2>err && cmp $A before && [ -s err ]'

t 'fix leaves no other output forms broken' '
	{ command -v jq || skip "no jq"; } && person "met: 2026/1/2\nnext: x\n" && code 1 nt-check --fix -f json $A >got && is "$(jq -r .code <got)" date'

t 'the example book has its deliberate mistakes and no others' '
	cp -R "$TOP/examples/book" b && cd b && nt-check >got && is "$(sed "s/.*\[//" got | sort | uniq -c | tr -s " \n" " ")" " 1 box] 3 link-dangling] "'

t 'what a merge left open' '
	{ command -v git >/dev/null || skip "no git"; } && person "city: Rome\n" && cp $A old && sed s/Rome/Paris/ old >theirs && sed s/Rome/Oslo/ old >ours &&
	code 1 nt-merge old ours theirs && cp ours $A && code 0 nt-check >got && is "$(cat got)" \
		"$A:3:13: warning: two sides of a merge disagree: settle it with nt-set, or take the comment away [merged]" && code 1 nt-check --strict >got &&
	sed /city/d old >gone && code 1 nt-merge old gone theirs && cp gone $A && nt-check >got && has got "3:" && has got "[merged]"'

# errors: a book with mistakes in a file whose name has a blank too
errors() {
	person "cadence: often\n" && printf "\n- [ ] \n" >>$A && mkdir -p "people/more" && cp $A "people/more/two words.md" &&
		echo "people/ada.md:3:10
people/ada.md:6:3
people/more/two words.md:2:7
people/more/two words.md:3:10
people/more/two words.md:6:3" >places
}

t 'vim finds each place, by :make as the page says' '
	{ command -v vim >/dev/null && vim --version | grep -q "+quickfix"; } || skip "no vim"
	errors && code 1 nt-check >got && sed "s/: .*//" got | same places &&
	TERM=dumb vim -es -u NONE -c "set makeprg=nt-check errorformat=%f:%l:%c:\\ %m" -c "silent make" \
		-c "call writefile(map(getqflist(), {_, e -> bufname(e.bufnr) . \":\" . e.lnum . \":\" . e.col}), \"vim\")" -c "qa!" &&
	same vim places'

t 'Emacs finds each place, and tells errors from warnings' '
	{ command -v emacs >/dev/null || skip "no emacs"; }
	errors && code 1 nt-check >got && cat >find.el <<\E
(require (quote compile))
(with-temp-buffer
  (insert "\n") (insert-file-contents "got") (goto-char (point-min)) (insert "\n")
  (compilation-mode) (compilation--ensure-parse (point-max)) (goto-char (point-min))
  (while (ignore-errors (compilation-next-error 1))
    (let* ((found (compilation-next-error 0)) (at (compilation--message->loc found)))
      (princ (format "%s:%s:%s: %s\n" (caar (compilation--loc->file-struct at)) (compilation--loc->line at)
                     (compilation--loc->col at) (nth (compilation--message->type found) (list "info" "warning" "error")))))))
E
	emacs -Q --batch -l find.el >emacs && sed -n "s/^\(.*: [a-z]*\): .*/\1/p" got | same emacs'

t 'as a pre-commit hook' '
	{ command -v git || skip "no git"; } && book && git init -q && git add . && git commit -qm x &&
	printf "#!/bin/sh\ngit diff --cached --name-only -z --diff-filter=d -- \"*.md\" | xargs -0 nt-check\n" >.git/hooks/pre-commit &&
	chmod +x .git/hooks/pre-commit && person "met: soon\n" && git add . && ! git commit -qm y 2>err && person "" && git add . && git commit -qm y'

t 'a full disk, a closed pipe' '
	{ [ -w /dev/full ] || skip "no /dev/full"; } && person "met: soon\n" && code 2 nt-check >/dev/full 2>err && has err "write error"'

t '-j is -f json' '
	book && printf -- "---\nname: x\nmet: never\n---\n" >people/x.md && code 1 nt-check -j >out && code 1 nt-check -f json >want &&
	same want out && has out "\"code\":\"date\""'
t 'a kind in a log without a day, a day in words in front of a kind' '
	book && printf "# Ada\n\n- likes tea: green\n- call: no log\n\n## Log\n\n- call: x\n- Nov 12 2026 call: x\n- nov 12, 2026 mail>: x\n- friday coffee: x\n- [ ] friday owe: x\n- [x] friday call: x\n- owe: x\n" >people/ada.md && nt-check people/ada.md >out && cut -d " " -f 3- out >got && sed "s/:.*//" out | sort -u >who && is "$(cat who)" people/ada.md && is "$(cut -d : -f 2 out | tr "\n" " ")" "8 9 10 11 12 13 14 " && same got <<-E
		a kind without a day is no entry: write '"'YYYY-MM-DD call: ...'"' [entry]
		not a date that entries have: '"'Nov 12 2026'"'; write 2026-11-12 [entry]
		not a date that entries have: '"'nov 12, 2026'"'; write 2026-11-12 [entry]
		not a date that entries have: '"'friday'"'; write it as YYYY-MM-DD [entry]
		never due: the day stands in the text; write it behind the box, as in '"'[ ] YYYY-MM-DD owe: ...'"' [task]
		not a date that entries have: '"'friday'"'; write it as YYYY-MM-DD [entry]
		a kind without a day is no entry: write '"'[ ] owe: ...'"' [entry]
	E'

t 'a day and a month without a year in front of a kind' '
	ada "## Log\n\n- 12.11. call: x\n- 11/12 coffee: x\n- 31-1 call: x\n- 1.2 call: x\n- 13/14 call: x\n- 0/3 call: x\n- 32.1. call: x\n- 12.11. rain: x\n- 1/2/3 call: x\n- 7/ call: x\n" && finds 0 "$A:3:3: warning: not a date that entries have: '"'12.11.'"'; write it as YYYY-MM-DD [entry]
$A:4:3: warning: not a date that entries have: '"'11/12'"'; write it as YYYY-MM-DD [entry]
$A:5:3: warning: not a date that entries have: '"'31-1'"'; write it as YYYY-MM-DD [entry]
"'

t 'what is no kind in a log, or no log, is prose' '
	book && mkdir orgs && printf "# Ada\n\n- call: not below a log, beside nothing dated\n- friday: x\n- May 3 rain: x\n- 3 days visit: planned\n\n## Log\n\n- 2026-01-01 call: x\n  - call: nested\n- likes tea: green\n- note: x\n- mail: a@x.org\n- sms: +49 30 123456\n- phone: 123\n- call about tea: x\n- friday she will call\n- walk: x\n" >people/ada.md && printf "# Acme\n\n## Log\n\n- call: nobody\n- friday call: 10 am\n" >orgs/acme.md && printf -- "- call: [[Ada]]\n" >people/2026-01-01.md && code 0 nt-check >out && is "$(cat out)" "" &&
	printf "# Bea\n\n- 2026-01-01 walk: x\n- 2026-01-02 walk: x\n- walk: x\n" >people/bea.md && nt-check >out && has out "people/bea.md:5:3: warning: a kind without a day" && has out "people/ada.md:19:3" && is "$(wc -l <out)" 2 &&
	printf "# Acme\n\n## Log\n\n- call: [[Ada]]\n" >orgs/acme.md && nt-check orgs/acme.md >out && has out "a kind without a day" &&
	mkdir journal && printf -- "- call: [[Ada]]\n- Nov 12 2026 call: [[Ada]]\n" >journal/2026-11-12.md && nt-check journal >out && is "$(cat out)" "journal/2026-11-12.md:2:3: warning: not a date that entries have: '"'Nov 12 2026'"'; write 2026-11-12 [entry]"'

t 'sort-name: of another name; not in other letters, nor where a word is in the name or an alias' '
	sorts() { ada "---\nname: $1\nsort-name: $2\n$3---\n"; } && sorts "Zoë King" "Brontë, Jane" && finds 0 "$A:3:12: warning: no word of it is in the name '"'Zoë King'"': of an earlier one? set it, or '"'sort-name='"' takes it away [sort-name]
" && sorts "Анна Каренина" "Облонская, Дарья" && nt-check >got && has got "[sort-name]" &&
	while IFS="|" read -r name sort more; do sorts "$name" "$sort" "$more" && finds 0 "" || return 1; done <<-E
		Zoë King|Bronte-King, J.
		Zoe King|Brontë, Zoë
		Kathryn Bee|Wu, Kath
		李小龍|李, 小龍
		山田太郎|やまだ, たろう
		Мария Шмидт|Schmidt, Maria
		李小龍|Lee, Bruce
		Lady Gaga|Germanotta, Stefani|aliases: [Stefani Germanotta]\n
		7|8
	E'

done_testing
