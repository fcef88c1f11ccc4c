#!/bin/sh
# shellcheck disable=SC2015
. "${0%/*}/lib.sh"

ada() {
	[ -f book.md ] || book
	printf '%b' "${1-"---\nname: Ada Lovelace\n---\n"}" >people/ada.md
}

# new BYTES [PATH]: a stream of one new note, of the bytes below its first line
new() {
	printf -- '---\n%bnt-rev: new\n%b\f\n' "${2:+nt-path: $2\n}" "$1"
}

# fills OLD NEW THEIRS: the new note THEIRS (below its first line) makes NEW of the note OLD; all of printf %b
fills() {
	ada "$1" && printf '%b' "$2" >want && new "$3" >stream && nt-save <stream >out && same want people/ada.md &&
	nt-save <stream >out && cmp want people/ada.md && is "$(cat out)" "" && only_ada
}

only_ada() {
	is "$(nt-find -p)" people/ada.md
}

# left THEIRS MESSAGE: a conflict; the note stays
left() {
	cp people/ada.md old && new "$1" | code 1 nt-save >out 2>err && is "$(sed 's/^nt-save: //' err)" "$2" && cmp old people/ada.md && only_ada
}

t 'there and back: no byte of any file, nothing printed, 0' '
	mkdir b && cd b && book && cp -R "$TOP/examples/book/." . && printf "# Bare\r\n\f\n\f\f\n\f" >people/bare.md && printf "\0357\0273\0277---\r\nname: Bom\r\n---\r\nx" >people/bom.md &&
	: >people/empty.md && printf -- "---\nnt-x: y\nnt-rev: new\nname: Odd\n---\n" >people/odd.md && printf -- "# Kn\303\266del" >"people/a b \"c.md" && cp -R . ../old &&
	nt-find | nt-save >out 2>&1 && is "$(cat out)" "" && rm -f .nt-lock out && diff -r . ../old && nt-due -a -s | nt-save && rm -f .nt-lock && diff -r . ../old && nt-save </dev/null'

t 'a changed note is written, and what changed is printed; annotations are not' '
	ada && nt-due -a -s ada | nt-snooze - 2w >stream && has stream nt-due && is "$(nt-save <stream)" "people/ada.md:3: snooze: 2026-12-08" &&
	printf -- "---\nname: Ada Lovelace\nsnooze: 2026-12-08\n---\n" | same people/ada.md && is "$(nt-save <stream)" ""'

t 'only over the very file it was read from; the others go on' '
	ada && echo "# Bob" >people/bob.md && echo "# Cy" >people/cy.md && nt-find people/ | nt-snooze - 2w >stream && echo more >>people/bob.md && rm people/cy.md && cp people/bob.md old &&
	code 1 nt-save <stream >out 2>err && has people/ada.md snooze && cmp old people/bob.md && ! [ -e people/cy.md ] && has err "people/bob.md: changed" &&
	has err "people/cy.md: gone, moved or another book" && is "$(wc -l <err)" 2'

t 'a note cut short is not saved, those before it are; 2' '
	ada && echo "# Bob" >people/bob.md && nt-find people/ | nt-snooze - 2w >stream && head -c "$(($(wc -c <stream) - 3))" stream >cut && code 2 nt-save <cut >out 2>err &&
	has people/ada.md snooze && hasnt people/bob.md snooze && has err "cut short" && has err people/bob.md'

t 'what does not parse is not written' '
	ada && nt-find ada | sed "s/^name.*/name: \"Ada/" >stream && cp people/ada.md old && code 2 nt-save <stream >out 2>err && has err people/ada.md && cmp old people/ada.md &&
	new "name: \"X\n---\n" | code 2 nt-save 2>err && printf "# Plain\n" | code 2 nt-save 2>err && has err nt-rev && only_ada'

t 'a terminal as input is said, 2' '
	ada && code 2 on-tty -i nt-save >out && has out "standard input is a terminal" && code 2 nt-save x </dev/null'

t 'without a book: an error' '
	new "name: X\n---\n" | code 2 nt-save 2>err && has err "no book"'

t 'a new note: by its path, by its name' '
	book && new "name: Zoë Q\nemail: z@x\n---\n" | nt-save >out && is "$(cat out)" "people/zoe-q.md:1: new: Zoë Q" && printf -- "---\nname: Zoë Q\nemail: z@x\n---\n" | same people/zoe-q.md &&
	new "name: Org\nkind: org\n---\n" | nt-save >out && is "$(ls orgs)" org.md && new "name: Y\n---\n" people/far/y.md | nt-save >out && [ -f people/far/y.md ] &&
	new "name: Not Y\n---\n" people/far/y.md | nt-save >out && [ -f people/not-y.md ] && new "email: only@x\n---\n" | nt-save >out && [ -f people/only-x.md ] &&
	new "tags: [x]\n---\n" | code 2 nt-save 2>err && has err name'

