#!/bin/sh
. "${0%/*}/lib.sh"

# py: a program in Python from Debian, with its modules
py() {
	/usr/bin/python3 - "$@"
}

# have MODULE: it is there for Python
have() {
	/usr/bin/python3 -c "import $1" 2>/dev/null || skip "no $1 for Python"
}

# people: some with odd facts
people() {
	printf -- '---\nkind: book\nprivate: [private, pay]\nhorizon: 7d\n---\n' >book.md
	note people/ada.md <<-'E'
	---
	name: Ada Lovelace
	sort-name: Lovelace, Ada
	aliases: [Countess, "Ada, A."]
	email: {work: "Ada <ada@engine.example>", home: [al@home.example, ADA@engine.example]}
	phone: {work: "+44 20 7946 0958", mobile: "+44 7700 900 123", fax: "12"}
	url: https://ada.example/?a=1
	address: {work: {street: "1, St James's Sq", city: London, postcode: SW1, country: UK}}
	org: "[[Acme|The Acme]]"
	title: "Analyst; first"
	birthday: 1988-02-29
	anniversary: 2015-07-08
	tags: "friend, #work/acme"
	cadence: 6w
	pay: secret1
	uid: 7b1c
	---
	# Ada

	- 2026-10-01 call: about [[Bob]]
	- [ ] 2026-12-01 owe: the letter, 50 % of [[Bob]]'s "share"; [all] of it
	- [ ] 2026-11-20 todo: send it

	## Private

	- [ ] 2026-12-02 secret2
	E
	note people/bob.md <<-'E'
	---
	name: "=cmd|' /C calc'!A0"
	email: bob@x.example
	phone: ["+1 555 0100", "-2+3+cmd|' /C calc'!A0"]
	birthday: --12-24
	next: 2027-01-15
	---
	E
	note people/zoe.md <<-'E'
	# Zoë "Z" Müller\, `id` $HOME # x; y

	E
	printf -- '---\nemail: z@z.example\nbirthday: 1990-05\n---\n%s\n' "$(cat people/zoe.md)" >people/zoe2.md && rm people/zoe.md
	printf -- '---\nemail: info@acme.example\n---\n' | note orgs/acme.md
	printf -- '- 2026-11-23 dinner: with [[Ada Lovelace]]\n' | note journal/2026-11-23.md
}

# nested: a note with values in values, of which some are private
nested() {
	printf -- '---\nkind: book\nprivate: [private, pay]\n---\n' >book.md
	note people/ada.md <<-'E'
	---
	name: Ada
	email: a@b.example
	boat: {name: "Ilo; 2", seats: [1, 2], pay: secret1}
	pets:
	  - kind: cat
	    names: [Tom, "", null]
	  - - dog
	grid: [[1, 2], [3], [["[[Bob]]"]]]
	steps: |
	  1, 2
	  \3
	twice: [a, a]
	friend: "[[Bob]]"
	"odd \"key\"": {a.b: x}
	---
	E
}

t 'cards: fields of more than texts come back as they were' '
	nested && for f in vcard vcard3 jcard; do nt-export -f $f >out.$f 2>err && is "$(cat err)" "" && nt-import out.$f >got.$f && nt-export -f $f - <got.$f | same out.$f && hasnt out.$f secret1 && has out.$f "friend" || return 1
		nt-import -j out.$f | sed "s/,\"from\".*//; s/.*\"boat\"/\"boat\"/" >got && printf "%s" "\"boat\":{\"name\":\"Ilo; 2\",\"seats\":[\"1\",\"2\"]},\"pets\":[{\"kind\":\"cat\",\"names\":[\"Tom\",\"\",null]},[\"dog\"]],\"grid\":[[\"1\",\"2\"],[\"3\"],[[\"[[Bob]]\"]]],\"steps\":\"1, 2\\n\\\\3\\n\",\"twice\":[\"a\",\"a\"],\"friend\":\"[[Bob]]\",\"odd \\\"key\\\"\":{\"a.b\":\"x\"}" >want && is "$(cat got)" "$(cat want)" || return 1
	done; nt-save <got.vcard 2>err && is "$(cat err)" "" && nt-import out.vcard | nt-save -n >out 2>err && is "$(cat out err)" ""'

t 'an address of several lines keeps them in csv and LDIF, and what has them in one says the same' '
	book && printf -- "---\nname: Ada\nemail: a@b.example\naddress: |\n  1 High St\n    Flat 2\n---\n" >people/ada.md && printf -- "---\nname: Bo\nemail: b@b.example\naddress:\n  work: {street: \"1 High St\\\\nFlat 2\", city: Bern}\n---\n" >people/bo.md &&
	for f in csv ldif; do nt-export -f $f >out.$f && nt-import -j out.$f >got && has got "$([ $f = ldif ] && echo "\"home\":" || echo "\"street\":")\"1 High St\\nFlat 2\"}" && has got "\"street\":\"1 High St\\nFlat 2\",\"city\":\"Bern\"" || return 1; done &&
	for f in csv ldif abook vcard jcard; do rm -rf b && mkdir b && cp -R book.md people b && cd b && nt-export -f $f >../x && nt-import ../x | nt-save 2>err >out && is "$(cat err)" "" && nt-import ../x | nt-save -n >out 2>&1 && is "$(cat out)" "" && cd .. || return 1; done; nt-export -f csv | has - "\"1 High St"'

t 'csv, ldif, abook: what has no place there is said once, by its key' '
	nested && printf -- "---\nname: Bo\nboat: {a: 1}\nhobby: tea\nempty:\nuid: u\nvcard: X-A:1\n---\n" >people/bo.md && for f in csv ldif abook; do nt-export -f $f >out.$f 2>err && is "$(cat err)" "nt-export: no place in $f, left out: boat, pets, grid, steps, twice, friend, odd \"key\", hobby, vcard" || return 1; done &&
	for f in vcard vcard3 jcard json mutt friends; do nt-export -f $f >out 2>err && is "$(cat err)" "" || return 1; done'

t 'days that are none, addresses no mail goes to: said where there is no place for them' '
	book && printf -- "---\nkind: book\nprivate: [private, died]\n---\n" >book.md && printf -- "---\nname: Bo\nbirthday: soon\nanniversary: [1990-01-01, 1991-01-01]\ndied: x\nemail: [foo, \"Bo <a@b.org>\", \"\"]\n---\n" >people/bo.md && days="nt-export: people/bo.md:3:11: left out, as it is no date: '"'soon'"'" mails="nt-export: people/bo.md: left out, as it is no address: '"'foo'"'" &&
	for f in vcard vcard3 jcard; do code 2 nt-export -f $f bo >out 2>err && is "$(cat err)" "$days
