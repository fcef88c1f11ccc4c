#!/bin/sh
. "${0%/*}/lib.sh"

# ada FRONT [BODY]: a book of one person, people/ada.md
ada() {
	[ -f book.md ] || book
	printf -- '---\nname: Ada\n%b---\n%b' "$1" "${2-}" >people/ada.md
}

# due DAY... and quiet DAY...: whether Ada is due on each of the days
due() {
	for day; do
		is "$day $(NT_TODAY=$day nt-due -p people/ada.md)" "$day people/ada.md" || return 1
	done
}

quiet() {
	for day; do
		is "$day $(NT_TODAY=$day code 1 nt-due -p people/ada.md)" "$day " || return 1
	done
}

# says DAY TEXT: her due date and why, as it looks on that day, separated by a blank
says() {
	is "$(NT_TODAY=$1 nt-due -a -l -o due,why people/ada.md | tr '\t' ' ')" "$2"
}

# when DAY: the date on which she is or will be due, as it looks on that day
when() {
	NT_TODAY=$1 nt-due -a -l -o due people/ada.md
}

# pressure DAY: of Ada
pressure() {
	NT_TODAY=$1 nt-due -j ada | sed 's/.*"pressure":"\([^"]*\)".*/\1/'
}

# --- cadence

t 'a cadence begins its span after the last contact and lasts' '
	ada "cadence: 10d\n" "- 2026-11-01 call: one\n- 2026-10-01 call: older\n" &&
	quiet 2026-11-02 2026-11-10 && due 2026-11-11 2026-11-12 2028-01-01 &&
	says 2026-11-11 "2026-11-11 every 10d, last contact 2026-11-01"'

t 'spans are days, weeks, months, years and words' '
	while read -r span day; do
		ada "cadence: $span\n" "- 2026-11-01 call: one\n" &&
		is "$span $(when 2026-11-01)" "$span $day" || return 1
	done <<E
1 2026-11-02
90 2027-01-30
3d 2026-11-04
6w 2026-12-13
3m 2027-02-01
1y 2027-11-01
daily 2026-11-02
weekly 2026-11-08
fortnightly 2026-11-15
monthly 2026-12-01
quarterly 2027-02-01
yearly 2027-11-01
E'

t 'months clamp to the end of the month' '
	ada "cadence: 1m\n" "- 2026-01-31 call: one\n" && quiet 2026-02-27 && due 2026-02-28 2026-03-01 &&
	ada "cadence: monthly\n" "- 2028-01-31 call: one\n" && quiet 2028-02-28 && due 2028-02-29 &&
	ada "cadence: 3m\n" "- 2026-11-30 call: one\n" && quiet 2027-02-27 && due 2027-02-28 &&
	ada "cadence: 1y\n" "- 2028-02-29 call: one\n" && quiet 2029-02-27 && due 2029-02-28'

t 'without a contact it counts from met, but no more than one span, without that it is due at once' '
	ada "cadence: 2w\nmet: 2026-11-01\n" && quiet 2026-11-14 && due 2026-11-15 &&
	says 2026-11-15 "2026-11-15 every 2w, met 2026-11-01, no contact since" &&
	ada "cadence: 2w\nmet: 2026-11-20\n" "- 2026-11-01 call: one\n" && due 2026-11-15 &&
	ada "cadence: 2w\nmet: 1985-03-01\n" && says 2026-11-24 "2026-11-10 every 2w, met 1985-03-01, no contact since" &&
	is "$(pressure 2026-11-24)" 2.58 &&
	ada "cadence: 2w\n" && due 2026-11-24 2027-11-24 && says 2026-11-24 "2026-11-24 every 2w, no contact yet" &&
	is "$(pressure 2026-11-24)" 1.00'

t 'without a cadence nobody is due' '
	ada "" "- 2020-11-01 call: one\n" && quiet 2026-11-24 && ada "cadence: none\n" "- 2020-11-01 call: one\n" &&
	quiet 2026-11-24 && ada "cadence:\n" "- 2020-11-01 call: one\n" && quiet 2026-11-24'

t 'last: and an entry of that day are one contact, whatever note it stands in' '
	counted() { is "$(nt-find -l -o contacts,last people/ada.md)" "$1" && is "$(nt-show -l -o contacts people/ada.md)" "${1%%	*}"; } &&
	ada "last: 2026-11-05\n" "- 2026-11-05 call: one\n" && counted "1	2026-11-05" && ada "last: 2026-11-06\n" "- 2026-11-05 call: one\n" && counted "2	2026-11-06" &&
	mkdir -p journal && printf -- "- 2026-11-06 dinner: with [[ada]]\n" >journal/x.md && counted "2	2026-11-06" && ada "last: 2026-11-06\n" "- 2026-11-06 note: x\n" && counted "1	2026-11-06"'

t 'last: is a contact too' '
	ada "cadence: 2w\nlast: 2026-11-05\n" "- 2026-11-01 call: one\n" && quiet 2026-11-18 && due 2026-11-19 &&
	ada "cadence: 2w\nlast: 2026-11-01\n" "- 2026-11-05 call: one\n" && quiet 2026-11-18 && due 2026-11-19'

tags() {
	mkdir -p people
	printf -- '---\nkind: book\ncadence:\n  friend: 3m\n  Work: 2w\n  mentor: none\n---\n' >book.md
}

t 'by tag the shortest span wins, a tag below its parent, without case, accents and #' '
	tags && ada "tags: [friend]\n" "- 2026-08-01 call: one\n" && quiet 2026-10-31 && due 2026-11-01 &&
	ada "tags: [friend, work]\n" "- 2026-08-01 call: one\n" && quiet 2026-08-14 && due 2026-08-15 &&
	ada "tags: \"friend, #WORK/acme\"\n" "- 2026-08-01 call: one\n" && quiet 2026-08-14 && due 2026-08-15 &&
	ada "tags: [friendly, homework]\n" "- 2026-08-01 call: one\n" && quiet 2027-08-15'

t 'her own cadence wins over a tag, also none and auto' '
	tags && ada "cadence: 1y\ntags: [friend]\n" "- 2026-08-01 call: one\n" && quiet 2027-07-31 &&
	due 2027-08-01 &&
	ada "cadence: none\ntags: [friend]\n" "- 2026-08-01 call: one\n" && quiet 2027-08-01 &&
	ada "cadence: auto\ntags: [friend]\n" "- 2026-08-01 call: one\n" && quiet 2027-08-01 &&
	ada "tags: [mentor]\n" "- 2026-08-01 call: one\n" && quiet 2027-08-01'