t 'no path leads out of the book' '
	mkdir in far && cd in && ada && git init -q . && ln -s ../far link && ln -s ../../far people/link && printf x >../far/x.md && mkdir other && cp book.md other/ &&
	for path in ../x.md ../far/x.md /x.md link/x.md people/link/x.md .git/hooks/x.md .git/x.md people/.x.md people/../../x.md people/../x.md ./x.md people//x.md people/./x.md people/ .. . \
		x.txt x templates/x.md README.md people/book.md other/x.md "\"people/x\\\\ny.md\"" "\"../x.md\"" "\"people/\\\\u0001.md\"" "\"people/\\\\u202e.md\"" "\"\\\\u002e\\\\u002e/x.md\"" "people/ada.md/x.md"; do
		new "name: X\nuid: 1\n---\n" "$path" | code 2 nt-save >out 2>err && [ -s err ] && is "$(cat out)" "" && is "$(find .. -name "*x*.md")" ../far/x.md || { echo "$path" && cat out err; return 1; }
		printf -- "---\nnt-path: %b\nnt-rev: %016d\nname: X\n---\n\f\n" "$path" 7 >stream; code 2 nt-save <stream 2>err || { echo "$path" && cat err; return 1; }
	done && is "$(cat ../far/x.md)" x && is "$(nt-find -p)" people/ada.md'

t 'a link in the place of the note is not followed' '
	mkdir in && cd in && ada && echo "# Out" >../out.md && nt-find ada | nt-snooze - 2w >stream && cp people/ada.md ../ada.md && rm people/ada.md && ln -s ../../ada.md people/ada.md &&
	code 2 nt-save <stream 2>err && hasnt ../ada.md snooze && [ -L people/ada.md ]'

t 'phones are read by the country of the note, else of the book, as nt-dup reads them' '
	book && printf -- "---\nkind: book\ncountry: de\n---\n" >book.md && person() { printf -- "---\nname: Jan Alt\n%b---\n" "$1" >people/jan.md; } &&
	row() { printf "name,phone\nJan Alt,%s\n" "$1" | nt-import - | nt-save >out && is "$(ls people)" "${2:-jan.md}"; } &&
	person "phone: \"+49 30 123456\"\n" && row 030/123456 && row "0049 (0)30 123456" && hasnt people/jan.md "phone: [" && is "$(nt-find -l -o phone jan)" "+49 30 123456" &&
	person "phone: {work: +49 30 123456}\n" && row "+49-30-123456" && is "$(nt-find -l -o phone jan)" "+49 30 123456" &&
	person "phone: \"+49 30 123456\"\nemail: j@x.example\n" && printf "name,email,phone\nJan Alt,j@x.example,030 123456 x12\n" | nt-import - | nt-save >out && is "$(nt-find -l -o phone jan)" "+49 30 123456; 030 123456 x12" &&
	person "phone: \"+33 30 123456\"\ncountry: FR\n" && new "name: Jan Alt\ncountry: FR\nphone: 030/123456\n---\n" | nt-save >out && is "$(ls people)" jan.md && is "$(nt-find -l -o phone jan)" "+33 30 123456" &&
	person "phone: \"+33 30 123456\"\n" && row 030/123456 "jan-alt.md
jan.md"'

t 'missing fields are filled in, lists added to' '
	fills "---\nname: Ada Lovelace\nemail: a@x.org # work\ntags: [x]\n---\n\nText\n" \
		"---\nname: Ada Lovelace\nemail: [a@x.org, b@x.org] # work\ntags: [x, z]\nphone: \"+44 20\"\naddress:\n  city: London\n---\n\nText\n" \
		"name: ada lovelace\nemail: [A@x.org, b@x.org]\ntags: [z, X]\nphone: \"+44 20\"\naddress:\n  city: London\n---\n" &&
	fills "---\nname: Ada Lovelace\nuid: 7\nphone: {work: +44 (20) 12}\nurl: https://www.ada.org/\nbirthday: --12-10\n---\n" \
		"---\nname: Ada Lovelace\nuid: 7\nphone: {work: +44 (20) 12, home: \"3\"}\nurl: https://www.ada.org/\nbirthday: 1815-12-10\n---\n" \
		"name: Ada Lovelace\nuid: 7\nphone: {work: 0044 20 12, home: \"3\"}\nurl: ada.org\nbirthday: 1815-12-10\n---\n" &&
	fills "---\nname: Ada Lovelace\nuid: 7\nemail: {work: a@x}\n---\n" "---\nname: Ada Lovelace\nuid: 7\nemail: {work: a@x, other: [b@x]}\n---\n" "name: Ada Lovelace\nuid: 7\nemail: b@x\n---\n" &&
	fills "---\r\nuid: 7\r\n---\r\n# Ada Lovelace\r\n" "---\r\nuid: 7\r\norg: Acme\r\n---\r\n# Ada Lovelace\r\n" "name: Ada Lovelace\nuid: 7\norg: Acme\n---\n" &&
	fills "---\nuid: 7\n---\n# Ada\n" "---\nuid: 7\nx: {a: [q, {b: c}]}\n---\n# Ada\n" "name: ADA\nuid: 7\nx: {a: [q, {b: c}]}\n---\n"'

