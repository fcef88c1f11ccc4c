#!/bin/sh
. "${0%/*}/lib.sh"

# nt-init in a folder of Markdown: each dialect is read as it is, and no note changes.

# init DIR: nt-init there, which may add book.md and folders and change nothing
init() {
	rm -rf "$TMP/before" && cp -R "$1" "$TMP/before" && nt-init --no-git "$1" >init.out && diff -r "$TMP/before" "$1" |
		grep -v "^Only in $1: \(book.md\|people\|.nt-lock\)$" >init.diff
	is "$(cat init.diff)" ""
}

# again DIR: once more changes nothing
again() {
	rm -rf "$TMP/before" && cp -R "$1" "$TMP/before" && nt-init --no-git "$1" >again.out && diff -r "$TMP/before" "$1" &&
		has again.out "is a book already" && nt-init -n "$1" >again.out 2>&1 && is "$(cat again.out)" "" && nt-check "$1/book.md" -b "$1"
}

# what NAME FIELDS: of one note
what() {
	(cd v && nt-find -l -o "$2" "$1")
}

others() {
	note v/Recipes/Soup.md <<'E' && note v/Projects/Bridge.md <<'E2' && note v/Meetings/2026-11-02.md <<'E3'
---
tags: [recipe]
frequency: weekly
title: Soup
---
E
---
type: project
status: active
---
- [ ] draw it
E2
---
attendees: ["[[Ada Byron]]"]
---
- lunch with [[Ada Byron]]
E3
}

perm() {
	note "v/People/AdaByron.md" <<'E' && note "v/People/BobStone.md" <<'E2'
---
created: 2021-01-24
lastContact: 2026-06-01
contactFrequency: 30 # days
birthDate: 1815-12-10
aliases: ["Ada Byron"]
email: "ada@perm.example"
howWeMet: "at a fair"
groups:
  - Old friends
---
# Ada Byron
E
---
lastContact: 2026-11-20
contactFrequency: 365
birthDate: XXXX-11-26
email: "bob@perm.example"
---
# Bob Stone
E2
}

t 'perm' '
	perm && others && init v && has init.out "2 notes are people" && has init.out "birthday (2)" && has init.out "cadence (2)" &&
	hasnt init.out "nobody has" &&
	is "$(what "Ada Byron" birthday,email,cadence,last,how,tags)" "1815-12-10	ada@perm.example	30	2026-06-01	at a fair	Old friends" &&
	is "$(cd v && nt-due -l -o name,due)" "$(printf "Ada Byron\t2026-07-01\nBob Stone\t2026-11-26")" &&
	is "$(cd v && nt-find -l -o kind,path not kind=person | grep -c person)" 0 && again v'

t 'perm: what is set and logged goes into its keys' '
	perm && init v && cd v && nt-set "Ada Byron" cadence=6w >out && has People/AdaByron.md "contactFrequency: 6w # days" &&
	nt-log "Ada Byron" call: hi >out && has People/AdaByron.md "2026-11-24 call: hi" &&
	nt-set "Ada Byron" birthday=1815-12-11 how= email=x@perm.example >out && has People/AdaByron.md "birthDate: 1815-12-11" &&
	hasnt People/AdaByron.md how && has People/AdaByron.md "email: \"x@perm.example\"" &&
	is "$(nt-find -l -o last "Ada Byron")" 2026-11-24'

t 'obsidian-personal-crm' '
	note v/Notes/Cy.md <<E && note v/Notes/Dee.md <<E2 && others && init v && has init.out "2 notes are people" &&
---
tags: [climbing]
prm-tier: close
prm-cadence: 14
prm-last-contacted: 2026-11-01
prm-birthday: 04-17
prm-snooze-until: 2026-12-24
company: Rope Works
location: Turin
---
E
---
prm-tier: far
prm-paused: true
prm-birthday: 1990-12-24
phone: "+49 30 123"
---
E2
	is "$(what Cy birthday,cadence,last,snooze,org,city,tags)" "04-17	14	2026-11-01	2026-12-24	Rope Works	Turin	climbing; close" && has init.out "tiers whose interval is not known: far; cadence in book.md gives them one" &&
	is "$(what Dee birthday,archived,phone)" "1990-12-24	true	+49 30 123" &&
	is "$(cd v && nt-due -a -l -o name,due)" "$(printf "Cy\t2026-12-24")" && again v && (cd v && nt-check >../check && hasnt ../check 04-17)'