t 'a span past the calendar is never reached' '
	ada "cadence: 9999y\n" "- 2026-08-01 call: one\n" && quiet 2026-11-24'

# rhythm DAY...: contacts on these days
rhythm() {
	ada "cadence: auto\n" "$(printf -- '- %s call: x\\n' "$@")"
}

t 'auto is due at twice the median gap' '
	rhythm 2026-01-01 2026-01-11 2026-01-21 2026-01-31 && quiet 2026-02-19 && due 2026-02-20 &&
	rhythm 2026-01-01 2026-01-31 2026-02-07 2026-02-16 2026-02-27 && says 2026-02-28 \
		"2026-03-19 usually every 10d, last contact 2026-02-27"'

t 'auto wants three gaps and 21 days, and never comes before 14 days' '
	rhythm 2026-01-01 2026-02-01 2026-03-01 && quiet 2027-03-01 &&
	rhythm 2026-01-01 2026-01-02 2026-01-03 2026-01-21 && quiet 2027-03-01 &&
	rhythm 2026-01-01 2026-01-02 2026-01-03 2026-01-22 && quiet 2026-02-04 && due 2026-02-05'

t 'auto looks at the last eight contacts, a day of several as one' '
	rhythm 2025-01-01 2025-02-01 2025-03-01 2025-04-01 2025-05-01 2025-06-01 2025-07-01 2025-08-01 \
		2026-01-01 2026-01-11 2026-01-21 2026-01-31 2026-02-10 2026-02-20 2026-03-02 2026-03-12 &&
	quiet 2026-03-31 && due 2026-04-01 &&
	rhythm 2026-01-01 2026-01-01 2026-01-01 2026-01-31 && quiet 2027-01-01'

# --- what is a contact

t 'contacts: a kind but note, or in her own note no kind; neither open nor dropped' '
	while read -r day line; do
		ada "cadence: 10d\n" "- 2026-10-01 call: one\n- $line\n" &&
		is "$line: $(when 2026-11-24)" "$line: $day" || return 1
	done <<E
2026-11-30 2026-11-20 walk: yes
2026-11-30 2026-11-20 she rang
2026-11-30 2026-11-20 mail<: yes
2026-11-30 2026-11-20 gave: yes
2026-11-30 [x] 2026-11-20 call: yes
2026-11-30 [X] 2026-11-20 owe: yes
2026-12-04 [x] 2026-12-24 lunch: a day ahead counts as today
2026-10-11 2026-11-20 note: no
2026-10-11 [x] 2026-11-20 no kind
2026-10-11 [x] 2026-11-20 note: no
2026-10-11 [x] 2026-11-20 todo: no
2026-10-11 [-] 2026-11-20 call: no
2026-10-11 2026-11-25 call: ahead of today
2026-10-11 2026-11-20 owe: without a box a promise
E'

t 'a contact ahead of today counts from its day on' '
	ada "cadence: 10d\n" "- 2026-10-01 call: one\n- 2026-11-20 call: planned\n" && due 2026-10-11 2026-11-19 &&
	quiet 2026-11-20 2026-11-29 && due 2026-11-30'

t 'entries stand in lists, not in code nor quotes, nor below a career' '
	ada "cadence: 10d\n" "- 2026-10-01 call: one\n\n\`\`\`\n- 2026-11-20 call: code\n\`\`\`\n\n> - 2026-11-20 call: quoted\n\n## Career\n\n- 2026-11-20 moved\n" &&
	due 2026-11-24 && ada "cadence: 10d\n" "# 2026\n\n### 2026-11-20 call: a heading\n" && quiet 2026-11-24'

# --- entries of other notes

# elsewhere PATH TEXT: Ada, last seen on 2026-10-01 by her own note, and another note
elsewhere() {
	ada 'cadence: 10d\naliases: [Countess]\n' '- 2026-10-01 call: one\n' && mkdir -p "$(dirname "$1")" &&
		printf '%b' "$2" >"$1"
}

t 'an entry of another note counts for everyone it links to' '
	for link in "[[Ada]]" "[[ada]]" "[[ADA|she]]" "[[Countess]]" "[[people/ada]]" "[[people/ada.md#log]]" \
		"[Ada](../people/ada.md)" "[Ada](ada.md)" "[[Bob]] and [[Ada]]"; do
		for path in journal/2026-11-20.md groups/club.md orgs/acme.md; do
			elsewhere "$path" "- 2026-11-20 dinner: with $link\n" && quiet 2026-11-24 || return 1
		done
	done'

t 'a link that is ambiguous or dangling counts for nobody' '
	elsewhere journal/x.md "- 2026-11-20 dinner: with [[Countess]], [[Adda]], [a](adda.md), [u](https://ada.example/people/ada.md)\n" &&
	note people/bob.md <"$TMP/$tests/people/ada.md" && due 2026-11-24 &&
	sed -i.old "s/name: Ada/name: Bob/" people/bob.md && due 2026-11-24 && rm people/bob.md && quiet 2026-11-24'

t 'an item without a date takes it from the item, heading or file name around it' '
	elsewhere journal/2026-11-20.md "- dinner: with [[Ada]]\n" && quiet 2026-11-24 &&
	elsewhere journal/2026-W47.md "# 2026-11-20\n\n- dinner: with [[Ada]]\n" && quiet 2026-11-24 &&
	elsewhere journal/w.md "- 2026-11-20 out of town\n  - dinner: with [[Ada]]\n" && quiet 2026-11-24 &&
	rm journal/2026* && elsewhere journal/w.md "- dinner: with [[Ada]]\n" && due 2026-11-24'

t 'elsewhere a mention without a kind, a note and a paragraph are no contacts' '
	elsewhere journal/2026-11-20.md "- 2026-11-20 thought of [[Ada]]\n- [[Ada]]\n- note: [[Ada]]\n\ncall: [[Ada]]\n" &&
	due 2026-11-24 && elsewhere people/bob.md "- 2026-11-20 call: about [[Ada]]\n" && due 2026-11-24'

# --- boxes

t 'a dated box is due from the horizon before its day until it is ticked or dropped' '
	for kind in "" "ask: " "owe: " "owed: "; do
		ada "" "- [ ] 2026-11-24 ${kind}bring the book\n" && quiet 2026-11-16 &&
		due 2026-11-17 2026-11-24 2027-11-24 &&
		ada "" "- [x] 2026-11-24 ${kind}bring the book\n- [-] 2026-11-24 $kind it\n" &&
		quiet 2026-11-24 || return 1
	done'