t 'any other difference is a conflict: both values, 1, and ours stays' '
	ada "---\nname: Ada Lovelace\nemail: a@x\norg: \"[[Acme]]\"\ntitle: CTO\naddress: {city: Rome}\n---\n" &&
	left "name: Ada Lovelace\nemail: a@x\norg: Globex\ntitle: cto\naddress: {city: Oslo}\n---\n" \
		"$(printf "%s\n" "people/ada.md:4: org: '\''[[Acme]]'\'' kept, the new note says '\''Globex'\''" "people/ada.md:6: address.city: '\''Rome'\'' kept, the new note says '\''Oslo'\''")" &&
	left "name: Lovelace, A.\nemail: a@x\n---\n" "people/ada.md:2: name: '\''Ada Lovelace'\'' kept, the new note says '\''Lovelace, A.'\''" &&
	left "name: Ada Lovelace\nemail: a@x\n---\nSome prose.\n" "people/ada.md: not in the note, the new note says '\''Some prose.'\''"'

t 'what the source said last time gives way to what it says now' '
	ada "---\nname: Ada Lovelace\nemail: a@x\norg: Acme\ntitle: Mine\nfrom:\n  linkedin: {org: Acme, title: Boss}\n---\n" &&
	new "name: Ada Lovelace\nemail: a@x\norg: Globex\ntitle: Chief\nfrom: {linkedin: {org: Globex, title: Chief}}\n---\n" | code 1 nt-save >out 2>err &&
	is "$(cat err)" "nt-save: people/ada.md:5: title: '\''Mine'\'' kept, linkedin says '\''Chief'\''" && cat >want <<\E && same want people/ada.md &&
---
name: Ada Lovelace
email: a@x
org: Globex
title: Mine
from:
  linkedin: {org: Globex, title: Chief}
---
E
	new "name: Ada Lovelace\nemail: a@x\norg: Initech\nfrom: {google: {org: Initech}}\n---\n" | code 1 nt-save >out 2>err && has err "org: '\''Globex'\'' kept, google says '\''Initech'\''" &&
	has people/ada.md "  google: {org: Initech}" && sed "s/^org: .*/org: Initech/" people/ada.md >x && mv x people/ada.md && new "name: Ada Lovelace\nemail: a@x\norg: Hooli\nfrom: {google: {org: Hooli}}\n---\n" | nt-save >out &&
	has people/ada.md "org: Hooli" && new "name: Ada L.\nemail: a@x\nfrom: {google: {name: Ada L.}}\n---\n" | code 1 nt-save 2>err >out'

t 'a value that the source has under another label now is one value still; where a hand put it, it stays' '
	label() { # WAS SAID NOW BECOMES: the emails of the note, of the source last time and now, and of the note then
		ada "---\nname: Ada Lovelace\nuid: 7\nemail: $1\nfrom:\n  google: {email: $2}\n---\n" && new "name: Ada Lovelace\nuid: 7\nemail: $3\nfrom: {google: {email: $3}}\n---\n" | nt-save >out && has people/ada.md "google: {email: $3}" && is "$(grep "^email" people/ada.md)" "email: $4"
	} &&
	label "{home: a@x} # mine" "{home: a@x}" "{work: a@x}" "{work: a@x} # mine" && label "{home: a@x, work: b@x}" "{home: a@x, work: b@x}" "{work: a@x, home: b@x}" "{home: b@x, work: a@x}" &&
	label "{home: a@x, cell: h@x}" "{home: a@x}" "{cell: a@x}" "{cell: [h@x, a@x]}" && label "{secret: a@x}" "{home: a@x}" "{work: a@x}" "{secret: a@x}" &&
	label "{home: [a@x, b@x]}" "{home: [a@x, b@x]}" "{work: a@x}" "{home: b@x, work: a@x}" && label "{home: [a@x, h@x]}" "{home: a@x}" "{work: [a@x, c@x]}" "{home: [a@x, h@x], work: c@x}" &&
	label "{home: a@x, old: b@x}" "{home: a@x, old: b@x}" "{home: a@x}" "{home: a@x, old: b@x}" && label "{home: a@x}" "{home: a@x}" "{home: c@x, work: a@x}" "{home: c@x, work: a@x}" && label "{home: a@x}" "{home: a@x, work: b@x}" "{cell: a@x, work: b@x}" "{cell: a@x}"'

t 'an address that is home now and was work is one; a number that a format calls otherwise is no second one' '
	ada "---\nname: Ada Lovelace\nuid: 7\naddress:\n  work: {city: Rome}\nfrom:\n  google: {address: {work: {city: Rome}}}\n---\n" && new "name: Ada Lovelace\nuid: 7\naddress: {home: {city: Rome}}\nfrom: {google: {address: {home: {city: Rome}}}}\n---\n" | nt-save >out && is "$(grep -c "city: Rome" people/ada.md)" 2 && hasnt people/ada.md work &&
	ada "---\nname: Ada Lovelace\nphone:\n  mobile: \"+44 7700 900123\"\n---\n" && nt-export -f abook | nt-import -f abook - | nt-save >out && is "$(nt-find -l -o phone ada)" "+44 7700 900123" && sed "/^from/,\$d" people/ada.md >top && has top "  mobile:" && hasnt top cell'

