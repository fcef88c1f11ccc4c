#!/bin/sh
. "${0%/*}/lib.sh"

# A book with every way in which an entry stands somewhere.
full() {
	printf -- '---\nkind: book\nprivate: [private]\n---\n' >book.md
	note people/ada.md <<-E
	---
	name: Ada Lovelace
	aliases: [The Countess]
	tags: [friend]
	---
	# Ada

	- 2026-11-20 18:30 mail<: she read it
	- 2026-11-20 9:05 mail>: sent the [[Engine|paper]], as in [[Card]]
	- 2026-11-20 call: with [[Bob]]
	- [ ] 2026-11-22 owe: the letter
	- [ ] owed: the slides
	- owe: nothing, for there is no date
	- 2026-10-01 owe: a lunch
	- [x] 2026-11-02 gave: a lift
	- [-] 2026-11-03 call: rained off

	### 2026-09-14 call: under a heading

	## Private

	- 2026-11-21 call: secret
	E
	printf -- '---\nname: Bob\n---\n- 2026-11-19 lunch: soup\n' | note people/bob.md
	printf '# Card\n' | note techniques/card.md
	note journal/2026-11-19.md <<-E
	- dinner: [[the countess]], then [[Bob]] and [[Ada Lovelace]]
	- tea: with [[Nobody]]
	  - 2026-11-18 walk: nested, [Bob](../people/bob.md)
	- [ ] 2026-11-24 buy cake
	E
	note groups/club.md <<-E
	# The Club

	- 2026-11-23 meeting: plans
	  - said: [[Bob]], as in [[Card]]
	- [ ] 2026-11-30 ask: [[Bob]] to sing
	E
}

lines() {
	nt-journal -l "$@"
}

texts() {
	nt-journal -l -o text "$@" | paste -s -d "|" -
}

t 'every entry of the book once, in time order' '
	full && lines >got && same got <<E
2026-09-14	call		Ada Lovelace	under a heading	people/ada.md	18
2026-10-01	owe		Ada Lovelace	a lunch	people/ada.md	14
2026-11-02	gave		Ada Lovelace	a lift	people/ada.md	15
2026-11-03	call		Ada Lovelace	rained off	people/ada.md	16
2026-11-18	walk		Bob	nested, [Bob](../people/bob.md)	journal/2026-11-19.md	3
2026-11-19	dinner		Ada Lovelace; Bob	[[the countess]], then [[Bob]] and [[Ada Lovelace]]	journal/2026-11-19.md	1
2026-11-19	tea		2026-11-19	with [[Nobody]]	journal/2026-11-19.md	2
2026-11-19	lunch		Bob	soup	people/bob.md	4
2026-11-20	call		Ada Lovelace	with [[Bob]]	people/ada.md	10
2026-11-20	mail	>	Ada Lovelace	sent the [[Engine|paper]], as in [[Card]]	people/ada.md	9
2026-11-20	mail	<	Ada Lovelace	she read it	people/ada.md	8
2026-11-22	owe		Ada Lovelace	the letter	people/ada.md	11
2026-11-23	meeting		The Club	plans	groups/club.md	3
2026-11-23	said		Bob	[[Bob]], as in [[Card]]	groups/club.md	4
2026-11-24			2026-11-19	buy cake	journal/2026-11-19.md	4
2026-11-30	ask		Bob	[[Bob]] to sing	groups/club.md	5
	owed		Ada Lovelace	the slides	people/ada.md	12
E'

t 'the example book, against a reader that knows nothing of nt' '
	{ python3 -c "import yaml" || skip "no python3 with yaml"; } && cd "$TOP/examples/book" &&
	for how in "" open; do
		python3 "$TOP/tests/journal-pyyaml.py" $how >"$TMP/want" && [ -s "$TMP/want" ] &&
		lines -o date,kind,dir,name,text,path,line,state ${how:+--open} >"$TMP/got" && same "$TMP/want" "$TMP/got" ||
			return 1
	done'

t 'whoever is asked about, an entry is the same line, and once' '
	full && lines >all && lines bob >bob && grep Bob all | grep -v "	Ada Lovelace	" >want && same want bob &&
	lines people/ >both && is "$(grep -c dinner both)" 1 &&
	grep -v -e "tea" -e "cake" -e "plans" all | same both'