t 'the horizon is the book'\''s' '
	book && printf -- "---\nkind: book\nhorizon: 1m\n---\n" >book.md && ada "" "- [ ] 2026-11-24 ask: one\n" &&
	quiet 2026-10-23 && due 2026-10-24 &&
	printf -- "---\nkind: book\nhorizon: 0d\n---\n" >book.md && quiet 2026-11-23 && due 2026-11-24'

t 'a box without a date and a promise without a box are never due' '
	ada "" "- [ ] owe: one\n- [ ] ask: two\n- 2026-11-20 owe: three\n- 2026-11-20 owed: four\n" &&
	quiet 2026-11-24'

t 'a box of another note is due for whom it links to' '
	elsewhere groups/club.md "- [ ] 2026-11-27 ask: [[Ada]] to speak\n" && sed -i.old /cadence/d people/ada.md &&
	quiet 2026-11-19 && due 2026-11-20 && says 2026-11-24 "2026-11-27 to do by 2026-11-27 (in 3 days): ask: Ada to speak"'

t 'why says how late' '
	ada "" "- [ ] 2026-11-20 owe: intro to [[Bob|Bobby]]\n- [ ] 2026-11-25 owed: the slides\n" &&
	says 2026-11-24 "2026-11-20 promised by 2026-11-20 (4d late): intro to Bobby; owed to you by 2026-11-25 (tomorrow): the slides"'

# --- next, snooze

t 'next is due from its day until a contact on or after it' '
	ada "next: 2026-11-24\n" "- 2026-11-23 call: one\n" && quiet 2026-11-23 && due 2026-11-24 2027-11-24 &&
	ada "next: 2026-11-24\n" "- 2026-11-24 call: one\n" && quiet 2026-11-24 &&
	ada "next: 2026-11-24\n" "- 2026-11-26 call: one\n" && due 2026-11-25 && quiet 2026-11-26'

t 'while next lies ahead the cadence is silent' '
	ada "next: 2026-11-24\ncadence: 1w\n" "- 2026-10-01 call: one\n" && quiet 2026-11-23 && due 2026-11-24 &&
	ada "next: 2026-11-24\ncadence: 1w\n" "- 2026-11-24 call: one\n" && quiet 2026-11-30 && due 2026-12-01'

t 'snooze silences cadence, next and refresh until its day' '
	ada "snooze: 2026-11-24\ncadence: 1w\n" "- 2026-10-01 call: one\n" && quiet 2026-11-23 && due 2026-11-24 &&
	ada "snooze: 2026-11-24\nnext: 2026-11-01\n" && quiet 2026-11-23 && due 2026-11-24 &&
	ada "snooze: 2026-11-24\nverified: 2026-01-01\n" && printf -- "---\nrefresh: 1m\n---\n[[Ada]]\n" | note lists/all.md &&
	quiet 2026-11-23 && due 2026-11-24'

t 'snooze silences neither boxes nor birthdays' '
	ada "snooze: 2027-11-24\n" "- [ ] 2026-11-24 owe: one\n" && due 2026-11-24 &&
	ada "snooze: 2027-11-24\n" "- [ ] 2026-11-24 ask: one\n" && due 2026-11-24 &&
	ada "snooze: 2027-11-24\nbirthday: 1990-11-24\n" && due 2026-11-24 &&
	ada "snooze: 2027-11-24\nanniversary: 1990-11-24\n" && due 2026-11-24'

# --- days of the year

t 'a birthday shows from the horizon before it to 14 days after' '
	for key in birthday anniversary; do
		for born in 1990-11-24 --11-24 XXXX-11-24; do
			ada "$key: \"$born\"\n" && quiet 2026-11-16 && due 2026-11-17 2026-11-24 2026-12-08 &&
			quiet 2026-12-09 ||
				return 1
		done
	done'

t 'it ends with a contact on or after the day' '
	ada "birthday: 1990-11-24\n" "- 2026-11-23 call: one\n" && due 2026-11-23 2026-11-24 2026-12-08 &&
	ada "birthday: 1990-11-24\n" "- 2026-11-24 call: one\n" && due 2026-11-23 && quiet 2026-11-24 2026-12-08 &&
	due 2027-11-17 &&
	ada "birthday: 1990-11-24\n" "- 2026-11-26 note: one\n- 2026-11-30 call: one\n" && due 2026-11-29 &&
	quiet 2026-11-30'

t 'it says the age, if the year is known' '
	ada "birthday: 1990-11-24\n" && says 2026-11-23 "2026-11-24 birthday 2026-11-24 (36), tomorrow" &&
	ada "birthday: --11-24\n" && says 2026-11-26 "2026-11-24 birthday 2026-11-24, 2 days ago" &&
	ada "anniversary: 2019-11-24\n" && says 2026-11-24 "2026-11-24 anniversary 2026-11-24 (7), today"'

t 'over the turn of the year' '
	ada "birthday: 1990-01-02\n" && quiet 2026-12-25 && due 2026-12-26 2027-01-16 && quiet 2027-01-17 &&
	says 2026-12-30 "2027-01-02 birthday 2027-01-02 (37), in 3 days" &&
	ada "birthday: 1990-12-28\n" && quiet 2026-12-20 && due 2026-12-21 2027-01-11 && quiet 2027-01-12 &&
	says 2027-01-01 "2026-12-28 birthday 2026-12-28 (36), 4 days ago" &&
	ada "birthday: 1990-12-28\n" "- 2027-01-02 call: one\n" && due 2027-01-01 && quiet 2027-01-02'

t '29 February is the 28th in common years' '
	for born in 2000-02-29 --02-29; do
		ada "birthday: $born\n" && quiet 2027-02-20 && due 2027-02-21 2027-02-28 2027-03-14 &&
		quiet 2027-03-15 &&
		quiet 2028-02-21 && due 2028-02-22 2028-02-29 2028-03-14 && quiet 2028-03-15 || return 1
	done &&
	ada "birthday: 2000-02-29\n" "- 2027-02-28 call: one\n" && quiet 2027-02-28 2027-03-01'

t 'a date without a day is no reason' '
	ada "birthday: 1990-11\nanniversary: 2026\n" && quiet 2026-11-01 2026-11-24 2026-12-01'

t 'the day of birth itself, and before it' '
	ada "birthday: 2026-11-24\n" && due 2026-11-24 && says 2026-11-24 "2026-11-24 birthday 2026-11-24, today"'

