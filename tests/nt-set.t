#!/bin/sh
. "${0%/*}/lib.sh"

# ada BYTES: a book with people/ada.md, written by printf %b
ada() {
	[ -f book.md ] || book
	printf '%b' "$1" >people/ada.md
}

# sets OLD NEW SETTING...: of the bytes OLD become NEW
sets() {
	ada "$1" && printf '%b' "$2" >want && shift 2 && nt-set ada "$@" >out || return 1
	cmp want people/ada.md || { diff want people/ada.md; return 1; }
}

# front OLD NEW SETTING...: the same for the lines of the front matter
front() {
	old=$1 new=$2
	shift 2
	sets "---\n$old---\n\nText\n" "---\n$new---\n\nText\n" "$@"
}

# same_note SETTING...: nothing is changed, nothing printed
same_note() {
	cp people/ada.md before && nt-set ada "$@" >out 2>err && is "$(cat out err)" "" && cmp before people/ada.md
}

# refused STATUS CMD...: nothing is written, and said why
refused() {
	rm -rf "$TMP/before" && cp -R people "$TMP/before" && code "$@" >out 2>err && [ -s err ] && ! [ -s out ] &&
		diff -r "$TMP/before" people
}

# wrong SETTING TEXT: refused, with a message that says what is allowed
wrong() {
	refused 2 nt-set ada "$1" && has err "$2"
}

t 'a new key, one that is there, and gone again' '
	front "name: Ada\n" "name: Ada\ncity: Rome\n" city=Rome &&
	front "name: Ada\ncity: Paris\ntags: [a]\n" "name: Ada\ncity: Rome\ntags: [a]\n" city=Rome &&
	front "name: Ada\ncity: Rome\ntags: [a]\n" "name: Ada\ntags: [a]\n" city= && same_note city='

t 'comments, quotes, blank lines, order and unknown keys stay' '
	front "# top\nname: Ada # she\n\nx: {a: 1}\ncity:   \"Paris\"   # for now\n# end\n" \
		"# top\nname: Ada # she\n\nx: {a: 1}\ncity:   \"Rome\"   # for now\n# end\n" city=Rome &&
	front "city: '\''Paris'\''\n" "city: '\''Rome'\''\n" city=Rome && front "city: Paris\nn: x\n" "city: Rome\nn: x\n" city=Rome &&
	front "city:\nn: x\n" "city: Rome\nn: x\n" city=Rome && front "city: ~ # ?\n" "city: Rome # ?\n" city=Rome'

t 'line ends, byte-order mark, closing fence and a missing last line end' '
	sets "\0357\0273\0277---\r\nname: Ada\r\n...\r\nText" "\0357\0273\0277---\r\nname: Ada\r\ncity: Rome\r\n...\r\nText" city=Rome &&
	sets "---\rname: Ada\r---\rText\r" "---\rname: Ada\rcity: Rome\r---\rText\r" city=Rome'

t 'the first front matter of a note' '
	sets "# Ada\n\nText" "---\ncity: Rome\ntags:\n  - x\n---\n# Ada\n\nText" city=Rome tags+=x && sets "" "---\ncity: Rome\n---\n" city=Rome &&
	sets "Text\r\n" "---\r\ncity: Rome\r\n---\r\nText\r\n" city=Rome && sets "---\n---\nText\n" "---\ncity: Rome\n---\nText\n" city=Rome &&
	ada "# Ada\n" && same_note city= tags-=x'

t 'lists: block and flow style, with their indent and quotes' '
	front "tags: [a, b] # c\n" "tags: [a, b, x] # c\n" tags+=x && front "tags:\n- a\n# c\n- b\nn: 1\n" "tags:\n- a\n# c\n- b\n- x\nn: 1\n" tags+=x &&
	front "tags:\n    -   \"a\"\n" "tags:\n    -   \"a\"\n    -   \"x\"\n" tags+=x && front "tags: []\n" "tags: [x]\n" tags+=x &&
	front "tags: [\n  a,\n  b, # c\n]\n" "tags: [\n  a,\n  b, # c\n  x,\n]\n" tags+=x &&
	front "tags: [a, b, c]\n" "tags: [a, c]\n" tags-=b && front "tags:\n  - a\n  - b # gone\n  - c\n" "tags:\n  - a\n  - c\n" tags-=b &&
	front "tags: [a]\n" "tags: []\n" tags-=a && front "tags:\n  - a\nn: 1\n" "tags: []\nn: 1\n" tags-=a &&
	front "n: 1\n" "n: 1\ntags:\n  - x\n  - y z\n" "tags+=x, y z"'