nt-export: people/bo.md:4:14: left out, as it is the second: '"'1991-01-01'"'" || return 1; done && for f in ldif abook; do code 2 nt-export -f $f bo >out 2>err && is "$(cat err)" "$days
$mails
nt-export: no place in $f, left out: anniversary" || return 1; done && code 0 nt-export -f mutt bo >out 2>err && is "$(cat err)" "$mails" && has out a@b.org && code 2 nt-export --private -f vcard bo >out 2>err && has err "people/bo.md:5:7: left out, as it is no date: '"'x'"'" && for f in csv json friends; do nt-export -f $f bo >out 2>err && hasnt err bo.md || return 1; done'

t 'abook, ldif: a second address, and of abook a birthday without a day' '
	book && printf -- "---\nname: Bo\nbirthday: 1990-03\naddress:\n  work: 1 St\n  home: 2 St\n  other: 3 St\n---\n" >people/bo.md && nt-export -f abook bo >out 2>err && is "$(cat err)" "nt-export: Bo: no room in abook, left out: address, birthday" && has out "address=1 St" && nt-export -f ldif bo >out 2>err && is "$(cat err)" "nt-export: Bo: no room in LDIF, left out: address" && has out "street: 1 St" && has out "mozillaHomeStreet: 2 St" && has out "birthmonth: 03" && sed -i "/other/d" people/bo.md && nt-export -f ldif bo 2>err >out && is "$(cat err)" ""'

t 'without a format, or with another one: trouble' '
	people && code 2 nt-export 2>err && has err "-f says in which format" && code 2 nt-export -f wordperfect 2>err && has err wordperfect'

t 'nobody: nothing to do is no trouble, and is said' '
	people && code 0 nt-export -f abook orgs/ 2>err >out && has err "the notes chosen are of nobody that -f abook has a place for" &&
	code 0 nt-export -f json nobody-here 2>err >out && is "$(cat out)" "[
]" && code 0 nt-export -f rem orgs/ 2>err >out && has err "nobody among the notes chosen for -f rem"'

t 'jcard: one JSON document, a card each, which nt-import reads as what it was' '
	people && nt-export -f jcard people/ >out && py out <<-"E" && nt-import -l -o name,email,phone,birthday out >got && nt-export -f vcard people/ | nt-import -l -o name,email,phone,birthday - | same got -
		import json, sys
		cards = json.load(open(sys.argv[1]))
		assert len(cards) > 1 and all(c[0] == "vcard" and ["version", {}, "text", "4.0"] in c[1] for c in cards), cards
	E'

t 'vcard, vcard3: vobject reads each card' '
	have vobject && people && for f in vcard vcard3; do nt-export -f $f >out && py $f <<-"E" || return 1; done
	import sys, vobject
	raw = open("out", "rb").read()
	assert raw.count(b"\n") == raw.count(b"\r\n") and max(map(len, raw.split(b"\r\n"))) <= 75
	cards = {c.fn.value: c for c in vobject.readComponents(raw.decode())}
	assert len(cards) == 4 and len({c.uid.value for c in cards.values()}) == 4, cards
	ada = cards["Ada Lovelace"]
	assert ada.version.value == ("4.0" if sys.argv[1] == "vcard" else "3.0")
	assert ada.n.value.family == "Lovelace" and ada.uid.value == "7b1c", ada
	assert [t.value for t in ada.contents["tel"]][:2] == ["+44 20 7946 0958", "+44 7700 900 123"], ada
	assert ada.adr.value.city == "London" and ada.org.value[0] == "Acme" and ada.title.value == "Analyst; first", ada
	assert [e.value for e in ada.contents["email"]] == ["ada@engine.example", "al@home.example", "ADA@engine.example"], ada
	assert ada.categories.value == ["friend", "work/acme"], ada
	assert ("kind" if sys.argv[1] == "vcard" else "x-addressbookserver-kind") in cards["acme"].contents
	assert "secret" not in raw.decode()
	E'

t 'vcard: khard lists everybody' '
	{ command -v khard >/dev/null || skip "no khard"; } && people && mkdir -p cards && nt-export -f vcard | awk "/^BEGIN:VCARD/ { n++ } { print > (\"cards/\" n \".vcf\") }" && printf "[addressbooks]\n[[nt]]\npath = $PWD/cards\n[general]\ndebug = no\ndefault_action = list\neditor = vi\nmerge_editor = vi\n" >conf &&
	khard -c conf list --parsable >got 2>err && cut -f 2 got | sort >names && has names "Ada Lovelace" && has names "acme" && is "$(wc -l <names | tr -d " ")" 4 && hasnt err "rror" && khard -c conf email --parsable ada | has - "ada@engine.example"'

t 'vcard: out and in again, nt-import has the same people' '
	people && nt-export -f vcard people/ | nt-import -s - >new && mkdir other && (cd other && book) && nt-save -b other <new >/dev/null && F=name,phone,city,title,birthday,anniversary,tags,cadence,next && nt-find -l -o $F people/ | sort >want &&
	(cd other && nt-find -l -o $F kind=person) | sort | same want'

t 'vcard: members of a group are known to other programs, and come back as links' '
	book && printf -- "---\nname: Ann Bee\nuid: 7B1C\n---\n" >people/ann.md && printf -- "---\nname: Bob, B\nemail: b@x.example\n---\n" >people/bob.md && printf -- "---\nmembers: [\"[[Ann Bee]]\", \"[[bob|B]]\", \"[[Nobody]]\"]\n---\n" | note groups/crew.md && printf -- "---\nname: Acme\nvcard: X-ABShowAs:COMPANY\n---\n" | note orgs/acme.md &&
	bob=$(nt-export -f vcard people/bob.md | tr -d "\r" | sed -n "s/^UID://p") && nt-export -f vcard | tr -d "\r" >four && has four "MEMBER;X-NT=\"[[Ann Bee]]\":urn:uuid:7B1C" && sed -n "/^MEMBER/,/^[^ ]*X-NT;/p" four | sed "s/^ //" | tr -d "\n" | has - ":$bob" && has four "X-NT;X-KEY=members:[[Nobody]]" && is "$(grep -c X-ABShowAs:COMPANY four)" 1 &&
	nt-export -f vcard3 | has - "X-ADDRESSBOOKSERVER-MEMBER;X-NT=\"[[Ann Bee]]\":urn:uuid:7B1C" && nt-find groups/ | nt-export -f vcard - | has - ":urn:uuid:7B1C" && for f in vcard vcard3 jcard; do nt-export -f $f | nt-import -l -o name,kind,members - | sort >got && has got "crew	group	[[Ann Bee]]; [[bob|B]]; [[Nobody]]" && has got "Acme	org" || return 1; done'