t 'a name that the source changes leaves the old one as an alias' '
	ada "---\nname: Ada Byron\nemail: a@x\nfrom:\n  g: {name: Ada Byron, uid: g1}\n---\n" && new "name: Ada King\nemail: a@x\nfrom: {g: {name: Ada King, uid: g1}}\n---\n" | nt-save >out && has people/ada.md "name: Ada King" &&
	is "$(nt-find -l -o aliases ada)" "Ada Byron"'

t 'matched by uid, by email, by name and one more' '
	ada "---\nname: Ada Lovelace\nemail: {work: Ada@X.org}\nuid: u1\norg: \"[[Acme]]\"\naliases: [Countess]\nfrom:\n  g: {uid: g1}\n---\n" && for theirs in "name: X\nuid: u1" "name: X\nuid: g1" "email: ada@x.ORG" "name: A. Lovelace\nemail: ada@x.ORG" "name: ÁDA lovelace\norg: acme" \
		"name: countess\norg: Acme" "name: Ada Lovelace\nuid: g1"; do
		new "$theirs\nnote: found\n---\n" | nt-save >out 2>err; has people/ada.md "note: found" && only_ada && sed /found/d people/ada.md >x && mv x people/ada.md || { echo "$theirs"; return 1; }
	done && for theirs in "name: Ada Lovelace\norg: Other" "name: X\norg: Acme" "name: Ada Lovelace\norg: Acme\nuid: g2\nfrom: {g: {uid: g2}}" "name: Ada Lovelace\nkind: org\nemail: ada@x.org"; do
		new "$theirs\nnote: other\n---\n" | nt-save >out 2>err && hasnt people/ada.md other && is "$(nt-find -p note=other | wc -l)" 1 && rm -f "$(nt-find -p note=other)" || { echo "$theirs"; return 1; }
	done'

# apart OURS THEIRS: with a shared address they are two, which is told; also when the stream comes again
apart() {
	ada "---\n$1\n---\n" && cp people/ada.md old && new "$2\n---\n" >stream && nt-save <stream >out 2>err && cmp old people/ada.md && has out ": new: " &&
	has err "has an email of people/ada.md, but another name, kind, uid or birthday" && is "$(nt-save <stream 2>&1)" "" && is "$(nt-find -p kind=person or kind=org | wc -l)" 2 && rm "$(sed "s/:.*//" out)" || { echo "$1 / $2" && cat out err && return 1; }
}

# one OURS THEIRS: with a shared address they are one
one() {
	ada "---\n$1\n---\n" && new "$2\nhow: found\n---\n" | nt-save >out 2>err; has people/ada.md "how: found" && only_ada || { echo "$1 / $2" && return 1; }
}

t 'who share an address and have other names, birthdays or uids of one source are two' '
	s="email: s@x.org" && apart "name: Ada\n$s" "name: Bob\n$s" && apart "name: Ada\n$s\nfrom: {v: {name: Ada}}" "name: Bob\n$s\nfrom: {v: {name: Bob}}" &&
	apart "name: Ada Lovelace\n$s" "name: William Lovelace\n$s" && apart "name: Ada Lovelace\n$s" "name: Ada \046 William Lovelace\n$s" && apart "name: Mr Smith\n$s" "name: Mrs Smith\n$s" &&
	apart "name: John Smith\n$s" "name: John Smith Jr.\n$s" && apart "name: John Smith\n$s\nbirthday: 1950-01-02" "name: John Smith\n$s\nbirthday: 1980-03-04" &&
	apart "name: John Smith\n$s\nbirthday: 1950-01-02" "name: John Smith\n$s\nbirthday: --03-04" && apart "name: J. Smith\n$s" "name: K. Smith\n$s" && apart "name: A.\n$s" "name: Ada\n$s" && apart "name: John Smith\n$s" "name: John John\n$s" &&
	apart "name: Ada\n$s\nuid: 1" "name: Ada\n$s\nuid: 2" && apart "name: Ada\n$s\nfrom: {g: {uid: 1}}" "name: Ada\n$s\nfrom: {g: {uid: 2}}" &&
	apart "name: Ada\n$s\naliases: [Countess]" "name: Bob\n$s\naliases: [Bobby]" && apart "name: Acme\nkind: org\n$s" "name: Acme Sales\nkind: org\n$s" && apart "name: Ada\n$s" "name: Acme\nkind: org\n$s"'

t 'who share an address and have one name, shorter or longer, are one; so are those of whom one has none' '
	s="email: s@x.org" && one "name: Ada\n$s" "name: Ada Lovelace\n$s" && one "name: Dr. Ada Lovelace\n$s" "name: Lovelace, Ada\n$s" && one "name: Ada King Lovelace\n$s" "name: A. Lovelace\n$s" &&
	one "name: Ada\n$s\naliases: [Countess]" "name: Countess\n$s" && one "name: Jean-Luc Q\n$s" "name: JEAN LUC Q\n$s" && one "$s\nname: s@x.org" "name: Bob\n$s" && one "name: Ada\n$s" "$s" &&
	one "name: Ada\n$s\nbirthday: --03-04" "name: Ada\n$s\nbirthday: 1980-03-04" && one "name: Ada\n$s\nfrom: {g: {uid: 1}}" "name: Ada\n$s\nfrom: {h: {uid: 2}}" && one "name: Ada\n$s\nuid: 1" "name: Ada\n$s\nfrom: {h: {uid: 2}}" && one "name: Ada\n$s\nuid: 1\nfrom: {g: {uid: 1}}" "name: Ada\n$s\nuid: 2" &&
	one "name: Ada\n$s\nuid: [1, 2]" "name: Ada\n$s\nuid: [2, 3]" && one "name: John Smith Jr\n$s" "name: Jr. Smith, J.\n$s" && one "name: Ada\n$s\nuid: u" "name: Bob\n$s\nuid: u"'

