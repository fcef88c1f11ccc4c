#!/bin/sh
. "${0%/*}/lib.sh"

# How map of book.md reads the words of an existing vault: several, labelled, in parts.

vault() {
	note book.md <<'E' && note people/ada.md <<'E2' && note people/bob.md <<'E3'
---
kind: book
private: ["EMAIL[SECRET]"]
map:
  email: [EMAIL, "EMAIL[*]", mail]
  phone: [mobile, "TEL[*]"]
  aliases: [nick]
  birthday: [birthDate, BDAY]
  address.street: ADR.STREET
  address.city: ADR.CITY
  address.*.street: "ADR[*].STREET"
  address.*.city: "ADR[*].CITY"
---
E
---
FN: Ada
"EMAIL[HOME]": ada@home.example
"EMAIL[1:WORK]": ada@work.example
EMAIL[SECRET]: ada@secret.example
mail: [third@x.example]
"TEL[CELL]": "+44 1"
mobile: "+44 2"
aliases: [Countess]
nick: A.
BDAY: 1815-12-10
"ADR[HOME].STREET": 5 Mill Lane
"ADR[HOME].CITY": London
"ADR[WORK].CITY": Oslo
---
E2
---
EMAIL: bob@x.example
ADR.CITY: Rome
birthDate: XXXX-01-24
---
E3
}

t 'all words of a field that takes several values' '
	vault && is "$(nt-find -l -o email,phone,aliases ada)" \
		"ada@home.example; ada@work.example; third@x.example	+44 2; +44 1	A.; Countess" &&
	is "$(nt-find -l -o name email=ada@work.example)" ada && is "$(nt-find -l -o name countess)" ada &&
	is "$(nt-address ada)" "$(printf "ada@home.example\tada\thome
ada@work.example\tada\twork
third@x.example\tada\tother")"'

t 'of a field that takes one, the first word that is there' '
	vault && is "$(nt-find -l -o name,birthday -S name)" "$(printf "ada\t1815-12-10\nbob\tXXXX-01-24")" &&
	is "$(nt-find -l -o name birthday:1815)" ada'

t 'parts of an address, with a label or none' '
	vault && is "$(nt-find -l -o city,address ada)" "London; Oslo	5 Mill Lane; London; Oslo" &&
	is "$(nt-find -l -o name city:oslo)" ada && is "$(nt-find -l -o name city=Rome)" bob &&
	is "$(nt-find -l -o address.home.city,address.work.city ada)" "London	Oslo"'

t 'a private word hides its own value and no other' '
	vault && nt-find -j -o email ada >out && hasnt out secret@ && hasnt out ada@secret.example && has out ada@home &&
	is "$(nt-address secret)" "" ; nt-find -s ada | has - ada@secret.example'

t 'a private field hides every word of it' '
	vault && sed "s/^private:.*/private: [address, birthday, phone]/" book.md >b && mv b book.md && nt-find -j ada >out &&
	hasnt out London && hasnt out Oslo && hasnt out 1815 && hasnt out "+44" && has out ada@home &&
	sed "s/^private:.*/private: [home]/" book.md >b && mv b book.md && nt-find -j ada >out &&
	hasnt out London && hasnt out ada@home && has out Oslo && has out ada@work'

t 'what is set goes where the note has it' '
	vault && nt-set ada email.work=new@work.example address.home.city=Paris phone.cell=9 birthday=1815-12-11 >out &&
	has people/ada.md "\"EMAIL[1:WORK]\": new@work.example" && has people/ada.md "\"ADR[HOME].CITY\": Paris" &&
	has people/ada.md "\"TEL[CELL]\": \"9\"" && has people/ada.md "BDAY: 1815-12-11" && hasnt people/ada.md birth &&
	nt-set bob address.city=Turin birthday=--01-25 >out && has people/bob.md "ADR.CITY: Turin" &&
	has people/bob.md "birthDate: --01-25"'

t 'what is not there yet gets the first word, in the style of the note' '
	vault && nt-set bob address.work.city=Bern phone=1 email.home=h@x.example >out &&
	has people/bob.md "ADR[WORK].CITY: Bern" && has people/bob.md "mobile: 1" &&
	has people/bob.md "EMAIL[HOME]: h@x.example" && is "$(nt-find -l -o city,phone bob)" "Rome; Bern	1"'

