#!/bin/sh
. "${0%/*}/lib.sh"

full() {
	printf -- '---\nkind: book\nprivate: [private, Pay, birthday]\n---\n' >book.md
	note people/ada.md <<-E
	---
	name: Ada Lovelace
	title: Engineer
	org: "[[Acme|Acme Ltd]]"
	city: London
	email: [ada@example.com, al@example.org]
	phone: {home: "+44 1"}
	tags: [friend, maths]
	birthday: 1815-12-10
	met: 2026-01-02
	how: through [[Bob]]
	cadence: 4w
	pay: secret1
	---
	# Ada

	Knows [Eve](eve.md) and [[Acme]].

	- 2026-09-01 call: seven
	- 2026-08-01 call: six
	- 2026-07-01 mail>: five, see [[Bob|him]]
	- 2026-06-01 mail<: four
	- 2026-05-01 gave: three
	- 2026-04-01 got: two
	- 2026-03-01 met for tea
	- [ ] 2026-12-01 owe: the letter to [[Bob]]
	- [ ] owed: the slides
	- [x] 2026-02-01 buy a card
	- [-] 2026-02-02 call: dropped

	## Private

	- 2026-10-01 call: secret2
	E
	printf 'x\n' | note people/bob.md
	printf 'x\n' | note people/eve.md
	printf '# Acme\n\n- 2026-10-20 meeting: with [[Ada Lovelace]]\n' | note orgs/acme.md
}

t 'a card: who, contact data, standing, open tasks, last entries, whom they know' '
	full && nt-show ada >got && same got <<E
Ada Lovelace, Engineer, Acme Ltd, London  people/ada.md
  reach     ada@example.com
            al@example.org
            +44 1
  tags      friend; maths
  how       through Bob
  met       2026-01-02
  cadence   4w
  last      2026-10-20, 35d ago; contacts: 8 since 2026-03-01
  due       2026-11-17: every 4w, last contact 2026-10-20
            2026-12-01: promised by 2026-12-01 (in 7 days): the letter to Bob
  favours   gave 1, got 1, owe 1, owed 1
  open      [ ] 2026-12-01 owe: the letter to Bob
            [ ] owed: the slides
  log       2026-06-01 mail<: four
            2026-07-01 mail>: five, see him
            2026-08-01 call: six
            2026-09-01 call: seven
            2026-10-20 meeting: with Ada Lovelace
            (earlier: 5; -a shows them)
  via       bob
  knows     Eve
E'

t '-a shows the whole timeline, oldest first' '
	full && nt-show -a ada >out && hasnt out earlier && sed -n "/^  log/,/^  knows/p" out | cut -c 13-25 | xargs >got && same got <<E
[x] 2026-02-0 [-] 2026-02-0 2026-03-01 me 2026-04-01 go 2026-05-01 ga 2026-06-01 ma 2026-07-01 ma 2026-08-01 ca 2026-09-01 ca 2026-10-20 me bob Eve
E'

t 'relations both ways, groups, members, via whom one is known' '
	printf -- "---\nkind: book\nprivate: [private, lover]\n---\n" | note book.md
	p() { printf -- "---\nname: $1\n$2---\n\n$3\n" | note "people/$1.md"; }
	p Ann "spouse: \"[[Ben]]\"\nintroduced-by: [[Cy]]\nlover: \"[[Gus]]\"\n" "Friend of [[Dan|Danny]]. [[Nobody]]" && p Ben "wife: \"[[Ann]]\"\nfather: \"[[Cy]]\"\n" "" && p Cy "" "" && p Dan "knows: \"[[Ann]]\"\n" ""
	p Eve "" "- 2026-11-01 call: about [[Ann]]" && p Gus "" "" && printf -- "---\nname: Club\nmembers: [\"[[Ann]]\", \"[[Cy]]\"]\n---\n" | note groups/club.md
	card() { nt-show "$1" | sed "1d;/^  log/d;/^  last/d;/^  kind/d"; }
	is "$(card people/Ann.md)" "  via       Cy
  relations spouse: Ben
  groups    Club
  knows     Dan, Eve, Nobody" && is "$(card people/Ben.md)" "  relations wife: Ann
            father: Cy" && is "$(card people/Cy.md)" "  via them  Ann
  relations Ben: father
  groups    Club" && is "$(card groups/club.md)" "  members   Ann, Cy" && is "$(card people/Gus.md)" "" &&
	on-tty nt-show --color=never people/Gus.md | has - "Ann: lover" && on-tty nt-show --color=never people/Ann.md | has - "lover: Gus" &&
	for i in $(seq 20); do p "x$i" "" "of [[Gus]]"; done && is "$(card people/Gus.md | tail -n 1)" "            (others: 8; nt-graph shows them)"'

