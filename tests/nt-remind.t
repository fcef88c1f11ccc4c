#!/bin/sh
. "${0%/*}/lib.sh"

# five: a book of five who are due: Ann 4 days late, Ben today, Cleo, Dan and Eve by cadence
five() {
	printf -- '---\nkind: book\nprivate: [private, phone]\n---\n' >book.md
	printf -- '---\nname: Ann\nemail: ann@example.com\n---\n- 2026-11-01 call: tea\n- [ ] 2026-11-20 owe: intro to [[Ben|Benny]]\n' |
		note people/ann.md
	printf -- '---\nname: Ben\n---\n- [ ] 2026-11-24 ask: about the *boat*\n' | note people/ben.md
	printf -- '---\nname: Cleo\nphone: "+1 secret1"\ncadence: 1w\n---\n- 2026-11-01 mail>: the paper\n- [ ] owed: the slides\n\n## Private\n\n- 2026-11-02 call: secret2\n- [ ] owe: secret3\n' |
		note people/cleo.md
	printf -- '---\nname: Dan\nbirthday: 1990-11-24\ncadence: 1y\n---\n- 2026-11-01 call: one\n' | note people/dan.md
	printf -- '---\nname: Eve\ncadence: 3w\n---\n- 2026-11-01 call: one\n' | note people/eve.md
}

# heads: who stands in full, in order; also: the line of the others
heads() {
	grep -v '^ ' "$1" | sed 1d | grep . | sed 's/,.*//' | xargs
}

also() {
	sed -n '/^  also/,$p' "$1" | sed 's/^ *also//' | sed 's/^ *//' | paste -s -d '|' - | sed 's/|/; /g'
}

# fits COLUMNS FILE: some awks count bytes
fits() {
	sed "s/[–·…]/-/g" "$2" | awk "length > $1 { print; n++ } END { exit n > 0 }"
}

t 'the first in full, the others in a line each, dated reasons of today first' '
	five && nt-due | nt-remind >out && sed -n 1p out >head &&
	is "$(cat head)" "Tuesday 2026-11-24  due: 5, here in full: 3" &&
	is "$(heads out)" "Dan Ann Cleo" &&
	is "$(also out)" "Ben – to do by 2026-11-24 (today); Eve – every 3w, last contact 2026-11-01" &&
	nt-due | nt-remind -n 1 >out && is "$(heads out)" Dan && is "$(also out)" \
		"Ben – to do by 2026-11-24 (today); Ann – promised by 2026-11-20 (4d late); Cleo – something private; Eve – every 3w, last contact 2026-11-01"'

t 'a person in full: the step, why, the last thing said, what is owed, how to reach them' '
	five && nt-due people/ann.md people/cleo.md | nt-remind >out && same out <<E
Tuesday 2026-11-24  due: 2

Ann
  do        keep your promise: intro to Benny
  why       promised by 2026-11-20 (4d late)
  said      2026-11-01 call: tea
  reach     ann@example.com

Cleo
  do        see your note, or follow up on 2026-11-01 mail>: the paper
  why       something private
  owed      the slides
E'

# hushed FRONT BODY: who is due, by a private promise of today and another; public: the same without them
hushed() {
	book && printf -- "---\nkind: book\nme: '[[Me]]'\n---\n" >book.md && printf -- '---\nname: Me\nemail: me@example.org\n---\n' >people/me.md &&
	printf -- '---\nname: Ada\n%b---\n\n%b\n## Private\n\n- [ ] 2026-11-24 owe: hush\n- [ ] 2026-11-20 ask: hush\n' "$1" "$2" >people/ada.md
}

t 'a private reason has no kind and no day where it leaves the terminal' '
	hushed "" "" && for form in text mail html json ics rem; do
		nt-due | nt-remind -f $form >out && has out "see your note" && grep -v "^REM\|^D[TU]\|^Tuesday\|<title>\|<h1>" out >told &&
		! grep -aE "hush|promised|owe:|to do|\(private\)|late|2026-11-2|first lines" told || return 1
	done && nt-due | nt-remind >out && same out <<-E
	Tuesday 2026-11-24  due: 1

	Ada
	  do        see your note
	  why       something private
	E
	nt-due | nt-remind -j | has - "\"due\":null,\"why\":[\"something private\"],\"step\":\"see your note\"" &&
	nt-due | nt-remind -f mail | has - "Subject: Ada: see your note" &&
	nt-due | nt-remind -n 0 | has - "Ada – something private"'

t 'beside a private reason the others are told as they are' '
	hushed "cadence: 1w\n" "- 2026-11-01 mail>: the paper\n" && nt-due | nt-remind -j >out &&
	has out "\"due\":\"2026-11-08\",\"why\":[\"something private\", \"every 1w, last contact 2026-11-01\"]" &&
	has out "\"step\":\"see your note, or follow up on 2026-11-01 mail>: the paper\"" &&
	hushed "birthday: 1990-11-24\n" "" && nt-due | nt-remind -j >out &&
	has out "\"step\":\"wish a happy birthday today\"" && has out "[\"birthday 2026-11-24 (36), today\", \"something private\"]"'

t 'a terminal reads of a private reason what nt-due says' '
	hushed "" "" && nt-due >stream && on-tty nt-remind <stream >out && has out "promised by 2026-11-24 (today): (private)" && hasnt out hush && hasnt out "see your note"'