t 'a note that is chosen gives all that stands in it' '
	full && is "$(texts journal/ --until 2026-11-19)" \
		"nested, [Bob](../people/bob.md)|[[the countess]], then [[Bob]] and [[Ada Lovelace]]|with [[Nobody]]" &&
	is "$(texts club)" "plans|[[Bob]], as in [[Card]]|[[Bob]] to sing" && code 1 lines zoe'

t 'a link that two notes answer to, or none, is nobody' '
	book && printf "x\n" | note people/a/jo.md && printf "x\n" | note people/b/jo.md &&
	printf -- "- 2026-11-01 call: [[jo]], [[Ghost]]\n" | note groups/g.md &&
	is "$(lines -o name)" g && code 1 lines people/ && is "$(lines -j | jq -c .people)" "[]"'

t 'since and until, both included' '
	full && is "$(texts --since 2026-11-02 --until 2026-11-03)" "a lift|rained off" &&
	is "$(texts --since 2026-09 --until 2026-10)" "under a heading|a lunch" &&
	is "$(texts --since 1d --until today)" "plans|[[Bob]], as in [[Card]]|buy cake" &&
	is "$(texts --since yesterday --until +1w)" "plans|[[Bob]], as in [[Card]]|buy cake|[[Bob]] to sing" &&
	is "$(texts --until today-6w)" "under a heading|a lunch" && is "$(texts --until 2026-09-14)" "under a heading" &&
	is "$(lines --since 2026 --until 2026 | wc -l)" 16 && is "$(lines --until 2026 | wc -l)" 16 && code 1 lines --since 2027 &&
	for bad in soon 2026-02-30 "" 99999y; do
		code 2 lines --since "$bad" 2>err && has err "not a date" && code 2 lines --until "$bad" || return 1
	done'

t 'since alone is the past: nothing ahead, no open box' '
	full && printf -- "- 2026-11-26 lunch: planned\n- 2026-11-24 call: just now\n- [x] 2026-11-23 gave: today\n- [-] 2026-11-23 ask: no\n- [ ] 2026-11-24 owe: now\n" >people/cy.md &&
	is "$(texts --since 2d)" "plans|[[Bob]], as in [[Card]]|today|no|just now" && is "$(texts --since 2d --until +2d cy)" "today|no|just now|now|planned" &&
	is "$(texts --since 2d --open)" "the letter|buy cake|now|[[Bob]] to sing" && is "$(texts --since today cy)" "just now" &&
	is "$(texts --since 2d -k owe)" "the letter|now" && is "$(texts --since 2d -k ask,lunch)" no &&
	is "$(texts --since tomorrow)" "planned|[[Bob]] to sing" && is "$(texts cy)" "today|no|just now|now|planned" &&
	is "$(texts --since 2026-10-01 --kind owe ada)" "a lunch|the letter" && is "$(texts --since 2026-10-01 ada | cut -d "|" -f 1)" "a lunch" &&
	is "$(nt-journal -p --since today)" people/cy.md && rm people/cy.md && code 1 nt-journal -p --since today && code 1 lines --since today'

t 'kinds, without case' '
	full && is "$(texts -k lunch)" soup && is "$(texts -k " Gave,,WALK")" "a lift|nested, [Bob](../people/bob.md)" &&
	is "$(texts --kind=mail ada)" "sent the [[Engine|paper]], as in [[Card]]|she read it" && code 1 lines -k fax &&
	code 2 lines -k "" && code 2 lines -k ,'

t 'open: by the day on which it is due, then promises of some day, then without a date' '
	full && lines --open -o overdue,date,state,text >got && same got <<E
2	2026-11-22	open	the letter
	2026-11-24	open	buy cake
	2026-11-30	open	[[Bob]] to sing
	2026-10-01	open	a lunch
		open	the slides
E
	is "$(texts --open --until today ada)" "the letter|a lunch" && is "$(texts --open -k owed)" "the slides" &&
	is "$(texts --open bob)" "[[Bob]] to sing" && NT_TODAY=2026-11-22 lines --open -o overdue -n 1 >got && is "$(cat got)" ""'

t 'done on a day ahead is done today' '
	book && printf -- "- [x] 2027-01-01 call: early\n" >people/ada.md &&
	is "$(lines -o date,state,text)" "2026-11-24	done	early"'