# --- refresh

# listed LIST: Ada, verified on 2026-10-01, and a list with this text
listed() {
	ada 'verified: 2026-10-01\ntags: [hr]\naliases: [Countess]\n' && mkdir -p lists &&
	printf '%b' "$1" >lists/l.md
}

t 'a list with a refresh wants its people verified' '
	for list in "query: [tag:hr]\n---\n" "query: tag:hr\n---\n" "members: [\"[[Ada]]\"]\n---\n" "---\n- [[Ada]]\n" \
		"---\n[[Countess]]\n" "---\nSee [her](../people/ada.md).\n" "---\n[[people/ada|A]]\n"; do
		listed "---\nname: Agents\nrefresh: 30d\n$list" && quiet 2026-10-30 &&
		due 2026-10-31 2027-10-31 || return 1
	done && says 2026-10-31 "2026-10-31 on list Agents, verified 2026-10-01"'

t 'nobody is to be verified on the day of a contact' '
	listed "---\nname: Agents\nrefresh: 30d\n---\n[[Ada]]\n" && due 2026-11-24 && echo "- 2026-11-24 call: x" >>people/ada.md && quiet 2026-11-24 && due 2026-11-25 &&
	says 2026-11-25 "2026-10-31 on list Agents, verified 2026-10-01"'

t 'a date that is known in part is told so' '
	ada "cadence: 2w\nmet: 1985\n" && says 2026-11-24 "2026-11-10 every 2w, met 1985, no contact since" && ada "cadence: 2w\nmet: 1985-03\n" &&
	says 2026-11-24 "2026-11-10 every 2w, met 1985-03, no contact since" && ada "next: 2026-11\n" && says 2026-11-24 "2026-11-01 next 2026-11" &&
	listed "---\nname: Agents\nrefresh: 30d\nverified: 2026-09\n---\n[[Ada]]\n" && sed -i.old /^verified/d people/ada.md &&
	says 2026-11-24 "2026-10-01 on list Agents, all of it verified 2026-09" && echo "---
verified: 2026-08
---" >people/ada.md && says 2026-11-24 "2026-08-31 on list Agents, verified 2026-08"'

t 'verified again starts anew; without it the list'\''s own, the last contact, met, or at once' '
	listed "---\nname: Agents\nrefresh: 30d\n---\n[[Ada]]\n" &&
	sed -i.old s/2026-10-01/2026-11-24/ people/ada.md &&
	quiet 2026-12-23 && due 2026-12-24 && sed -i.old /verified/d people/ada.md && due 2026-11-24 2027-12-24 &&
	says 2026-11-24 "2026-11-24 on list Agents, never verified" &&
	sed -i.old "2s/$/\nmet: 2026-10-20/" people/ada.md && quiet 2026-11-18 && due 2026-11-19 &&
	says 2026-11-19 "2026-11-19 on list Agents, never verified, met 2026-10-20" &&
	mkdir -p groups && printf -- "- 2026-10-10 note: [[Ada]]\n- 2026-10-05 call: [[Ada]]\n" >groups/g.md &&
	quiet 2026-11-03 && due 2026-11-04 &&
	says 2026-11-04 "2026-11-04 on list Agents, not verified since the last contact 2026-10-05" &&
	sed -i.old "2s/$/\nverified: 2026-10-25/" lists/l.md && quiet 2026-11-23 && due 2026-11-24 &&
	says 2026-11-24 "2026-11-24 on list Agents, all of it verified 2026-10-25" &&
	sed -i.old "2s/$/\nverified: 2026-09-01/" people/ada.md &&
	says 2026-11-24 "2026-10-01 on list Agents, verified 2026-09-01"'

t 'a contact is no verification; of several lists the one that asks soonest counts, by date' '
	listed "---\nrefresh: 30d\n---\n[[Ada]]\n" && printf -- "- 2026-10-30 call: one\n" >>people/ada.md &&
	due 2026-10-31 &&
	printf -- "---\nname: Weekly\nrefresh: 1w\n---\n[[Ada]]\n" >lists/m.md && quiet 2026-10-07 && due 2026-10-08 &&
	ada "tags: [hr]\n" && sed -i.old "2s/$/\nverified: 2026-11-20/" lists/m.md &&
	printf -- "---\nname: Agents\nrefresh: 30d\nverified: 2026-10-26\n---\n[[Ada]]\n" >lists/l.md &&
	says 2026-11-24 "2026-11-25 on list Agents, all of it verified 2026-10-26" &&
	sed -i.old s/2026-10-26/2026-10-30/ lists/l.md && says 2026-11-24 "2026-11-27 on list Weekly, all of it verified 2026-11-20"'

t 'a list without refresh, without her, or whose link is ambiguous is no reason' '
	listed "---\nname: Agents\n---\n[[Ada]]\n" && quiet 2027-10-31 &&
	listed "---\nrefresh: 30d\n---\n[[Adda]]\n" && quiet 2027-10-31 &&
	listed "---\nrefresh: 30d\nquery: tag:other\n---\n[[Ada]]\n" && quiet 2027-10-31 &&
	listed "---\nrefresh: 30d\n---\n[[Countess]]\n" && printf -- "---\nname: Countess\n---\n" >people/c.md &&
	quiet 2027-10-31'

t 'a list whose query asks who is due cannot say so itself' '
	for query in "due<tomorrow" "tag:hr overdue:1" "not (tag:x or due:today)" @late; do
		listed "---\nrefresh: 1y\nquery: \"$query\"\n---\n" &&
		printf -- "---\nname: late\nquery: overdue:3..\n---\n" | note lists/late.md &&
		code 2 nt-due -l >out 2>err && grep -q "^nt-due: lists/l.md:3:8: a list with refresh cannot ask for " err || return 1
		nt-check lists/l.md | grep -q "^lists/l.md:3:8: error: a list with refresh" || return 1
	done'

t 'nt-find and nt-show agree about refresh' '
	listed "---\nname: Agents\nrefresh: 30d\n---\n[[Ada]]\n" &&
	is "$(nt-find -o name,due,overdue ada)" "Ada	2026-10-31	24" &&
	is "$(nt-find -p due:..2026-10-31)" people/ada.md && nt-show ada | has - "2026-10-31: on list Agents"'

# --- never

