#!/bin/sh
# shellcheck disable=SC2015,SC2059
. "${0%/*}/lib.sh"

# entry LINE...: an entry of these lines, in f.ldif
entry() {
	printf 'version: 1\n\n' >f.ldif && printf '%b\n' "$@" >>f.ldif
}

# says NOTE LINE...: the entry is read as that note, of printf %b, without from:
says() {
	printf -- '---\n%b' "$1" >want
	shift
	entry "$@" && nt-import -s f.ldif >out 2>err && tr -d '\f' <out | awk '
		/^from:/ { said = 1; next }
		said && /^ / { next }
		{ said = 0 }
		!/^nt-rev:/' | sed '$d' | same want - && is "$(cat err)" ""
}

t 'names: cn, and what stands in for it' '
	says "name: Ada Lovelace\n---\n" "dn: x" "cn: Ada Lovelace" "givenName: Ada" "sn: Lovelace" && says "name: Ada Lovelace\n---\n" "dn: x" "givenName: Ada" "sn: Lovelace" && says "name: Lovelace\n---\n" "dn: x" "sn: Lovelace" &&
	says "name: Ada Lovelace\naliases: Lovelace, Ada\n---\n" "dn: x" "displayName: Lovelace, Ada" "cn: Ada Lovelace" && says "name: Lovelace, Ada\n---\n" "dn: x" "displayName: Lovelace, Ada" &&
	says "name: Ada\naliases: [Countess, Ace]\n---\n" "dn: x" "cn: Ada" "cn: Countess" "displayName: Ada" "cn: Ada" "mozillaNickname: Ace" &&
	says "name: King, William\nemail: w@b.example\n---\n" "dn: cn=King\\\\, William,o=Acme" "mail: w@b.example" && says "name: Müller\nemail: w@b.example\n---\n" "dn: mail=w@b.example,cn=\"M\\\\c3\\\\bcller\"" "mail: w@b.example" &&
	says "name: 李小龍\nsort-name: 李, 小龍\n---\n" "dn: x" "cn: 李小龍" "sn: 李" "givenName: 小龍"'

t 'folding, base64, comments, options, line ends, character sets' '
	says "name: Ada Lovelace\n---\n\none\n\ntwo\n" "dn: x" "# no" "  thing" "cn: Ada" "  Love" " lace" "description:: b25l" "description;lang-de:: dHd" " v" &&
	entry "dn: x" "cn: Zöe" && tr "\n" "\r" <f.ldif >cr && sed "s/\$/\r/" f.ldif >crlf && iconv -t UTF-16LE f.ldif | { printf "\377\376" && cat; } >le && { printf "\357\273\277" && cat f.ldif; } >bom && iconv -t LATIN1 f.ldif >latin &&
	for f in cr crlf le bom latin; do is "$(nt-import -l -o name $f)" Zöe || { echo $f && return 1; }; done'

t 'where one lives and works; pages; a birthday whole and in part' '
	says "name: A\naddress:\n  work:\n    street: 2 Way\n    extra: Rear\n    postcode: \"1\"\n    region: R\n    country: DE\n  home:\n    city: Bern\n---\n" "dn: x" "cn: A" "street: 2 Way" "mozillaWorkStreet2: Rear" "postalCode: 1" "st: R" "c: DE" "mozillaHomeLocalityName: Bern" &&
	says "name: A\nurl:\n  other: https://a.example\n  work: https://b.example\n  her blog: https://c.example\n---\n" "dn: x" "cn: A" "mozillaHomeUrl: https://a.example" "mozillaWorkUrl: https://b.example" "labeledURI: https://c.example Her blog" &&
	says "name: A\nbirthday: 1815-12-10\n---\n" "dn: x" "cn: A" "birthyear: 1815" "birthmonth: 12" "birthday: 10" && says "name: A\nbirthday: --12-10\n---\n" "dn: x" "cn: A" "birthmonth: 12" "birthday: 10" && says "name: A\nbirthday: \"1815\"\n---\n" "dn: x" "cn: A" "birthyear: 1815" &&
	says "name: A\nbirthday: 1815-12\n---\n" "dn: x" "cn: A" "birthyear: 1815" "birthmonth: 12" && says "name: A\nbirthday: 1815-12-10\n---\n" "dn: x" "cn: A" "birthday: 1815-12-10" && entry "dn: x" "cn: A" "birthyear: old" && code 2 nt-import f.ldif 2>err >out && has err "not a year of birth"'