t 'vcard: an org or a group has no name of a person, unless its sort-name or its card says one' '
	book && printf -- "---\nname: Pizza Hut\n---\n" | note orgs/hut.md && printf -- "---\nname: Chess Club\nkind: group\n---\n" | note people/club.md && for f in vcard vcard3 jcard; do nt-export -f $f >out.$f && hasnt out.$f Pizza\; && nt-import -s out.$f >got && hasnt got sort-name && has got "name: Pizza Hut" || return 1; done &&
	for f in vcard vcard3; do tr -d "\r" <out.$f >card && is "$(grep -c "^N:;;;;\$" card)" 2 || return 1; done && nt-set hut sort-name="Hut, The" >out && nt-export -f vcard orgs/ | has - "N:Hut;The;;;" && printf -- "---\nname: Big Co\nvcard: N:Co;Big;;Dr.;\nsort-name: Co, Big\n---\n" | note orgs/big.md && nt-export -f vcard orgs/big.md | has - "N:Co;Big;;Dr.;"'

t 'vcard: pictures, sounds and keys are as the version has them' '
	printf "%s\n" PHOTO:data:image/jpeg\;base64,/9j/4AAQ PHOTO:data:image/jpeg\;base64,/9j/4AAR "item1.LOGO;X-A=b;TYPE=work:data:image/png;base64,iVBORw0KGgo=" "SOUND;MEDIATYPE=audio/ogg:data:audio/ogg;base64,AAAA" "KEY:data:application/pgp-keys;base64,BBBB" "KEY:data:application/pgp-keys;base64,CCCC" PHOTO:data:image/webp\;base64,UklG "PHOTO;VALUE=uri:https://x.example/a.png" LOGO:data:,text >four &&
	printf "%s\n" "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ" "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAR" "item1.LOGO;X-A=b;TYPE=work;ENCODING=b:iVBORw0KGgo=" "SOUND;ENCODING=b;TYPE=OGG:AAAA" "KEY;ENCODING=b;TYPE=PGP:BBBB" "KEY;ENCODING=b;TYPE=PGP:CCCC" "PHOTO;TYPE=image/webp;ENCODING=b:UklG" "PHOTO;VALUE=uri:https://x.example/a.png" LOGO:data:,text >three &&
	book && note people/x.md <<-"E" && for f in vcard vcard3; do nt-export -f $f | tr -d "\r" | grep "PHOTO\|LOGO\|SOUND\|KEY" >$f || return 1; done && nt-export -f jcard >j && has j "data:image/png;base64,iVBORw0KGgo=" && is "$(cat vcard)" "$(cat four)" && is "$(cat vcard3)" "$(cat three)"
	---
	name: X
	vcard:
	  - PHOTO:data:image/jpeg;base64,/9j/4AAQ
	  - PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAR
	  - item1.LOGO;X-A=b;TYPE=work;ENCODING=b:iVBORw0KGgo=
	  - SOUND;MEDIATYPE=audio/ogg:data:audio/ogg;base64,AAAA
	  - KEY;ENCODING=b;TYPE=PGP:BBBB
	  - KEY:data:application/pgp-keys;base64,CCCC
	  - PHOTO;TYPE=image/webp;ENCODING=b:UklG
	  - PHOTO;VALUE=uri:https://x.example/a.png
	  - LOGO:data:,text
	---
	E
'

t 'vcard: no group of a field has the number of one that is kept' '
	book && printf -- "---\nname: X\nphone: {pager two: \"1\"}\nvcard:\n  - item1x.X-A:1\n  - item4.X-B:2\n---\n" | note people/x.md && nt-export -f vcard >out && has out item5.TEL:1 && printf -- "---\nname: X\nphone: {pager two: \"1\"}\nvcard: \"item1\\\\0.X-A:1\"\n---\n" >people/x.md && nt-export -f vcard >out && has out item2.TEL:1'

t 'vcard: a URI stands as it is, a text is escaped, and both come back' '
	book && note people/x.md <<-"E" && for f in vcard vcard3 jcard; do nt-export -f $f >out.$f && nt-import -l -o name,url,im,title out.$f >got.$f && is "$(cat got.$f)" "$(nt-find -l -o name,url,im,title)" || return 1; done &&
	---
	name: Uri
	uid: "urn:x:a,b;c"
	url: {work: "https://x.example/?a=1;b=2,3", blog: "https://y.example/;,", other: "c:\\new\\,x"}
	im: "xmpp:u@x.example?a;b,c"
	title: "One, two; three"
	---
	E
	for f in vcard vcard3; do has out.$f "URL;TYPE=work:https://x.example/?a=1;b=2,3" && has out.$f ".URL:https://y.example/;," && has out.$f "IMPP:xmpp:u@x.example?a;b,c" && has out.$f "TITLE:One\\, two\\; three" || return 1; done &&
	has out.vcard "UID:urn:x:a,b;c" && has out.vcard3 "UID:urn:x:a\\,b\\;c" && has out.jcard "\"https://x.example/?a=1;b=2,3\""'

t 'vcard: nothing in a URI begins a line' '
	book && printf -- "---\nurl: \"https://x.example/\\\\nTEL:1\"\nuid: \"urn:x:1\\\\nTEL:2\"\nim: \"x:\\\\rTEL:3\"\n---\n" >people/x.md && for f in vcard vcard3; do nt-export -f $f >out && code 1 grep "^TEL" out || return 1; done'

t 'csv: RFC 4180 as Python reads it' '
	have csv && people && nt-export -f csv >out.csv && py <<-"E"
	import csv
	raw = open("out.csv", "rb").read()
	assert raw.count(b"\n") == raw.count(b"\r\n") == 4, raw
	rows = list(csv.DictReader(open("out.csv", encoding="utf-8", newline="")))
	ada, bob, zoe = rows
	assert None not in ada and len(ada) == 36, ada
	assert ada["name"] == "Ada Lovelace" and ada["aliases"] == "Countess ::: Ada, A.", ada
	assert ada["email"] == "ada@engine.example ::: al@home.example ::: ADA@engine.example", ada
	assert ada["phone"] == "+44 20 7946 0958 ::: +44 7700 900 123 ::: 12", ada
	assert ada["org"] == "The Acme" and ada["street"] == "1, St James'"'"'s Sq" and ada["title"] == "Analyst; first", ada
	assert ada["tags"] == "friend ::: work/acme" and ada["uid"] == "7b1c" and ada["cadence"] == "6w", ada
	assert bob["birthday"] == "'\''--12-24" and bob["next"] == "2027-01-15"
	assert zoe["name"].startswith("Zo\u00eb \"Z\" M\u00fcller")
	E'