t 'taken from every word, and removed from all' '
	vault && nt-set ada email-=third@x.example email-=ada@work.example >out && hasnt people/ada.md third@ &&
	hasnt people/ada.md ada@work && has people/ada.md ada@home && nt-set ada phone= email= >out &&
	is "$(nt-find -l -o email,phone ada)" "	" && nt-set ada mobile=7 >out && has people/ada.md "mobile: 7"'

t 'the word that was typed is the one that is set' '
	vault && nt-set ada mobile=8 mail=x@y.example >out && has people/ada.md "mobile: \"8\"" &&
	has people/ada.md "mail: [x@y.example]" && has people/ada.md "+44 1" && nt-set ada mail= >out &&
	hasnt people/ada.md x@y && has people/ada.md ada@home'

t 'an item of a body: read, private if asked, its mistakes told' '
	printf -- "---\nkind: book\nprivate: [how]\nmap: {birthday: \"- Birthday\", how: \"- Met\"}\n---\n" >book.md &&
	printf "# Ada\n\n- Birthday: 04-27\n- Met: at a fair\n\n## More\n\n- Birthday: 05-05\n" >ada.md &&
	is "$(nt-find -l -o birthday,how ada)" "04-27	" && is "$(nt-find -p how:fair)" ada.md && nt-check &&
	printf "# Bob\n- Birthday: 31-31\n" >bob.md && code 1 nt-check >out && has out "bob.md:2:13: error: not a date"'

t 'words of any bytes' '
	printf -- "---\nkind: book\nmap:\n  email: [\"*\", \"**\", \"a*b*\", \"\", \"[\", \"\\\\\"]\n  address.: x\n  .a: y\n  \"*\": z\n  a.b.c.d: \"e*\"\n---\n" >book.md &&
	printf -- "---\nx: 1\ny: 2\nz: 3\ne: 4\neve: 5\n\"*\": u@v.w\n---\n" >n.md && nt-find -l -o email,a,address n >out && nt-find -j n >out &&
	nt-set n a.b.c.d=7 email=q@r.s address.=3 .a=2 >out 2>err; code 2 nt-set n "*=1" 2>err; nt-check >out || :'

# books EMAIL PHONE: people who have them as address books write them, under these names
books() {
	note people/ada.md <<-E
	---
	name: Ada
	$1:
	  - label: Home
	    value: ada@home.example
	  - {label: private, value: secret@x.example}
	  - ada@plain.example
	$2:
	  - type: [work, voice]
	    number: "+44 1"
	  - {type: cell, number: "+44 2", preferred: true}
	  - {type: cell, number: "+44 3"}
	  - {type: [fax, private], number: "secret 4"}
	address:
	  - {type: home, street: 5 Mill Lane, city: London}
	  - {label: private, street: secret 6, city: Oslo}
	---
	E
	printf -- "---\n%s: {label: home, value: bob@x.example}\n%s: [{type: work, value: \"1\"}]\n---\n" "$1" "$2" | note people/bob.md
}

t 'maps with a label, under our names and under those of a map, for every tool' '
	for names in "email phone" "emails phones"; do printf -- "---\nkind: book\nmap: {email: [emails], phone: [phones]}\n---\n" >book.md && if [ "$names" = "email phone" ]; then book; fi && books $names && nt-find -l -o email,phone,email.home,phone.work,city >out && printf "%s\n" "ada@home.example; ada@plain.example	+44 1; +44 2; +44 3	ada@home.example	+44 1	London" "bob@x.example	1	bob@x.example	1	" | same - out &&
	nt-address ada@ >out && printf "%s\n" "ada@home.example	Ada	home" "ada@plain.example	Ada	other" | same - out && nt-export -f vcard ada | tr -d "\r" | grep "^EMAIL\|^TEL\|^ADR" >out && printf "%s\n" EMAIL\;TYPE=home:ada@home.example EMAIL:ada@plain.example "TEL;TYPE=work:+44 1" "TEL;TYPE=cell:+44 2" "TEL;TYPE=cell:+44 3" "ADR;TYPE=home:;;5 Mill Lane;London;;;" | same - out &&
	nt-export -f vcard bob | has - "TEL;TYPE=work:1" && nt-show ada | hasnt - secret && on-tty nt-show ada | has - secret@x.example && nt-find email=ada@home.example | has - ada@home && code 1 nt-find -l phone:cell && nt-check || return 1; done'

done_testing
