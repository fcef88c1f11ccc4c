#!/bin/sh
# shellcheck disable=SC2015
. "${0%/*}/lib.sh"

# both: a book and a folder d that agree on Ada
both() {
	book && vcf ada.vcf UID:ada "FN:Ada Lovelace" "N:Lovelace;Ada;;;" "TEL;TYPE=CELL:1" EMAIL:a@b.org X-FOO:bar NOTE:hello && nt-vdir d >out && is "$(cat out)" "people/ada-lovelace.md:1: new: Ada Lovelace" && nothing
}

# nothing: there is nothing to do, and no file changes
nothing() {
	rm -rf "$TMP/before" && mkdir "$TMP/before" && cp -R people d "$TMP/before/" && nt-vdir d >"$TMP/again" 2>&1 && is "$(cat "$TMP/again")" "" && diff -r "$TMP/before/people" people && diff -r "$TMP/before/d" d && is "$(nt-vdir -n d)" ""
}

t 'a card new on the phone becomes a note, a note with an address or phone a card' '
	both && has people/ada-lovelace.md "cell: \"1\"" && has people/ada-lovelace.md "vcard: X-FOO:bar" && nt-new Bob email=b@b.org cadence=6w birthday=--02-29 tags=x >out && nt-new Cy >out && nt-vdir d >out && has out "new: Bob" && hasnt out Cy && is "$(ls d | wc -l)" 2 &&
	grep -l "FN:Bob" d/*.vcf >file && has "$(cat file)" "EMAIL:b@b.org" && has "$(cat file)" "1604-02-29" && hasnt "$(cat file)" 6w && nothing'

t 'changed on the phone: only that field of the note' '
	both && nt-log ada call: hi >out && cp people/ada-lovelace.md one && sed -i "s/CELL:1/CELL:2/; s/^FN:.*/FN:Ada King\r/; s/^EMAIL/ORG:Acme\r\nEMAIL/" d/ada.vcf && nt-vdir d >out && sed "s/cell: \"1\"/cell: 2/; s/^name: Ada Lovelace/name: Ada King/" one >want && grep -v "^org: Acme\|^aliases:\|^  - Ada Lovelace" people/ada-lovelace.md | same want - && nt-find -l -o name,org,phone ada | is "$(cat)" "Ada King	Acme	2" && nothing'

t 'changed here: only that card, with what only it has, in its version' '
	both && nt-set ada title=Countess phone.home=5 >out && nt-vdir d >out && is "$(cat out)" "d/ada.vcf: changed: Ada Lovelace" && tr -d "\r" <d/ada.vcf >got && for l in VERSION:3.0 TITLE:Countess "TEL;TYPE=home:5" "TEL;TYPE=CELL:1" NOTE:hello X-FOO:bar UID:ada; do grep -qFx "$l" got || { echo "$l" && return 1; }; done && nothing &&
	sed -i "s/VERSION:3.0/VERSION:4.0/" d/ada.vcf && nt-set ada title=Lady >out && nt-vdir d >out && has d/ada.vcf VERSION:4.0 && nothing'

t 'both changed other things: both are kept; lists are sets' '
	both && nt-set ada tags+=x aliases+=Ace >out && sed -i "s/^EMAIL/CATEGORIES:y\r\nTITLE:Boss\r\nEMAIL/" d/ada.vcf && nt-vdir d >out && is "$(nt-find -l -o aliases,title ada)" "Ace	Boss" && nt-find -p tag:x tag:y | has - ada && has d/ada.vcf NICKNAME:Ace && grep -q "^CATEGORIES:.*x" d/ada.vcf && grep -q "^CATEGORIES:.*y" d/ada.vcf && nothing'

t 'both changed the same: both stand in the note, 1, until one is chosen' '
	both && nt-set ada org=Here >out && sed -i "s/^EMAIL/ORG:There\r\nEMAIL/" d/ada.vcf && code 1 nt-vdir d >out 2>err && has err "people/ada-lovelace.md" && has people/ada-lovelace.md "org: Here  # theirs: There" && has d/ada.vcf ORG:There &&
	code 1 nt-vdir d >out 2>err && has err "delete" && is "$(cat out)" "" && nt-set ada org=Here >out && nt-vdir d >out && has d/ada.vcf ORG:Here && nothing'