t 'obsidian-personal-crm: tiers are tags with a cadence, from the settings or as the plugin begins' '
	for n in inner close casual warm dormant; do printf -- "---\nprm-tier: %s\n---\n" $n | note v/Notes/$n.md || return 1; done && cp -R v w && init v &&
	is "$(cd v && nt-due -a -l -o name,why | sort)" "$(for n in casual,90 close,30 dormant,365 inner,14 warm,180; do printf "%s\tevery %sd, no contact yet\n" "${n%,*}" "${n#*,}"; done)" && hasnt init.out "nobody has" && hasnt init.out tiers && again v &&
	(cd v && nt-set inner tags+=friend >out && has Notes/inner.md "prm-tier: inner" && has Notes/inner.md "tags:" && is "$(nt-find -l -o tags inner)" "friend; inner") &&
	note w/.obsidian/plugins/personal-crm/data.json <<E && rm -r v && cp -R w v && init v && has init.out "not known: casual, dormant, inner, warm; cadence" && is "$(cd v && nt-due -a -l -o why close)" "every 21d, no contact yet" && has v/book.md "my own: 7d"
{
  "personFolders": ["People"],
  "tiers": [
    { "id": "my own", "label": "Own", "cadenceDays": 7 },
    { "id": "close", "label": "Close", "cadenceDays": 21 }, { "id": "", "cadenceDays": 3 }, { "id": "x", "cadenceDays": "soon" }, 3
  ]
}
E
	'

t 'values that are none, and keys that many have and nt does not read, are said once' '
	for i in 1 2 3 4; do printf -- "---\nlastContact: 2026-10-0%d\nbirthDate: 199%d-01-01\nfavouriteDrink: tea\ncreated: 2020-01-01\nknows: \"[[p2]]\"\nrare%d: x\n---\n" $i $i $i | note v/People/p$i.md || return 1; done &&
	printf -- "---\nlastContact: last spring\nbirthDate: 13/14/1990\n---\n" | note v/People/q.md && printf -- "---\nlastContact: [soon]\n---\n" | note v/People/r.md && init v &&
	has init.out "read of them: birthday (4), last (4)" && has init.out "not understood: lastContact (2, first v/People/q.md:2: last spring), birthDate (1, first v/People/q.md:3: 13/14/1990); nt-check names them all" &&
	is "$(grep "^not read" init.out)" "not read: favouriteDrink (4); map in book.md makes a field of one: map: {FIELD: favouriteDrink}" && (cd v && code 1 nt-check >../check) && has check "q.md:2" && has check "q.md:3" && has check "r.md:2" && rm -r v && perm && init v && hasnt init.out "not understood" && hasnt init.out "not read"'

t 'keys of other languages, days that are links, and fields of Dataview in the text' '
	rm -rf v && printf -- "---\ntags: person\nanniversaire: 1990-01-05\ntéléphone portable: \"0612345678\"\ndernier contact: 2026-10-01\nfréquence: 6w\nsociété: Acme\nprivé: x\n---\n# Ada\n" | note v/People/Ada.md &&
	printf -- "---\ntags: person\nGeburtstag: \"[[1990-11-28]]\"\nletzter Kontakt: \"[[2026-10-02|im Herbst]]\"\nHandy: 0170 12345\n---\n# Bob\n\nlastContact:: 2026-10-03\n- **Birthday**:: [[1990-01-01]]\nmood:: good\nstd::vector\n" | note v/People/Bob.md && init v &&
	has init.out "read of them: birthday (2), phone (2), org (1), tags (2), last (2), cadence (1)" && is "$(what ada birthday,phone,last,cadence,org)" "1990-01-05	0612345678	2026-10-01	6w	Acme" && is "$(what bob birthday,phone,last)" "[[1990-11-28]]	0170 12345	2026-10-02" &&
	is "$(grep "^not " init.out)" "not read, as it stands in the text: Birthday:: (1), lastContact:: (1); fields of Dataview are read from the front matter only" &&
	is "$(cd v && nt-find -l -o name birthday:1990-11)" Bob && (cd v && nt-check) && hasnt v/book.md priv'

t 'half a name beside the other half is no name: the file has it' '
	half() { rm -rf v && for who in "Ann Lee" "Bo Ray" "Cy Day"; do printf -- "---\n%s: %s\n%s: %s\nGeburtstag: 1990-01-01\ntags: person\n---\n" "$1" "${who% *}" "$2" "${who#* }" | note "v/People/$who.md"; done && init v && names; } && names() { (cd v && nt-find -l -o name kind=person | xargs); } && all="Ann Lee Bo Ray Cy Day" &&
	is "$(half Prénom Nom)" "$all" && is "$(half vorname Name)" "$all" && is "$(half nombre apellidos)" "$all" && hasnt v/book.md "nombre" && for i in v/People/*; do mv "$i" "v/People/${#i}${i##* }"; done && sed -i "s/^nombre.*/nombre: X Lee/; s/^apellidos.*/apellidos: Lee/" v/People/* && rm v/book.md && init v && is "$(names)" "X Lee X Lee X Lee"'

t 'daily notes whose names are days in another form' '
	for f in Daily/23.11.2026 Daily/2026_11_24 Daily/2026-11-25 Daily/1.2.3 Daily/123 Daily/2026-W48 People/Ada; do echo x | note "v/$f.md"; done && init v && is "$(grep "as a day" init.out)" "not read as a day: 2 file names, first 2026_11_24.md; daily notes are called as 2026-11-23.md" && rm v/Daily/*_* v/book.md && init v && has init.out "a day: 1 file name, first 23.11.2026.md" && rm v/Daily/2?.* v/book.md && init v && hasnt init.out "as a day"'

t 'people/ and People/ side by side' '
	note v/People/A.md </dev/null && note v/People/B.md </dev/null && note v/people/C.md </dev/null && { [ ! -e v/People/C.md ] || skip "one folder, whatever the case"; } && init v && is "$(cd v && nt-find -l -o path kind=person)" "People/A.md
People/B.md
people/C.md" && has init.out "3 notes are people" && (cd v && nt-new New One >out && has out People/) && again v'

t 'folders of templates by the settings of Obsidian and Templater' '
	perm && note v/.obsidian/templates.json <<E && note v/.obsidian/plugins/templater-obsidian/data.json <<E2 && for d in Meta/Formen Meta/T2 Meta/T22; do printf -- "---\nbirthDate: 1900-01-01\nlastContact: {{date}}\n---\n" | note v/$d/P.md || return 1; done && init v 2>err &&
{"folder": "/Meta/Formen/"}
E
{
  "command_timeout": 5,
  "templates_folder": "Meta/T2",
  "folder_templates": [{ "folder": "", "template": "" }]
}
E2
	has init.out "left out as templates (ignore in book.md): Meta/Formen, Meta/T2" && hasnt err Formen && hasnt err T2/ && has err T22/P.md && has v/book.md "ignore: [Meta/Formen/*, Meta/T2/*]" && is "$(cd v && nt-find -p kind=person 2>/dev/null)" "People/AdaByron.md
People/BobStone.md" && for j in "{\"folder\": \"\"}" "{\"folder\": \"/\"}" "[" "" "{\"folder\": 3, \"a\": {}}" "null"; do
		rm -r v && perm && mkdir v/.obsidian && printf "%s" "$j" >v/.obsidian/templates.json && init v 2>err && is "$(cat err)" "" && has init.out "2 notes are people" || return 1; done'

t 'vcf-contacts' '
	note "v/Eve Moon.md" <<E && note "v/Rope Works.md" <<E2 && note "v/Gate.md" <<E3 && others && init v &&
---
N.FN: Moon
N.GN: Eve
FN: Eve Moon
"EMAIL[HOME]": eve@home.example
"EMAIL[WORK]": eve@work.example
"TEL[CELL]": "+46701234567"
"TEL[]": SKYPE:+46701234568
TEL: "+46 8 1"
BDAY: 1988-09-03
"URL[HOME]": https://eve.example
ORG: Rope Works
"ADR[HOME].STREET": Björkstigen 12
"ADR[HOME].LOCALITY": Umeå
"ADR[HOME].POSTAL": "90342"
"ADR[HOME].COUNTRY": Sverige
"ADR[WORK].CITY": Oslo
CATEGORIES: Design, Forest
UID: urn:uuid:1
---
#### Notes

#Contact #Design # Forest
E
---
KIND: ORG
FN: Rope Works
EMAIL: info@rope.example
ADR.STREET: Seilgasse 1
ADR.LOCALITY: Graz
---
E2
---
KIND: location
FN: Gate
---
E3
	has init.out "1 note is a person" && has init.out "organisations: 1" && hasnt init.out "not read" &&
	is "$(what "Eve Moon" birthday,email,phone,org,city,tags,uid)" \
		"1988-09-03	eve@home.example; eve@work.example	+46 8 1; SKYPE:+46701234568; +46701234567	Rope Works	Umeå; Oslo	Design; Forest	urn:uuid:1" &&
	is "$(what "Eve Moon" address.home.street,address.home.postcode,address.work.city,country)" "Björkstigen 12	90342	Oslo	Sverige" &&
	is "$(what "Rope Works.md" kind,city,email)" "org	Graz	info@rope.example" && is "$(what Gate.md kind)" note &&
	is "$(cd v && nt-address eve | cut -f1)" "$(printf "eve@home.example\neve@work.example")" && again v &&
	cd v && nt-set "Eve Moon" cadence=3m email.home=new@home.example >out && has "Eve Moon.md" "cadence: 3m" &&
	has "Eve Moon.md" "\"EMAIL[HOME]\": new@home.example"'

t 'hal_md' '
	note v/People/ada-byron/ada-byron.md <<E && note v/People/ada-byron/2026-10-02.md <<E2 && note v/Companies/rope.md <<E3 &&
---
tags:
  - person
  - friend
first_name: Ada
last_name: Byron
aliases:
  -
birthday: "09-29"
title: Countess
organizations:
  - rope
mobile: "+1 555 0100"
phone:
province: Ontario
city: London
zip: N6A
---

# Ada Byron

## Life Events

- 1815-12-10 born
- 1835-07-08 married

## Positions

- 2026-09-01 Countess at [[rope]]

## Notes

- 2026-10-01 call: hi
E
---
tags:
  - chat
people:
  - ada-byron
---
E2
---
tags: [organization]
---
E3
	others && note v/Templates/Person.md <<E4 && init v && has init.out "1 note is a person" &&
---
tags: [person]
birthday: {{date}}
---
E4
	is "$(what "Ada Byron" birthday,phone,org,title,city,address.region,address.postcode)" \
		"09-29	+1 555 0100	rope	Countess	London	Ontario	N6A" &&
	is "$(what "Ada Byron" contacts,last)" "1	2026-10-01" && has init.out "entries: 3" && is "$(what Companies/rope.md kind)" org && is "$(cd v && nt-find -l -o path kind=person)" People/ada-byron/ada-byron.md &&
	has v/book.md "ignore: [Templates/*]" && has init.out "left out as templates (ignore in book.md): Templates" && is "$(cd v && nt-find -p 2>&1 | grep -c Templates)" 0 &&
	is "$(what People/ada-byron/2026-10-02.md kind)" journal && again v'

t 'clawdex' '
	note v/people/sal/person.md <<E && note v/people/sal/notes/2026-05-08T09-15-00Z-whatsapp.md <<E2 && init v &&
---
id: person_01
name: Sal O'\''Dee
emails:
  - value: sal@x.example
    label: work
  - value: secret@x.example
    label: private
phones:
  - value: "+15550100"
    label: mobile
tags: [friend]
---
E
---
id: note_02
person_id: person_01
kind: dm
---
E2
	is "$(what "Sal O'\''Dee" email,phone,uid)" "sal@x.example	+15550100	person_01" && has init.out "1 note is a person" &&
	is "$(cd v && nt-address sal@ | cut -f1,2)" "$(printf "sal@x.example\tSal O'\''Dee")" && again v'

alas() {
	note v/contacts/john-doe.md <<'E' && note v/plan.md <<'E2'
# John Doe

- Birthday: 04-27
- Category: B

## 2022-02-15

Talked over the phone about stuff.

## 2022-01-28

Grabbed a beer.
E
# Plan

## 2022-02-16

- [X] Pay
E2
}

t 'alas: a list in the body, days as headings' '
	alas && init v && is "$(what "John Doe" kind,birthday,tags,last,contacts)" "person	04-27	B	2022-02-15	2" &&
	is "$(cd v && nt-due -l -o name,due)" "John Doe	2022-04-15" &&
	is "$(cd v && nt-journal -l -o date,text john)" "$(printf "2022-01-28\tGrabbed a beer.\n2022-02-15\tTalked over the phone about stuff.")" &&
	again v && cd v && nt-set john birthday=--05-01 >out && is "$(nt-find -l -o birthday john)" --05-01 &&
	has contacts/john-doe.md "- Birthday: --05-01" && hasnt contacts/john-doe.md 04-27 && nt-log john call: hi >out && is "$(nt-find -l -o last john)" 2026-11-24'

t 'alas: what stands in the body leaves by every door, and is set where it stands' '
	note v/contacts/ann-lee.md <<E && init v && cd v && mkdir ../d &&
# Ann Lee

- Birthday: 04-27
- Category: A
- Email: a@x.example
- Email: b@x.example
- Phone: +1 555 0100

## 2026-02-15

Talked.
E
	for f in vcard csv ldif abook json mutt; do nt-export -f $f >out && has out a@x.example && has out b@x.example || return 1; done &&
	nt-export -f json >out && has out "\"birthday\":\"04-27\"" && nt-vdir ../d >out && cat ../d/*.vcf >card && has card TEL:+1 && has card 04-27 &&
	sed "s/EMAIL:a@x/EMAIL:c@x/" card >"$(echo ../d/*.vcf)" && nt-vdir ../d >out && has contacts/ann-lee.md "- Email: c@x.example" && hasnt contacts/ann-lee.md a@x &&
	nt-set ann tags+=B email+=e@x.example email-=c@x.example phone=7 >out && has contacts/ann-lee.md "- Category: A
- Category: B
- Email: b@x.example
- Email: e@x.example
- Phone: 7

## 2026-02-15" && is "$(nt-due -l -o name,due ann)" "Ann Lee	2026-03-08" && nt-set ann tags= email= phone= birthday= >out &&
	is "$(sed 1,3d contacts/ann-lee.md)" "# Ann Lee


## 2026-02-15

Talked." && nt-set ann phone=1 >out && has contacts/ann-lee.md "phone: "'

t 'alas: outside of a folder of that name' '
	alas && mv v/contacts v/log && init v && is "$(what "John Doe" kind,birthday)" "person	04-27" && has v/book.md "text~^- Birthday: "'

t 'org-roam exports' '
	note v/20210101-ada_byron.md <<E && note v/20210102-soup.md <<E2 && init v && has init.out "1 note is a person" &&
---
title: "Ada Byron"
id: 0a1b
roam_aliases: ["Countess", "A. L."]
filetags: [person, math]
---

#+title: Ada Byron
:PROPERTIES:
:ID: 0a1b
:END:
E
---
title: Soup
id: 0a1c
filetags: [food]
---
E2
	is "$(what Countess name,title,aliases,tags,uid)" "Ada Byron		Countess; A. L.	person; math	0a1b" && again v'

t 'by frequency, whatever resembles our keys' '
	for i in 1 2 3 4 5; do
		note "v/x/p$i.md" <<E || return 1
---
Type: "[[Contact]]"
E-Mail: p$i@x.example
Date of Birth: 199$i-05-0$i
Last_Contacted: 2026-10-0$i
keepInTouch: monthly
Company Name: "[[Rope]]"
dob: soon
Home Page: p$i.example
---
E
	done && init v && has init.out "5 notes are people" &&
	is "$(what x/p3.md email,birthday,last,cadence,org,url)" "p3@x.example	1993-05-03	2026-10-03	monthly	[[Rope]]	p3.example" &&
	hasnt v/book.md dob && again v'

t 'two dialects side by side' '
	perm && note "v/Contacts/Eve Moon.md" <<E && others && init v && has init.out "3 notes are people" &&
---
N.FN: Moon
FN: Eve Moon
"EMAIL[HOME]": eve@home.example
BDAY: 1988-09-03
---
E
	is "$(what "Eve Moon" birthday,email)" "1988-09-03	eve@home.example" && is "$(what "Ada Byron" birthday,email)" "1815-12-10	ada@perm.example" &&
	again v'

t 'people by folder alone, and those under other names' '
	for f in "v/03 People/A.md" "v/03 People/B c.md" "v/Work/Contacts/C.md" v/Kontakte/D.md v/Other/E.md; do
		note "$f" </dev/null || return 1
	done && init v && is "$(cd v && nt-find -l -o path kind=person | sort)" "03 People/A.md
03 People/B c.md
Kontakte/D.md
Work/Contacts/C.md" && (cd v && nt-new New One >out && has out "03 People/") && again v'

t 'folders that a query would read otherwise' '
	for f in People/A.md People/B.md "Work: x/Contacts/C.md" "a\"b/Contacts/D.md" "it'\''s (1)/Contacts/E.md" "@x/Contacts/F.md" "x=y [z]/Contacts/G.md" \
		"Work: x/H.md"; do
		note "v/$f" </dev/null || return 1
	done && init v && is "$(cd v && nt-find -l -o path kind=person | grep -c Contacts)" 5 && is "$(what H kind)" note && again v'

t 'inline tags and nested ones' '
	note v/A.md <<E && note v/B.md <<E2 && note v/C.md <<E3 && init v && is "$(cd v && nt-find -p kind=person)" "$(printf "A.md\nB.md")" && again v
A friend. #person/friend
E
---
tags: "#People/work, x"
---
E2
# Heading
a#person b
E3
	'

t 'tags under other keys' '
	printf -- "---\ntag: person, x\n---\n" | note v/A.md && printf -- "---\nTags: [Person]\n---\n" | note v/B.md &&
	printf -- "---\nkeywords: \"x, #contact\"\n---\n" | note v/C.md && printf -- "---\ntags: personal\n---\n" | note v/D.md && init v &&
	is "$(cd v && nt-find -l -o path,tags kind=person)" "$(printf "A.md\tperson; x\nB.md\tPerson\nC.md\tx; contact")" && again v'

t 'days below a folder of people are days' '
	note v/people/ada/2026-10-02.md </dev/null && note v/people/ada/ada.md </dev/null && init v &&
	is "$(cd v && nt-find -l -o kind,path people/)" "$(printf "journal\tpeople/ada/2026-10-02.md\nperson\tpeople/ada/ada.md")" && again v'

t 'no people at all: what to write' '
	others && init v && has init.out "no note is marked as a person" && has init.out "tags: person" &&
	is "$(cd v && nt-find -p kind=person)" "" && again v'

t 'boxes' '
	note v/People/A.md <<E && init v && has v/book.md "boxes:" && hasnt v/book.md "<" && has init.out "[<] (1)" && has init.out "[l] (2)" &&
- [/] 2026-12-01 half
- [!] 2026-12-02 now
  1. [>] 2026-12-03 later
- [?] 2026-12-04 really
* [*] 2026-12-05 star
- [<] 2026-12-06 planned
- [l] place
- [l] 2026-12-07 place
- [x] done
- [-] dropped
- [ ] open
- [a link](x) and [[wiki]]
E
	is "$(cd v && nt-journal --open -l -o date | grep -c 2026)" 5 && again v'

t 'a dry run is a patch, and nothing else' '
	perm && rm -rf "$TMP/before" && cp -R v "$TMP/before" && nt-init -n v >patch 2>err && diff -r "$TMP/before" v && has patch "+  birthday: birthDate" &&
	has err "2 notes are people" && (cd v && git apply ../patch) && nt-init --no-git v >out && has out "already" &&
	is "$(what "Ada Byron" kind)" person'

t 'what the user wrote stays, what is missing is added' '
	perm && printf -- "---\nkind: book # mine\ndefault-kind: note\nmap: {email: mine}\nlimit: 9\n---\ntext\n" >v/book.md &&
	nt-init --no-git v >out && has out "added to its book.md" && has v/book.md "map: {email: mine}" && hasnt v/book.md birthDate &&
	has v/book.md "kind: book # mine" && has v/book.md "limit: 9" && has v/book.md "  person: People" &&
	rm -rf "$TMP/before" && cp -R v "$TMP/before" && nt-init --no-git v >out && diff -r "$TMP/before" v'

t 'a book of our own keys is left as it is' '
	cp -R "$TOP/examples/book" v && nt-init --no-git v >out && rm v/.nt-lock && diff -r "$TOP/examples/book" v'

t 'notes that cannot be read hide nobody' '
	perm && printf -- "---\nbirthDate: [\n---\n" >v/People/Bad.md && printf "\377\n" >v/People/Worse.md && printf -- "---\na: \000\n---\n" >v/x.md &&
	nt-init --no-git v >out 2>err && has err v/People/Bad.md:3 && has err v/People/Worse.md && has out "2 notes are people" &&
	nt-init --no-git v >out 2>err'

t 'keys of any characters' '
	note "v/p (1) \"x\"/People/A.md" <<E && init v && has init.out "1 note is a person" && again v && is "$(what A birthday)" 1990-01-01
---
"birth \"date\"": 1990-01-01
"e: mail": a@b.example
"mail*": c@d.example
"*": x
"[": y
"]x[": z
"EMAIL[": q@r.example
"TEL[*]": "12345"
"#tag": person
"- x": 1
? |
  Last contact
: 2026-01-01
E-mail: [a@b.example, {value: c@d.example, label: "x: y"}]
---
E
	'

t 'five thousand notes' '
	mkdir -p v/People v/Other && i=0 && while [ $i -lt 2500 ]; do
		i=$((i + 1))
		printf -- "---\nbday: 1990-01-01\nmail: p%d@x.example\ntags: [person]\n---\n- [/] x\n" $i >v/People/p$i.md
		printf -- "# n\n- [!] y #z%d\n" $i >v/Other/n$i.md
	done && nt-init --no-git v >out && has out "2500 notes are people" && has out "birthday (2500)"'

# The real exports, judged by a reading of the files that knows nothing of nt.
data=$TOP/../shared/data
real() {
	{ [ -d "$data/$1" ] || skip "the real exports are not here"; }
	{ command -v python3 >/dev/null || skip "no python3"; }
	cp -R "$data/$1" v
}

cat >"$TMP/read.py" <<'E'
import re, sys, pathlib
def keys(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    found = {}
    if lines[0] != "---":
        return found
    for line in lines[1:lines.index("---", 1)]:
        m = re.match(r"(\"[^\"]*\"|[^\s:#\-][^:]*): +(.*)$", line)
        if m:
            value = re.sub(r"\s+#.*$", "", m.group(2)).strip()
            found[m.group(1).strip("\"")] = value.strip("\"")
    return found
want = sys.argv[2:]
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.md"), key=lambda p: str(p).encode()):
    k = keys(path)
    if path.name == "book.md" or not any(w in k for w in ("N.FN", "lastContact")):
        continue
    row = [str(path.relative_to(sys.argv[1]))]
    for w in want:
        hit = [v for x, v in k.items() if x == w or re.sub(r"\[.*\]", "[*]", x) == w]
        plain = [v for x, v in k.items() if x == w.replace("[*]", "")]
        row.append("; ".join(plain + [v for v in hit if v not in plain]) if "[*]" in w else "".join(hit[:1]))
    print("\t".join(row))
E

t 'vcf-contacts, the real ones' '
	real obsidian-vcf-contacts/assets/demo-data/markdown && init v && again v >/dev/null; cd v &&
	python3 "$TMP/read.py" . "EMAIL[*]" BDAY ORG "TEL[*]" "ADR[*].LOCALITY" "ADR[*].COUNTRY" >want &&
	is "$(grep -c . want)" 15 && nt-find -l -o path,email,birthday,org,phone,city,country kind=person | same want'

t 'perm, the real ones' '
	real perm-cli/examples && init v && again v && cd v && python3 "$TMP/read.py" . email birthDate lastContact contactFrequency howWeMet >want &&
	is "$(grep -c . want)" 2 && nt-find -l -o path,email,birthday,last,cadence,how kind=person | same want &&
	is "$(nt-due -l -o name,due)" "$(printf "Jane Doe\t2021-01-31\nJohn Doe\t2022-02-23")" && nt-address doe | has - jane@doe.com &&
	nt-log "Jane Doe" call: hi >out && is "$(nt-find -l -o last jane)" 2026-11-24'

t 'hal_md, the real ones' '
	real hal_md && init v && again v >/dev/null; cd v && is "$(nt-find -l -o name kind=person)" "John Doe" && nt-show john >out && has out "John Doe"'

done_testing