t 'a list that is set keeps the lines that stay' '
	front "tags:\n  - a # first\n  - b\n  - c # third\n" "tags:\n  - a # first\n  - c # third\n  - d\n" tags=a,c,d &&
	front "tags: [a, b]\n" "tags: [b, a]\n" tags=b,a && front "tags:\n  - a\n" "tags:\n  - b\n" tags=b &&
	front "tags: [a]\n" "" tags= && front "org: [Acme, Ltd]\n" "org: [\"Acme, Inc.\"]\n" "org=Acme, Inc." &&
	ada "---\ntags: [a, b]\n---\n" && same_note tags=a,b'

t 'a text becomes a list, and tags in one text stay one' '
	front "aliases: Countess\n" "aliases:\n  - Countess\n  - A. L.\n" "aliases+=A. L." &&
	front "email: a@b.org\n" "email: c@d.org\n" email=c@d.org && front "email: a@b.org\n" "" email-=a@b.org &&
	front "email: a@b.org\n" "email:\n  - a@b.org\n  - c@d.org\n" email=a@b.org,c@d.org &&
	front "n: 1\n" "n: 1\nemail: a@b.org\n" email=a@b.org &&
	front "tags: a, b\n" "tags: a, b, c\n" tags+=c && front "tags: a, b\n" "tags: b\n" tags-=a && front "tags: a, b\n" "tags: c, d\n" tags=c,d &&
	front "tags: a\n" "" tags-=a'

t 'a tag that is there: "#" and case do not count' '
	ada "---\ntags: [a, \"#b\", Work/Acme]\n---\n" && same_note tags+=a && same_note tags+=b tags+=#B tags+=work/acme tags-=x tags-=work &&
	front "tags: [a, \"#b\", C]\n" "tags: [a]\n" tags-=B tags-=c && front "tags: [a, b, a]\n" "tags: [b]\n" tags-=a &&
	front "tags: []\n" "tags: [x]\n" tags+=#x && ada "---\ntags: [\"a, b\"]\n---\n" && same_note tags+=b &&
	refused 2 nt-set ada tags-=a && has err people/ada.md:2:'

t 'other lists compare to the letter, and an item may hold commas' '
	front "aliases: [a]\n" "aliases: [a, A, \"L., A.\"]\n" aliases+=A "aliases+=L., A." && same_note "aliases+=L., A." &&
	front "members: []\n" "members: [\"[[L, A]]\", \"[[B]]\"]\n" "members=[[L, A]],[[B]]" &&
	front "skills:\n  - x\n" "skills:\n  - x\n  - y, z\n" "skills+=y, z" && front "skills: [x, y]\n" "skills: [y]\n" skills-=x'

t 'inside a map' '
	front "address:\n  city: Paris\n  country: Italy\n" "address:\n  city: Rome\n  country: Italy\n" address.city=Rome &&
	front "n: 1\n" "n: 1\naddress:\n  city: Rome\n" address.city=Rome && front "address: {city: Paris}\n" "address: {city: Rome, box: 1}\n" address.city=Rome address.box=1 &&
	front "email:\n  home: a@b.org\n" "email:\n  home: a@b.org\n  work: c@d.org\n" email.work=c@d.org &&
	front "email:\n  work: [a@b.org]\n" "email:\n  work: [a@b.org, c@d.org]\n" email.work+=c@d.org &&
	front "email:\n  home: a@b.org\n  work: c@d.org\n" "email:\n  home: a@b.org\n" email.work= &&
	front "n: 1\nemail:\n  work: c@d.org\n" "n: 1\n" email.work= && front "a.b: 1\n" "a.b: 2\n" a.b=2'

t 'a map is no text: refused; removed first, it goes' '
	ada "---\nemail:\n  work: a@b.org\n---\n" && for setting in email=c@d.org email+=c@d.org email-=a@b.org; do
		wrong "$setting" email.LABEL=VALUE && has err people/ada.md:2:1: || return 1
	done && sets "---\nemail:\n  work: a@b.org\n---\n" "---\nemail: c@d.org\n---\n" email= email=c@d.org &&
	ada "---\nemail: a@b.org\n---\n" && wrong email.work=c@d.org "not a map"'