t 'me, the archived and the dead are never due' '
	ada "cadence: 1w\nbirthday: 1990-11-24\nnext: 2026-11-01\n" "- 2026-01-01 call: one\n- [ ] 2026-11-24 owe: one\n" &&
	cp people/ada.md ada && due 2026-11-24 &&
	for key in "archived: 2026-11-01" "archived: true" "died: 2026-11-01" "died: 2025" "kind: org"; do
		sed "2s/.*/name: Ada\n$key/" ada >people/ada.md && quiet 2026-11-24 &&
		code 1 nt-due -a -p ada || return 1
	done &&
	sed "2s/.*/name: Ada\narchived: false/" ada >people/ada.md && due 2026-11-24 &&
	for me in "\"[[Ada]]\"" "Ada" "\"[[people/ada]]\""; do
		printf -- "---\nkind: book\nme: %s\n---\n" "$me" >book.md && quiet 2026-11-24 &&
		code 1 nt-due -a -p ada || return 1
	done'

# --- pressure

t 'pressure of a cadence: 1 when due, one more a week late, two at three weeks, never 3' '
	ada "cadence: 10d\n" "- 2026-11-01 call: one\n" &&
	is "$(for d in 11-11 11-18 11-27 12-02 12-10 12-11; do pressure 2026-$d; done | xargs)" "1.00 2.00 2.72 2.99 2.99 2.99" &&
	is "$(NT_TODAY=2030-01-01 nt-due -l -o pressure)" 2.99'

t 'pressure of a cadence before its day: the part of the span that is over' '
	ada "cadence: 10d\n" "- 2026-11-01 call: one\n" &&
	is "$(NT_TODAY=2026-11-09 nt-due -w 2d -l -o pressure) $(NT_TODAY=2026-11-01 nt-due -w 10d -l -o pressure)" "0.80 0.00"'

t 'pressure of a refresh is half of a cadence'\''s' '
	listed "---\nrefresh: 30d\n---\n[[Ada]]\n" &&
	is "$(pressure 2026-10-31) $(pressure 2026-11-07) $(pressure 2029-11-07)" "0.50 1.00 1.50"'

t 'pressure of a promise or task: half its peak at the horizon, the peak on the day, 0.9 more when late' '
	while read -r peak line; do
		ada "x: y\n" "$line\n" && mid=$(awk "BEGIN { printf \"%.2f %.2f\", $peak / 2, $peak }") &&
		late=$(awk "BEGIN { printf \"%.2f %.2f\", $peak + log(8 / 7) / log(2), $peak + 0.9 }") &&
		is "$line $(pressure 2026-11-17) $(pressure 2026-11-24)" "$line $mid" &&
		is "$line $(pressure 2026-11-25) $(pressure 2026-12-01)" "$line $late" || return 1
	done <<E
3.00 - [ ] 2026-11-24 owe: it
2.50 - [ ] 2026-11-24 ask: it
2.50 - [ ] 2026-11-24 it
1.50 - [ ] 2026-11-24 owed: it
E
	ada "next: 2026-11-24\n" && is "$(pressure 2026-11-24) $(pressure 2026-12-01)" "2.00 2.90"'

t 'pressure of a birthday: none ahead, 4 on the day, from 2 to 0 in the 14 days after it' '
	for key in "birthday: 1990-11-24" "anniversary: \"--11-24\""; do
		ada "$key\n" && is "$key $(for d in 11-17 11-23 11-24 11-25 12-01 12-08; do pressure 2026-$d; done | xargs)" \
			"$key 0.00 0.00 4.00 1.86 1.00 0.00" || return 1
	done'

t 'of several reasons the greatest presses; the earliest date' '
	ada "cadence: 10d\n" "- 2026-11-04 call: one\n- [ ] 2026-11-24 owe: it\n" &&
	is "$(pressure 2026-11-24)" 3.00 &&
	says 2026-11-24 "2026-11-14 promised by 2026-11-24 (today): it; every 10d, last contact 2026-11-04"'

t 'today comes before any neglect: a birthday, then a promise; a birthday ahead comes last' '
	book && for day in 03 02 01; do printf -- "---\ncadence: 1w\n---\n- 2026-01-$day call: x\n" >people/c$day.md; done &&
	printf -- "---\nbirthday: 1990-11-24\n---\n" >people/today.md &&
	printf -- "---\nbirthday: 1990-11-26\n---\n" >people/ahead.md &&
	printf -- "- [ ] 2026-11-24 owe: it\n" >people/promise.md && printf -- "- [ ] 2026-11-24 buy it\n" >people/task.md &&
	is "$(nt-due -l -o path | xargs -n 1 basename | xargs)" "today.md promise.md c01.md c02.md c03.md task.md ahead.md"'

t 'while a birthday lies ahead cadence is silent, until twice its span' '
	ada "cadence: 10d\nbirthday: 1990-11-24\n" "- 2026-11-05 call: one\n" &&
	says 2026-11-16 "2026-11-15 every 10d, last contact 2026-11-05" &&
	says 2026-11-17 "2026-11-24 birthday 2026-11-24 (36), in 7 days" && is "$(pressure 2026-11-17)" 0.00 &&
	says 2026-11-23 "2026-11-24 birthday 2026-11-24 (36), tomorrow" &&
	says 2026-11-24 "2026-11-15 birthday 2026-11-24 (36), today; every 10d, last contact 2026-11-05" &&
	sed -i.old s/11-05/11-02/ people/ada.md && says 2026-11-21 "2026-11-24 birthday 2026-11-24 (36), in 3 days" &&
	says 2026-11-22 "2026-11-12 every 10d, last contact 2026-11-02; birthday 2026-11-24 (36), in 2 days"'

# --- load

# mates N CADENCE [FRONT]: as many people with that cadence, seen today
mates() {
	i=0
	while [ $((i += 1)) -le "$1" ]; do
		printf -- '---\ncadence: %s\n%b---\n- 2026-11-24 call: x\n' "$2" "${3-}" >"people/$2-$i.md"
	done
}

t 'load: a cadence of no days is none' '
	book && for i in 1 2 3 4 5 6; do printf -- "---\ncadence: 0d\n---\n" >people/n$i.md; done &&
	nt-due -t >out 2>err; hasnt out "cadences ask" && has err "people/n1.md:2:10: not a span: '\''0d'\''"'