t 'groups, orgs, relations, other attributes' '
	says "name: L\nkind: group\nmembers: \"[[Ada]]\"\nmember: [mail=x, \"cn=a]b\"]\n---\n\nhi\n" "dn: x" "objectclass: groupOfNames" "cn: L" "description: hi" "member: cn=Ada,mail=a@b.example" "member: cn=Ada,o=x" "member: mail=x" "member: cn=a]b" &&
	says "name: Acme\nkind: org\n---\n" "dn: o=Acme" "objectClass: organization" "o: Acme" && says "name: A\nmanager: \"[[B C]]\"\nassistant: \"[[D]]\"\n---\n" "dn: x" "cn: A" "manager: cn=B C,o=x" "secretary: D" &&
	says "name: A\nuid: 1-2\nldif-uid: ada\nemployeetype: x\n---\n" "dn: x" "cn: A" "entryUUID: 1-2" "uid: ada" "employeeType: x" "modifyTimestamp: 3" "objectclass: top"'

t 'members and managers are entries of the file, by their distinguished names' '
	entry "dn: cn=devs,dc=a" "objectClass: groupOfNames" "cn: devs" "member: UID=lroy, ou=P,dc=a" "member: uid=k\\\\c3\\\\a4the,ou=P," " dc=a" "member: uid=gone,ou=P,dc=a" "member: cn=Ada,mail=a@b.example" "" "dn: uid=lroy,ou=P,dc=a" "objectClass: inetOrgPerson" "cn: Lea Roy" "cn: L R" "manager: uid = käthe , ou = p , dc = a" "secretary: uid=boss,ou=P" "" "dn:: $(printf "uid=käthe,ou=P,dc=a" | base64)" "displayName: Käthe K" "" "dn: cn=ops,dc=a" "objectClass: groupOfUniqueNames" "cn: ops" "uniqueMember: uid=lroy,ou=P,dc=a" "uniqueMember: cn=devs,dc=a" "manager: Some One" "" "dn: uid=old,dc=a" "changetype: delete" &&
	nt-import -s f.ldif >out 2>err; is "$(grep -c "a change of" err)" 1 && is "$(grep -c . err)" 1 && is "$(sed -n "/^from/,/^nt-rev/d; /^  - /p; /^name\|^members:\|^member:\|^manager\|^assistant\|^secretary/p" out)" "name: devs
members:
  - \"[[Lea Roy]]\"
  - \"[[Käthe K]]\"
  - \"[[Ada]]\"
member: uid=gone,ou=P,dc=a
name: Lea Roy
manager: \"[[Käthe K]]\"
assistant-text: uid=boss,ou=P
name: Käthe K
name: ops
manager: \"[[Some One]]\"
members:
  - \"[[Lea Roy]]\"
  - \"[[devs]]\"" && sed "/old/,\$d" f.ldif >g.ldif && book && nt-import g.ldif 2>/dev/null | nt-save >/dev/null 2>&1; is "$(nt-find -l -o name backlink:devs | sort)" "Käthe K
Lea Roy" && nt-import g.ldif 2>/dev/null | nt-save >out 2>&1; is "$(cat out)" ""'

t 'pictures: in the note, as files, too large; other bytes' '
	says "name: A\nvcard: PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n---\n" "dn: x" "cn: A" "jpegPhoto:: /9j/4AAQ" && nt-import -s --photos pics f.ldif | has - "photo: pics/a.jpg" && is "$(od -An -tx1 pics/a.jpg | tr -d " ")" ffd8ffe00010 &&
	entry "dn: x" "cn: A" "jpegPhoto:: $(head -c 300000 /dev/zero | base64 -w 0)" && code 2 nt-import -s f.ldif >out 2>err && has err "see --photos" && has out "name: A" && entry "dn: x" "cn: A" "userCertificate;binary:: AAEC" "member:: //8B" && code 2 nt-import -s f.ldif 2>err >out && has err "f.ldif:5: no text, left out: '"'usercertificate'"'" && has err "f.ldif:6: no text, left out: '"'member'"'"'

t 'what says nothing is told; the others go on' '
	entry "dn: x" "cn: A" "jpegPhoto:< file:///etc/passwd" "description:: ***" ":x" "userPassword: secret" "" "dn: y" "changetype: modify" "replace: mail" "mail: a@b.example" "-" "" "dn: z" "changetype: add" "cn: B" "" "dn: ou=People" "ou: People" "" "# end" "search: 2" "result: 0 Success" &&
	code 2 nt-import -s f.ldif >out 2>err && is "$(grep ^name: out | tr "\n" ";")" "name: A;name: B;" && hasnt out secret && is "$(cut -d: -f 2- err | cut -c 1-40)" " f.ldif:5: a value in another file is no
 f.ldif:6: not base64, left out: '"'"'descri
 f.ldif:7: no attribute, left out: '"'"':x'"'"'
 f.ldif:10: a change of an entry, left o
 f.ldif:20: an entry that names nobody: 
 f.ldif: 1 passwords left out" && { echo "dn: x" && echo "cn: A" && seq -f "x%g: y" 3000; } >f.ldif && code 2 nt-import -s f.ldif >out 2>err && has err "more than 2000" && is "$(grep -c "^x" out)" 1999'