t 'the limit is the book'\''s, or -n' '
	five && nt-due | nt-remind -n 9 >out && is "$(heads out)" "Dan Ann Cleo Ben Eve" && is "$(also out)" "" &&
	printf -- "---\nkind: book\nlimit: 2\n---\n" >book.md && nt-due | nt-remind >out &&
	is "$(heads out)" "Dan Ann" &&
	nt-due | nt-remind -n 0 >out && is "$(heads out)" "" && has out "Ann –" && code 2 nt-remind -n x </dev/null'

t 'nobody due is said, and no error' '
	five && NT_TODAY=2026-10-01 nt-due ann | code 0 nt-remind >out && is "$(cat out)" "Nobody is due." &&
	code 0 nt-remind </dev/null >out &&
	is "$(cat out)" "Nobody is due."'

# step FRONT BODY: the step that a book with this one person brings
step() {
	book
	printf -- '---\nname: Ada\n%b---\n%b' "$1" "$2" >people/ada.md
	nt-due | nt-remind -f json | sed 's/.*"step":"\([^"]*\)".*/\1/'
}

t 'one step for each reason' '
	is "$(step "" "- [ ] 2026-11-24 owe: intro to [[Bob]]\n")" "keep your promise: intro to Bob" &&
	is "$(step "" "- [ ] 2026-11-24 owed: the slides\n")" "ask for what is owed to you: the slides" &&
	is "$(step "" "- [ ] 2026-11-24 ask: about the boat\n")" "ask: about the boat" &&
	is "$(step "" "- [ ] 2026-11-24 todo: write\n")" write &&
	is "$(step "birthday: 1990-11-24\n" "")" "wish a happy birthday today" &&
	is "$(step "birthday: 1990-11-26\n" "")" "get ready to wish a happy birthday" &&
	is "$(step "birthday: 1990-11-20\n" "")" "send belated birthday wishes" &&
	is "$(step "anniversary: 1990-11-24\n" "")" "send good wishes for the anniversary" &&
	is "$(step "cadence: 1w\n" "- 2026-11-01 call: the boat\n")" "pick up the thread of 2026-11-01 call: the boat" &&
	is "$(step "cadence: 1w\n" "- 2026-11-01 mail>: the boat\n")" "follow up on 2026-11-01 mail>: the boat" &&
	is "$(step "cadence: 1w\n" "- 2026-11-01 call: x\n- [ ] ask: about it\n- [ ] owe: intro\n")" "keep your promise: intro" &&
	is "$(step "cadence: 1w\nmet: 2026-01-01\nhow: on [[a boat|the boat]]\n" "")" "say hello, and how you met: on the boat" &&
	is "$(step "next: 2026-11-24\n" "")" "write the first lines: there is no contact on record yet" &&
	printf -- "---\nrefresh: 1m\n---\n[[Ada]]\n" | note lists/l.md &&
	is "$(step "verified: 2026-01-01\norg: \"[[Acme]]\"\n" "")" "ask: still at Acme? is the number right?"'

t 'an undated task is a step too, with its kind' '
	is "$(step "cadence: 1w\n" "- 2026-11-01 call: x\n- [ ] ask: about it\n")" "ask: about it"'

t 'the step: a meeting that is planned, an answer, thanks, and what is left to say without a text' '
	is "$(step "cadence: 1w\n" "- 2026-11-01 call: the boat\n- 2026-11-26 lunch: at Rossi\n- 2026-12-02 dinner: x\n- [ ] owe: it\n")" "lunch on 2026-11-26 (in 2 days): at Rossi" &&
	is "$(step "cadence: 1w\n" "- 2026-11-01 call: x\n- 2026-11-25 met:\n")" "met on 2026-11-25 (tomorrow)" &&
	is "$(step "cadence: 1w\n" "- 2026-11-01 call: x\n- 2026-11-25 note: no meeting\n")" "pick up the thread of 2026-11-01 call: x" &&
	is "$(step "cadence: 1w\n" "- 2026-11-01 mail<: when?\n")" "answer 2026-11-01 mail<: when?" &&
	is "$(step "cadence: 1w\n" "- 2026-11-01 got: an intro\n")" "say thanks for 2026-11-01 got: an intro" &&
	is "$(step "cadence: 1w\n" "- 2026-11-01 call:\n")" "say hello; the last contact was a call on 2026-11-01" &&
	is "$(step "cadence: 1w\nlast: 2026-11-01\n" "")" "say hello; the last contact was on 2026-11-01" &&
	is "$(step "cadence: 1w\nlast: 2026-11-01\n" "- 2026-11-02 note: moved to Rome\n")" "pick up what you noted: 2026-11-02 note: moved to Rome" &&
	is "$(step "cadence: 1w\n" "- 2026-11-01 call: x\n- 2026-12-01 owe: the book\n")" "keep your promise: the book (for 2026-12-01)"'

t 'what was noted last is told beside what was said' '
	book && printf -- "---\nname: Ann\ncadence: 1w\n---\n- 2026-11-01 call: tea\n- 2026-11-03 note: prefers mail\n- 2026-11-02 note: old\n- 2026-11-25 note: ahead\n" | note people/ann.md &&
	nt-due | nt-remind >out && sed 1,2d out >got && same got <<E && nt-due | nt-remind -j | has - "\"note\":\"2026-11-03 note: prefers mail\""
Ann
  do        pick up the thread of 2026-11-01 call: tea
  why       every 1w, last contact 2026-11-01
  noted     2026-11-03 note: prefers mail
E'