t 'a namesake is told of; the same stream again makes nobody anew' '
	ada && new "name: Ada Lovelace\norg: Acme\n---\n" >stream && nt-save <stream >out 2>err && is "$(cat out)" "people/ada-lovelace.md:1: new: Ada Lovelace" && has err people/ada.md &&
	is "$(nt-save <stream)" "" && { new "name: Neo\n---\n" && new "name: Neo\n---\n" && new "name: Trin\nemail: t@x\n---\n" && new "name: Trin Q\nemail: T@x\n---\n"; } >stream && code 1 nt-save <stream >out 2>err &&
	is "$(grep -c new: out)" 2 && code 1 nt-save <stream >out 2>err && is "$(cat out)" ""'

t 'who may be two is neither' '
	ada "---\nname: Ada Lovelace\nemail: a@x\norg: Acme\n---\n" && printf -- "---\nname: Ada L\nemail: b@x\n---\n" >people/b.md && printf -- "---\nname: Ada Lovelace\norg: Acme\n---\n" >people/c.md && cp -R people ../keep && for theirs in "name: Ada\nemail: [a@x, b@x]" \
		"name: ada lovelace\norg: acme"; do
		new "$theirs\nnote: y\n---\n" | code 1 nt-save >out 2>err && has err "people/ada.md, people/" && diff -r people ../keep || return 1
	done; rm -r ../keep'

t 'entries that the note lacks come into its log, once' '
	fills "---\nuid: 1\nname: Ada Lovelace\n---\n\n## Log\n\n* 2026-09-01 call: x\n* [x] 2026-10-01 owe: the paper\n" \
		"---\nuid: 1\nname: Ada Lovelace\n---\n\n## Log\n\n* 2026-09-01 call: x\n* [x] 2026-10-01 owe: the paper\n* 2026-10-02 mail<: two\n  - nested\n" \
		"uid: 1\nname: Ada Lovelace\n---\n\n## Mail\n\n- 2026-09-01 call: x\n- [ ] 2026-11-01 owe: the paper\n- 2026-10-02 mail<: two\n  - nested\n- 2026-10-02 mail<: two\n"'

t 'the keys that the vault uses' '
	mkdir people && printf -- "---\nkind: book\nmap:\n  org: company\n---\n" >book.md && fills "---\nname: Ada Lovelace\nuid: 1\n---\n" "---\nname: Ada Lovelace\nuid: 1\ncompany: Acme\n---\n" "name: Ada Lovelace\nuid: 1\norg: Acme\n---\n" &&
	left "name: Ada Lovelace\nuid: 1\norg: Globex\n---\n" "people/ada.md:4: company: '\''Acme'\'' kept, the new note says '\''Globex'\''"'

t 'a field that only a person can change is told, the rest is done' '
	ada "---\nname: Ada Lovelace\nuid: 1\ntags: &t [x]\n---\n" && new "name: Ada Lovelace\nuid: 1\ntags: [y]\norg: Acme\n---\n" | code 2 nt-save >out 2>err && has err people/ada.md:4 && has people/ada.md "org: Acme" && has people/ada.md "&t [x]"'

t 'a dry run: a patch that git apply and patch take, and nothing is written' '
	mkdir b && cd b && git init -q . && ada "---\nname: Ada Lovelace\nemail: a@x\n---\n\nText" && git add . && git commit -qm x && { nt-find ada | nt-snooze - 2w && new "name: A\nemail: a@x\norg: Acme\n---\n" && new "name: New One\n---\n" "people/new one.md" &&
	new "name: New One\nemail: n@x\nuid: 1\n---\n" && new "name: Other\nuid: 1\norg: Y\n---\n"; } >../stream && code 1 nt-save -n <../stream >../p 2>../err && rm -f .nt-lock && is "$(git status --short)" "" && cp -R . ../a && cp -R . ../c &&
	code 1 nt-save <../stream >out 2>../err2 && rm out .nt-lock && cmp ../err ../err2 && (cd ../a && git apply ../p) && diff -r -x .git . ../a && { command -v patch || skip "no patch"; } && (cd ../c && patch -s -p1 <../p) && diff -r -x .git . ../c'