t 'csv: nothing in it is computed by a spreadsheet' '
	people && for v in "=1+1" "+1+cmd" "-2+3a" "@SUM(1)" "\"\\\\t=1\"" "＝1+1" "\"\\\\r=1\"" "+1 ::: =2" -2+3 +1-2 "+44 20 ::: +1*2" --5 "-(1)" "+123 456" +1.2.3 "- 2"; do
		printf -- "---\ntitle: \"%s\"\n---\n" "$(printf %s "$v" | tr -d \")" >people/x.md && nt-export -f csv people/x.md | tail -n 1 | tr "," "\n" | tr -d "\"" | grep -v "^.\$" | grep -q "^[=+@-]\|^＝" && { echo "$v" && return 1; }
	done; nt-export -f csv people/bob.md | has - "'\''=cmd|" && nt-export -f csv people/bob.md | has - "\"'\''+1 555 0100 ::: -2+3" &&
	printf -- "---\nphone: [\"+44 (0)20 7946-0958\", \"+1.555\"]\n---\n" >people/x.md && nt-export -f csv people/x.md | has - ",+44 (0)20 7946-0958 ::: +1.555," &&
	for v in -2 +3 -2.50 "+49 (30) 123-45.67" +4930123456; do printf -- "---\ntitle: \"%s\"\n---\n" "$v" >people/x.md && nt-export -f csv people/x.md | has - ",$v," || return 1; done &&
	for v in -2+3 =1+1 @x --5 "+123 456" "- 2" --12-24 "'\''-2+3"; do printf -- "---\ntitle: \"%s\"\norg: \"%s\"\n---\n" "$v" "$v" >people/x.md && nt-export -f csv people/x.md | nt-import -l -o title,org - >out && is "$(cat out)" "$v	$v" || return 1; done'

t 'json: one array of what -j prints' '
	{ command -v jq >/dev/null || skip "no jq"; } && people && nt-export -f json >out && jq -c ".[]" <out >got && nt-find -j | jq -c . >want && same got want &&
	nt-export -f json nobody-here 2>/dev/null | jq -e "length == 0"'

t 'ldif: as python-ldap reads it' '
	have ldif && people && nt-export -f ldif >out && py <<-"E"
	import ldif
	p = ldif.LDIFRecordList(open("out", "rb")); p.parse()
	(dn, ada), (_, bob), (_, zoe) = p.all_records
	assert dn == "cn=Ada Lovelace,mail=ada@engine.example", dn
	assert ada["mail"] == [b"ada@engine.example"] and ada["mozillaSecondEmail"] == [b"al@home.example"], ada
	assert ada["sn"] == [b"Lovelace"] and ada["givenName"] == [b"Ada"] and ada["o"] == [b"The Acme"]
	assert ada["telephoneNumber"] == [b"+44 20 7946 0958"] and ada["facsimileTelephoneNumber"] == [b"12"]
	assert ada["l"] == [b"London"] and ada["birthyear"] == [b"1988"] and ada["birthmonth"] == [b"02"]
	assert "birthyear" not in bob and bob["birthday"] == [b"24"]
	assert zoe["cn"][0].decode().startswith("Zo\u00eb")
	E
	is "$(awk "length > 76" out)" "" && LC_ALL=C && is "$(tr -d "\n -~" <out)" ""'

t 'ldif: a name cannot end the line or the distinguished name' '
	have ldif && book && printf -- "---\nname: \"#a, b+c=\\\\\\\\;\\\\ndn: x\"\nemail: \"a@b.example\"\ntitle: \" < : \"\norg: \":x\"\n---\n" >people/x.md && nt-export -f ldif >out && py <<-"E"
	import ldif, ldap.dn
	p = ldif.LDIFRecordList(open("out", "rb")); p.parse()
	(dn, x), = p.all_records
	assert ldap.dn.str2dn(dn)[0][0][:2] == ("cn", "#a, b+c=\\; dn: x"), dn
	assert x["o"] == [b":x"] and x["title"] == [b"< :"], x
	E'

t 'abook: abook reads everybody' '
	{ command -v abook >/dev/null || skip "no abook"; } && people && nt-export -f abook >out && abook --convert --infile out --informat abook --outformat csv >csv && is "$(wc -l <csv | tr -d " ")" 3 &&
	is "$(head -n 1 csv | cut -d, -f1-3)" "\"Ada Lovelace\",\"ada@engine.example,al@home.example\"" && abook --convert --infile out --informat abook --outformat mutt >mutt && has mutt "Ada Lovelace <ada@engine.example>" &&
	has out "workphone=+44 20 7946 0958" && has out "mobile=+44 7700 900 123" && has out "fax=12" && has out "anniversary=1988-02-29" && has out "anniversary=--12-24" && has out "nick=Countess,Ada A."'

t 'abook, ldif: a fax is no phone, and what has no place of its own comes back or is told' '
	book && note people/eve.md <<-"E" &&
	---
	name: Eve Ito
	phone: {work fax: "1", cell work: "2", home: ["3", "4"], work: "5", other: "6"}
	url: ["https://x.example", "https://y.example"]
	im: {aim: eve}
	org: Acme
	title: Boss
	role: Head
	tags: [a, b/c]
	---
	E
	nt-export -f abook >out 2>err && for s in fax=1 mobile=2 phone=3 workphone=5 "custom1=org: Acme" "custom2=title: Boss" "custom3=phone.home: 4" "custom4=phone: 6" "custom5=role: Head"; do has out "$s" || return 1; done &&
	has err "Eve Ito: no room in abook, left out: im.aim, tags, url" && nt-import -j out >got && for s in "\"org\":\"Acme\"" "\"title\":\"Boss\"" "\"role\":\"Head\"" "\"home\":[\"3\",\"4\"]" "\"fax\":\"1\""; do has got "$s" || return 1; done && hasnt got custom &&
	nt-export -f ldif >out 2>err && is "$(cat err)" "" && is "$(grep -i "phone\|mobile: " out)" "facsimileTelephoneNumber: 1
mobile: 2
homePhone: 3
homePhone: 4
telephoneNumber: 5
telephoneNumber: 6" && nt-import -l -o role,tags,im,title out >got && is "$(cat got)" "Head	a; b/c	eve	Boss" && sed "s/^tags.*/custom1: \"x: y\"/" people/eve.md | nt-export -f ldif - | has - "mozillaCustom1: x: y"'