t 'a card taken away there archives the note; an archived note takes its card away' '
	both && rm d/ada.vcf && nt-vdir d >out && has people/ada-lovelace.md "archived: 2026-11-24" && nothing && nt-set ada archived= >out && nt-vdir d >out && has out "new: Ada" && nothing && sed -i "s/CELL:1/CELL:3/; s/cell:1/cell:3/" d/*.vcf && nt-set ada archived=true >out && nt-vdir d >out && has out "taken away: Ada" && is "$(ls d)" "" && is "$(nt-find -l -o phone ada)" 3 && nothing'

t 'a new card of an archived person stays, which is said once; without archived it is exchanged' '
	for uid in x ada; do rm -rf d people .nt-vdir && book && printf -- "---\nname: Ada\nuid: %s\nemail: a@b.org\narchived: 2026-01-01\n---\n" $uid | note people/ada.md && vcf x.vcf UID:x FN:Ada EMAIL:a@b.org TEL:1 && cp d/x.vcf one && nt-vdir -n d >out 2>err && has err "people/ada.md: is archived, and d/x.vcf is new: the card stays" && [ ! -e .nt-vdir ] && nt-vdir d >out 2>err && has err "the card stays" && hasnt out away && same one d/x.vcf && has people/ada.md "archived: 2026-01-01" && nothing && same one d/x.vcf &&
	nt-set ada archived= title=Countess >out && nt-vdir d >out 2>err && is "$(cat err)" "" && has d/x.vcf TITLE:Countess && is "$(nt-find -l -o phone ada)" 1 && nothing && nt-set ada archived=true >out && nt-vdir d >out && has out "taken away: Ada" && is "$(ls d)" "" && nothing && cp one d/x.vcf && nt-vdir d >out 2>err && has err "the card stays" && rm d/x.vcf && nt-vdir d >out 2>err && is "$(cat out err)" "" && cp one d/x.vcf && nt-vdir d >out 2>err && has err "the card stays" && nothing || return 1; done'

t 'a note that is gone takes its card away, unless that has changed' '
	both && rm people/ada-lovelace.md && nt-vdir d >out && has out "taken away: Ada" && is "$(ls d)" "" && vcf ada.vcf UID:ada FN:Ada TEL:1 && nt-vdir d >out && rm people/ada.md && sed -i "s/TEL:1/TEL:2/" d/ada.vcf && nt-vdir d >out && has out "new: Ada" && is "$(nt-find -l -o phone ada)" 2 && nothing'

t 'a wrong folder, a wrong book, broken notes: nothing is done' '
	book && for i in 1 2 3 4 5 6 7 8; do vcf $i.vcf UID:u$i "FN:Person $i" TEL:$i || return 1; done && nt-vdir d >out && nothing && mkdir "$TMP/away" && mv d/* "$TMP/away" && code 2 nt-vdir d 2>err && has err "right folder" && mv "$TMP"/away/* d && nothing && mv people "$TMP/away" && mkdir people && code 2 nt-vdir d 2>err && has err "right book" && rmdir people && mv "$TMP/away/people" . && nothing &&
	printf -- "---\nname: [x\n---\n" >people/person-1.md && code 2 nt-vdir d 2>err && has err "cannot be read" && [ -f d/1.vcf ] && code 2 nt-vdir nosuch 2>err && has err nosuch'

t 'fewer than half of many may go at once' '
	book && for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do vcf $i.vcf UID:u$i "FN:Person $i" TEL:$i || return 1; done && nt-vdir d >out && rm d/1.vcf d/2.vcf d/3.vcf d/4.vcf d/5.vcf d/6.vcf && nt-vdir d >out && is "$(grep -c archived: out)" 6 && nothing && rm d/7.vcf d/8.vcf d/9.vcf d/10.vcf && nt-vdir d >out && is "$(grep -c archived: out)" 4'

t 'the same person by another uid is joined, and stays so' '
	book && printf -- "---\nname: Ada Lovelace\nuid: linkedin:ada\nemail: a@b.org\nfrom: {linkedin: {uid: \"linkedin:ada\"}}\n---\n" | note people/ada.md && vcf x.vcf UID:x "FN:Ada Lovelace" EMAIL:a@b.org TEL:1 && nt-vdir d >out && is "$(ls people d | xargs)" "d: x.vcf people: ada.md" && grep -q "^phone: .*1" people/ada.md && nothing && sed -i "s/TEL:1/TEL:2/" d/x.vcf && nt-vdir d >out && is "$(nt-find -l -o phone ada)" 2 && nothing && nt-set ada title=Countess >out && nt-vdir d >out && has d/x.vcf TITLE:Countess && has d/x.vcf UID:x && nothing'

t 'first meeting of a note and a card of one uid' '
	book && printf -- "---\nname: Ada\nuid: ada\nemail: a@b.org\ntitle: Countess\n---\n" | note people/ada.md && vcf ada.vcf UID:ada FN:Ada TEL:1 EMAIL:c@d.org && nt-vdir d >out 2>err && cat people/ada.md >got && grep -q "^phone: .*1" got && has got a@b.org && has got c@d.org && has d/ada.vcf TITLE:Countess && nothing'

t 'maps with a label in the note: only what changed there, and what is private stays' '
	for key in phone phones; do rm -rf d people .nt-vdir && book && printf -- "---\nkind: book\nmap: {phone: phones}\n---\n" >book.md && if [ $key = phone ]; then book; fi && printf -- "---\nname: Ada\nuid: ada\n%s:\n  - {type: [work, private], number: \"+1 66\"}\n  - {type: cell, number: \"+1 67\", preferred: true}\n  - {type: cell, number: \"+1 68\"}\naddress:\n  - {type: home, street: 1 St, city: Rome}\n  - {type: private, city: Bern}\n---\n" $key | note people/ada.md && cp people/ada.md one && mkdir d && nt-vdir d >out && hasnt d/ada.vcf "+1 66" && hasnt d/ada.vcf Bern && same one people/ada.md &&
	sed -i "s/+1 67/+1 69/; s/TYPE=cell:+1 68/TYPE=work:+1 68/; s/Rome/Roma/; s/^END/TEL;TYPE=fax:+1 77\r\nEND/" d/ada.vcf && nt-vdir d >out && sed "s/+1 67/+1 69/; s/cell, number: \"+1 68\"}/work, number: \"+1 68\"}\n  - {type: fax, number: +1 77}/; s/Rome/Roma/" one | same - people/ada.md && nothing &&
	sed -i "/^TEL/d" d/ada.vcf && nt-vdir d >out && grep -q "+1 66" people/ada.md && ! grep -q "+1 6[89]\|+1 77" people/ada.md && nothing || return 1; done'

t 'a line that the note keeps and the phone changed: the note has the new one, one that a person changed stays' '
	both && sed -i "s/X-FOO:bar/X-FOO:baz/; s/CELL:1/CELL:2/" d/ada.vcf && nt-vdir d >out && has people/ada-lovelace.md "vcard: X-FOO:baz" && is "$(grep -c X-FOO d/ada.vcf)" 1 && nothing && sed -i "s/X-FOO:baz/X-FOO:mine/" people/ada-lovelace.md && sed -i "s/X-FOO:baz/X-FOO:theirs/; s/CELL:2/CELL:3/" d/ada.vcf && nt-vdir d >out && has people/ada-lovelace.md "vcard: X-FOO:mine" && nothing && sed -i "/X-FOO/d; s/CELL:3/CELL:4/" d/ada.vcf && nt-vdir d >out && has people/ada-lovelace.md "vcard: X-FOO:mine" && nothing'

t 'a uid with line ends and the like is one, there and in what was agreed' '
	book && vcf x.vcf "UID:a\\nEND:VCARD\\n b" FN:Ada TEL:1 && printf -- "---\nname: Bob\nuid: \"c\\nEND:VCARD\\td\"\nemail: b@b.org\n---\n" | note people/bob.md && printf -- "---\nname: Cy\nuid: \"\\\"q\\\"\"\nemail: c@b.org\n---\n" | note people/cy.md && nt-vdir d >out && is "$(ls d | wc -l | tr -d " ")" 3 && nothing && sed -i "s/TEL:1/TEL:2/" d/x.vcf && nt-vdir d >out && is "$(nt-find -l -o phone ada)" 2 && nothing && nt-set bob phone=7 >out && nt-vdir d >out && has out "changed: Bob" && nothing && rm d/x.vcf && nt-vdir d >out && grep -q archived: people/ada.md && nothing &&
	for f in .nt-vdir/*/*; do printf "X-NT-UID:a\nb\nBEGIN:VCARD\nFN:Ada\nEND:VCARD\n" >"$f" || return 1; done && nt-vdir d >out 2>err && is "$(cat out err)" "" && nothing'