t 'technique: the entries that link to it, nested ones too' '
	full && is "$(texts --technique card)" "sent the [[Engine|paper]], as in [[Card]]|[[Bob]], as in [[Card]]" &&
	is "$(texts --technique card bob)" "[[Bob]], as in [[Card]]" &&
	is "$(nt-journal -p --technique Card)" "$(printf "groups/club.md\npeople/ada.md\npeople/bob.md")" &&
	is "$(nt-journal -p --technique card bob)" people/bob.md && code 1 lines --technique card -k call &&
	code 2 lines --technique bob && code 2 lines --technique nothing 2>err && has err nothing'

t 'reverse: the newest first, what has no date last; -n stops' '
	full && lines >all && lines -r >got && { sed "\$d" all | tac && tail -n 1 all; } >want && same want got &&
	is "$(lines -n 2)" "$(head -n 2 all)" && is "$(lines -r -n 1)" "$(head -n 1 want)" && code 1 lines -n 0'

t 'json' '
	full && nt-journal -j ada --since 2026-11-20 --until 2026-11-22 -k mail,owe >got && same got <<E
{"date":"2026-11-20","time":"9:05","kind":"mail","dir":">","name":"Ada Lovelace","text":"sent the [[Engine|paper]], as in [[Card]]","path":"people/ada.md","line":9,"state":"happened","overdue":null,"people":["people/ada.md"],"links":["Engine","Card"]}
{"date":"2026-11-20","time":"18:30","kind":"mail","dir":"<","name":"Ada Lovelace","text":"she read it","path":"people/ada.md","line":8,"state":"happened","overdue":null,"people":["people/ada.md"],"links":[]}
{"date":"2026-11-22","time":null,"kind":"owe","dir":null,"name":"Ada Lovelace","text":"the letter","path":"people/ada.md","line":11,"state":"open","overdue":2,"people":["people/ada.md"],"links":[]}
E
	nt-journal -j -k dinner | jq -c .people >got && is "$(cat got)" "[\"people/ada.md\",\"people/bob.md\"]"'

t 'stream and paths: the chosen notes that have such an entry' '
	full && is "$(nt-journal -p -k dinner)" "$(printf "journal/2026-11-19.md\npeople/ada.md\npeople/bob.md")" &&
	is "$(nt-journal -p -k dinner bob)" people/bob.md && code 1 nt-journal -p -k fax &&
	nt-journal -s bob -k walk >got && nt-find bob | same got && nt-journal -0 bob | tr "\0" "\n" >got && is "$(cat got)" people/bob.md &&
	is "$(nt-journal -p -n 1)" groups/club.md'

t 'lines, unless told otherwise or on a terminal' '
	full && nt-journal -l bob >want && nt-journal bob | same want && on-tty nt-journal bob >got && ! cmp got want'

t 'the law of pipes' '
	cp -R "$TOP/examples/book/." . && for a in "not tag:family" journal/; do
		for form in -l -j -p -s; do
			nt-journal $form $a last:30d.. --since 90d >want || :
			nt-find $a | nt-journal $form - last:30d.. --since 90d | same want || return 1
		done
	done && nt-journal -l city:lisbon --open >want && [ -s want ] && nt-find city:lisbon | nt-journal -l --open - | same want'

t 'a stream is read as it stands, and a note twice on it once' '
	full && nt-find bob | sed s/soup/stew/ >stream &&
	is "$(lines - -k lunch,walk <stream | cut -f 5)" "$(printf "nested, [Bob](../people/bob.md)\nstew")" &&
	cat stream stream >twice && lines - <stream >want && lines - <twice | same want &&
	printf -- "- 2026-11-01 call: [[Bob]]\n" >plain && is "$(lines - <plain | cut -f 1,2,4)" "2026-11-01	call	"'

t 'without a book a note is judged alone' '
	printf -- "---\nname: Ada\nkind: person\n---\n- 2026-11-01 call: [[Bob]]\n" >plain &&
	is "$(lines - <plain)" "2026-11-01	call		Ada	[[Bob]]		5" && code 2 lines && code 2 lines --technique x - <plain'

t 'private: in the stream and on a terminal only' '
	full && for form in -l -j -t "-t -o text"; do
		nt-journal $form | hasnt - secret || return 1
	done
	for form in -l -j "-l -o text"; do
		on-tty nt-journal $form | hasnt - secret || return 1
	done
	on-tty nt-journal | has - secret && on-tty nt-journal -o text | has - secret && nt-journal -s ada | has - secret && nt-journal | hasnt - secret'