t 'dates, whole and partial, and as commands know them' '
	for date in 1990-11-23 1990-11 1990 --11-23 XXXX-11-23; do
		front "" "birthday: $date\n" birthday=$date || return 1
	done && front "" "met: 2026-11-24\n" met=today && front "" "next: 2026-12-08\n" next=+2w && front "" "snooze: 2026-11-25\n" snooze=tomorrow &&
	front "" "last: 2026-11-21\n" last=today-3d && front "" "last: 2026-11-21\n" last=3d && front "" "next: 2026-11-27\n" next=3d &&
	front "" "met: 2026-11-20\n" "met=last friday" && front "" "next: 2026-11-27\n" next=fri && front "" "birthday: --12-01\n" "birthday=dec 1" && front "" "anniversary: --02-29\n" "anniversary=29th feb" && front "" "birthday: 1980-12-01\n" "birthday=1 dec 1980" &&
	front "" "birthday: --11-23\n" birthday=11-23 && front "" "birthday: --04-04\n" birthday=04-04 && front "" "birthday: 2026-11-24\n" birthday=today && front "" "met: 2025-11-26\n" "met=nov 26" && front "" "verified: 2026-11\n" verified=2026-11 && front "" "archived: true\n" archived=true &&
	front "" "archived: 2026-11-24\n" archived=today && front "" "met: 2026-11-24\n" "met= today "'

t 'other fields with a type' '
	for span in 10d 6w 3m 1y monthly auto none; do front "" "cadence: $span\n" cadence=$span || return 1; done &&
	front "" "cadence: 30\n" cadence=30 && front "" "closeness: 3\n" closeness=3 && front "" "refresh: 6m\n" refresh=6m && front "" "kind: goal\n" kind=goal'

t 'a value of the wrong form: what is allowed is said, nothing is written' '
	ada "---\nname: Ada\ntags: [a]\n---\n" && wrong cadence=often "a span from 1d on, such as 10d" && is "$(cat err)" \
		"nt-set: cadence: '\''often'\'' is not a span from 1d on, such as 10d, 6w, 3m, 1y, monthly, a number of days, auto or none" &&
	for value in 0 6 near 1.5 "1 2" 01 -1; do wrong "closeness=$value" "1 (nearest) to 5" || return 1; done &&
	wrong birthday=11-04 "--11-23" && wrong birthday=+2w "is still to come" && wrong died=tomorrow "is still to come" && wrong died=2027-05-05 "still to come" &&
	wrong birthday=2027 "still to come" && wrong anniversary=2026-12 "still to come" && wrong met=2027-01-01 "still to come" && wrong verified=2026-12-30 "still to come" && wrong last=tomorrow "still to come" && wrong "birthday=feb 30" "is not a date" && wrong met=11-23 "2026-11-23" && wrong birthday=2000-2-9 "; write 2000-02-09" && wrong birthday=26.11.1980 "; write 1980-11-26" &&
	for value in soon 2026-02-30 2026-13 13-23 20.11.2026 " "; do
		for key in birthday met next snooze died anniversary verified archived last; do wrong "$key=$value" "2026-11-23" || return 1; done
	done && wrong next=--11-23 "is not a date" && wrong snooze=XXXX-11-23 "is not a date" && wrong cadence=0d "a span from 1d on" && wrong cadence=0 "a span from 1d on" &&
	wrong refresh=0w "a span from 1d on" && wrong refresh=auto "a span from 1d on" &&
	wrong email=ada "with an @" && wrong email.work=@x "with an @" && wrong email+=x@ "with an @" && wrong "email=Ada <a@b.org>" "with an @" &&
	wrong email=a@b.org,ada "with an @" && wrong "kind=a b" "one word" && wrong "name=a
b" "a line" && wrong birthday+=2026-11-23 "one value" && wrong cadence-=6w "one value" && wrong birthday.x=2026-11-23 "one value" &&
	wrong tags+= "no value" && wrong tags=, "no value" && wrong "x=$(printf "\377")" UTF-8 && wrong a..b=x "not a key"'