t 'a query chooses whose cards; private fields stay here' '
	book && printf -- "---\nkind: book\nprivate: [phone]\n---\n" >book.md && nt-new Ada email=a@b.org phone=1 tags=x >out && nt-new Bob email=b@b.org >out && mkdir d && nt-vdir d tag:x >out && is "$(ls d | wc -l)" 1 && grep -q FN:Ada d/*.vcf && ! grep -q TEL d/*.vcf && is "$(nt-vdir d tag:x)" "" && nt-find -l -o phone ada >p && has p 1 || has people/ada.md "phone: 1" && grep -q "^phone" people/ada.md'

t 'what is agreed is exchanged, whomever the query selects: changes both ways, a card taken away, a note archived' '
	book && nt-new Bob email=b@b.org >out && for i in a b c; do vcf $i.vcf UID:$i "FN:Person $i" TEL:1 || return 1; done && nt-vdir d tag:x >out && is "$(ls d | wc -l)" 3 && nt-set person-a title=Boss >out && sed -i s/TEL:1/TEL:2/ d/b.vcf && rm d/c.vcf && nt-vdir d tag:x >out && has d/a.vcf TITLE:Boss && has people/person-b.md "phone: 2" && has people/person-c.md archived && is "$(nt-vdir d tag:x)" "" &&
	nt-set person-a archived=true >out && nt-vdir d tag:x >out && is "$(ls d)" b.vcf && printf -- "---\nname: Cy\nuid: cy\n---\n" >people/cy.md && vcf cy.vcf UID:cy FN:Cy TEL:3 && nt-vdir d tag:x >out && has people/cy.md "phone: 3"'

t 'where notes are no cards are written; a folder of the book without any is good' '
	book && nt-new Ada email=a@b.org >out && mkdir -p goals x/y d && echo "# X" >x/x.md && ln -s people l && for dir in . ./ people people/ l "$PWD" goals x; do code 2 nt-vdir $dir 2>err && has err "a folder of their own" && is "$(find . -name "*.vcf")" "" || return 1; done &&
	(cd people && code 2 nt-vdir . 2>../err && code 2 nt-vdir .. 2>../err) && nt-vdir d >out && has out "new: Ada" && nt-vdir x/y >out && has out "new: Ada" && mkdir ../own && echo "# R" >../own/README.md && nt-vdir ../own >out && has out "new: Ada" && rm -r ../own'

t '-n is a patch of notes and cards, and writes nothing' '
	both && nt-new Bob email=b@b.org >out && sed -i "s/CELL:1/CELL:2/" d/ada.vcf && cp -R . ../copy && nt-vdir -n d >patch && has patch "+  cell: 2" && has patch "+uid: nt-" && diff -r . ../copy | grep -v patch | is "$(cat)" "" && rm -rf ../copy'

t 'odd folders: no card in a file, two in one, the same uid twice, uids that are no file names' '
	book && mkdir d && echo x >d/bad.vcf && { cat >d/two.vcf <<-E; } && printf "BEGIN:VCARD\nUID:../../x\nFN:Evil\nTEL:1\nEND:VCARD\n" >d/evil.vcf && code 2 nt-vdir d >out 2>err && has err bad.vcf && has err two.vcf && has out "new: Evil" && rm d/bad.vcf d/two.vcf && nothing && rm d/evil.vcf && nt-vdir d >out && nt-set evil archived= >out && nt-vdir d >out && [ ! -e ../x.vcf ] && is "$(ls d | wc -l)" 1 && nothing
		BEGIN:VCARD
		FN:A
		END:VCARD
		BEGIN:VCARD
		FN:B
		END:VCARD
	E'

t 'a card that may be of several notes stays, and says so until a person has chosen' '
	book && for i in 1 2; do printf -- "---\nname: Bob\nemail: b@b.org\n---\n" >people/bob-$i.md; done && vcf bob.vcf UID:b FN:Bob EMAIL:b@b.org TEL:1 && code 1 nt-vdir d >out 2>err && has err "may be any of these" && [ -f d/bob.vcf ] && code 1 nt-vdir d >out 2>err && has err "may be any of these" && [ -f d/bob.vcf ] && nt-set people/bob-2.md uid=b >out && nt-vdir d >out && is "$(nt-find -l -o phone people/bob-2.md)" 1 && nothing'

t 'a card that joins a note and says otherwise: a person chooses' '
	book && nt-new Ada email=a@b.org org=Here >out && vcf x.vcf UID:x FN:Ada EMAIL:a@b.org ORG:There TEL:1 && code 1 nt-vdir d >out 2>err && has people/ada.md "org: Here  # theirs: There" && has d/x.vcf ORG:There && sed -i "s/^org:.*/org: There/" people/ada.md && nt-vdir d >out && nothing && is "$(nt-find -l -o org,phone ada)" "There	1"'