t 'links are told by name, not by where they lead' '
	book && printf -- "---\nname: Bob Stone\naliases: [Bobby]\n---\n" | note people/bob.md &&
	step "" "- [ ] 2026-11-24 owe: intro to [[people/bob]], [[bob]], [[Bobby]], [[bob|him]] and [[people/x]]\n" >/dev/null &&
	is "$(nt-due ada | nt-remind -j | sed "s/.*\"step\":\"\([^\"]*\)\".*/\1/")" "keep your promise: intro to Bob Stone, Bob Stone, Bobby, him and people/x" &&
	is "$(nt-due -l -o why ada)" "promised by 2026-11-24 (today): intro to Bob Stone, Bob Stone, Bobby, him and people/x" &&
	nt-due ada | nt-remind >out && hasnt out "I owe" && hasnt out "(today): intro" &&
	is "$(step "cadence: 1w\nmet: 2026-11-01\nhow: \"through [[people/bob]]\"\n" "")" "say hello, and how you met: through Bob Stone"'

t 'one task with four people is one place with four names' '
	book && for n in ann bob cid dan eve; do printf -- "---\nname: %s\n---\n" $n | note people/$n.md; done &&
	printf -- "- [ ] 2026-11-24 ask: [[ann]], [[bob]], [[cid]] and [[dan]] to dinner\n- [ ] 2026-11-25 ask: [[eve]]\n" | note groups/club.md &&
	nt-due | nt-remind -n 1 >out && is "$(heads out)" ann && has out "  and       bob, cid, dan" && is "$(also out)" "eve – to do by 2026-11-25 (tomorrow)" &&
	is "$(nt-due | nt-remind -n 1 -j | sed "s/.*\"name\":\"\([^\"]*\)\".*\"full\":\([a-z]*\).*/\1 \2/" | xargs)" "ann true bob true cid true dan true eve false" &&
	nt-due | nt-remind -n 0 >out && is "$(sed -n "s/^ *also *//p" out)" "ann, bob, cid, dan – to do by 2026-11-24 (today)" &&
	nt-due | nt-remind -n 1 --once >/dev/null && is "$(cut -f 2 .nt-reminded | xargs)" "people/ann.md people/bob.md people/cid.md people/dan.md"'

t 'what is long is told in three lines, the others in one each, twenty at most' '
	book && printf -- "---\nname: Ann\ncadence: 1w\n---\n- 2026-11-01 call: %s\n" "$(seq -s " " 1 99)" | note people/ann.md &&
	nt-due | nt-remind >out && is "$(grep -c . out)" 6 && sed -n "/^  why/q; \$!p" out | tail -n 1 | has - " 57 58 …" && fits 80 out &&
	for i in $(seq -w 1 24); do printf -- "---\ncadence: 3w\n---\n- 2026-11-02 call: x\n" | note people/p$i.md; done &&
	nt-due | nt-remind -n 1 >out && is "$(grep -c " – " out)" 20 && is "$(tail -n 1 out)" "            and 4 more: see nt-due"'

t 'when the cadences ask for too much it is said' '
	book && for i in 1 2 3 4 5 6 7; do printf -- "---\ncadence: 2d\n---\n- 2026-11-01 call: x\n" | note people/p$i.md; done &&
	nt-due p1 | nt-remind >out && is "$(tail -n 2 out | xargs)" "your cadences ask for 3.5 contacts a day, the limit is 3 (2d: 7 people, 3.5 a day); stretched 1.2 times they would fit"'

t 'the step of the most pressing reason, the others under why' '
	is "$(step "cadence: 1w\nbirthday: 1990-11-24\n" "- 2026-11-01 call: the boat\n")" "wish a happy birthday today" &&
	nt-due | nt-remind >out && has out "every 1w, last contact 2026-11-01"'

t 'who comes twice in a joined stream stands once, where they came first, with the reasons' '
	five && { nt-due ben; nt-find -s ann; nt-due ann or ben; nt-find -s ann; } | nt-remind >out && is "$(heads out)" "Ben Ann" && has out "due: 2" && has out "promised by 2026-11-20" && is "$(also out)" "" &&
	{ nt-due ben; nt-due ben; } | nt-remind --once -j >out && is "$(grep -c . out)" 1 && is "$(grep -c . .nt-reminded)" 1'

t 'what is private is never told' '
	five && nt-due | nt-remind -n 9 >out && hasnt out secret && nt-due | nt-remind -f json >out &&
	hasnt out secret &&
	printf -- "---\n---\n## Private\n\n- [ ] 2026-11-24 owe: secret4\n" >people/fay.md &&
	nt-due | nt-remind -n 9 >out && has out "fay" && hasnt out secret'