t 'the view by days' '
	full && nt-journal -t --since 2026-11-19 --until +1w >got && same got <<E
Thursday 2026-11-19
    dinner   the countess, then Bob and Ada Lovelace
    tea      2026-11-19: with Nobody
    lunch    Bob: soup

Friday 2026-11-20
    call     Ada Lovelace: with Bob
    mail>    9:05 Ada Lovelace: sent the paper, as in Card
    mail<    18:30 Ada Lovelace: she read it

Sunday 2026-11-22
[ ] owe      Ada Lovelace: the letter

Monday 2026-11-23, yesterday
    meeting  The Club: plans
    said     Bob, as in Card

Tuesday 2026-11-24, today
[ ]          2026-11-19: buy cake

Monday 2026-11-30, in 6d
[ ] ask      Bob to sing
E
'
t 'the view by days of what is open' '
	full && nt-journal -t --open >got && same got <<E
Sunday 2026-11-22, overdue: 2d
[ ] owe   Ada Lovelace: the letter

Tuesday 2026-11-24, today
[ ]       2026-11-19: buy cake

Monday 2026-11-30, in 6d
[ ] ask   Bob to sing

No date
[ ] owe   Ada Lovelace: a lunch (since 2026-10-01)
[ ] owed  Ada Lovelace: the slides
E
'
t 'the view by days is as wide as the terminal, at most 100' '
	cd "$TOP/examples/book" && for width in 40 80 100 200; do
		COLUMNS=$width on-tty nt-journal --color=never | tr -d "\200-\277" >"$TMP/got" &&
		is "$(awk -v w=$width "length > (w < 100 ? w : 100)" "$TMP/got")" "" &&
		awk -v w=$width "length > (w < 100 ? w : 100) - 8 { n++ } END { exit n < 50 }" "$TMP/got" || return 1
	done'

t 'a terminal gets no control characters' '
	book && printf -- "---\nname: \"A\\\\e[2J\"\n---\n- 2026-11-20 call: \033[31mred\tand\033]0;x\007\n" >people/a.md &&
	for form in "" "-o name,text" -l; do
		on-tty nt-journal $form >got && hasnt got "$(printf "\033[31m")" && hasnt got "$(printf "\033]")" &&
		hasnt got "$(printf "\033[2J")" && has got "^[[31mred and^[]0;x^G" || return 1
	done
	is "$(lines -o text | od -c | grep -c 033)" 1'

t 'colour when asked for' '
	full && nt-journal -t --color=always --open >got && has got "$(printf "\033[31m, overdue: 2d\033[0m")" &&
	nt-journal -t --color=never --open | hasnt - "$(printf "\033")" && nt-journal -t --open | hasnt - "$(printf "\033")"'

t 'columns: any order, a table, a message for another' '
	full && is "$(lines -o line,state,kind -k gave)" "15	done	gave" && is "$(nt-journal -o time -k mail -n 1)" 9:05 &&
	is "$(nt-journal -t -o date,text -k mail -n 1)" "$(printf "date        text\n2026-11-20  sent the paper, as in Card")" &&
	code 2 nt-journal -o date,colour 2>err >out && has err "no such column: '\''colour'\''" && is "$(cat out)" ""'

t 'people and links are columns, numbers stand on the right' '
	full && is "$(lines -o people,links,line -k mail -n 1)" "people/ada.md	Engine; Card	9" &&
	nt-journal -t -o line,text -k call -n 3 >got && same got <<E
line  text
  18  under a heading
  16  rained off
  10  with Bob
E'

t 'a broken note: a message, the others, 2' '
	full && printf -- "---\nname: \"x\n---\n- 2026-11-01 call: [[Bob]]\n" >journal/broken.md && code 2 nt-journal -l bob >got 2>err &&
	has err journal/broken.md: && is "$(wc -l <got)" 5'

t 'a tab in a text, CRLF, text over several lines' '
	book && printf -- "- 2026-11-01 call: a\tb\r\n  and more\r\n\r\n  not this\r\n" >people/ada.md &&
	is "$(lines -o text)" "a b and more"'

t 'a full disk is trouble' '
	{ [ -c /dev/full ] || skip "no /dev/full"; }
	full && code 2 nt-journal -l >/dev/full && code 2 nt-journal -t >/dev/full && nt-journal -l | head -n 1 >out && [ -s out ]'

done_testing