t 'private labels, comments and links stay when something beside them changes' '
	book && printf -- "---\nname: P\nphone:\n  home: \"1\" # ask first\n  private: \"2\"\nemail:\n  work: a@x\n  private: s@x\naddress:\n  home: {city: Rome}\n  private: {city: Ulm}\norg: [\"[[Acme|ACME Inc]]\", Foo]\nuid: p\n---\n" >people/p.md && mkdir d && nt-vdir d >out && hasnt d/p.vcf Ulm && hasnt d/p.vcf s@x && sed "s/home: \"1\"/home: \"3\"/; s/a@x/b@x/; s/Rome/Bern/; s/Foo/Bar/" people/p.md >want && sed -i "s/home:1/home:3/; s/a@x/b@x/; s/Rome/Bern/; s/Foo/Bar/" d/p.vcf && nt-vdir d >out && tr -d "\"" <want >w && tr -d "\"" <people/p.md | same w - && nothing'

t 'met again without what was agreed: labels are the same, a label that one side has is kept' '
	book && printf -- "---\nname: C\nuid: c\nphone:\n  home: \"1\"\n  cell: \"2\"\nurl: {blog: http://a}\n---\n" >people/c.md && mkdir d && nt-vdir d >out && cp people/c.md want && rm -r .nt-vdir && nt-vdir d >out && is "$(cat out)" "" && same want people/c.md && nothing &&
	vcf e.vcf UID:e FN:E "TEL;TYPE=HOME:7" EMAIL:a@e.org TEL:8 && printf -- "---\nname: E\nuid: e\nphone: \"7\"\nemail: {work: a@e.org}\n---\n" >people/e.md && nt-vdir d >out && tr -d "\"" <people/e.md >got && has got "home: 7" && has got "work: a@e.org" && hasnt got "other: 7" && is "$(grep -c "^TEL" d/e.vcf)" 2 && is "$(grep -c "^EMAIL\|\.EMAIL" d/e.vcf)" 1 && nothing'

t 'what a card says beyond the fields that are exchanged stays in it' '
	both && sed -i "s/^EMAIL/item1.X-ABRELATEDNAMES:Bob\r\nitem1.X-ABLabel:_\$!<Spouse>!\$_\r\nDEATHDATE:2020-01-01\r\nEMAIL;TYPE=private:s@x\r\nEMAIL/" d/ada.vcf && nt-vdir d >out && nt-set ada title=x >out && nt-vdir d >out && for l in "X-ABRELATEDNAMES:Bob" 2020-01-01 s@x TITLE:x X-FOO:bar; do has d/ada.vcf "$l" || return 1; done && nothing &&
	vcf priv.vcf UID:p FN:Priv TEL:1 "EMAIL;TYPE=private:a@b.org" BDAY:1990-01-01 && nt-vdir d >out && has people/priv.md a@b.org && nothing && has d/priv.vcf a@b.org && printf -- "---\nkind: book\nprivate: [private, birthday]\n---\n" >book.md && nothing && nt-set priv title=y >out && nt-vdir d >out && has d/priv.vcf 1990-01-01 && has d/priv.vcf TITLE:y && nothing'

t 'several addresses in one text are several on the phone' '
	book && printf -- "---\nname: E\nemail: \"a@x.org, b@x.org (home)\"\ntags: \"#x, y\"\nuid: e\n---\n" >people/e.md && cp people/e.md want && mkdir d && nt-vdir d >out && is "$(grep -c "^EMAIL:[ab]@x.org" d/e.vcf)" 2 && nothing && same want people/e.md && sed -i "s/a@x/c@x/" d/e.vcf && nt-vdir d >out && is "$(nt-find -l -o email e)" "c@x.org; b@x.org" && nothing'

t 'what only a card says is in the note when the card goes, and back when it comes back' '
	both && sed -i "s/^NOTE.*/NOTE:likes tea\r\nX-NEW:1\r/" d/ada.vcf && nt-vdir d >out && nt-set ada archived=true >out && nt-vdir d >out && is "$(ls d)" "" && has people/ada-lovelace.md "NOTE:likes tea" && has people/ada-lovelace.md X-NEW:1 && nothing && nt-set ada archived= >out && nt-vdir d >out && has d/ada.vcf X-NEW:1 && has d/ada.vcf "likes tea" && nothing &&
	sed -i "s/X-NEW:1/X-NEW:2/" d/ada.vcf && nt-vdir d >out && nt-set ada title=x >out && nt-vdir d >out && rm d/ada.vcf && nt-vdir d >out && has people/ada-lovelace.md X-NEW:2 && has people/ada-lovelace.md archived && nothing'

t 'half a card, an empty file: neither is taken for one that is gone' '
	both && vcf b.vcf UID:b FN:Bob TEL:2 && nt-vdir d >out && cp d/ada.vcf whole && head -n 4 whole >d/ada.vcf && cp people/ada-lovelace.md want && code 2 nt-vdir d >out 2>err && has err "not one whole card" && same want people/ada-lovelace.md && : >d/ada.vcf && code 2 nt-vdir d >out 2>err && same want people/ada-lovelace.md && cp whole d/ada.vcf && nothing'