t 'JSON: an object a person, in full or not' '
	{ command -v jq >/dev/null || skip "no jq"; } && five && nt-due | nt-remind -f json >out &&
	is "$(jq -c "[.name, .path, .due, .full]" out | head -n 4 | tail -n 1)" "[\"Ben\",\"people/ben.md\",\"2026-11-24\",false]" &&
	is "$(jq -c "select(.name == \"Ann\") | [.step, .why, .last, .said, .owe, .owed, .reach]" out)" \
		"[\"keep your promise: intro to Benny\",[\"promised by 2026-11-20 (4d late): intro to Benny\"],\"2026-11-01\",\"2026-11-01 call: tea\",[\"intro to Benny (by 2026-11-20)\"],[],[\"ann@example.com\"]]" &&
	is "$(jq -s length out)" 5 && nt-remind -f json </dev/null >out && is "$(cat out)" ""'

# --- once

once() {
	nt-due | NT_TODAY=$1 nt-remind --once
}

t '--once: a person in full once within the quiet days' '
	five && once 2026-11-24 >out && is "$(heads out)" "Dan Ann Cleo" && is "$(cut -f 2 .nt-reminded | xargs)" \
		"people/dan.md people/ann.md people/cleo.md" &&
	once 2026-11-25 >out && is "$(heads out)" "Ben Eve" && has out "due: 2" &&
	once 2026-11-26 >out && is "$(cat out)" "" && nt-due | NT_TODAY=2026-11-26 on-tty nt-remind --once | tr -d "\r" | is "$(cat)" "Nobody new is due; reminded of lately: 5." && cp .nt-reminded was &&
	for f in mail html text; do nt-due | NT_TODAY=2026-11-26 nt-remind --once -f $f | is "$(cat)" "" || return 1; done && same was .nt-reminded && nt-due | NT_TODAY=2026-11-26 nt-remind --once -f ics | has - END:VCALENDAR &&
	once 2026-11-27 >out && is "$(heads out)" "Ann Cleo"'

t '--once: the limit is for the day' '
	five && once 2026-11-24 >/dev/null && once 2026-11-24 >out &&
	is "$(cat out)" "" && nt-due | on-tty nt-remind --once | tr -d "\r" | is "$(cat)" "Enough for today; still due: 2." &&
	nt-due | nt-remind >out && is "$(heads out)" "Dan Ann Cleo"'

t '--once: quiet is the book'\''s, and no reason breaks it' '
	five && printf -- "---\nkind: book\nquiet: 1d\n---\n" >book.md && once 2026-11-24 >out &&
	once 2026-11-25 >out && is "$(heads out)" "Ann Ben Eve" && sed -i "s/1d/0d/" book.md && once 2026-11-25 >out && is "$(heads out)" "" &&
	five && rm .nt-reminded && printf "2026-11-23\tpeople/ben.md\n2026-11-23\tpeople/ann.md\n" >.nt-reminded &&
	once 2026-11-24 >out &&
	is "$(heads out)" "Dan Cleo Eve" && is "$(also out)" ""'

t '--once: a birthday is told of once ahead and once from the day on, until somebody writes' '
	book && printf -- "---\nname: Eve\nbirthday: 1990-11-28\n---\n" >people/eve.md && november=$(seq -f 2026-11-%02g 21 30) && december=$(seq -f 2026-12-%02g 1 13) &&
	told() { for day in "$@"; do NT_TODAY=$day && nt-due | nt-remind --once -j | grep -q "full\":true" && echo "$day"; done | xargs; } &&
	is "$(told $november $december)" "2026-11-21 2026-11-28" && rm .nt-reminded && is "$(told 2026-11-26 2026-11-27 2026-11-30 $december)" "2026-11-30" && rm .nt-reminded && printf -- "- [ ] 2026-11-26 owe: x\n" >>people/eve.md && is "$(told $november)" "2026-11-21 2026-11-24 2026-11-28" && rm .nt-reminded && is "$(told 2026-11-26 2026-11-27 2026-11-28 2026-11-29)" "2026-11-26 2026-11-29" && printf -- "---\nname: Eve\nbirthday: 1990-11-28\n---\n" >people/eve.md && rm .nt-reminded && printf -- "---\nname: Bob\ncadence: 1w\n---\n" >people/bob.md && NT_TODAY=2026-11-26 && nt-due | nt-remind --once >out && is "$(heads out)" Bob && is "$(also out)" "Eve – birthday 2026-11-28 (36), in 2 days" && rm people/bob.md &&
	is "$(told $(seq -f 2027-11-%02g 20 30))" "2027-11-21 2027-11-28" && rm .nt-reminded && nt-set eve cadence=1w next=2026-12-03 >/dev/null && is "$(told $november $december)" "2026-11-21 2026-11-28 2026-12-03 2026-12-06 2026-12-09 2026-12-12"'

t '--once: nobody acts, and each of many has a turn; what has a day comes before it' '
	book && for i in $(seq -w 1 15); do printf -- "---\nname: P%s\ncadence: 1w\n---\n- 2026-09-%s call: x\n" $i $i >people/p$i.md; done && printf -- "---\nname: Kim\n---\n- [ ] 2026-11-01 owe: x\n" >people/kim.md &&
	for day in $(seq -f 2026-11-%02g 1 8); do NT_TODAY=$day && nt-due | nt-remind --once >out && heads out || return 1; done >days && same days <<-E
	Kim P01 P02
	P03 P04 P05
	P06 P07 P08
	Kim P09 P10
	P11 P12 P13
	P01 P14 P15
	Kim P02 P03
	P04 P05 P06
	E
	for day in $(seq -f 2026-11-%02g 9 30); do NT_TODAY=$day && nt-due | nt-remind --once >out && heads out || return 1; done >days && for i in $(seq -w 1 15); do has days P$i >/dev/null || return 1; done'

t '--once: when all had a turn, it is his whose turn is longest ago; a contact ends it' '
	book && printf -- "---\nkind: book\nlimit: 1\nquiet: 1d\n---\n" >book.md && for n in A B C; do printf -- "---\nname: %s\ncadence: 1w\nmet: 2026-09-01\n---\n" $n >people/$n.md; done && turns() { for day in "$@"; do NT_TODAY=$day && nt-due | nt-remind --once >out && heads out || return 1; done | xargs; } &&
	is "$(turns $(seq -f 2026-11-%02g 1 30))" "A B C A B C A B C A B C A B C A B C A B C A B C A B C A B C" && NT_TODAY=2026-11-30 nt-log B call: hi >out && is "$(turns $(seq -f 2026-12-%02g 1 12))" "A C A C A C B A C B A C"'

t '--once: a day that a text names is no date of the reason' '
	five && printf -- "---\nname: Ann\n---\n- [ ] 2026-11-20 ask: before 2026-11-24 (or so): soon\n" >people/ann.md &&
	printf "2026-11-23\tpeople/ann.md\n" >.nt-reminded && once 2026-11-24 >out && is "$(heads out)" "Dan Cleo Ben"'

t '--once: a cadence that ends today is no dated reason of today' '
	five && printf -- "---\nname: Eve\ncadence: 3w\n---\n- 2026-11-03 call: one\n" >people/eve.md && nt-due -l eve >due && has due 2026-11-24 &&
	printf "2026-11-23\tpeople/eve.md\n" >.nt-reminded && nt-due eve | nt-remind --once >out &&
	is "$(cat out)" ""'

t '--once: what it cannot read is left as it is' '
	five && ln -s elsewhere .nt-reminded && code 2 nt-remind --once <people/ann.md >out 2>err && has err ".nt-reminded" &&
	is "$(cat out)" "" && rm .nt-reminded && mkdir .nt-reminded && nt-due >s && code 2 nt-remind --once <s >out 2>err && [ -d .nt-reminded ]'

t 'what the step says is not said again, whatever signs it holds' '
	printf -- "---\nkind: book\n---\n" >book.md &&
	printf -- "---\nname: Ann\n---\n- [ ] 2026-11-20 owe: the (two): books (by Ada)\n- [ ] owe: tea (green)\n- [ ] owed: a pen (by Bic)\n" |
		note people/ann.md && nt-due | nt-remind >out && sed 1,2d out >got && same got <<E
Ann
  do        keep your promise: the (two): books (by Ada)
  why       promised by 2026-11-20 (4d late)
  I owe     tea (green)
  owed      a pen (by Bic)
E
	printf -- "---\nname: Ann\ncadence: 1w\n---\n- 2026-11-01 call: tea\n- [ ] 2026-12-20 owed: the map\n" >people/ann.md &&
	nt-due | nt-remind >out && sed 1,2d out >got && same got <<E
Ann
  do        pick up the thread of 2026-11-01 call: tea
  why       every 1w, last contact 2026-11-01
  owed      the map (by 2026-12-20)
E'

t 'a promise to me that the step asks for is not listed again' '
	printf -- "---\nkind: book\n---\n" >book.md &&
	printf -- "---\nname: Ann\n---\n- [ ] 2026-11-20 owed: the map\n- [ ] owed: a pen\n" | note people/ann.md &&
	nt-due | nt-remind >out && has out "ask for what is owed to you: the map" && is "$(grep -c "the map" out)" 1 && has out "  owed      a pen"'

t '-j is JSON here, too' '
	five && nt-due | nt-remind -j >out && nt-due | nt-remind -f json | same out'

t '--once forgets what is old and needs a book' '
	five && printf "2026-10-01\tpeople/ben.md\n2026-11-23\tpeople/ann.md\n" >.nt-reminded &&
	once 2026-11-24 >out && hasnt .nt-reminded 2026-10-01 &&
	has .nt-reminded "2026-11-23	people/ann.md" && nt-due >s && cd / &&
	code 2 nt-remind --once <"$TMP/$tests/s" 2>"$TMP/err" && has "$TMP/err" book'

t '--once takes nobody down when the digest could not be written' '
	{ [ -c /dev/full ] || skip "no /dev/full"; } && five && nt-due >s && code 2 nt-remind --once <s >/dev/full 2>err &&
	code 1 test -e .nt-reminded'

t '--once: of two at once the second sees whom the first has taken down; the first does not wait for a slow stream' '
	five && nt-due >s && mkfifo pipe && { nt-remind --once <pipe >slow & } && exec 9>pipe && nt-remind --once <s >fast &&
	is "$(heads fast)" "Dan Ann Cleo" && cat s >&9 && exec 9>&- && wait && is "$(cat slow)" ""'

t '--once: of many at once one names whom all would' '
	five && nt-due >s && for i in 1 2 3 4 5 6 7 8; do nt-remind --once <s >"out.$i" & done && wait && is "$(grep -l "Dan" out.* | wc -l)" 1 &&
	is "$(cut -f 2 .nt-reminded | sort | uniq -d)" ""'

t '--once: what cannot be read is not wiped' '
	five && nt-due >s && mkdir .nt-reminded && code 2 nt-remind --once <s >out 2>err && [ -d .nt-reminded ] && is "$(cat out)" ""'

# --- where it is used

t 'without a book it tells what the stream tells' '
	five && nt-due >s && cd / && nt-remind <"$TMP/$tests/s" >"$TMP/out" &&
	is "$(heads "$TMP/out")" "Dan Ann Cleo" && has "$TMP/out" "keep your promise"'

t 'a terminal on standard input is an error, and so are operands' '
	five && code 2 on-tty -i nt-remind >out && has out "nt-due | nt-remind" && code 2 nt-remind ann </dev/null'

t 'from cron: no HOME, no TERM' '
	five && nt-due | env -i NT_TODAY=2026-11-24 "$(command -v nt-remind)" >out && nt-due | nt-remind | same out'

# recipe: runs the lines of the crontab as cron does, that many of them
recipe() {
	grep "^[0-9].*nt-due" "$TOP/examples/recipes/cron/crontab" | sed "s/^[-0-9 *]*	//" | sed -n "$1" >line && [ -s line ] &&
	env -i HOME="$HOME" NT_TODAY="$2" NT_BOOK="$PWD" PATH="$(dirname "$(command -v nt-due)"):/usr/bin:/bin" sh -c "$(cat line)" </dev/null
}

t 'the recipe for cron says nothing when nobody is new, and all when somebody is' '
	five && rm people/*.md && recipe 1p 2026-11-24 >out 2>&1 && is "$(cat out)" "" && recipe 2p 2026-11-24 >out 2>&1 && is "$(cat out)" "" &&
	note people/ann.md <<-E && recipe 1p 2026-11-24 >out && is "$(heads out)" Ann &&
	---
	name: Ann
	cadence: 1w
	---
	E
	recipe 1p 2026-11-24 >out 2>&1 && is "$(cat out)" "" && recipe 1p 2026-11-25 >out 2>&1 && is "$(cat out)" "" &&
	recipe 1p 2026-11-27 >out 2>&1 && is "$(heads out)" Ann'

t 'the recipe for cron: a broken note is told, and hides nobody' '
	five && printf -- "---\na: b: c\n---\n" >people/bad.md && recipe 1p 2026-11-24 >out 2>err && is "$(heads out)" "Dan Ann Cleo" && has err people/bad.md:2:5:'

t '--if-any: nothing in any form unless somebody is in full' '
	five && nt-due | nt-remind >want && nt-due | nt-remind --if-any | same want &&
	nt-due | nt-remind -n 0 --if-any >out && same /dev/null out && nt-due | nt-remind -n 0 --if-any -j >out && same /dev/null out &&
	nt-due | nt-remind -j --if-any | has - Ann'

t 'lines wrap at COLUMNS, escapes of notes never come out raw' '
	five && printf -- "---\nname: \"a\\\\e[31mb\"\n---\n- [ ] 2026-11-20 owe: \033[2J %s\n" "$(seq -s " " 1 99)" >people/ann.md && nt-due >s &&
	nt-remind -n 9 <s >out && hasnt out "$(printf "\033")" && has out "a^[[31mb" && has out "^[[2J" &&
	fits 80 out &&
	COLUMNS=50 nt-remind <s >out && fits 50 out && on-tty nt-remind --color=never <s | hasnt - "$(printf "\033")"'

t 'the example book' '
	cd "$TOP/examples/book" && nt-due | nt-remind >"$TMP/got" &&
	is "$(heads "$TMP/got")" "Zoë Brontë-Müller Łukasz Wrona Chiara Belmonte" &&
	has "$TMP/got" "due: 13, here in full: 3" && has "$TMP/got" "also      Philippa Okonjo – every 1m, last contact 2026-08-31"'
t '-f mail: two parts that a strict parser reads, to the owner, the first person in the subject' '
	five && printf -- "---\nkind: book\nme: \"[[Mara]]\"\n---\n" >book.md && printf -- "---\nname: Mara \303\204hre, PhD\nemail: mara@example.org\n---\n" | note people/mara.md && nt-set book.md me="[[people/mara]]" >/dev/null &&
	printf -- "---\nname: \"\345\261\261\347\224\260 <b>\"\nemail: y@example.com\n---\n- [ ] 2026-11-20 owe: a & b <script>x</script>\n" | note people/y.md && nt-due | nt-remind -f mail >mail && nt-due | nt-remind >text && nt-due | nt-remind -f html >page &&
	{ command -v python3 >/dev/null || skip "no python3"; } && python3 -c "
import email, email.policy
m = email.message_from_binary_file(open(\"mail\", \"rb\"), policy=email.policy.strict)
assert m[\"Auto-Submitted\"] == \"auto-generated\" and not m.defects, m.defects
assert m[\"To\"].addresses[0].addr_spec == \"mara@example.org\" and m[\"To\"].addresses[0].display_name == \"Mara \\u00c4hre, PhD\", m[\"To\"]
assert m[\"From\"] == m[\"To\"]
parts = list(m.iter_parts())
assert [p.get_content_type() for p in parts] == [\"text/plain\", \"text/html\"] and not any(p.defects for p in parts)
text, page = [p.get_content().replace(\"\\r\\n\", \"\\n\") for p in parts]
assert text.strip() == open(\"text\").read().strip(), text
assert page.strip() == open(\"page\").read().strip()
assert m[\"Subject\"].startswith(\"Dan: \") and m[\"Subject\"].endswith(\"(and 2 more)\"), m[\"Subject\"]
" && grep -q "&lt;script&gt;" page && hasnt page "<script" && has page "mailto:y@example.com" && awk "length > 998 { exit 1 }" mail && LC_ALL=C grep -q "^[ -~]*$" mail && ! LC_ALL=C grep -v "^[ -~]*$" mail'

t '-f mail: the day and its time in the local zone, and an id, as RFC 5322 wants them' '
	five && printf -- "---\nkind: book\nme: \"[[Mara]]\"\n---\n" >book.md && printf -- "---\nname: Mara\nemail: mara@example.org\n---\n" | note people/mara.md && nt-due >s &&
	head_of() { sed "/^$/q" "$1" | sed "s/[0-9][0-9]:[0-9][0-9]:[0-9][0-9]/TIME/; s/nt\.[0-9a-f]*@/nt.ID@/"; } &&
	TZ=Europe/Berlin LC_ALL=de_DE.UTF-8 nt-remind -f mail <s >mail && is "$(head_of mail | sed -n "1p; /^Message/p")" "$(printf "Date: Tue, 24 Nov 2026 TIME +0100\nMessage-ID: <nt.ID@example.org>")" &&
	TZ=Europe/Berlin NT_TODAY=2026-07-05 nt-remind -f mail <s >summer && has summer "Date: Sun, 05 Jul 2026 " && has summer " +0200" && env -u NT_TODAY TZ=UTC nt-remind -f mail <s >today && d=$(LC_ALL=C date -u "+%a, %d %b %Y") && { grep "^Date: $d [0-9:]* +0000$" today || skip "midnight"; } &&
	for at in 1.2.3.4] "b ö.org" "x..org" ".org"; do printf -- "---\nname: Mara\nemail: \"mara@%s\"\n---\n" "$at" | note people/mara.md && nt-remind -f mail <s >odd 2>err; hasnt odd Message-ID || return 1; done &&
	{ command -v python3 >/dev/null || skip "no python3"; } && python3 -c "
import email, email.policy, sys
for name in (\"mail\", \"summer\", \"today\"):
    m = email.message_from_binary_file(open(name, \"rb\"), policy=email.policy.strict)
    for field in (\"Date\", \"From\", \"To\", \"Subject\", \"Message-ID\"):
        assert len(m.get_all(field)) == 1 and not m[field].defects, (field, m[field].defects)
    assert m[\"Date\"].datetime.tzinfo
"'

t '-f mail: whom it is for is not known: it is refused, and nobody is taken down' '
	five && : | code 2 nt-remind -f mail >out 2>err && has err "me: \"[[NAME]]\" in book.md" &&
	refused() {
		nt-due | code 2 nt-remind -f mail --once >out 2>err && has err "no recipient" && has err "$1" && is "$(cat out)" "" && [ ! -s .nt-reminded ]
	}
	refused "[[NAME]]" && printf -- "---\nkind: book\nme: \"[[Mara Lindkvist]]\"\n---\n" >book.md && refused "me: [[Mara Lindkvist]] is the name of no one note" &&
	printf -- "---\nname: Mara Lindkvist\n---\n" >people/mara.md && refused "people/mara.md: no recipient: email: you@example.org" &&
	printf -- "---\nname: Mara Lindkvist\nemail: mara@ex\303\244mple.org\n---\n" >people/mara.md && refused "in ASCII" && : | nt-remind -f mail --if-any >out 2>err && is "$(cat out err)" "" &&
	nt-set mara email+=mara@example.org >out && nt-due | nt-remind -f mail --once >out 2>err && has out "To: Mara Lindkvist <mara@example.org>" && has out "Subject: Dan" && [ -s .nt-reminded ] && is "$(cat err)" ""'

t '-f html: a page with each person, what is due, links; nothing private' '
	five && nt-due | nt-remind -f html >page && has page "<h2>Ann</h2>" && has page "keep your promise: intro to Benny" && has page "<a rel=\"noopener noreferrer\" href=\"mailto:ann@example.com\">" && hasnt page secret && : | nt-remind -f html | has - "Nobody is due." &&
	{ command -v python3 >/dev/null || skip "no python3"; } && python3 -c "
import html.parser
class P(html.parser.HTMLParser):
    open = []
    def handle_starttag(self, tag, attrs):
        if tag not in (\"meta\",):
            self.open.append(tag)
    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag
p = P()
p.feed(open(\"page\").read())
assert not p.open, p.open"'

t '-f notify: one a place in full, by notify-send, and no markup of notes' '
	five && printf -- "---\nname: \"-A\"\n---\n- [ ] 2026-11-24 ask: <b>bold</b> & more\n" | note people/aa.md && mkdir bin && printf "#!/bin/sh\nprintf \"%%s|\" \"\$@\" >>\"$PWD/said\"\necho >>\"$PWD/said\"\n" >bin/notify-send && chmod +x bin/notify-send &&
	nt-due people/aa.md people/ann.md | PATH=$PWD/bin:$PATH nt-remind -f notify >out && is "$(cat out)" "" && is "$(grep -c "^-a|nt|--|" said)" 2 && has said "|--|-A|" && has said "&lt;b&gt;bold&lt;/b&gt; &amp; more" && has said "|--|Ann|keep your promise: intro to Benny" &&
	nt-due | PATH=$(dirname "$(command -v nt-remind)") code 2 "$(command -v nt-remind)" -f notify 2>err && has err "notify-send is not installed" && printf "#!/bin/sh\nexit 1\n" >bin/notify-send && nt-due >s && PATH=$PWD/bin:$PATH code 2 nt-remind --once -f notify <s 2>err && has err "could not" && code 1 test -e .nt-reminded'

# five_days: of the five, what has a day: each year, late, today and ahead; secrets
five_days() {
	five && printf -- "- [ ] 2026-11-26 owe: the 50 %% of it; [[people/dan|him]], too\n" >>people/eve.md &&
	printf -- "\n## Private\n\n- [ ] 2026-11-25 owe: secret5\n" >>people/dan.md && nt-due >s
}

t '-f ics: a task of today for each in full, and of the dated reasons of all the events that nt-export has' '
	/usr/bin/python3 -c "import icalendar" 2>/dev/null || skip "no icalendar" && five_days && nt-remind -f ics <s >ics && nt-export -f ics >all && hasnt ics secret && /usr/bin/python3 - <<-"E"
	import datetime, icalendar
	def read(name):
	    raw = open(name, "rb").read()
	    assert raw.count(b"\n") == raw.count(b"\r\n") and max(map(len, raw.split(b"\r\n"))) <= 75
	    return icalendar.Calendar.from_ical(raw)
	def alarms(e):
	    return [(str(a["action"]), a["trigger"].dt, a["trigger"].params.get("RELATED")) for a in e.subcomponents]
	got, every = read("ics"), read("all")
	today, eight = datetime.date(2026, 11, 24), datetime.timedelta(hours=8)
	todos = got.walk("VTODO")
	assert [str(t["summary"]) for t in todos] == ["Dan: wish a happy birthday today", "Ann: keep your promise: intro to Benny",
	    "Cleo: see your note, or follow up on 2026-11-01 mail>: the paper"], todos
	for t in todos:
	    assert (t["due"].dt, str(t["status"]), alarms(t)) == (today, "NEEDS-ACTION", [("DISPLAY", eight, "END")]), t
	events = {str(e["summary"]): e for e in got.walk("VEVENT")}
	assert len(events) == len(got.walk("VEVENT"))
	assert {k: bool(alarms(e)) for k, e in events.items()} == {"Dan: birthday (1990)": True, "Ann: promised: intro to Benny": False,
	    "Eve: promised: the 50 % of it; him, too": True, "Ben: ask: about the *boat*": True}, events
	same = {str(e["uid"]): e for e in every.walk("VEVENT")}
	for e in events.values():
	    other = same[str(e["uid"])]
	    assert sorted(e) == sorted(other) and all(e[k].to_ical() == other[k].to_ical() for k in e), (e, other)
	assert len({str(x["uid"]) for x in todos + list(events.values())}) == 7
	E'

t '-f ics: khal has each once after a second run, where it was put off to' '
	{ command -v khal >/dev/null || skip "no khal"; } && five_days && mkdir cal && printf "[calendars]\n[[nt]]\npath = $PWD/cal\n[locale]\ntimeformat = %%H:%%M\ndateformat = %%Y-%%m-%%d\nlongdateformat = %%Y-%%m-%%d\ndatetimeformat = %%Y-%%m-%%d %%H:%%M\nlongdatetimeformat = %%Y-%%m-%%d %%H:%%M\n[default]\ndefault_calendar = nt\n[sqlite]\npath = $PWD/db\n" >conf &&
	on() { khal -c conf list --format "{title}" --day-format "" "$1" 1d 2>&1 | sort | paste -s -d "|" -; } && nt-remind -f ics <s >ics && khal -c conf import --batch ics >log 2>&1 &&
	is "$(on 2026-11-24)" "Ann: promised: intro to Benny|Ben: ask: about the *boat*|Dan: birthday (1990)" && is "$(on 2026-11-26)" "Eve: promised: the 50 % of it; him, too" && is "$(on 2026-11-23)" "Ann: promised: intro to Benny" &&
	sed -i.bak "s/2026-11-20 owe/2026-11-27 owe/" people/ann.md && NT_TODAY=2026-11-25 && nt-due | nt-remind -f ics >ics && khal -c conf import --batch ics >log 2>&1 &&
	is "$(on 2026-11-24)" "Ben: ask: about the *boat*|Dan: birthday (1990)" && is "$(on 2026-11-27)" "Ann: promised: intro to Benny"'

t '-f ics: the task of a person has one UID, whatever is to be done, and one of its own' '
	five_days && uids() { nt-due | nt-remind -f ics "$@" | tr -d "\r" | sed -n "/^BEGIN:VTODO/{n;p;}"; } && uids -n 1 >one && uids -n 9 >all && is "$(sort -u all | wc -l | tr -d " ")" 5 &&
	nt-log dan call: sang >/dev/null && nt-set dan next=2026-11-01 >/dev/null && nt-due dan | nt-remind | hasnt - birthday && nt-due dan >s && nt-remind -f ics <s | tr -d "\r" | sed -n "/^BEGIN:VTODO/{n;p;}" | same one'

t '-f ics, -f rem: nobody is due: an empty calendar, or nothing' '
	five && : | nt-remind -f ics >out && is "$(grep -c BEGIN out)" 1 && has out END:VCALENDAR && : | nt-remind -f rem >out && is "$(cat out)" "# for remind(1), by nt" &&
	: | nt-remind -f ics --if-any >out && same /dev/null out && nt-due | nt-remind -f rem --once >out && has out Dan && nt-due | nt-remind -f rem --once --if-any >out && same /dev/null out'

t '-f rem: remind tells each once, ahead of its day, and nothing is computed' '
	{ command -v remind >/dev/null || skip "no remind"; } && five_days && printf -- "---\nname: \"x[shell(\\\\\"touch ran\\\\\")]\"\ncadence: 1w\nnext: 2026-11-24\n---\n" >people/x.md && nt-due | nt-remind -f rem -n 9 >rem && hasnt rem secret && on() { remind -q -n rem "$1" | sed -n "s,^$(echo "$1" | tr - /) ,,p" | sort | paste -s -d "|" -; } &&
	is "$(on 2026-11-24)" "Ann: promised: intro to Benny|Ben: ask: about the *boat* today|Cleo: see your note, or follow up on 2026-11-01 mail>: the paper|Dan: birthday (36) today|Eve: keep your promise: the 50 % of it; him, too|x[shell(\"touch ran\")]: reach out today" && [ ! -e ran ] &&
	is "$(on 2026-11-26)" "Eve: promised: the 50 % of it; him, too today" && is "$(on 2027-11-24)" "Dan: birthday (37) today" && remind -q rem 2026-11-24 | has - "in 2 days'\'' time" && hasnt rem "REM 25 Nov"'

done_testing