t 'every wrong setting is told' '
	ada "---\nname: Ada\n---\n" && refused 2 nt-set ada closeness=9 city=Rome cadence=often && is "$(wc -l <err)" 2'

t 'values of every kind come back as they were' '
	book && for value in plain "it'\''s" "say \"hi\"" "a: b" "a #b" "#a" " lead" "trail " "two
lines" "end
" "
first" "[x]" "[[Ada]]" "{a: b}" "- a" "? a" "a:" "|" ">" "&a" "*a" "!a" "%a" "@a" "\`a" "no" "null" "~" "1_0" "0x1" "12:30" "2026-1-1" "a	b" "a\\b" \
		"🪁 kite" 山田花子 "---" "..." "$(printf "\302\205")" "$(printf "\342\200\250x")" "cr$(printf "\r")" "=" "<<" "+49 151" "http://a.org/?a=b#c" "a = b"; do
		printf -- "---\nname: Ada\n---\nText\n" >people/ada.md && nt-set ada "note=$value" >out && is "$(nt-find -j ada | jq -r ".fields.note + \"|\"")" "$value|" &&
		cp people/ada.md set && nt-set ada "note=$value" >out && cmp set people/ada.md && nt-set ada note= >out &&
		is "$(cat people/ada.md)" "$(printf -- "---\nname: Ada\n---\nText\n")" || { cat people/ada.md && return 1; }
	done'

t 'a link is quoted, whatever stood there' '
	front "" "org: \"[[Acme]]\"\n" "org=[[Acme]]" && front "org: [[Old]]\n" "org: \"[[Acme]]\"\n" "org=[[Acme]]" && front "org: Old\n" "org: \"[[Acme]]\"\n" "org=[[Acme]]" &&
	front "org: '\''[[Old]]'\''\n" "org: '\''[[Acme]]'\''\n" "org=[[Acme]]" && front "not: []\n" "not: [\"[[Bob]]\"]\n" "not+=[[Bob]]" &&
	front "knows:\n  - \"[[A]]\"\n" "knows:\n  - \"[[A]]\"\n  - \"[[B]]\"\n" "knows+=[[B]]"'

t 'keys: any letters, and only a word before the sign is one' '
	front "" "生日: x\nNaïve_key-2: z\ne\0314\0201t: 1\n" 生日=x Naïve_key-2=z "$(printf "e\314\201t")=1" &&
	front "" "a-b: c=d\n" a-b=c=d && front "" "a: +=\n" "a=+=" && front "tag: x\n" "tag: z\n" tag=z && front "" "tags:\n  - z\n" tag=z &&
	refused 1 nt-set ada "a b=c" x=1 && has err "a b=c" && refused 1 nt-set ada 1a=c x=1 && refused 1 nt-set ada =c x=1 && refused 1 nt-set ada "*=" x=1'

t 'the words that the vault has' '
	mkdir people && printf -- "---\nkind: book\nmap:\n  cadence: contactFrequency\n  email: mails\n  tags: groups\n---\n" >book.md &&
	front "name: Ada\n" "name: Ada\ncontactFrequency: 2w\n" cadence=2w && front "contactFrequency: 30 # days\n" "contactFrequency: 2w # days\n" cadence=2w &&
	front "contactFrequency: 30\n" "contactFrequency: 2w\n" contactFrequency=2w && wrong contactFrequency=often "a span from 1d on" &&
	front "groups: [a]\n" "groups: [a, x]\n" tags+=x tags+=#A && front "mails:\n  home: a@b.org\n" "mails:\n  home: a@b.org\n  work: c@d.org\n" email.work=c@d.org &&
	front "cadence: 6w\n" "cadence: 2w\n" cadence=2w && front "contactFrequency: 30\ncadence: 6w\nn: 1\n" "n: 1\n" cadence= && wrong mails=ada "with an @"'

t 'several settings are one write, all or none' '
	front "name: Ada\ntags: [a]\ncity: Rome\n" "name: Ada\ntags: [a, b]\nnext: 2026-12-08\n" next=+2w tags+=b city= &&
	front "n: 1\n" "n: 1\n" a=1 a= && ada "---\nname: Ada\nx: &y z\n---\n" && refused 2 nt-set ada city=Rome x=1 && has err people/ada.md:3:'

t 'several notes: all that are known, or none' '
	ada "---\nname: Ada\n---\n" && printf "# Bob\n" >people/bob.md && nt-set ada tags+=x bob >out && has people/ada.md "- x" && has people/bob.md "- x" &&
	refused 1 nt-set ada nobody tags+=y && has err nobody && refused 1 nt-set nobody ada tags+=y && nt-set ada ada people/ada.md n=1 >out && is "$(wc -l <out)" 1'

t 'one note that cannot be changed does not hold up the others' '
	ada "---\nname: Ada\nx: 1\nx: 2\n---\n" && printf -- "---\nname: Bob\n---\n" >people/bob.md && code 2 nt-set people/ada.md x=3 bob >out 2>err &&
	has people/bob.md "x: 3" && has err "key stands twice" && hasnt people/ada.md 3 && printf -- "---\nname: \"Cy\n---\n" >people/cy.md && refused 2 nt-set people/cy.md x=1 && has err people/cy.md:'

t 'what changed is printed, also what went' '
	ada "---\nname: Ada\ncity: Paris\norg: Acme\ntags:\n  - a\n---\n\nText\n" && nt-set ada city=Rome tags+=b >out && same out <<E &&
people/ada.md:3: city: Rome
people/ada.md:7:   - b
E
	is "$(nt-set ada city=Oslo org=)" "people/ada.md:3: city: Oslo
people/ada.md:4: taken out: org: Acme" && nt-set ada city=Rome >out && is "$(nt-set ada org= city=Rome tags+=b)" ""'

t 'nothing to do is nothing done' '
	ada "---\nname: Ada\n---\n" && refused 2 nt-set && refused 2 nt-set ada && refused 2 nt-set city=Rome && refused 1 nt-set ada "" city=Rome &&
	refused 2 nt-set - ada city=Rome && refused 2 nt-set -b nowhere ada city=Rome'

t 'a filter changes the stream and no file' '
	ada "---\nname: Ada\ncity: Rome\n---\n" && printf "# Bob\n" >people/bob.md && printf -- "---\r\nname: Cy\r\n---" >people/cy.md &&
	cp -R people "$TMP/people" && nt-find people/ | nt-set - city=Rome tags+=x >stream && diff -r "$TMP/people" people &&
	is "$(nt-find -l -o name,city,tags - <stream)" "$(printf "Ada\tRome\tx\nBob\tRome\tx\nCy\tRome\tx")" &&
	is "$(nt-find people/ | nt-set - foo=)" "$(nt-find -s people/)" && code 0 nt-set - city=Rome </dev/null &&
	code 2 nt-set - cadence=often <stream 2>err && has err "a span"'

t 'a filter passes on what it cannot change, and says so' '
	ada "---\nx: 1\nx: 2\n---\n" && nt-find people/ >before && code 2 nt-set - x=3 <before >after 2>err && same before after &&
	has err "key stands twice"'

t 'what stands on the pipe needs no book' '
	printf -- "---\nname: Ada\n---\n" >ada && is "$(nt-set - city=Rome <ada | nt-find -l -o name,city -)" "$(printf "Ada\tRome")"'

t 'no book: said' 'code 2 nt-set ada city=Rome 2>err && has err nt-init'

t 'many at once: all are there' '
	ada "---\nname: Ada\ntags: []\n---\n" && for i in 1 2 3 4 5 6 7 8; do nt-set ada tags+=t$i >>out & done && wait
	is "$(nt-find -l -o tags ada | tr ";" "\n" | wc -l)" 8'

t 'a key that looks like one of ours is asked for' '
	ada "---\nname: Ada\n---\n" && for key in mail Email E-Mail emial; do
		nt-set ada "$key=a@b.org" >out 2>err && is "$(cat err)" "nt-set: '\''$key'\'': did you mean '\''email'\''?" || return 1
	done && nt-new Bob mail=b@b.org >out 2>err && has err "did you mean '\''email'\''?" && nt-set ada x=1 EMAIL=a@b.org note=x mail= >out 2>err && is "$(cat err)" "" &&
	printf -- "---\nkind: book\nmap: {email: mail}\n---\n" >book.md && nt-set ada mail=c@b.org 2>err >out && is "$(cat err)" ""'

t 'front matter that is not in force: nothing is written above it' '
	for text in "\n---\nname: Ada\n---\n" "---yaml\nname: Ada\n---\n" "+++\nname = 1\n+++\n" "---\nname: Ada\n---\n---\nx: y\n---\n" "---\nname: Ada\n" "\0342\0200\0213---\nname: Ada\n---\n"; do
		ada "$text" && refused 2 nt-set ada city=Rome && has err "people/ada.md:" && has err "front matter" && refused 2 nt-snooze ada 2w || return 1
	done && ada "\n---\nname: Ada\n---\n" && code 2 nt-set ada x=1 2>err && has err "people/ada.md:2: "
	ada "\n---\n\nA text: so.\n" && nt-set ada city=Rome >out && has people/ada.md "city: Rome"'

# what nt-merge and nt-vdir leave to a person
t 'who sets a field has decided: the comment with the other value goes, beside it and above it' '
	front "city: Porto  # theirs: Braga\n" "city: Braga\n" city=Braga && front "city: Porto  # theirs: Braga\n" "city: Porto\n" city=Porto && is "$(cat out)" "people/ada.md:2: city: Porto" && front "city: Porto # by the sea  # ours: Braga # or so\r\n" "city: Porto # by the sea\r\n" city=Porto &&
	front "# mine\n# theirs: tags: [b, c]\n# theirs: org: X\ntags: [a]\norg: Y\n" "# mine\n# theirs: org: X\ntags: [a, b]\norg: Y\n" tags=a,b && front "# theirs: city: (removed)\ncity: Porto\nname: Ada\n" "name: Ada\n" city= && front "# theirs: \"a b\": Braga\nname: Ada  # theirs: Eva\n" "# theirs: \"a b\": Braga\nname: Ada\n" name=Ada &&
	front "address:\n  # theirs: city: Braga\n  city: Porto  # theirs: Braga\n  zip: 1  # theirs: 2\n" "address:\n  city: Faro\n  zip: 1  # theirs: 2\n" address.city=Faro && nt-set -u ada >out && has people/ada.md "  city: Porto  # theirs: Braga" && has people/ada.md "  # theirs: city: Braga"'

t 'what is no such comment, or of another field, stays' '
	front "how: \"x # theirs: y\"  # see\ncity: Porto  # theirs: Braga\n" "how: \"z\"  # see\ncity: Porto  # theirs: Braga\n" how=z && front "tags: [a]  # theirs: x\n" "tags: [a, b]  # theirs: x\n" tags+=b && front "# theirs: city: Braga\n\ncity: Porto # their: x\n" "# theirs: city: Braga\n\ncity: Faro # their: x\n" city=Faro && front "k: {city: Porto, b: 1}  # theirs: x\n" "k: {city: Faro, b: 1}  # theirs: x\n" k.city=Faro'

t 'a new name beside the sort-name of the old one is told' '
	book && printf -- "---\nname: Zoë Brontë\nsort-name: Brontë, Zoë\n---\n" | note people/zoe.md && nt-set people/zoe.md name="Zoë King" >out 2>err && has err "people/zoe.md: sort-name is still '"'Brontë, Zoë'"'" && has people/zoe.md "name: Zoë King" && nt-set people/zoe.md title=x >out 2>err && is "$(cat err)" "" &&
	nt-set people/zoe.md name="Zoë Queen" sort-name="Queen, Zoë" >out 2>err && is "$(cat err)" "" && nt-set people/zoe.md name="Dr. Zoë Queen" >out 2>err && is "$(cat err)" "" && nt-set people/zoe.md name="Zoë King" sort-name= >out 2>err && is "$(cat err)" "" && nt-set people/zoe.md sort-name=Other >out && nt-set people/zoe.md name=X >out 2>err && is "$(cat err)" ""'

t 'a query that cannot be asked is refused, with its column; nothing is written' '
	book && mkdir lists goals && printf -- "---\nname: L1\nquery: tag:t\n---\n" | tee lists/l1.md >was && printf -- "---\nname: L2\nquery: \"@L1\"\n---\n" >lists/l2.md && printf -- "---\nname: L3\n---\n" >lists/l3.md && printf -- "---\nname: G\n---\n" >goals/g.md && cp -R . ../old &&
	code 2 nt-set L1 "query=tag:t and (" >out 2>err && has err "nt-set: lists/l1.md:3:8: query: a term is missing at the end" && ! [ -s out ] && code 2 nt-set -n L1 "query=tag:t and (" >out 2>err && ! [ -s out ] &&
	code 2 nt-set L1 query=@L1 2>err && has err "lists/l1.md:3:8: list '"'L1' reaches itself"'" && code 2 nt-set L1 query=@L2 2>err && has err "reaches itself" && code 2 nt-set L3 query=@L3 2>err && has err "list '"'L3' reaches itself"'" && code 2 nt-set L1 query=@nobody && code 2 nt-set G "count=tag:t and (" 2>err && has err "goals/g.md:3:8: query: a term" && diff -r -x .nt-lock -x err -x out . ../old &&
	nt-set L1 query=tag:u >out && nt-set G count=tag:t >out && echo "# Bob" >people/bob.md && nt-set bob "query=and (" >out && cp people/bob.md was && code 2 nt-set bob kind=list && cmp was people/bob.md && printf -- "---\nquery: (\n---\n" >lists/l9.md && nt-set l9 city=Rome >out && nt-set l9 query=tag:x >out && nt-find -s L1 | code 2 nt-set - "query=tag:t and (" >s 2>err && has err "a term is missing" && nt-find -p - <s'

t 'lists and maps as YAML has them are refused, with the form to write; links, boxes and what is taken away are not' '
	book && printf -- "---\nname: Ada\ntags:\n  - \"[x]\"\n---\n" >people/ada.md && cp people/ada.md one && refused() { code 2 nt-set "$1" "$2" 2>err && is "$(cat err)" "nt-set: $3" && same one people/ada.md; } &&
	for op in = +=; do refused ada "tags${op}[a, b]" "tags: brackets are text here: of a list write tags=A tags+=B" && refused ada "aliases$op [a] " "aliases: brackets are text here: of a list write aliases=A aliases+=B" || return 1; done && refused ada "knows=[[[A]], [[B]]]" "knows: brackets are text here: of a list write knows=A knows+=B" && refused ada "phone={work: 1}" "phone: braces are text here: of a map write phone.KEY=VALUE" && cp book.md bk && refused book.md "private=[private, phone]" "private: brackets are text here: of a list write private=A private+=B" && same bk book.md &&
	nt-set ada "tags-=[x]" "knows=[[A]], [[B]]" "foo={a}" "url=[a](https://x.example)" >out && has people/ada.md "knows: \"[[A]], [[B]]\"" && has people/ada.md "foo: \"{a}\"" && hasnt people/ada.md "[x]" && code 2 nt-new Bob "tags=[a]" 2>err && has err brackets && [ ! -e people/bob.md ]'

t 'another name: the links it breaks and the name it doubles are told, unless an alias keeps them' '
	book && printf -- "---\nname: Ann Lee\n---\n" >people/ann.md && printf -- "- 2026-01-01 call: [[Ann Lee|her]]\n" >people/bob.md && printf -- "[[Ann Leeds]] [[Ann Lee#x]]\n" >people/cy.md && printf -- "---\nname: Dan\naliases: [Ann Kim]\n---\n" >people/dan.md && printf -- "---\nname: [x\n---\n" >people/bad.md && told() { nt-set -n ann "$@" >out 2>err && cat err; } &&
	is "$(told "name=Ann Kim")" "nt-set: people/ann.md: 2 notes link to [[Ann Lee]], which is nobody now: aliases+='"'Ann Lee'"' keeps it, nt-mv renames links too
nt-set: people/ann.md: people/dan.md is called '"'Ann Kim'"' too: links to that name are ambiguous" && is "$(told name=Cy "aliases+=Ann Lee")" "nt-set: people/ann.md: people/cy.md is called '"'Cy'"' too: links to that name are ambiguous" && is "$(told "name=ANN LEE")" "" && is "$(told "name=Ann Kay" title=x "aliases+=ann lee")" "" && is "$(told title=x)" "" && mv people/ann.md "people/Ann Lee.md" && is "$(told "name=Ann Kay")" "" && rm people/cy.md && mv "people/Ann Lee.md" people/ann.md && nt-set ann "name=Ann Kay" >out 2>err && has err "1 note links to [[Ann Lee]]" && has people/ann.md "name: Ann Kay"'

done_testing