t 'an address in one attribute: its lines; kept as it is where its parts are there; out again as it was' '
	says "name: A\naddress:\n  work: |-\n    1 Way\n    5 \$ \\\\ x\n    Rome\n  home: H 3\n  registered: R\n---\n" "dn: x" "cn: A" "postalAddress: 1 Way\$5 \\\\24 \\\\5c x\$Rome" "homePostalAddress: H 3" "registeredAddress: R" &&
	says "name: A\npostaladdress: 2 Way\$Bern\naddress:\n  home: H\n  work:\n    city: Bern\n---\n" "dn: x" "cn: A" "postalAddress: 2 Way\$Bern" "l: Bern" "homePostalAddress: H" &&
	book && entry "dn: x" "cn: Ada" "postalAddress: 1 Way\$5 \\\\24 \\\\5C\$Rome" "postalAddress: Two" "homePostalAddress: H\$3" "registeredAddress: R" "" "dn: y" "cn: Bo" "postalAddress: 2 Way\$Bern" "l: Bern" && nt-import f.ldif | nt-save >out && nt-export -f ldif >one 2>err && is "$(cat err)" "" && is "$(grep -i "postaladdress\|registered" one)" "$(grep -i "postaladdress\|registered" f.ldif)" && grep -q "^street::" one && has one "mozillaHomeStreet" && has one "l: Bern" &&
	nt-import one | nt-save >again && is "$(cat again)" "" && mkdir new && (cd new && book) && nt-import one | nt-save -b new >out && nt-export -b new -f ldif | same one && is "$(sed "/^from/,\$d" new/people/ada.md)" "$(sed "/^from/,\$d" people/ada.md)"'

t 'again, changed there, edited here; who shares an address' '
	book && entry "dn: x" "cn: Ada Lovelace" "mail: a@b.example" "o: Acme" "" "dn: y" "cn: William King" "mail: a@b.example" && nt-import f.ldif >s && nt-save <s >/dev/null 2>&1; nt-import f.ldif | nt-save >out 2>/dev/null; is "$(cat out)" "" &&
	is "$(nt-find -l -o name,org)" "Ada Lovelace	Acme
William King	" && sed "s/Acme/Initech/" f.ldif >g.ldif && nt-import g.ldif | nt-save 2>/dev/null | has - "org: Initech" && nt-set ada org=Own >/dev/null && sed "s/Acme/Other/" f.ldif >h.ldif && { nt-import h.ldif | nt-save >/dev/null 2>err; has err "'"'Own' kept"'"; } && is "$(nt-find -l -o org ada)" Own'

t '-m: an attribute that no one knows' 'entry "dn: x" "cn: A" "employeeType: Head" && nt-import -s -f ldif -m employeetype=role f.ldif | has - "role: Head" && code 2 nt-import -f friends -m x=role f.ldif 2>err && has err "not of friends"'

t 'entries that Python wrote, value by value' '
	/usr/bin/python3 -c "import ldif" 2>/dev/null || skip "no python3-ldap" && cat >make.py <<-"E" && /usr/bin/python3 make.py && nt-import -j f.ldif >got && /usr/bin/python3 check.py
	import json, ldif, random
	random.seed(7)
	letters = "abc ABC:<#=,+\\\"öß李🪁-@.;\t"
	def text():
	    return " ".join("".join(random.choice(letters) for i in range(random.choice([1, 5, 90]))).split())
	people = []
	with open("f.ldif", "w") as f:
	    w = ldif.LDIFWriter(f)
	    for i in range(500):
	        p = {"cn": "N%d " % i + text(), "mail": "a%d@b.example" % i, "o": text() or "o", "employeeNumber": text() or "n"}
	        w.unparse("cn=%d" % i, {k: [v.encode()] for k, v in p.items()})
	        people.append(p)
	json.dump(people, open("people", "w"))
	open("check.py", "w").write("""
	import json, sys
	got = [json.loads(l)["fields"] for l in open("got")]
	want = json.load(open("people"))
	for g, w in zip(got, want):
	    for k, f in (("cn", "name"), ("mail", "email"), ("o", "org"), ("employeeNumber", "employeenumber")):
	        if g.get(f) != w[k].strip():
	            sys.exit("%r is %r" % (w[k], g.get(f)))
	sys.exit(len(got) != len(want))
	""".replace("\n\t", "\n"))
	E'

t 'what nt-export writes comes back, and as it was the next time' '
	{ command -v nt-export >/dev/null || skip "no nt-export"; } && (cd "$TOP/examples/book" && nt-export -f ldif) >one && book && nt-import one | nt-save >/dev/null && nt-export -f ldif >two && sort one >a && sort two >b && same a b && nt-import two | nt-save >out && is "$(cat out)" ""'

done_testing