t 'what is private leaves by the terminal only' '
	full && nt-show -a ada >out && for s in secret1 secret2 1815; do hasnt out $s || return 1; done &&
	on-tty nt-show -a ada >out && has out secret2 && has out 1815-12-10'

t 'several notes, of any kind; no query: the whole book' '
	full && nt-show people/eve.md orgs/acme.md >out && is "$(grep -v "^ " out)" "$(printf "Acme  orgs/acme.md\n\neve  people/eve.md")" &&
	has out "kind      org" && nt-show | grep -c "^[^ ].*  [a-z/]*\\.md$" | grep -qx 4'

t 'a stream shows what it holds' '
	full && nt-find people/ | nt-show - tag:friend >got && nt-show ada | same got && nt-find ada | (cd / &&
	nt-show -) >got && has got "+44 1" &&
	nt-show - <people/ada.md | has - "+44 1"'

t 'the head fits too: who they are wraps, the path has its own line where there is no room' '
	book && printf -- "---\nname: Eve Adams\ntitle: Keeper of very old keys\norg: Acme\ncity: Lisbon\n---\n" >people/eve.md &&
	COLUMNS=24 nt-show eve >out && is "$(head -n 4 out)" "$(printf "Eve Adams, Keeper of\n  very old keys, Acme,\n  Lisbon\n  people/eve.md")" &&
	COLUMNS=65 nt-show eve >out && is "$(head -n 1 out)" "Eve Adams, Keeper of very old keys, Acme, Lisbon  people/eve.md" &&
	COLUMNS=63 nt-show eve >out && is "$(head -n 1 out)" "Eve Adams, Keeper of very old keys, Acme, Lisbon  people/eve.md" &&
	COLUMNS=62 nt-show eve >out && is "$(sed -n 2p out)" "  people/eve.md"'

t 'lines wrap at COLUMNS' '
	full && printf -- "---\nhow: %s\n---\n" "$(seq -s " " 1 200)" >people/eve.md &&
	nt-show eve | awk "length > 80 { exit 1 }" &&
	COLUMNS=40 nt-show eve >out && awk "length > 40 { exit 1 }" out &&
	awk "length > 30 { n++ } END { exit n < 5 }" out &&
	COLUMNS=40 on-tty nt-show --color=never eve | awk "length > 40 { exit 1 }"'

t 'escapes of a note never come out raw, colour only when asked for' '
	book && printf -- "---\nname: \"a\\\\e[31mb\"\nemail: \"\\\\e]0;x\\\\a\"\n---\n- 2026-01-01 call: \033[2J\n" >people/x.md && esc=$(printf "\033") &&
	nt-show people/ >out && hasnt out "$esc" && has out "a^[[31mb" && has out "^[[2J" &&
	on-tty nt-show --color=never people/ | hasnt - "$esc" &&
	nt-show --color=always people/ | has - "$esc[1m" && NO_COLOR=1 on-tty nt-show people/ | hasnt - "$esc"'

t 'exit: 0 shown, 1 nobody, 2 an error' '
	full && code 0 nt-show ada && code 1 nt-show nobody && code 2 nt-show "(" &&
	printf -- "---\na: [\n---\n" >people/cut.md &&
	code 2 nt-show people/ >out 2>err && has out "Ada Lovelace" && has err "nt-show: people/cut.md:" &&
	is "$(grep -c cut.md err)" 1'
done_testing