t 'abook: a value cannot begin a line or a section' '
	book && printf -- "---\nname: \"a\\\\n[9]\\\\nname=b\"\nurl: \"x\\\\remail=y\"\n---\n" >people/x.md && nt-export -f abook >out && is "$(grep -c "^\[" out)" 2 && has out "name=a [9] name=b" && is "$(grep -c = out)" 4'

t 'mutt: mutt and neomutt take each alias for whom it is' '
	{ command -v mutt >/dev/null || skip "no mutt"; } && people && nt-export -f mutt >aliases && touch rc && echo "source aliases" >rc &&
	for mutt in mutt neomutt; do
		command -v $mutt >/dev/null || continue
		is "$($mutt -n -F rc -A ada-lovelace)" "Ada Lovelace <ada@engine.example>" && is "$($mutt -n -F rc -A ada-lovelace-home)" "Ada Lovelace <al@home.example>" &&
		is "$($mutt -n -F rc -A acme)" "acme <info@acme.example>" && $mutt -n -F rc -A zoe-z-muller-id-home-x-y | has - "\`id\` \$HOME # x; y\" <z@z.example>" || return 1
	done'

t 'mutt: nothing that a note holds is run, and no name is given twice' '
	{ command -v mutt >/dev/null || skip "no mutt"; } && book && for i in 1 2 3; do printf -- "---\nname: \"Jo \`touch ran\` \$(touch ran) \\\\\\\\\\\\\"\"\nemail: jo%s@x.example\n---\n" $i >people/$i.md; done &&
	printf -- "---\nname: \"a\\\\nset editor=x\"\nemail: [\"a\`touch ran\`@x.example\", \"ü@x.example\", \"a@x.example\"]\n---\n" >people/4.md &&
	nt-export -f mutt >aliases && is "$(cut -d " " -f 2 aliases | sort | uniq -d)" "" && is "$(wc -l <aliases | tr -d " ")" 4 && has aliases "alias a-set-editor-x \"a set editor=x\" <a@x.example>" &&
	mutt -n -F aliases -A jo-touch-ran-touch-ran-2 >got && has got "<jo2@x.example>" && has got "\`touch ran\` \$(touch ran)" && [ ! -e ran ]'

t 'friends: activities, notes, friends and places as friends writes them' '
	book && note people/grace.md <<-"E" && note people/george.md <<-"E" && note journal/2026-11-20.md <<-"E" &&
	---
	name: Grace Hopper
	aliases: [The Admiral, "Amazing (Grace)"]
	city: Paris
	tags: [navy, science/compilers]
	---
	- 2026-11-01 **Not** me: [[Grace Hopper]] and I went to _Marthas Vineyard_. George had to cancel.
	- 2026-01-04 Got lunch with [[Grace Hopper]] and [[people/george|Georgie]]. @food
	- 2026-02-05 call>: she reads snake_case_words and [[Nobody]]
	- 2026-06-15 note: Grace Hopper has a new job. @work
	- [ ] 2026-12-01 owe: secret
	- 2026-12-24 dinner: ahead

	## Private

	- 2026-06-16 secret
	E
	---
	name: George [W.] Carver
	---
	- 2026-01-04 Got lunch with [[Grace Hopper]] and [[people/george|Georgie]]. @food
	E
	- dinner: with [[george]], [[grace]]
	E
	nt-export -f friends >out && same out <<-"E" && nt-export -f friends people/george.md >one && hasnt one "Marthas" && has one "- George W. Carver" && hasnt one "- Grace" && is "$(nt-export -f friends journal/)" "$(printf "### Activities:\n- 2026-11-20: dinner: with **George W. Carver**, **Grace Hopper**\n\n### Notes:\n\n### Friends:\n\n### Locations:")"
	### Activities:
	- 2026-11-20: dinner: with **George W. Carver**, **Grace Hopper**
	- 2026-11-01: **Not** me: **Grace Hopper** and I went to _Marthas Vineyard_. George had to cancel.
	- 2026-02-05: **Grace Hopper**: call>: she reads snake_case_words and Nobody
	- 2026-01-04: Got lunch with **Grace Hopper** and **George W. Carver**. @food

	### Notes:
	- 2026-06-15: **Grace Hopper** has a new job. @work

	### Friends:
	- George W. Carver
	- Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science:compilers

	### Locations:
	- Marthas Vineyard
	- Paris
	E'

# eve: somebody with a text, a log, and what stays here
eve() {
	book && note people/eve.md <<-"E"
	---
	name: Eve
	email: e@x.example
	---
	# Eve

	Met at the fair; likes tea, "strong".
	Ask [[Bob]].

	- one
	- 2026-11-01 call: logentry
	  logmore

	<!-- hidden -->

	Second paragraph.

	## Log

	- 2026-11-02 call: logentry

	## Private

	secret
	E
}

t 'the text of a note goes along as its NOTE, without log, sections and what is private' '
	eve && for f in vcard vcard3 jcard csv ldif abook; do nt-export -f $f >out.$f && nt-import -s out.$f >got && has got "Met at the fair; likes tea, \"strong\"." && has got "Second paragraph." && has got "[[Bob]]" || return 1; for s in logentry logmore hidden secret "# Eve"; do hasnt got "$s" || return 1; done; done && has out.vcard "NOTE:Met at the fair\\; likes tea\\," && has out.csv ",note" &&
	printf -- "---\nkind: book\nprivate: [note]\n---\n" >book.md && nt-export -f vcard | hasnt - NOTE && nt-export --private -f vcard | has - NOTE'

# again FORMAT QUERY...: what a book gives, imported into an empty one, gives the same again
again() {
	format=$1 && shift && nt-export -f $format "$@" >want && rm -rf other && mkdir other && (cd other && book) && nt-import want | nt-save -b other >/dev/null && nt-export -b other -f $format >got && same got want
}

t 'a text out, in and out again is the same, and in the same book nothing is told or doubled' '
	for f in vcard vcard3 jcard csv ldif abook; do
		eve && nt-export -f $f >out && nt-import out | nt-save >told && nt-import out | nt-save >told 2>&1 && is "$(cat told)" "" && is "$(grep -c "Second paragraph" people/eve.md)" 1 &&
			again $f || { echo $f && return 1; }
		rm -rf people
	done'

t 'out, in and out again: the same, of csv, LDIF, abook and friends' '
	people && again csv && again abook && again ldif people/ada.md people/bob.md && printf "### Activities:\n- 2025-11-02: **Ida Noe** and I saw _Big Sur_. @sea\n- 2025-10-01: Moved to _Rom_.\n\n### Notes:\n- 2025-06-15: **Ida Noe** is ill.\n\n### Friends:\n- Ida Noe (a.k.a. I) [Rom] @sea:far @b\n- Zoë\n\n### Locations:\n- Big Sur\n- Rom (a.k.a. Roma)\n" >friends.md &&
	mkdir new && (cd new && book) && nt-import friends.md | nt-save -b new >/dev/null && nt-export -b new -f friends | same friends.md'

t 'csv: the ::: in a value parts none, in a name, a title, tags or the text' '
	book && printf -- "---\nname: \"A ::: B\"\ntitle: [\"C ::: D\", \"::: E\"]\norg: \"::::\"\nhow: \"F :::: G : g ::: k :: h\"\nphone: \"1\"\n---\nH ::: I\n" >people/a.md && nt-export -f csv >out && nt-import -s out >got && for s in "A ::: B" "  - \"C ::: D\"" "  - \"::: E\"" "org: \"::::\"" "how: \"F :::: G : g ::: k :: h" "H ::: I"; do has got "$s" || return 1; done; nt-export -f abook 2>err | nt-import -s - | has - "C ::: D"'

t 'csv: out and in, parts, labels and formulas in any combination stay with what they belong to' 'book && python3 -B "$TOP/tests/csv.py" 1 300'

t 'what other programs wrote, in and out: friends.md' '
	data=$TOP/../shared/data && { [ -d "$data/friends" ] || skip "no shared data"; } && for f in friends/friends.md synthetic/friends/edge.md; do rm -rf new && mkdir new && (cd new && book) && nt-import "$data/$f" | nt-save -b new >/dev/null && nt-export -b new -f friends | same "$data/$f" || return 1; done'

t 'ics: python-icalendar reads the days, 29 February too' '
	have icalendar && have dateutil && people && nt-export -f ics >out && py <<-"E"
	import datetime, icalendar
	from dateutil.rrule import rrulestr
	raw = open("out", "rb").read()
	assert raw.count(b"\n") == raw.count(b"\r\n") and max(map(len, raw.split(b"\r\n"))) <= 75
	events = {str(e["summary"]): e for e in icalendar.Calendar.from_ical(raw).walk("VEVENT")}
	days = {k: e["dtstart"].dt for k, e in events.items()}
	d = datetime.date
	assert days == {"Ada Lovelace: birthday (1988)": d(1988, 2, 29), "Ada Lovelace: anniversary (2015)": d(2015, 7, 8),
		"Ada Lovelace: keep in touch": d(2027, 1, 4), "Ada Lovelace: send it": d(2026, 11, 20),
		"Ada Lovelace: promised: the letter, 50 % of Bob'"'"'s \"share\"; [all] of it": d(2026, 12, 1),
		"=cmd|'"'"' /C calc'"'"'!A0: birthday": d(2000, 12, 24), "=cmd|'"'"' /C calc'"'"'!A0: reach out": d(2027, 1, 15)}, days
	e = events["Ada Lovelace: birthday (1988)"]
	rule = rrulestr(e["rrule"].to_ical().decode(), dtstart=datetime.datetime(1988, 2, 29))
	got = [x.date() for x in rule.between(datetime.datetime(2027, 1, 1), datetime.datetime(2029, 1, 1))]
	assert got == [d(2027, 2, 28), d(2028, 2, 29)], got
	assert events["Ada Lovelace: send it"]["dtend"].dt == d(2026, 11, 25)
	assert len({str(e["uid"]) for e in events.values()}) == 7
	E'

t 'cards: two people of one name are two cards, each time by the same uid, with a path or without' '
	book && for i in 1 2; do printf -- "---\nname: Jo Doe\nphone: %s\n---\n" $i >people/jo$i.md && printf -- "---\nname: Ann\nemail: a@b.org\n---\n" >people/ann$i.md || return 1; done && printf -- "---\nmembers: [\"[[jo1]]\", \"[[jo2]]\"]\n---\n" | note groups/crew.md &&
	uids() { tr -d "\r" | sed "s/ *\"uid\",{},\"[a-z]*\",/\nUID:/g" | sed -n "s/^UID:\"*\([a-z:0-9-]*\).*/\1/p" | sort; } && for f in vcard vcard3 jcard; do nt-export -f $f | uids >$f && is "$(uniq <$f | wc -l)" 5 && nt-find . | nt-export -f $f - | uids | same $f && same $f vcard || return 1; done &&
	nt-export -f vcard people/ | uids >some && is "$(wc -l <some)" 4 && is "$(comm -23 some vcard)" "" && nt-export -f vcard | tr -d "\r" | sed -e :a -e "N;\$!ba" -e "s/\n //g" | sed -n "s/^MEMBER.*:urn/urn/p" | sort >members && is "$(uniq members | wc -l)" 2 && is "$(comm -23 members vcard)" "" &&
	nt-export -f vcard people/ | sed /^UID/d >x.vcf && nt-import x.vcf | nt-export -f vcard - | uids | uniq >new && is "$(wc -l <new)" 3'

t 'ics: the path that a note had, as uid, keeps the UIDs, as the page says' '
	book && printf -- "---\nname: Ada Lovelace\nbirthday: 1815-12-10\ncadence: 1w\n---\n- 2026-11-01 call: x\n" >people/ada-lovelace.md && uids() {
		nt-export -f ics | grep ^UID && nt-due | nt-remind -f ics | grep ^UID
	}
	uids >before && nt-mv ada "Ada King" >out && uids >moved && ! cmp -s before moved && nt-set "Ada King" uid=people/ada-lovelace.md >out && uids | same before'

t 'ics: khal shows the right days' '
	{ command -v khal >/dev/null || skip "no khal"; } && people && nt-export -f ics >out.ics && mkdir -p cal && printf "[calendars]\n[[nt]]\npath = $PWD/cal\n[locale]\ntimeformat = %%H:%%M\ndateformat = %%Y-%%m-%%d\nlongdateformat = %%Y-%%m-%%d\ndatetimeformat = %%Y-%%m-%%d %%H:%%M\nlongdatetimeformat = %%Y-%%m-%%d %%H:%%M\n[default]\ndefault_calendar = nt\n[sqlite]\npath = $PWD/db\n" >conf &&
	khal -c conf import --batch out.ics >log 2>&1 && on() { khal -c conf list --format "{title}" --day-format "" "$1" 1d 2>&1; } &&
	on 2027-02-28 | has - "Ada Lovelace: birthday (1988)" && on 2028-02-29 | has - "Ada Lovelace: birthday (1988)" && on 2028-02-28 | hasnt - birthday && on 2027-03-01 | hasnt - birthday &&
	on 2026-11-24 | has - "Ada Lovelace: send it" && on 2026-11-25 | hasnt - "send it" && on 2026-12-24 | has - "birthday" && on 2026-12-01 | has - "50 % of Bob"'

t 'ics: an event keeps its UID when it is put off, a text or person of its own has another' '
	people && uids() { nt-export -f ics | tr -d "\r" | sed -n "s/^UID://p" | sort; } && uids >one && sed -i.bak "s/2026-12-01 owe/2026-12-09 owe/; s/cadence: 6w/cadence: 3m/" people/ada.md && uids | same one &&
	NT_TODAY=2027-02-01 nt-export -f ics | tr -d "\r" | sed -n "s/^UID://p" | sort | same one && nt-mv -a ada ada-king >/dev/null && uids | same one &&
	echo "- [ ] 2026-12-09 owe: another" >>people/bob.md && uids | comm -13 one - >new && is "$(wc -l <new | tr -d " ")" 1 &&
	printf -- "- [ ] 2026-12-01 todo: x\n- [ ] 2026-12-02 todo: x\n" >people/two.md && is "$(uids | uniq -d)" ""'

t 'rem: remind knows the right days, in common years and leap years' '
	{ command -v remind >/dev/null || skip "no remind"; } && people && nt-export -f rem >out && on() { remind -q -n out "$1" | sed -n "s,^$(echo "$1" | tr - /) ,,p" | sort; } &&
	on 2027-02-28 | has - "Ada Lovelace: birthday (39) today" && on 2028-02-29 | has - "Ada Lovelace: birthday (40) today" && on 2028-02-28 | hasnt - birthday && remind -n out 2027-12-30 | has - "2028/02/29 Ada Lovelace: birthday (40)" &&
	on 2026-11-24 | has - "Ada Lovelace: send it" && on 2026-11-20 | has - "Ada Lovelace: send it" && on 2026-12-01 | has - "the letter, 50 % of Bob'\''s \"share\"; [all] of it today" &&
	on 2027-01-15 | has - "reach out" && on 2026-12-24 | has - "birthday today" && remind -q out 2026-12-20 2>&1 | has - "birthday in 4 days'\'' time"'

t 'rem: no text is computed' '
	{ command -v remind >/dev/null || skip "no remind"; } && book && printf -- "---\nname: \"a[shell(\\\\\"touch ran\\\\\")]%%%%b%%_\\\\\\\\\"\n---\n- [ ] 2026-12-01 \"%%\" [1+1] x\\\\\n- [ ] 1980-01-01 todo: old\n- [ ] 2999-01-01 todo: far\n" >people/x.md && nt-export -f rem >out && remind -q -n out 2026-12-01 >got 2>&1 &&
	has got "2026/12/01 a[shell(\"touch ran\")]%%b%_\\: \"%\" [1+1] x" && hasnt got "rror" && [ ! -e ran ] && is "$(wc -l <got | tr -d " ")" 1'

t 'what is private leaves only by --private, on a terminal too' '
	people && printf -- "---\nprivate: {birthday: 1980-01-01}\nemail: {private: p@secret4.example}\nphone: [{type: private, number: secret3}]\n---\n" >people/p.md && for f in vcard vcard3 csv json jcard ldif abook mutt friends ics rem; do
		nt-export -f $f >out && hasnt out secret && on-tty nt-export -f $f >out && hasnt out secret || { echo $f && return 1; }
	done && nt-export --private -f json | has - secret1 && nt-export --private -f mutt | has - secret4 && nt-export --private -f ics | has - secret2'

t 'a stream: the same, in its order' '
	people && for f in vcard vcard3 csv json jcard ldif abook mutt friends ics rem; do nt-export -f $f people/ >want && nt-find people/ | nt-export -f $f - | same want || { echo $f && return 1; }; done'

t 'a terminal gets nothing that drives it' '
	book && printf -- "---\nname: \"a\\\\e[31mb\"\nemail: a@b.example\ntitle: \"\\\\u202ex\"\nbirthday: 1990-01-01\n---\n" >people/x.md && esc=$(printf "\033") && for f in vcard vcard3 csv json jcard ldif abook mutt friends ics rem; do on-tty nt-export -f $f >out && hasnt out "$esc" || return 1; done'

# strangers: a book with people who must not be named
strangers() {
	people && note people/jose.md <<-'E'
	---
	name: José Núñez-Straße
	aliases: [Pepe]
	email: jns42@mail.example
	phone: "5512"
	im: "@pepito:chat.example"
	url: [https://jose.example, https://hub.example/josen/]
	address: {street: 14 Rua das Flores, postcode: 1200-077}
	spouse: Wilhelmina
	---
	E
	note people/山田花子.md <<-'E'
	# 山田花子
	E
	note people/will.md <<-'E'
	---
	name: Will Stone
	private: {aliases: x}
	---
	[[Nora Nobody]] is his sister.
	E
	note orgs/kestrel.md <<-'E'
	---
	name: Kestrel Maps
	---
	E
	note techniques/cake.md <<-'E'
	# Bet a cake
	E
}

# home LINE...: each line stays home
# goes LINE...: each line is shared
shared() {
	printf -- '---\nkind: advice\n---\n\n%s\n' "$1" | note advice/x.md && nt-export --share advice/x.md 2>/dev/null
}
home() {
	for line; do shared "$line" | grep -qF -e "$line" && { echo "shared: $line" && return 1; }; done
	true
}
goes() {
	for line; do shared "$line" | grep -qF -e "$line" || { echo "stays home: $line" && return 1; }; done
}

t '--share: names stay home, however they are written' '
	strangers && home "Ask Ada for it" "ask ADA" "ask ada" "Ada'\''s way" "Ada$(printf "\342\200\231")s way" "Adas Weg" "Adan tapa" "say Lovelace" "the Lovelaces" "Jose said" "JOSÉ said" "José" "Nunez" "NÚÑEZ" "Strasse" "Pepe" "Countess" \
		"**A**da said" "A*d*a" "A\\da" "Ad_a" "A d a said" "ＡＤＡ" "Αda" "Ада" "A$(printf "\302\255")da" "A$(printf "\342\200\213")da" "Jose$(printf "\314\201")" "A&#100;a" "&Aacute;da" "ᴀᴅᴀ" "A<b>d</b>a" "%41da" "%%Ada%%" "see %Ada" "A.d.a." "$(printf "\342\200\256adA x")" "A$(printf "\377")da" \
		"adalovelace" "AdaLovelace" "ada_lovelace" "alovelace said" "adalovelace42" "jns42" "pepito" "山田さん" "Kestrel Maps" "kestrel maps" "Kestrel said" "Wilhelmina" "Nora" "Acme" "Stone" "Will said" "Josefina and Pepe" "Love-lace"'

t '--share: links to people, to nobody, to files and pictures stay home' '
	strangers && home "[[Ada Lovelace|her]] said" "[[ada]]" "[[people/ada]]" "[somebody](../people/ada.md)" "[somebody](/people/ada)" "[[Eve Unknown]] knows" "![them](a.jpg)" "[file](a.pdf)" "[[journal/2026-11-23]]" &&
	shared "A [friend][1] of mine.

[1]: ../people/ada.md" >out && hasnt out friend && hasnt out ada && goes "as in [[Bet a cake]]" "as in [cakes](../techniques/cake.md)"'

t '--share: ways to reach somebody stay home, whoever it is' '
	strangers && home "x@y.example" "Mail <x.y+z@y.example> now" "x (at) y (dot) example" "x [at] y" "x AT y DOT example" "x at mail.example" "@someone" "＠someone" "mailto:x" "+44 20 7946 0958" "020-7946-0958" "(020) 7946/0958" "020.7946.0958" "02079460958" "٠٢٠٧٩٤٦٠٩٥٨" "tel:0207" "dial 5512" "0049 30 1234" \
		"https://linkedin.com/in/x" "https://social.example/@x" "https://jose.example/blog" "www.jose.example" "http://blog.jose.example" "hub.example https://hub.example/josen" "https://x.example/~joe" "14 Rua das Flores" "14, rua das flores" "in 1200-077" &&
	goes "in 2026-11-24 at 18:30" "9,400 people in 2026" "meet at noon. Then go" "5 @ 3" "https://letters.example/intros?x=1" "https://hub.example/other" "18 to 21 February 2027" "100 % of a & b < c" "14 roses, will you look at it" "what you will do" "30 lines, 12 slides"'

t '--share: of a paragraph the sentences that may go, and not what goes on about somebody' '
	strangers && shared "Bake a cake. Ask Ada
Lovelace for it. She has
the recipe. Eat it together! Was it good?" >out && is "$(tail -n 2 out | head -n 1)" "Bake a cake. Eat it together! Was it good?" &&
	shared "One two Love-
lace three. Four." >out && hasnt out two && has out Four'

t '--share: of a list the items that may go, with what is nested in them' '
	strangers && shared "# Steps

1. Bake.
2. Ask [[Ada
   Lovelace]] for it.

   Or somebody like that.

   - secret1
3. Eat.

> quoted, and
> by Pepe said

    code for ada
    code for all

## Of Ada

Kept.

| a | b |
|---|---|
| Pepe | 1 |

<div>
secret2
</div>

<!-- secret3 -->

End." >out && for word in Ada secret Pepe quoted ada Of somebody; do hasnt out $word || return 1; done && for word in "# Steps" "1. Bake." "3. Eat." "    code for all" Kept. End.; do has out "$word" || return 1; done'

t '--share: entries, what is private, and most of the front matter stay home' '
	strangers && note advice/x.md <<-"E" &&
	---
	name: Good advice
	level: wild
	cost: 5 minutes
	tags: [fun, ada, friend, work/kestrel]
	source: ["https://letters.example/x", "https://jose.example/y", Ada Lovelace, Somebody Else, "[[Ada Lovelace]]", "https://x.example/ada-lovelace"]
	reviews: 5
	vouched: ["[[Ada Lovelace]]", Eve Somebody]
	introduced-by: Eve Somebody
	aliases: [Eve Somebody]
	uid: u1
	pay: secret1
	private: {tags: secret2}
	# secret3
	---
	- [ ] secret4
	- [x] 2026-10-01 call: secret5
	- 2026-10-01 secret6
	- Kept.

	## Private

	secret7

	    secret8
	- secret9
	E
	nt-export --share advice/x.md >out 2>err && for word in secret ada Ada Eve jose u1 Private; do hasnt out $word || return 1; done &&
	sed "/^nt-rev/d; /^.\$/d" out >got && printf -- "---\nname: Good advice\nkind: advice\ntags: [fun, friend]\nlevel: wild\ncost: 5 minutes\nsource: https://letters.example/x\nreviews: \"5\"\n---\n\n- Kept.\n" | grep . | sed "/^nt-/d" >want && grep -v "^.\$" got | grep . | same want &&
	is "$(grep -c "stay home: " err)" 1'

t '--share: a query goes as a whole or not at all' '
	strangers && printf -- "---\nquery: [kind=person, not, name:ada]\n---\nx\n" | note lists/a.md && printf -- "---\nquery: [kind=person, \"tag:friend\"]\nmembers: [\"[[Ada Lovelace]]\"]\nrefresh: 30d\n---\n" | note lists/b.md && nt-export --share lists/a.md | hasnt - query && nt-export --share lists/b.md >out && has out "  - tag:friend" && has out "refresh: 30d" && hasnt out Ada'

t '--share: of people, orgs, groups, journals and goals nothing, which is said once' '
	strangers && note goals/g.md <<-E &&
	# secret goal
	E
	nt-export --share >out 2>err && has err "only techniques, advice and lists are shared: other notes stay home: 10" && is "$(grep -c "only techniques" err)" 1 && is "$(grep -c "^name:" out)" 1 && hasnt out secret &&
	nt-export --share people/ 2>err >out && is "$(cat out)" "" && has err "only techniques"'

t '--share: a note that is called like somebody stays home' '
	strangers && echo x | note techniques/the-ada-trick.md && printf "# The Pepe trick\nx\n" | note advice/p.md && nt-export --share techniques/the-ada-trick.md advice/p.md >out 2>err && is "$(cat out)" "" && has err "techniques/the-ada-trick.md stays home" && has err "advice/p.md stays home"'

t '--share: what is shared is a stream of new notes that another book takes' '
	strangers && printf -- "---\nlevel: wild\n---\n1. Bake.\n2. [[Ada]]\n" >>techniques/cake2.md && mkdir other && (cd other && book) && nt-export --share techniques/ 2>/dev/null | nt-save -b other && (cd other && nt-find -l -o name,kind,level kind:technique >got && printf "Bet a cake\ttechnique\t\ncake2\ttechnique\twild\n" | same got) &&
	nt-find techniques/ | nt-export --share - 2>/dev/null >one && nt-export --share techniques/ 2>/dev/null | same one && on-tty nt-export --share techniques/cake2.md | has - "1. Bake." && on-tty nt-export --share techniques/ | hasnt - nt-rev'

t '--share: nothing at all goes while a note of the book cannot be read' '
	strangers && printf -- "---\nname: [x\n---\n" >people/broken.md && code 2 nt-export --share techniques/ >out 2>err && is "$(cat out)" "" && has err "nothing is shared" && rm people/broken.md && nt-export --share techniques/ | has - cake &&
	nt-find techniques/ >stream && (cd / && code 2 nt-export --share - <"$OLDPWD/stream" >"$OLDPWD/out" 2>"$OLDPWD/err") && is "$(cat out)" ""'

t '--share goes with no format and nothing private' '
	people && code 2 nt-export --share -f csv 2>err && has err "--share" && code 2 nt-export --share --private'

t '--share: of the example book no name of anybody' '
	cp -R "$TOP/examples/book" b && cd b && nt-export --share >out 2>/dev/null && grep -a -c "^nt-rev: new" out >n && [ "$(cat n)" -ge 48 ] && nt-find -l -o name kind=person | tr " " "\n" | grep "...." | sort -u >names && grep -v -x -F "Park" names | while read -r name; do ! grep -a -w -F -e "$name" out || { echo "$name" && exit 1; }; done && hasnt out @'

t 'a day that is a link leaves as the day; beside a line of days that is kept' '
	book && printf -- "---\nname: Eve\nbirthday: \"[[1990-11-28]]\"\nvcard: [\"BDAY:next spring\"]\n---\n" | note people/eve.md && nt-export -f vcard | grep "^BDAY" | tr -d "\r" >out && is "$(cat out)" "BDAY:19901128
BDAY:next spring" && printf -- "---\nname: Eve\nbirthday: \"[[1990-11]]\"\n---\n" | note people/eve.md && nt-export -f vcard3 | has - "BDAY;VALUE=text:1990-11" && nt-export -f vcard3 | hasnt - "[[" && nt-export -f csv | has - ",1990-11,"'

done_testing