t 'load: what all cadences ask for against the limit, whoever is asked about' '
	book && mates 7 5d && mates 28 30d && mates 1 1y && ada "next: 2026-11-24\n" &&
	nt-due -t | hasnt - "cadences" && mates 8 5d && mates 12 2w &&
	is "$(nt-due -t ada | tail -n +3 | xargs)" "your cadences ask for 3.4 contacts a day, the limit is 3 (5d: 8 people, 1.6 a day; 30d: 28 people, 0.9 a day; 2w: 12 people, 0.9 a day; 1y: 1 person, 0.00 a day); stretched 1.2 times they would fit" &&
	nt-find ada | nt-due -t - | has - "your cadences ask for 3.4" && nt-due -l | hasnt - "cadences" &&
	nt-due ada | has - "nt-load: 1.13" && is "$(nt-due -l -o load ada)" 1.13 && nt-find ada | nt-due - | has - "nt-load: 1.13"'

t 'load: four cadences are named, the others summed up' '
	book && mates 20 4d && mates 5 5d && mates 5 6d && mates 5 7d && mates 5 8d && mates 5 10d && ada "next: 2026-11-24\n" &&
	nt-due -t | xargs | has - "(4d: 20 people, 5.0 a day; 5d: 5 people, 1.0 a day; 6d: 5 people, 0.8 a day; 7d: 5 people, 0.7 a day; others: 10 people, 1.1 a day)"'

t 'load: from nine tenths of the limit on, without a word about stretching up to the limit' '
	book && ada "next: 2026-11-24\n" && mates 26 10d && nt-due -t | hasnt - "your cadences" && mates 27 10d &&
	is "$(nt-due -t | tail -n +3 | xargs)" "your cadences ask for 2.7 contacts a day, the limit is 3 (10d: 27 people, 2.7 a day)" &&
	mates 30 10d && nt-due -t | hasnt - "stretched" && mates 31 10d && nt-due -t | has - "stretched 1.1 times"'

t 'load: neither me, the archived, the dead nor those without a cadence; auto by its rhythm' '
	book && ada "next: 2026-11-24\n" && mates 26 10d && mates 1 1d "archived: true\n" && mates 1 2d "died: 2020\n" &&
	mates 9 none && printf -- "---\nkind: book\nme: \"[[3d-1]]\"\n---\n" >book.md && mates 1 3d &&
	nt-due -t | hasnt - "your cadences" &&
	printf -- "---\ncadence: auto\n---\n- 2026-11-03 x\n- 2026-11-10 x\n- 2026-11-17 x\n" >people/auto.md &&
	mates 27 10d && nt-due -t | hasnt - auto: && mkdir -p groups && printf -- "- 2026-11-24 call: [[auto]]\n" >groups/x.md &&
	nt-due -t | xargs | has - "2.8 contacts a day, the limit is 3 (10d: 27 people, 2.7 a day; auto: 1 person, 0.07 a day)"'

t 'load: a private cadence counts, and is not named' '
	book && printf -- "---\nkind: book\nprivate: [cadence]\n---\n" >book.md && mates 30 10d && ada "next: 2026-11-24\n" &&
	nt-due ada | has - "the limit is 3 (private: 30 people, 3.0 a day)" && nt-due ada | hasnt - 10d'

t 'task: and todo: say no more than the box, in why as in the step' '
	for kind in todo task Task; do
		ada "" "- [ ] 2026-11-24 $kind: bring the book\n" && says 2026-11-24 "2026-11-24 to do by 2026-11-24 (today): bring the book" || return 1
	done'

# --- a slack day

t '--early fills a slack day with those whose cadence ends next, from four fifths of it on' '
	book && for d in 12 13 14 16 17 18; do
		printf -- "---\ncadence: 10d\n---\n- 2026-11-$d call: x\n" >people/d$d.md
	done && is "$(nt-due -p | xargs)" "people/d12.md people/d13.md people/d14.md" &&
	is "$(nt-due --early -p | xargs)" "people/d12.md people/d13.md people/d14.md" &&
	is "$(nt-due --early -n 5 -l -o due,why,pressure | tail -n +4)" "$(printf "2026-11-26\tearly: every 10d, last contact 2026-11-16\t0.80")" &&
	rm people/d12.md people/d13.md && is "$(nt-due --early -p | xargs)" "people/d14.md people/d16.md" &&
	printf -- "---\ncadence: 10d\n---\n- 2026-11-15 call: x\n" | tee people/e.md >people/d15.md &&
	is "$(nt-due --early -p | xargs)" "people/d14.md people/d15.md people/e.md" &&
	is "$(nt-due --early -p d16 or d17 | xargs)" people/d16.md && is "$(nt-due --early -n 1 -p not d14)" people/d15.md &&
	nt-due --early d15 | has - "nt-why: [\"early: every 10d, last contact 2026-11-15\"]"'

t 'a birthday ahead is nothing to do yet: --early fills its place' '
	book && for d in 14 15 16; do printf -- "---\ncadence: 10d\n---\n- 2026-11-$d call: x\n" >people/d$d.md; done &&
	for x in a b c; do printf -- "---\nbirthday: 1980-11-28\n---\n" >people/$x.md; done &&
	is "$(nt-due --early -p -n 3 | xargs)" "people/d14.md people/d15.md people/d16.md" && is "$(nt-due --early -p | wc -l)" 6 &&
	printf -- "---\nbirthday: 1980-11-22\n---\n" >people/b.md && is "$(nt-due --early -p -n 3 | xargs)" "people/b.md people/d14.md people/d15.md"'

t '--early takes nobody who is snoozed or waits for a next, and nobody while the cadences ask for too much' '
	book && printf -- "---\ncadence: 10d\nsnooze: 2026-11-27\n---\n- 2026-11-15 call: x\n" >people/a.md &&
	printf -- "---\ncadence: 10d\nnext: 2026-11-27\n---\n- 2026-11-15 call: x\n" >people/b.md &&
	code 1 nt-due --early -p && printf -- "---\ncadence: 10d\n---\n- 2026-11-15 call: x\n" >people/c.md &&
	is "$(nt-due --early -p)" people/c.md && mates 31 10d && code 1 nt-due --early -p 2>err &&
	has err "early adds nobody: the cadences ask for more than the limit of a day"'

t 'the most pressing come first, then the earliest, then by path' '
	book && printf -- "- [ ] 2026-11-24 owe: it\n" >people/z.md &&
	printf -- "- [ ] 2026-11-20 owe: it\n" >people/y.md &&
	printf -- "---\ncadence: 10d\n---\n- 2026-11-04 x\n" | tee people/b.md >people/a.md &&
	printf -- "---\ncadence: 1d\n---\n- 2026-11-22 x\n" >people/c.md &&
	is "$(nt-due -p | xargs)" "people/y.md people/z.md people/a.md people/b.md people/c.md" &&
	is "$(nt-due -n 2 -p | xargs)" "people/y.md people/z.md"'