t 'two notes of one uid do not take turns' '
	both && sed "s/Ada Lovelace/Eve/" people/ada-lovelace.md >people/eve.md && code 1 nt-vdir d >out 2>err && has err "people/eve.md: has the uid of people/ada-lovelace.md" && is "$(grep -c "has the uid" err)" 1 && has d/ada.vcf "FN:Ada Lovelace"'

t 'a new name on the phone keeps the links, a new name here the order of the phone' '
	both && printf "[[Ada Lovelace]]\n" >people/bob.md && sed -i "s/^FN:.*/FN:Augusta King\r/; s/^N:.*/N:King;Augusta;;;\r/" d/ada.vcf && nt-vdir d >out && nt-check && nothing && nt-set people/ada-lovelace.md name="Ann Park" >out && nt-vdir d >out && has d/ada.vcf "FN:Ann Park" && ! grep "^N:King" d/ada.vcf && nothing'

t 'a company is exchanged, too, once it is a card' '
	book && vcf o.vcf UID:o FN:Acme KIND:org TEL:9 && nt-vdir d >out && sed -i s/TEL:9/TEL:8/ d/o.vcf && nt-vdir d >out && has orgs/acme.md "phone: 8" && rm d/o.vcf && nt-vdir d >out && has orgs/acme.md archived && nt-new -k org Foo phone=1 >out 2>&1 || nt-new Foo kind=org phone=1 >out; nt-vdir d >out && is "$(ls d)" ""'