t 'a patch on a terminal cannot drive it' '
	ada && new "name: AB\n---\n\nx \033[31m y\n" | on-tty nt-save -n --color=never >out && hasnt out "$(printf "\033[31m")" && has out "x ^[[31m y"'

t 'the lock is not held while input is waited for' '
	ada && mkfifo pipe && { nt-save <pipe >out & } && exec 9>pipe && nt-log ada call: x >log && new "name: Zed\n---\n" >&9 && exec 9>&- && wait && has log "call: x" && [ -f people/zed.md ]'

t 'a folder that cannot be written: said, 2, the others go on' '
	[ "$(id -u)" -ne 0 ] || { chmod 755 "$TMP" . && as() { setpriv --reuid 65534 --regid 65534 --clear-groups "$@"; } && as nt-find --version >/dev/null 2>&1; } || skip "no other user to be"
	[ "$(id -u)" -eq 0 ] || as() { "$@"; }
	ada && mkdir z && echo "# Bob" >z/bob.md && chmod 777 . z && nt-find kind=person | nt-snooze - 2w >stream && chmod 555 people && code 2 as nt-save <stream 2>err >out && has err people/ada.md && has z/bob.md snooze &&
	hasnt people/ada.md snooze'

t 'of hundreds with one name each is found again: by what agrees, or by what the fewest say' '
	book && one() { printf -- "---\nnt-rev: new\nname: Ada\ncloseness: $(($1 % 5 + 1))\ncadence: $1d\n$2---\n\f\n"; } && for i in $(seq 300); do one $i "phone: \"5550$i\"\n"; done >new && nt-save <new >out && is "$(grep -c ": new: Ada" out)" 300 && nt-save <new >out && is "$(cat out)" "" &&
	one 250 "city: Rome\n" | sed "s/^closeness.*/phone: \"5550250\"/" | nt-save >out && is "$(cat out)" "people/ada-250.md:6: city: Rome" && one 77 "" | nt-save >out && is "$(cat out)" "" && one 401 "" | nt-save >out 2>err && is "$(cat out)" "people/ada-301.md:1: new: Ada" && has err "is called '\''Ada'\'' too" &&
	printf -- "---\nnt-rev: new\nkind: org\nname: Ada\n---\n\f\n" | nt-save >out 2>err && hasnt err "too" && has out ": new: Ada"'

t 'an entry that is private in the new note does not come into the log' '
	book && printf -- "---\nname: Ada\nemail: a@x.org\n---\n\n## Log\n\n- 2026-01-01 call: x\n" >people/ada.md && cp people/ada.md old &&
	printf -- "---\nnt-rev: new\nname: Ada\nemail: a@x.org\n---\n\n## Private\n\n- 2026-02-01 call: hush\n\f\n" >s && code 1 nt-save <s >out 2>err && cmp people/ada.md old && hasnt out hush && hasnt err hush && has err "not in the note"'

t 'whom the same source said last time is known, whatever was corrected' '
	printf "First Name,Last Name,E-mail 1 - Value,Birthday\nAnn,Bee,a@x.example,1980-01-01\n" >k.csv && new() { rm -rf b && mkdir b && printf -- "---\nkind: book\n---\n" >b/book.md && nt-import k.csv | nt-save -b b >out; } &&
	again() { nt-import "${1:-k.csv}" | nt-save -b b >out 2>&1 && is "$(ls b/people | wc -l | tr -d " ")" 1; } && new && nt-set -b b ann birthday=1980-01-02 >out && again && is "$(cat out)" "" &&
	new && nt-mv -b b "Ann Bee" "Ann Cee" >out && again && is "$(cat out)" "" && new && sed s/1980/1981/ k.csv >born.csv && again born.csv && has b/people/ann-bee.md "birthday: 1981-01-01" &&
	new && sed s/Bee/Cee/ k.csv >name.csv && again name.csv && is "$(nt-find -b b -l -o name,aliases)" "Ann Cee	Ann Bee"'

# calls OLD NEW COUNT: after cards OLD and then NEW of printf %b, each a line "FN:Dad|TEL:3", there are so many people, which a third time keeps
calls() {
	rm -rf b && mkdir b && printf -- "---\nkind: book\n---\n" >b/book.md && for cards in "$1" "$2" "$2"; do
		printf "%b\n" "$cards" | sed "s/|/\n/g; s/^/BEGIN:VCARD\nVERSION:3.0\n/; s/\$/\nEND:VCARD/" | nt-import - >s && nt-save -b b <s >out 2>err
	done
	is "$(find b/people -name "*.md" | wc -l | tr -d " ")" "$3" || { echo "$1 / $2" && cat out err b/people/*; return 1; }
}

t 'whom a source without uids and emails calls so is the same with another number' '
	calls "FN:Dad|TEL:3" "FN:Dad|TEL:33" 1 && is "$(cat out)" "" && is "$(nt-find -b b -l -o phone dad)" 33 && calls "FN:Mom" "FN:Mom|TEL:3" 1 && is "$(nt-find -b b -l -o phone mom)" 3 &&
	calls "FN:Dad|TEL:3\nFN:Mom|TEL:4" "FN:Mom|TEL:44\nFN:Dad|TEL:3" 2 && is "$(nt-find -b b -l -o phone mom)" 44 && calls "FN:Dad|TEL;TYPE=home:3|BDAY:1950-01-01" "FN:Dad|TEL;TYPE=home:33|BDAY:1950-01-01" 1 &&
	calls "FN:Dad|TEL:3|BDAY:1950-01-01" "FN:Dad|TEL:3|BDAY:1950-01-01" 1 && nt-set -b b dad birthday=1950-01-02 >out && printf "BEGIN:VCARD\nVERSION:3.0\nFN:Dad\nTEL:33\nBDAY:1950-01-01\nEND:VCARD\n" | nt-import - | nt-save -b b >out && is "$(nt-find -b b -l -o phone,birthday)" "33	1950-01-02" &&
	calls "FN:Dad|TEL:3" "FN:Dad|TEL:3" 1 && nt-mv -b b Dad "Bo Bee" >out && sed -i.x "/^aliases/d" b/people/*.md && rm -f b/people/*.x && printf "BEGIN:VCARD\nVERSION:3.0\nFN:Dad\nTEL:33\nEND:VCARD\n" | nt-import - | nt-save -b b >out && is "$(nt-find -b b -l -o name,phone)" "Bo Bee	33" &&
	printf "Name,Phone\nDad,3\n" >k.csv && rm b/people/* && nt-import k.csv | nt-save -b b >out && sed s/3/33/ k.csv | nt-import -f csv - | nt-save -b b >out && is "$(nt-find -b b -l -o name,phone)" "Dad	33"'

t 'a name alone is nobody where it is two people'"'"'s, or where there is an email, a uid or another birthday' '
	calls "FN:John Smith|TEL:1\nFN:John Smith|TEL:2" "FN:John Smith|TEL:3" 3 && calls "FN:John Smith|TEL:1" "FN:John Smith|TEL:2\nFN:John Smith|TEL:3" 3 && calls "FN:John Smith|TEL:1" "FN:John Smith|TEL:2\nFN:John Smith|TEL:1" 2 &&
	calls "FN:John Smith|TEL:1\nFN:John Smith|TEL:2" "FN:John Smith|TEL:1\nFN:John Smith|TEL:2" 2 && calls "FN:John Smith|TEL:1|EMAIL:a@x.example" "FN:John Smith|TEL:2" 2 && calls "FN:John Smith|TEL:1" "FN:John Smith|TEL:2|EMAIL:a@x.example" 2 &&
	calls "FN:John Smith|TEL:1|EMAIL:a@x.example\nFN:John Smith|TEL:2" "FN:John Smith|TEL:3" 3 && calls "FN:John Smith|TEL:1|BDAY:1950-01-01" "FN:John Smith|TEL:2|BDAY:1980-01-01" 2 && calls "FN:John Smith|TEL:1|UID:1" "FN:John Smith|TEL:2|UID:2" 2 &&
	calls "FN:John Smith|TEL:1" "FN:John Smith|TEL:2|UID:2" 2 && calls "FN:John Smith|TEL:1" "FN:John Smyth|TEL:2" 2 &&
	calls "FN:Dad|TEL:3" "FN:Dad|TEL:3" 1 && new "name: Dad\nphone: 4\nfrom: {csv: {name: Dad, phone: 4}}\n---\n" | nt-save -b b >out 2>err && has err "is called" && new "name: Dad\nkind: org\nphone: 5\nfrom: {vcard: {name: Dad, phone: 5}}\n---\n" | nt-save -b b >out && is "$(nt-find -b b -l -o phone "kind=person or kind=org" | sort)" "3
4
5"'

t 'an address with a name, a label or another beside it is that address' '
	book && for email in "[\"Ana <D@x.example>\"]" "Ana <d@x.example>" "d@x.example (work)" "\"[d@x.example](mailto:d@x.example)\"" "\"d@x.example, e@x.example\"" "{work: \"Ana <d@x.example>\"}"; do
		for f in vcard csv jcard ldif abook; do
			printf -- "---\nname: Ana\nemail: $email\n---\n" >people/ana.md && nt-export -f $f >e && nt-import -f $f e >s && has s "@x.example" && nt-save <s >out 2>err && is "$(grep "^email" people/ana.md)" "email: $email" && is "$(ls people)" ana.md || { echo "$f: $email" && cat people/*; return 1; }
		done
	done && printf -- "---\nname: Ana\nemail: [\"Ana <d@x.example>\"]\n---\n" >people/ana.md && new "name: Ana\nemail: [d@x.example, e@x.example]\n---\n" | nt-save >out && is "$(nt-find -l -o email ana)" "Ana <d@x.example>; e@x.example"'

t 'an address that one source says no more and another still does stays' '
	book && save() { new "name: Ann Lee\nphone: 1\nemail: $2\nfrom: {$1: {name: Ann Lee, phone: 1, email: $2}}\n---\n" | nt-save >out; } &&
	save google ann@lee.example && save vcard ann@lee.example && save google ann@new.example && is "$(nt-find -l -o email ann)" "ann@lee.example; ann@new.example" && save google ann@new.example && save vcard ann@lee.example && is "$(nt-find -l -o email ann)" "ann@lee.example; ann@new.example" &&
	rm people/*.md && save google ann@lee.example && save google ann@new.example && is "$(nt-find -l -o email ann)" ann@new.example'

t 'two of a family in one table are two, once and again' '
	printf "First Name,Last Name,E-mail 1 - Value,Birthday\nAnn,Bee,a@x.example,\nBob,Bee,a@x.example,\nAnn,Cee,a@x.example,\nAnn,Bee,a@x.example,1980-01-01\nAnn,Bee,a@x.example,1950-01-01\n" >k.csv && mkdir b && printf -- "---\nkind: book\n---\n" >b/book.md &&
	nt-import k.csv | nt-save -b b >out 2>err && cp -R b c && nt-import k.csv | nt-save -b b >out 2>err; diff -r b c && is "$(ls b/people | wc -l | tr -d " ")" 4'

t 'what a vault has a key for goes there, label by label and part by part' '
	mkdir w && printf -- "---\nN.FN: Bee\nFN: Ann Bee\n\"EMAIL[HOME]\": a@x.example\nmobile: +44 20 7946 0001\nUID: u1\n\"ADR[HOME].STREET\": 1 A\n\"ADR[HOME].LOCALITY\": Rome\n---\n" >w/Ann.md && nt-init --no-git w >out &&
	printf "BEGIN:VCARD\nVERSION:4.0\nFN:Ann Bee\nUID:u1\nEMAIL;TYPE=home:a@x.example\nEMAIL;TYPE=work:b@x.example\nTEL;TYPE=home:2\nADR;TYPE=work:;;2 B;Bern;;;\nADR;TYPE=home:;;1 A;Rome;;99;\nEND:VCARD\n" >a.vcf &&
	nt-import a.vcf | nt-save -b w 2>err >out && is "$(cat err)" "" && sed "/^from/,\$d" w/Ann.md >top && hasnt top "email:" && hasnt top phone: && has top "EMAIL[WORK]: b@x.example" && has top "mobile:
  - +44 20 7946 0001
  - \"2\"" &&
	has top "ADR[WORK].STREET: 2 B" && nt-export -b w -f vcard >out && has out "ADR;TYPE=home:;;1 A;Rome;;99;" && has out "ADR;TYPE=work:;;2 B;Bern;;;" && cp w/Ann.md was && nt-import a.vcf | nt-save -b w && same was w/Ann.md'

t 'a vault is asked by its map' '
	mkdir v && printf -- "---\ntags: [person]\nE-Mail: a@x.example\ndob: 1980-01-01\n---\n# Ann Bee\n" >v/Ann.md && nt-init --no-git v >out &&
	mkdir -p alas/contacts && printf "# Ann Bee\n\n- Birthday: 1980-01-01\n- Email: a@x.example\n- Category: A\n" >alas/contacts/ann-bee.md && nt-init --no-git alas >out &&
	printf "BEGIN:VCARD\nVERSION:4.0\nFN:Ann Bee\nEMAIL:a@x.example\nEMAIL:b@x.example\nTEL:1\nBDAY:1980-01-01\nEND:VCARD\n" >a.vcf &&
	for b in v alas; do nt-import a.vcf | nt-save -b $b >out && nt-find -b $b -p kind:person >paths && is "$(wc -l <paths | tr -d " ")" 1 || return 1; done &&
	has v/Ann.md "E-Mail: [a@x.example, b@x.example]" && hasnt v/Ann.md "^email" && has alas/contacts/ann-bee.md "- Email: a@x.example
- Email: b@x.example"'

t 'a text that is only a part of what the note says is told' '
	book && note people/ann.md <<-E && for text in tea team "call: team meeting" "She likes" Ann; do
		---
		name: Ann Bee
		email: a@x.example
		---
		She likes tea, and cake.

		- She has a dog.

		## Log

		- 2026-01-01 call: team meeting
	E
		printf "BEGIN:VCARD\nVERSION:4.0\nFN:Ann Bee\nEMAIL:a@x.example\nNOTE:%s\nEND:VCARD\n" "$text" | nt-import - >s && code 1 nt-save -n <s >out 2>err && has err "vcard says '\''$text'\''" || return 1
	done && for text in "She likes tea, and cake." "She has a dog." "She likes  tea,\\nand cake."; do
		printf "BEGIN:VCARD\nVERSION:4.0\nFN:Ann Bee\nEMAIL:a@x.example\nNOTE:%s\nEND:VCARD\n" "$text" | nt-import - >s && nt-save -n <s >out 2>err && hasnt err says || { echo "$text" && return 1; }
	done'

t 'new entries go around comments, open and closed, code and HTML' '
	book && for tail in "%%%%\n- 2026-01-09 note: hid\n%%%%\n" "%%%%\nopen\n" "<!--\n- 2026-01-09 note: hid\n" "\`\`\`\n- 2026-01-09 note: hid\n"; do
		printf -- "---\nname: Ada Rae\nemail: a@x.example\n---\n\n- 2026-01-01 call: x\n\n$tail" >people/ada.md &&
		printf -- "---\nnt-rev: new\nname: Ada Rae\nemail: a@x.example\n---\n\n- 2026-01-05 call: y\n- 2026-01-10 call: z\n\f\n" | nt-save >out &&
		is "$(sed -n 6,8p people/ada.md)" "- 2026-01-01 call: x
- 2026-01-05 call: y
- 2026-01-10 call: z" || return 1
	done'

done_testing