# --- options and forms

t '-w looks ahead' '
	ada "cadence: 10d\n" "- 2026-11-18 call: one\n" && quiet 2026-11-24 && code 1 nt-due -p -w 3d &&
	code 0 nt-due -p -w 4d &&
	ada "birthday: 1990-12-24\n" && code 1 nt-due -p -w 29d && code 0 nt-due -p -w 30d &&
	code 0 nt-due -p --within 1m &&
	ada "" "- [ ] 2026-12-24 owe: it\n" && code 1 nt-due -p -w 29d && code 0 nt-due -p -w 30d &&
	ada "snooze: 2026-12-04\ncadence: 1w\n" "- 2026-10-01 call: one\n" && code 1 nt-due -p -w 9d &&
	code 0 nt-due -p -w 10d'

t '-a shows everybody with the date, those who are due first' '
	ada "cadence: 10d\n" "- 2026-11-18 call: one\n" && printf x >people/bob.md &&
	printf -- "---\nnext: 2026-11-20\n---\n" >people/eve.md &&
	is "$(nt-due -a -l -o name,due,why)" "$(printf "eve\t2026-11-20\tnext 2026-11-20, 4 days ago\nAda\t2026-11-28\tevery 10d, last contact 2026-11-18\nbob\t\t")"'

t 'lines, paths, null, JSON, columns, table and stream' '
	ada "next: 2026-11-24\nemail: a@b.c\n" && is "$(nt-due -l)" "Ada	2026-11-24	next 2026-11-24, today	people/ada.md" &&
	is "$(nt-due -p)" people/ada.md && is "$(nt-due -0 | tr "\0" !)" people/ada.md! &&
	is "$(nt-due -o email,due)" "a@b.c	2026-11-24" && is "$(nt-due -l -o pressure,last,path)" "2.00		people/ada.md" &&
	nt-due -t | has - "name" && nt-due -t | has - "Ada   2026-11-24  next 2026-11-24, today" &&
	nt-due -j | has - "\"nt\":{\"due\":\"2026-11-24\",\"pressure\":\"2.00\",\"why\":[\"next 2026-11-24, today\"]" &&
	nt-due >out && nt-due -s | same out && sed -n "2,5p" out >head && has head "nt-path: people/ada.md" &&
	has head "nt-due: 2026-11-24" && has head "nt-pressure: 2.00"'

t 'exit: 0 somebody, 1 nobody, 2 an error' '
	ada "next: 2026-11-24\n" && code 0 nt-due -p && NT_TODAY=2026-11-23 code 1 nt-due -p &&
	code 2 nt-due -w soon &&
	code 2 nt-due --nonsense && code 2 nt-due key~"[" && code 2 nt-due -b nowhere && code 1 nt-due nobody'

t 'a wrong value is reported at its place and the others go on' '
	ada "email: a@b.c\ncadence: 6 fortnights\n" && printf -- "---\nnext: 2026-11-24\n---\n" >people/bob.md &&
	code 2 nt-due -p >out 2>err && is "$(cat out)" people/bob.md &&
	is "$(cat err)" "nt-due: people/ada.md:4:10: not a span: '\''6 fortnights'\''" &&
	ada "birthday: soon\nnext: 2026-11-24\n" && code 2 nt-due -p >out 2>err &&
	is "$(xargs <out)" "people/ada.md people/bob.md" &&
	is "$(cat err)" "nt-due: people/ada.md:3:11: not a date: '\''soon'\''"'

t 'a note that does not parse is left out and the others go on' '
	ada "name: [\n" && printf -- "---\nnext: 2026-11-24\n---\n" >people/bob.md && code 2 nt-due -p >out 2>err &&
	is "$(cat out)" people/bob.md && has err "nt-due: people/ada.md:" && is "$(wc -l <err | tr -d " ")" 1'

t 'the query chooses, also by what is computed' '
	ada "next: 2026-11-24\ntags: [x]\n" "- 2026-11-01 call: one\n" &&
	printf -- "---\nnext: 2026-11-24\n---\n" >people/bob.md &&
	is "$(nt-due -p tag:x)" people/ada.md && is "$(nt-due -p not tag:x)" people/bob.md &&
	is "$(nt-due -p last:..today)" people/ada.md &&
	is "$(nt-due -p entry:call)" people/ada.md && is "$(nt-due -p people/bob.md)" people/bob.md &&
	code 1 nt-due contacts:5.. '

t 'a book of another program, by its map' '
	cp -R "$TOP/tests/fixtures/vault-perm" v && cd v && is "$(nt-due -l -o name,due)" "$(printf "Ida Falk\t2026-10-31\nOtto Rask\t2026-11-30")" &&
	is "$(NT_TODAY=2026-12-01 nt-due -l -o name ida)" "Ida Falk" && nt-due -a -l nil | has - "Nil Andersen"'

# --- the example book

cd_example() {
	cd "$TOP/examples/book" || return
}

t 'the example book: who is due, and since when' '
	cd_example && nt-due -l -o due,name,path | LC_ALL=C sort >"$TMP/got" && same "$TMP/got" <<E
2026-09-30	Philippa Okonjo	people/philippa-okonjo.md
2026-10-21	Hugo Lemaire	people/hugo-lemaire.md
2026-10-30	Nadia Brandt	people/nadia-brandt.md
2026-11-10	Tobias Renn	people/tobias-renn.md
2026-11-11	Samir Haddad	people/samir-haddad.md
2026-11-17	Bruno Faísca	people/bruno-faisca.md
2026-11-17	Henrik Aalto	people/henrik-aalto.md
2026-11-20	Inês Carvalhal	people/ines-carvalhal.md
2026-11-20	Łukasz Wrona	people/lukasz-wrona.md
2026-11-23	山田花子	people/hanako-yamada.md
2026-11-24	Chiara Belmonte	people/chiara-belmonte.md
2026-11-24	Zoë Brontë-Müller	people/Zoë-Brontë-Müller.md
2026-11-28	李伟	people/李伟.md
E'

t 'the example book: every reason' '
	cd_example && nt-due -a -l -o name,why | grep -E "^(Philippa|Nadia|Samir|Bruno|Henrik|Chiara|Dora|Jasper)" | LC_ALL=C sort >"$TMP/got" && same "$TMP/got" <<E