t 'a new N: the sort-name follows where it was what the old N said, and no other' '
	name() { for l in "N:$1" "FN:$2"; do sed -i "s/^${l%%:*}:.*/$l\r/" d/z.vcf || return 1; done; } && life() {
		rm -rf d people .nt-vdir && book && vcf z.vcf UID:z "N:$1" "FN:$2" TEL:1 && nt-vdir d >out && { [ -z "$5" ] || nt-set people/*.md sort-name="$5" >out; } && name "$3" "$4" && nt-vdir d >out && cat people/*.md >got && nt-vdir d >out && is "$(cat out)" "" && has d/z.vcf "N:${6:-$3}"
	} &&
	life "Brontë;Zoë;Jane;Dr.;PhD" "Dr. Zoë Jane Brontë PhD" "King;Zoë;Jane;Dr.;PhD" "Dr. Zoë Jane King PhD" "" && has got "sort-name: King, Zoë" && hasnt got "Brontë, Zoë" && nt-set people/*.md title=x >out && nt-vdir d >out && has d/z.vcf "N:King;Zoë;Jane;Dr.;PhD" && has d/z.vcf TITLE:x &&
	life "Brontë;Zoë;;Dr.;" "Dr. Zoë Brontë" "King;Zoë;;;" "Zoë King" "" && hasnt got sort-name && life "Bee;Ann;;;" "Ann Bee" "de la Cruz;Ana;;;" "Ana de la Cruz" "" && has got "sort-name: de la Cruz, Ana" && life "de la Cruz;Ana;;;" "Ana de la Cruz" "del Mar;Ana;;;" "Ana del Mar" "" && has got "sort-name: del Mar, Ana" &&
	life "Bee;Ann;;;" "Ann Bee" "Cee;Ann;;;" "Ann Cee" "Zz, Ann" "Zz;Ann;;;" && has got "sort-name: Zz, Ann" && life "Bee;Ann;;;" "Ann Bee" "Cee;Ann;;;" "Ann Cee" "Bee, Ann" && hasnt got sort-name'

t 'a company that its folder tells is one in its card, too' '
	book && printf -- "---\nname: Pizza Hut\nuid: o\n---\n" | note orgs/hut.md && vcf o.vcf UID:o "FN:Pizza Hut" TEL:9 && nt-vdir d >out && nt-set orgs/hut.md title=x >out && nt-vdir d >out && has d/o.vcf TITLE:x && hasnt d/o.vcf "N:Hut" && has d/o.vcf "KIND:org" && nothing'

t 'a temporary file of one that was killed is gone' '
	both && : >d/.nt-tmp-1-1 && nt-vdir d >out && [ ! -e d/.nt-tmp-1-1 ]'

t 'a folder of the book that cannot be read: no card goes for it' '
	[ "$(id -u)" != 0 ] || { command -v setpriv >/dev/null || skip "root reads all"; } && both && mkdir people/x && mv people/ada-lovelace.md people/x && chmod 0 people/x && if [ "$(id -u)" = 0 ]; then chmod -R a+rwX .. d . && chmod 0 people/x && as="setpriv --reuid 65534 --clear-groups --inh-caps=-all --bounding-set=-all"; fi && code 2 ${as-} nt-vdir d >out 2>err && has err "nothing was done" && [ -f d/ada.vcf ]; left=$? && chmod 755 people/x && [ $left = 0 ] && nothing'

t 'random lives of a note and its card' 'python3 -B "$TOP/tests/vdir.py" "$(command -v nt-vdir)" 1 25'

t 'khard reads the folder' '
	{ command -v khard >/dev/null || skip "no khard"; } && both && nt-new "Zo\303\253 X" email=z@b.org birthday=1990-02-03 >out && nt-vdir d >out && printf "[addressbooks]\n[[t]]\npath = %s\n[general]\n[contact table]\n[vcard]\n" "$PWD/d" >khard.conf && khard -c khard.conf list -p >list && has list "Ada Lovelace"'

t 'a private label beside others: none of them goes, and it settles' '
	rm -rf b v && mkdir b v && printf -- "---\nkind: book\n---\n" >b/book.md &&
	printf "%s\r\n" BEGIN:VCARD VERSION:3.0 UID:1 "FN:Ann Bee" "N:Bee;Ann;;;" "item1.TEL:+1 1" "item1.X-ABLabel:Private" "TEL;TYPE=CELL:+1 2" \
		"item2.ADR:;;1 St;Town;;;" "item2.X-ABLabel:Private" "ADR;TYPE=WORK:;;2 St;City;;;" "item3.URL:https://a.example" "item3.X-ABLabel:Private" "URL;TYPE=WORK:https://b.example" END:VCARD >v/1.vcf &&
	nt-vdir -b b v >out && nt-set -b b ann title=Boss >out && nt-vdir -b b v >out && for line in "TEL:+1 1" "TEL;TYPE=CELL:+1 2" "ADR:;;1 St;Town;;;" "ADR;TYPE=WORK:;;2 St;City;;;" "URL:https://a.example" "URL;TYPE=WORK:https://b.example" TITLE:Boss; do
		has v/1.vcf "$line" || return 1
	done && nt-vdir -b b v >out && is "$(cat out)" ""'

t 'nobody to send says so' '
	book && note people/bob.md <<E && mkdir d && nt-vdir d >out 2>err && has err "nobody has an email or a phone" && nt-set bob phone=1 >out && nt-vdir d 2>err >out && is "$(cat err)" ""
# Bob
E'

t 'a vault with words for labels and parts: each is changed where it stands' '
	rm -rf b v && mkdir b v && printf -- "---\nkind: book\nmap: {name: FN, email: \"EMAIL[*]\", phone: [TEL, \"TEL[*]\"], address.*.street: \"ADR[*].STREET\", address.*.city: \"ADR[*].LOCALITY\", uid: UID}\n---\n" >b/book.md && mkdir b/people &&
	cat >b/people/eve.md <<-E && nt-vdir -b b v >out && sed -i.old "s/eve@work/new@work/; s/Birch 12/Oak 1/; s/+4670/+469/; s/+46 8 1/+46 8 2/; /eve@home/d; s/^END/TITLE:Boss\nTEL;TYPE=HOME:+46 7\nEND/" v/*.vcf && rm v/*.old && nt-vdir -b b v >out && same b/people/eve.md <<-E2 &&
		---
		FN: Eve Moon
		"EMAIL[HOME]": eve@home.example
		"EMAIL[WORK]": eve@work.example # mine
		"TEL[CELL]": "+4670"
		TEL: "+46 8 1"
		"ADR[HOME].STREET": Birch 12
		"ADR[HOME].LOCALITY": Umea
		UID: urn:uuid:1
		---
	E
		---
		FN: Eve Moon
		"EMAIL[WORK]": new@work.example # mine
		"TEL[CELL]": "+469"
		TEL: +46 8 2
		"ADR[HOME].STREET": Oak 1
		"ADR[HOME].LOCALITY": Umea
		UID: urn:uuid:1
		TEL[HOME]: +46 7
		title: Boss
		---
	E2
	nt-vdir -b b v >out && is "$(cat out)" "" && grep -q "EMAIL;TYPE=work:new@work.example" v/*.vcf && ! grep -q "\*" v/*.vcf'

t 'two dialects: the key that the note uses is changed' '
	rm -rf b v && mkdir -p b/people v && printf -- "---\nkind: book\nmap: {email: emails}\n---\n" >b/book.md && printf -- "---\nname: Jane\nemail: jane@doe.example\n---\n" >b/people/jane.md &&
	printf -- "---\nname: Joe\nemails: joe@doe.example\n---\n" >b/people/joe.md && nt-vdir -b b v >out && sed -i.old "s/@doe/@new/" v/*.vcf && rm v/*.old && nt-vdir -b b v >out &&
	has b/people/jane.md "email: jane@new.example" && has b/people/joe.md "emails: joe@new.example" && hasnt b/people/jane.md emails && hasnt b/people/joe.md "email: " && nt-vdir -b b v >out && is "$(cat out)" ""'

# gnarly: a folder d with a card as phones write it, agreed with its note
gnarly() {
	book && mkdir d && printf "%s\r\n" BEGIN:VCARD VERSION:3.0 "PRODID:-//Apple Inc.//iPhone OS 17.5//EN" UID:g "N:Bee;Ann;;Dr.;" "FN:Dr. Ann Bee" "ORG:Acme;Sales;" \
		"EMAIL;type=INTERNET;type=WORK:ann@acme.example" "EMAIL;type=INTERNET;type=HOME;type=pref:ann@home.example" "TEL;type=CELL;type=VOICE;type=pref:+1 1" "item1.TEL:+1 2" "item1.X-ABLabel:Boat" "item2.ADR;type=HOME;LABEL=\"1 St, Town\";GEO=\"geo:1,2\":;;1 St;Town;;12;Norway" \
		"item2.X-ABADR:no" "item3.URL;type=pref:https://ann.example" "item3.X-ABLabel:_\$!<HomePage>!\$_" "BDAY;VALUE=date:1980-02-29" "CATEGORIES:b,a" "CATEGORIES:c" "NOTE:one\\ntwo" "PHOTO;ENCODING=b;TYPE=JPEG:AAAA" " BBBB" "  CCCC" "X-SOCIALPROFILE;type=twitter:https://x.example/ann" REV:2024-01-01T00:00:00Z END:VCARD >d/g.vcf && nt-vdir d >out 2>err && is "$(cat err)" "" && cp d/g.vcf was
}

# lines WANT: what of the card changed, as diff says it
lines() {
	{ diff was d/g.vcf | grep "^[<>]" | tr -d "\r"; } >"$TMP/got" || :
	is "$(cat "$TMP/got")" "$1"
}

t 'only the lines of a card that a change concerns change, and REV, which is no longer true' '
	gnarly && nothing && nt-set ann title=Boss >out && nt-vdir d >out && lines "< REV:2024-01-01T00:00:00Z
> TITLE:Boss" && nothing && nt-vdir -n d >out && is "$(cat out)" ""'

t 'a value changed here keeps the head of its line, one that is gone takes its label along' '
	gnarly && sed -i "/^REV/d" was d/g.vcf && nt-set ann phone.boat="+1 3" email.home=new@home.example >out && nt-vdir d >out && lines "< EMAIL;type=INTERNET;type=HOME;type=pref:ann@home.example
> EMAIL;type=INTERNET;type=HOME;type=pref:new@home.example
< item1.TEL:+1 2
> item1.TEL:+1 3" && nothing && cp d/g.vcf was && nt-set ann phone.boat= phone.car=7 phone.kayak=8 >out && nt-vdir d >out && lines "< item1.TEL:+1 3
< item1.X-ABLabel:Boat
> TEL;TYPE=car:7
> item6.TEL:8
> item6.X-ABLabel:kayak" && nothing'

t 'a day that is none stays in the card, and is said once: of a card that is new or has changed' '
	both && sed -i "s/^EMAIL/BDAY:next spring\r\nEMAIL/" d/ada.vcf && vcf bob.vcf UID:bob FN:Bob TEL:2 ANNIVERSARY:soon && nt-vdir d >out 2>err && is "$(sort err)" "nt-vdir: d/ada.vcf:7: not a date, left in the card: '\''BDAY:next spring'\''
nt-vdir: d/bob.vcf:6: not a date, left in the card: '\''ANNIVERSARY:soon'\''" && nothing && nt-set ada title=Countess >out && nt-vdir d >out 2>err && is "$(cat err)" "" && has d/ada.vcf "BDAY:next spring" && has d/ada.vcf TITLE && nothing && sed -i "s/TEL:2/TEL:3/" d/bob.vcf && nt-vdir d >out 2>err && has err d/bob.vcf && hasnt err d/ada.vcf && nothing &&
	sed -i "s/BDAY:.*/BDAY:1990-5-7\r/" d/ada.vcf && nt-vdir d >out 2>err && is "$(cat err; nt-find -l -o birthday ada)" 1990-05-07 && has d/ada.vcf "BDAY:1990-5-7" && nothing'

t 'a profile at a service keeps its line, and what does not hold for another page goes' '
	gnarly && grep -v "^REV" was >one && sed "s/^END/X-SOCIALPROFILE;type=linkedin;type=pref;x-user=bee:https:\/\/www.linkedin.com\/in\/bee\r\nX-SOCIALPROFILE;type=flickr;x-userid=7:https:\/\/flickr.example\/a\r\nEND/" one >d/g.vcf && cp d/g.vcf was && nt-vdir d >out && is "$(nt-find -l -o url.linkedin,url.twitter,url.flickr ann)" "https://www.linkedin.com/in/bee	https://x.example/ann	https://flickr.example/a" && nothing &&
	nt-set ann title=Boss >out && nt-vdir d >out && lines "> TITLE:Boss" && nothing && cp d/g.vcf was && nt-set ann url.blog=https://blog.example >out && nt-vdir d >out && lines "> item7.URL:https://blog.example
> item7.X-ABLabel:blog" && nothing && cp d/g.vcf was && nt-set ann url.linkedin=https://www.linkedin.com/in/cee url.flickr=https://flickr.example/b url.twitter= >out && nt-vdir d >out && lines "< X-SOCIALPROFILE;type=twitter:https://x.example/ann
< X-SOCIALPROFILE;type=linkedin;type=pref;x-user=bee:https://www.linkedin.com/in/bee
< X-SOCIALPROFILE;type=flickr;x-userid=7:https://flickr.example/a
> X-SOCIALPROFILE;TYPE=linkedin;TYPE=pref:https://www.linkedin.com/in/cee
> X-SOCIALPROFILE;TYPE=flickr:https://flickr.example/b" && nothing'

t 'a list, an address with parameters, a name with more parts: the line that says it is another' '
	gnarly && sed -i "/^REV/d" was d/g.vcf && nt-set ann tags+=d org=Initech >out && nt-set ann address.home.city=Oslo >out && nt-vdir d >out && lines "< ORG:Acme;Sales;
> ORG:Initech
< item2.ADR;type=HOME;LABEL=\"1 St, Town\";GEO=\"geo:1,2\":;;1 St;Town;;12;Norway
> item2.ADR;TYPE=HOME:;;1 St;Oslo;;12;Norway
< CATEGORIES:c
> CATEGORIES:c,d" && nothing && cp d/g.vcf was && nt-set ann name="Ann Cee" sort-name="Cee, Ann" aliases= >out && nt-vdir d >out && lines "< N:Bee;Ann;;Dr.;
< FN:Dr. Ann Bee
> N:Cee;Ann;;;
> FN:Ann Cee" && nothing'

t 'a card that went with its note comes back as it was, with what changed since' '
	gnarly && sed -i "/^REV/d" was d/g.vcf && nt-vdir d >out && nt-set ann archived=2026-11-24 >out && nt-vdir d >out && has out "taken away" && is "$(ls d)" "" && nothing && nt-set ann archived= >out && nt-vdir d >out && has out new && same was d/g.vcf && nothing && rm d/g.vcf && nt-vdir d >out && has people/dr-ann-bee.md "archived:" && nothing && nt-set ann archived= title=Boss >out && nt-vdir d >out && lines "> TITLE:Boss" && nothing &&
	nt-set ann archived=true >out && nt-vdir d >out && [ -n "$(find .nt-vdir -name "*.vcf")" ] && rm people/dr-ann-bee.md && nt-vdir d >out && is "$(find .nt-vdir -name "*.vcf")" "" && nothing'

t 'a line that the note keeps goes into a group of its own, once' '
	book && printf -- "---\nname: Ann\nuid: g\nphone: {boat: 1}\nvcard: [\"item1.X-ABADR:no\", \"item1.X-ABLabel:Hut\"]\n---\n" | note people/ann.md && vcf g.vcf UID:g FN:Ann item1.TEL:1 item1.X-ABLabel:Boat && nt-vdir d >out && for title in A B; do nt-set ann title=$title >out && nt-vdir d >out && is "$(grep -c X-ABADR d/g.vcf)" 1 && is "$(grep -c "X-ABLabel:Hut" d/g.vcf)" 1 && is "$(grep -c X-ABLabel d/g.vcf)" 2 && has d/g.vcf item1.TEL:1 && hasnt d/g.vcf item1.X-ABADR && nothing || return 1; done'

t 'real cards: only what changed here changes there' '
	DATA=${NT_DATA:-$TOP/../shared/data} && { [ -d "$DATA" ] || skip "no data in $DATA"; } && python3 -B "$TOP/tests/vdir-data.py" "$(command -v nt-vdir)" "$DATA"'

t 'a list in several lines, a comma in a tag: each part stays where it stands' '
	book && vcf g.vcf UID:g FN:Ann TEL:1 "CATEGORIES;PREF=1:Friends,Berlin\\, DE" CATEGORIES:Work "NICKNAME:An,Annie" && nt-vdir d >out && cp d/g.vcf was && nt-set ann tags+=speaker aliases-=An >out && nt-vdir d >out && lines "< CATEGORIES:Work
< NICKNAME:An,Annie
> CATEGORIES:Work,speaker
> NICKNAME:Annie" && nothing && cp d/g.vcf was && nt-set ann tags-=Friends aliases= >out && nt-vdir d >out && lines "< CATEGORIES;PREF=1:Friends,Berlin\\, DE
> CATEGORIES;PREF=1:Berlin\\, DE
< NICKNAME:Annie" && nothing && cp d/g.vcf was && nt-set ann tags= >out && nt-vdir d >out && lines "< CATEGORIES;PREF=1:Berlin\\, DE
< CATEGORIES:Work,speaker" && nothing'

t 'parameters that hold for another value stay, and a day keeps its name' '
	book && mkdir d && printf "%s\r\n" BEGIN:VCARD VERSION:4.0 UID:g FN:Ann "TEL;VALUE=uri;PREF=1;TYPE=\"voice,home\":tel:+1" "URL;MEDIATYPE=text/html;TYPE=work:https://a.example" "ADR;TYPE=home;LANGUAGE=en;GEO=\"geo:1,2\":;;1 St;Town;;;" "item1.X-ABDATE:2001-02-03" "item1.X-ABLabel:_\$!<Anniversary>!\$_" "BDAY;VALUE=date:19800229" "TITLE;LANGUAGE=en:Boss" END:VCARD >d/g.vcf && nt-vdir d >out && cp d/g.vcf was && nt-find -l -o phone,anniversary ann | is "$(cat)" "+1	2001-02-03" &&
	cat people/ann.md >note && sed -i "/^vcard:/,/^from:/b; s/+1/+2/; s,https://a.example,https://b.example,; s/Town/City/; s/2001-02-03/2001-02-04/; s/1980-02-29/1980-03-01/; s/Boss/Chief/" people/ann.md && nt-vdir d >out && lines "< TEL;VALUE=uri;PREF=1;TYPE=\"voice,home\":tel:+1
< URL;MEDIATYPE=text/html;TYPE=work:https://a.example
< ADR;TYPE=home;LANGUAGE=en;GEO=\"geo:1,2\":;;1 St;Town;;;
< item1.X-ABDATE:2001-02-03
> TEL;PREF=1;TYPE=\"voice,home\":+2
> URL;MEDIATYPE=text/html;TYPE=work:https://b.example
> ADR;TYPE=home;LANGUAGE=en:;;1 St;City;;;
> item1.X-ABDATE:20010204
< BDAY;VALUE=date:19800229
< TITLE;LANGUAGE=en:Boss
> BDAY;VALUE=date:19800301
> TITLE;LANGUAGE=en:Chief" && nothing'

t 'line ends of a card are those it had; one of vCard 2.1, or in Latin-1, is written anew' '
	gnarly && tr -d "\r" <was >d/g.vcf && nt-vdir d >out && nt-set ann title=Boss >out && nt-vdir d >out && [ "$(tr -cd "\r" <d/g.vcf | wc -c)" = 0 ] && has d/g.vcf "  CCCC" && nothing &&
	rm -rf d people .nt-vdir && book && mkdir d && printf "%s\r\n" BEGIN:VCARD VERSION:2.1 UID:g "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:B=E9e;Ann" "TEL;CELL:1" END:VCARD >d/g.vcf && nt-vdir d >out && nt-set ann title=Boss >out && nt-vdir d >out && has d/g.vcf VERSION:3.0 && has d/g.vcf "N:Bée;Ann" && has d/g.vcf "TEL;TYPE=cell:1" && nothing &&
	rm -rf d people .nt-vdir && book && mkdir d && printf "%s\r\n" BEGIN:VCARD VERSION:3.0 UID:g "$(printf "FN:B\351e")" "TEL;TYPE=CELL:1" END:VCARD >d/g.vcf && nt-vdir d >out && nt-set bée title=Boss >out && nt-vdir d >out && has d/g.vcf "FN:Bée" && nothing'

done_testing