Bruno Faísca	every 1m, met 2026-10-17, no contact since
Chiara Belmonte	promised by 2026-11-24 (today): intro to Emilia Stranne at Kestrel; Emilia has said yes; anniversary 2026-11-29 (7), in 5 days
Dora Szabó	every 2m, last contact 2026-11-11
Henrik Aalto	every 6w, last contact 2026-10-06; to do by 2026-11-27 (in 3 days): ask: Henrik Aalto to chair the January session, before he books his winter in Madeira; goal: Be put forward for staff engineer
Jasper van Dijk	every 3m, last contact 2026-10-19
Nadia Brandt	every 3m, last contact 2026-08-12; on list Recruiters, verified 2026-09-30; goal: Keep Berlin awake
Philippa Okonjo	every 1m, last contact 2026-08-31; goal: Be put forward for staff engineer
Samir Haddad	usually every 21d, last contact 2026-09-30
E'

t 'the example book: when the others will be due' '
	cd_example && nt-due -a -l -o name,due >"$TMP/all" && while read -r day name; do
		has "$TMP/all" "$name	$day" || return 1
	done <<E
2026-12-10 Greta Sundholm
2027-01-07 Paulo Quintela
2026-11-27 Vikram Chandran
2026-12-19 Zeynep Aydın
2026-12-03 Mateus Rocha
2026-12-24 Karim Benali
2026-12-27 Freya Haugen
2027-01-21 ליאור כהן
2027-01-11 Dora Szabó
2026-11-29 Sigrid Lindqvist
2026-11-29 Gunnar Lindqvist
2026-12-01 Amara Diallo
2026-12-08 Ravi Menon
2026-12-09 Oskar Tamm
2026-12-02 Beatriz Salgueiro
E
	for name in Dmitri Elsa Mara; do hasnt "$TMP/all" "$name" || return 1; done'
t 'a birthday of 1604 is one without a year, as Apple has it' '
	book && printf -- "---\nname: Ada\nbirthday: 1604-11-26\n---\n" >people/ada.md && is "$(nt-due -l -o due,why)" "$(printf "2026-11-26\tbirthday 2026-11-26, in 2 days")" &&
	code 1 nt-find birthday:1600..1610 && code 1 nt-find age: && code 0 nt-check'

t 'the end of the calendar' '
	book && for day in --02-29 --12-20 --12-28; do printf -- "---\nname: N%s\nbirthday: %s\nmet: 9999-12-20\ncadence: 1m\n---\n" $day $day >people/n$day.md; done &&
	printf -- "- [ ] 9999-12-31 owe: x\n" >people/bob.md && NT_TODAY=9999-12-25 && export NT_TODAY && is "$(nt-due -l -o name,due | sort)" "$(printf "N--12-20\t9999-12-20\nN--12-28\t9999-12-28\nbob\t9999-12-31")" &&
	is "$(nt-due -l -o name,due -w 2y | grep -c .)" 3 && code 0 nt-due -w 1m -p >out && nt-snooze bob 1d >out && has people/bob.md 9999-12-26 && code 2 nt-snooze bob 1y && code 2 nt-snooze bob 400 &&
	is "$(nt-due -l -w 1y -o name people/bob.md)" bob && NT_TODAY=0001-01-03 && code 1 nt-find last:5d.. && code 2 nt-log -d 1w bob call: x'

# goal NAME FRONT...: a goal with this in its front matter
# shellcheck disable=SC2059
goal() {
	name=$1
	shift
	mkdir -p goals && { printf -- "---\nname: $name\n" && printf "%s\n" "$@" && echo "---"; } >"goals/$name.md"
}

t 'who moves an open goal is a little ahead and says so; nobody is due for it' '
	book && for n in a b c d; do printf -- "---\nname: $n\ntags: [x$n]\ncadence: 10d\n---\n- 2026-11-12 call: x\n" >people/$n.md; done &&
	printf -- "---\nname: e\ntags: [xb]\ncadence: 1y\n---\n- 2026-11-12 call: x\n" >people/e.md &&
	goal G "count: tag:xb" "of: entries" && nt-due -l -o name,pressure,why | head -n 2 >out && printf "%s\n" "b	1.61	every 10d, last contact 2026-11-12; goal: G" "a	1.36	every 10d, last contact 2026-11-12" | same out &&
	is "$(nt-due -p | wc -l)" 4 && for close in "archived: true" "by: 2026-11-23" "since: 2026-11-25"; do
		goal G "count: tag:xb" "of: entries" "$close" && nt-due -l -o why | hasnt - goal || return 1; done &&
	goal G "count: tag:xb" "of: entries" "by: 2026-11-24" "since: 2026-11-24" && nt-due -l -o why | has - "goal: G" &&
	nt-find -s tag:xb or tag:xa | nt-due -l -o name,why - | has - "goal: G" && nt-due -s b | nt-remind | has - "goal: G"'

t 'a goal of people: who does not count yet and would after a contact' '
	book && for n in a b; do printf -- "---\nname: $n\ntags: [t]\ncadence: 10d\n---\n- 2026-11-10 call: x\n" >people/$n.md; done &&
	printf -- "- 2026-11-11 call: x\n" >>people/b.md && goal G "count: tag:t last:2026-11-11.." && nt-due -l -o name,why >out && is "$(sed -n "s/	.*goal.*//p" out)" a &&
	goal G "count: not tag:family" "of: entries" && nt-due -l -o why | hasnt - goal && goal G "count: kind:person not tag:x" "of: entries" && nt-due -l -o why | hasnt - goal &&
	goal G "count: \"(\"" && code 2 nt-due -l -o name >out 2>err && has err "goals/G.md:3" && is "$(cat out)" "$(printf "a\nb")"'

t 'a promise and a birthday of today stay ahead of a goal; a private one is not named' '
	book && printf -- "---\nname: a\ntags: [t]\ncadence: 1d\n---\n- 2025-11-12 call: x\n" >people/a.md && goal G "count: tag:t" "of: entries" &&
	printf -- "---\nname: b\n---\n- [ ] 2026-11-24 owe: x\n" >people/b.md && printf -- "---\nname: c\nbirthday: 1990-11-24\ntags: [t]\n---\n" >people/c.md &&
	is "$(nt-due -l -o name,pressure)" "$(printf "c\t4.00\nb\t3.00\na\t2.99")" && is "$(nt-due -l -o why c | grep -c goal)" 0 &&
	printf -- "---\nkind: book\nprivate: [count]\n---\n" >book.md && nt-due -l -o why a | hasnt - "goal: G" && nt-due -l -o why a | has - "(private)" && on-tty nt-due a | has - "goal: G"'

done_testing
