#!/bin/sh
# shellcheck disable=SC2015
. "${0%/*}/lib.sh"

# card LINE...: a card of these lines, in CRLF, into f.vcf
card() {
	{ printf 'BEGIN:VCARD\r\n' && printf '%b\r\n' "$@" && printf 'END:VCARD\r\n'; } >f.vcf
}

# says NOTE CARD-LINE...: the card is read as the note, of printf %b, without the first lines and from:
says() {
	printf '%b' "$1" >want
	shift
	card "$@" && nt-import -s f.vcf >out 2>err && tr -d '\f' <out | awk '
		/^nt-rev:/ { next }
		/^from:/ { said = 1; next }
		said && /^ / { next }
		{ said = 0; if (NR > 1) print }' | sed '$d' | same want - && is "$(cat err)" ""
}

t 'one card of each version' '
	says "name: Ada Lovelace\nemail: a@b.org\n---\n" VERSION:2.1 "N:Lovelace;Ada" "FN:Ada Lovelace" "EMAIL;INTERNET:a@b.org" &&
	says "name: Ada Lovelace\nemail:\n  work: a@b.org\n---\n" VERSION:3.0 "N:Lovelace;Ada;;;" "FN:Ada Lovelace" "EMAIL;TYPE=INTERNET,WORK:a@b.org" &&
	says "name: Ada Lovelace\nemail:\n  home: a@b.org\n---\n" VERSION:4.0 "FN:Ada Lovelace" "item1.EMAIL;TYPE=\"home\";PREF=1:a@b.org"'

t 'names: FN, N, and what stands in for them' '
	says "name: Ada King Lovelace\nsort-name: Lovelace, Ada\nvcard: N:Lovelace;Ada;King\n---\n" "N:Lovelace;Ada;King" && says "name: Ada Lovelace\nsort-name: King, Ada\n---\n" "FN:Ada Lovelace" "N:King;Ada;;;" &&
	says "name: Dr. Ada Lovelace\nsort-name: Lovelace, Ada\nvcard: N:Lovelace;Ada;;Dr.;\n---\n" "FN:Dr. Ada Lovelace" "N:Lovelace;Ada;;Dr.;" &&
	says "name: Ada\naliases: The Enchantress\n---\n" "FN:Ada" "FN:The Enchantress" && says "name: Ace\naliases: Bee\n---\n" "NICKNAME:Ace,Bee" && says "name: Acme\norg: Acme\n---\n" "ORG:Acme" &&
	says "name: a@b.org\nemail: a@b.org\n---\n" "EMAIL:a@b.org" && says "name: a b\n---\n" "FN:a\\\\nb" && card "NOTE:x" && code 2 nt-import -s f.vcf >out 2>err && is "$(cat out)" "" && has err "f.vcf:1: a card that names nobody"'

t 'folding: by blank and tab, in a character, soft breaks, base64 to its blank line' '
	says "name: F\n---\n\nab c\n" FN:F "NOTE:a" " b" "  c" && says "name: F\303\274r\n---\n" "FN:F\303" " \274r" && says "name: \303\274x\n---\n" "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=\r\n=BCx" &&
	says "name: F\nvcard:\n  - PHOTO;TYPE=JPEG;ENCODING=b:AAAABBBB\n  - X-A:b\n---\n" FN:F "PHOTO;JPEG;BASE64:AAAA" " BBBB" "" "X-A:b" &&
	says "name: F\nvcard: PHOTO;ENCODING=b:AAAABBBB\n---\n\nn\n" FN:F "PHOTO;ENCODING=BASE64:AAAA" BBBB "" "NOTE:n" && says "name: F\n---\n\none\ntwo\n" FN:F "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=" two'

t 'other character sets; line ends of any sort; a mark' '
	says "name: M\303\274ller\n---\n" "FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller" && says "name: \320\227\320\276\321\217\n---\n" "FN;CHARSET=windows-1251:\307\356\377" && says "name: M\303\274ller\n---\n" "FN:M\374ller" &&
	card "FN:Z\303\266e" && tr -d "\r" <f.vcf >lf && tr "\n" "\r" <lf >cr && { printf "\357\273\277" && cat lf; } >bom && iconv -f UTF-8 -t UTF-16LE f.vcf | { printf "\377\376" && cat; } >le && iconv -f UTF-8 -t UTF-16BE f.vcf | { printf "\376\377" && cat; } >be &&
	for f in lf cr bom le be; do is "$(nt-import -l -o name $f)" "Zöe" || return 1; done'

t 'labels: types, bare words, groups of Apple; what is preferred is first' '
	says "name: F\nphone:\n  cell: \"2\"\n  home: \"1\"\n---\n" FN:F "TEL;HOME;VOICE:1" "TEL;CELL;PREF:2" && says "name: F\nphone:\n  work fax: \"1\"\n---\n" FN:F "TEL;TYPE=work;TYPE=fax:1" &&
	says "name: F\nphone:\n  main: \"1\"\n---\n" FN:F "item1.TEL;type=pref:1" "item1.X-ABLabel:_\$!<Main>!\$_" && says "name: F\nurl:\n  blog: https://x.org/a,b\n---\n" FN:F "item2.URL:https\\\\://x.org/a\\\\,b" "item2.X-ABLABEL:Blog" &&
	says "name: F\nemail: [a@b.c, d@e.f]\n---\n" FN:F EMAIL:a@b.c EMAIL:d@e.f EMAIL:a@b.c && says "name: F\nemail:\n  other: a@b.c\n  home: [d@e.f, g@h.i]\n---\n" FN:F EMAIL:a@b.c "EMAIL;HOME:d@e.f" "EMAIL;HOME:g@h.i" &&
	says "name: F\nphone: +1-555\n---\n" FN:F "TEL;VALUE=uri:tel:+1-555" && says "name: F\nurl: https://x.org/?a;b,c\n---\n" FN:F "URL:https://x.org/?a;b,c" && says "name: F\nim: xmpp:u@x.org?a;b\n---\n" FN:F "IMPP:xmpp:u@x.org?a\\;b"'

t 'PREF: 1 is first, what says none is last; the name is that of the FN that is preferred' '
	says "name: First\naliases: [Last, Second]\n---\n" FN:Last "FN;PREF=2:Second" "FN;PREF=1:First" && says "name: F\nemail: [b@x, pref@x, c@x, a@x, d@x, e@x]\n---\n" FN:F EMAIL:a@x "EMAIL;PREF=1:b@x" "EMAIL;PREF=100:c@x" "EMAIL;PREF=0:d@x" "EMAIL;PREF=101:e@x" "EMAIL;TYPE=PREF:pref@x" &&
	says "name: two@x\nemail: [two@x, one@x]\n---\n" EMAIL:one@x "EMAIL;PREF=7:two@x"'

t 'dates in all spellings' '
	for d in 19960415=1996-04-15 1996-04-15=1996-04-15 1996-04-15T10:00:00Z=1996-04-15 19960415T000000=1996-04-15 --0412=--04-12 --04-12=--04-12 1996-04=1996-04 1996=\"1996\" 1604-12-10=--12-10 1990-5-7=1990-05-07 1990/5/7=1990-05-07 1990/05/07=1990-05-07 1604/5/7=--05-07 25.12.1990=1990-12-25 12/25/1990=1990-12-25 5.5.1990=1990-05-05 "12 April=--04-12" "April 12=--04-12"; do
		says "name: F\nbirthday: ${d#*=}\n---\n" FN:F "BDAY:${d%%=*}" || return 1; done &&
	for d in "circa 1800" 19961341 ---12 0000-00-00 1996-02-30 "next spring" 1990-13-45 07.05.1990 7/5/1990 5/7/90 90-5-7 04/05; do card FN:F "BDAY:$d" && code 2 nt-import -l -o birthday,vcard f.vcf >out 2>err && is "$(cat out err)" "	BDAY:$d
nt-import: f.vcf:3: not a date, kept under vcard: '"'BDAY:\$d'"'" || return 1; done && card FN:F "ANNIVERSARY;VALUE=text:our day" X-DEATHDATE:x BDAY: && code 2 nt-import f.vcf >out 2>err && is "$(wc -l <err)" 2 && has err ":3: not a date, kept under vcard: '"'ANNIVERSARY:our day'"'" && code 2 nt-import -s f.vcf 2>err | nt-export -f jcard - >j && code 2 nt-import j 2>err >out && has err "nt-import: j: card 1: not a date, kept under vcard: '"'ANNIVERSARY:our day'"'" && says "name: F\nbirthday: 1996-04-15\nanniversary: 2010-01-15\ndied: 2020-02-03\n---\n" FN:F "BDAY;VALUE=date:1996-04-15" X-ANNIVERSARY:20100115 DEATHDATE:20200203'

t 'what has a field' '
	says "name: F\norg: Acme\ntitle: Boss, and more\nrole: Head\ntags: [a, b c]\nuid: u-1\n---\n" FN:F "ORG:Acme;" "TITLE:Boss\\\\, and more" ROLE:Head "CATEGORIES:a,b\\\\, c" UID:u-1 &&
	says "name: F\naddress:\n  home:\n    street: 1 Str\n    postcode: \"0100\"\n    city: Bern\n    country: CH\n  work:\n    city: Ulm\n---\n" FN:F "ADR;HOME:;;1 Str;Bern;;0100;CH" "ADR;WORK:;;;Ulm;;;" "ADR:;;;;;;"'

t 'kinds, relations, and what has no field' '
	says "name: Club\nkind: group\nvcard: MEMBER:urn:uuid:1\n---\n" FN:Club KIND:group MEMBER:urn:uuid:1 && says "name: Club\nkind: group\nuid: \"1\"\nvcard: MEMBER:urn:uuid:1\n---\n" FN:Club KIND:group UID:1 MEMBER:urn:uuid:1 && says "name: Acme\nkind: org\n---\n" FN:Acme KIND:ORG && says "name: F\n---\n" FN:F KIND:individual &&
	says "name: F\nfriend: \"[[Bob]]\"\nrelated: \"[[Eve]]\"\n---\n" FN:F "item1.X-ABRELATEDNAMES:Bob" "item1.X-ABLabel:_\$!<Friend>!\$_" "RELATED;VALUE=text:Eve" &&
	says "name: F\nvcard:\n  - RELATED;TYPE=friend:urn:uuid:1\n  - RELATED;TYPE=birthday;VALUE=text:Bob\n  - RELATED;VALUE=text:[[x]]\n---\n" FN:F RELATED\;TYPE=friend:urn:uuid:1 "RELATED;TYPE=birthday;VALUE=text:Bob" "RELATED;VALUE=text:[[x]]" &&
	says "name: F\norg: Acme\nvcard:\n  - ORG:Acme;Unit;\n  - X-A;B=c:d\\\\\\\\;e\n  - item1.GEO:1\n  - item1.X-ABLabel:Here\n---\n" FN:F "ORG:Acme;Unit;" "X-A;B=c:d\\\\\\\\;e" item1.GEO:1 item1.X-ABLabel:Here PRODID:x REV:y VERSION:3.0 &&
	says "name: F\ncadence: 6w\nvcard: X-NT;X-KEY=from:x\n---\n" FN:F "X-NT;X-KEY=cadence:6w" "X-NT;X-KEY=from:x"'

t 'what nt-export has written of a field that is more than texts; what only looks so is kept' '
	says "name: F\nboat:\n  seats: [\"1\", b]\n---\n" FN:F "X-NT:{\"boat\":{\"seats\":[1\\\\,\"b\"]}}" &&
	for x in "{\"from\":{\"a\":1}}" "{\"email\":[[1]]}" "{\"a\":1\\\\,\"b\":2}" "{\"a\":{\"b\":1\\\\,\"b\":2}}" "{\"\":1}" "{}" "{\"a\":&x 1}" "[1]" "a: [1]" "{\"a\":1"; do card FN:F "X-NT:$x" && nt-import -o vcard -l f.vcf >out 2>err && is "$(cat out err)" "X-NT:$(printf %b "$x")" || return 1; done &&
	deep() { printf "{\"a\":%s%s}" "$(printf "%$1s" | tr " " "[")" "$(printf "%$1s" | tr " " "]")"; } && card FN:F "X-NT:$(deep 61)" && nt-import f.vcf | nt-find -o a,vcard -j - | has - "\"a\":[[[" && card FN:F "X-NT:$(deep 62)" && nt-import -o vcard -l f.vcf | has - "{\"a\":[[[[" && says "name: F\na: \"1\"\nvcard: X-NT:{\"a\":[[2]]}\n---\n" FN:F "X-NT;X-KEY=a:1" "X-NT:{\"a\":[[2]]}"'

t 'a group links to cards in other files of the run, in any order, but first to those of its own' '
	card FN:Crew KIND:group MEMBER:urn:uuid:1 MEMBER:mailto:b@x.example MEMBER:urn:uuid:gone && cp f.vcf g.vcf && { card "FN:Ann Bee" UID:1 && cat f.vcf; } >a.vcf && card FN:Bob UID:2 EMAIL:B@x.example && cp f.vcf b.vcf && printf "Name,Email\nCsv,c@x.example\n" >c.csv && mkfifo p &&
	for o in "a.vcf g.vcf b.vcf" "g.vcf c.csv b.vcf a.vcf" "b.vcf a.vcf g.vcf"; do nt-import -l -o name,members,vcard $o >out && has out "Crew	[[Ann Bee]]; [[Bob]]	MEMBER:urn:uuid:gone" || return 1; done &&
	{ cat g.vcf && card FN:Own UID:1 && cat f.vcf; } >own.vcf && nt-import -l -o name,members a.vcf own.vcf b.vcf | has - "Crew	[[Own]]; [[Bob]]" && nt-import -l -o members g.vcf 2>err >out && is "$(cat out err)" "" && { cat b.vcf >p & } && nt-import -l -o name g.vcf p a.vcf >out && is "$(tr "\n" " " <out)" "Crew Bob Ann Bee " && code 2 nt-import -l -o name g.vcf nosuch a.vcf >out 2>err && is "$(wc -l <err)" 1'

t 'a profile at a service is a url of that label; what says more, or is no url, is kept' '
	u=https://www.linkedin.com/in/ada && says "name: F\nurl:\n  linkedin: $u\n---\n" FN:F "X-SOCIALPROFILE;TYPE=linkedin:$u" && says "name: F\nurl:\n  linkedin: $u\n---\n" FN:F "X-SOCIALPROFILE;type=LinkedIn;type=pref;x-user=Ada:$u" && says "name: F\nurl:\n  linkedin: $u\n---\n" FN:F "SOCIALPROFILE;SERVICE-TYPE=LinkedIn;USERNAME=ada;PREF=1;VALUE=uri:$u" &&
	says "name: F\nurl: $u\n---\n" FN:F "SOCIALPROFILE:$u" && says "name: F\nurl:\n  my page: $u\n---\n" FN:F "item1.X-SOCIALPROFILE:$u" "item1.X-ABLabel:My page" && says "name: F\nurl:\n  linkedin: $u\nvcard: X-SOCIALPROFILE;TYPE=linkedin;X-USERID=77:$u\n---\n" FN:F "X-SOCIALPROFILE;TYPE=linkedin;X-USERID=77:$u" &&
	for x in "X-SOCIALPROFILE;TYPE=twitter:ada" "SOCIALPROFILE;SERVICE-TYPE=X;VALUE=text:@ada" "X-SOCIALPROFILE;TYPE=twitter;X-USER=ada:x-apple:ada" "X-SOCIALPROFILE;TYPE=x:https://a b" "X-SOCIALPROFILE:ftp://a.b"; do says "name: F\nvcard: $x\n---\n" FN:F "$x" || return 1; done
	for f in vcard vcard3 jcard; do card FN:F UID:u "X-SOCIALPROFILE;TYPE=linkedin;X-USERID=77:$u" "X-SOCIALPROFILE;TYPE=x:https://x.example/f" && nt-import -s f.vcf >one && nt-export -f $f - <one >two && nt-import two >again && grep -v "^  vcard:\|^  jcard:" again >three && grep -v "^  vcard:" one | same three && is "$(grep -o "linkedin.com" two | wc -l)" 1 || return 1; done
	nt-import f.vcf | nt-set - url.linkedin=https://www.linkedin.com/in/eve 2>err | nt-export -f vcard - >out && hasnt out in/ada && has out in/eve && printf -- "---\nname: F\nvcard: X-SOCIALPROFILE;TYPE=linkedin;X-USERID=77:$u\n---\n" >f.md && nt-export -f vcard - <f.md | has - "X-USERID=77:$u"'

t 'who is known by a profile in a card is known by it in a table' '
	u=https://www.linkedin.com/in/ada && book && card "FN:Ada Lovelace" "X-SOCIALPROFILE;TYPE=linkedin;x-user=ada:$u" && printf "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Lovelace,$u,,Acme,,08 Feb 2026\n" >c.csv && nt-import f.vcf | nt-save >out && nt-import c.csv | nt-save >out 2>err && is "$(cat err; ls people)" ada-lovelace.md && has people/ada-lovelace.md "uid: linkedin:ada" && nt-import f.vcf | nt-save -n >out 2>&1 && is "$(cat out)" ""'

t 'a group of the file links to the cards of the file, and a card shown as a company is an org' '
	{ card FN:Crew X-ADDRESSBOOKSERVER-KIND:group X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:7B1C MEMBER:mailto:B@x.example MEMBER:urn:uuid:gone && cat f.vcf && card "FN:Ann Bee" UID:7b1c && cat f.vcf && card "FN:Bob" UID:urn:uuid:2 EMAIL:b@x.example && cat f.vcf && card FN:Acme X-ABShowAs:COMPANY && cat f.vcf; } >g.vcf &&
	nt-import -s g.vcf >out && has out "members:" && has out "[[Ann Bee]]" && has out "[[Bob]]" && has out "vcard: MEMBER:urn:uuid:gone" && hasnt out 7B1C && is "$(nt-import -l -o name,kind g.vcf | tail -n 1)" "Acme	org"'

t 'labels of Android and services of Apple' '
	says "name: F\nim:\n  other: skype:ada\n  whatsapp: x-apple:%2B49\n  home jabber: aim:x\nphone:\n  мама: +7 900\n  mum: \"12\"\n  my (old) one: \"34\"\n---\n" FN:F "TEL;X-Custom(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=9C=D0=B0=D0=BC=D0=B0):+7 900" "TEL;X-CUSTOM(Mum):12" "TEL;X-Custom(My (old) one):34" "IMPP;X-SERVICE-TYPE=WhatsApp:x-apple:%2B49" "IMPP;X-SERVICE-TYPE=Skype;type=pref:skype:ada" "IMPP;TYPE=home;SERVICE-TYPE=Jabber:aim:x"'

t 'a group of jCard links to the cards of its file, before it and behind it, once told what is none' '
	who() { printf "[\"vcard\",[[\"fn\",{},\"text\",\"%s\"],[\"uid\",{},\"text\",\"%s\"]%s]]" "$@"; } && who Crew g ",[\"kind\",{},\"text\",\"group\"],[\"member\",{},\"uri\",\"urn:uuid:1\"],[\"member\",{},\"uri\",\"urn:uuid:2\"],[\"member\",{},\"uri\",\"urn:uuid:gone\"],7" >crew && who Ann 1 "" >ann && who Bob 2 "" >bob &&
	{ printf "[%s,%s,%s,7]" "$(cat ann)" "$(cat crew)" "$(cat bob)"; } >a && { cat ann && echo && cat crew && echo && cat bob; } >b && for f in a b; do code 2 nt-import -l -o name,members,vcard $f >out 2>err && is "$(cat out)" "Ann		
Crew	[[Ann]]; [[Bob]]	MEMBER:urn:uuid:gone
Bob		" && is "$(grep -c "property 7 is none" err)" 1 || return 1; done && is "$(grep -c . err)" 1'

t 'what the fuzzer found: names in other bytes, a relation called as a type, BASE64 within a word, blanks in a label' '
	says "name: F\nvcard: \305\275N;TYPE=L:x\n---\n" FN:F "\216N;L:x" && says "name: F\nparcel: \"[[Bob]]\"\n---\n" FN:F "RELATED;TYPE=parcel;VALUE=text:Bob" && says "name: F\ncadence: 6w\n---\n" FN:F "X-NT;X-KEY\024\024=cadence:6w" &&
	says "name: F\nvcard: X-A;P=EBASE64:a  b\n---\n" FN:F "X-A;P=EBASE64:a" "   b" && says "name: F\nphone:\n  main: \"1\"\n---\n" FN:F "item1.TEL:1" "item1.X-ABLabel:_\$!<Main >!\$_" &&
	says "name: F\nphone: \"+1\"\nvcard: AGENT:BEGIN:VCARD\\\\na b\\\\nEND:VCARD\n---\n" FN:F "TEL;VALUE=uri:tel:tel:+1" AGENT: BEGIN:VCARD "a\177b" END:VCARD &&
	says "name: F\nbirthday: --04-12\nvcard: X-NT;X-KEY=birthday:6w\n---\n" FN:F BDAY:--0412 "X-NT;X-KEY=birthday:6w" &&
	card FN:F "X-A;XENCODING=BASE64:ab" cd && code 2 nt-import -s f.vcf >out 2>err && has out "X-A;XENCODING=BASE64:ab" && hasnt out abcd && has err "left out: '"'cd'"'"'

t 'many cards; one that does not end; text in no card; a card in a card' '
	printf "BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nhello\nworld\nBEGIN:VCARD\nFN:C\nnonsense\nAGENT:\nBEGIN:VCARD\nFN:In\nEND:VCARD\nNOTE:n\nEND:VCARD\nbegin:vcard\nfn:d\n" >f && code 2 nt-import -s f >out 2>err && nt-import -l -o name f 2>/dev/null | tr "\n" " " >names; is "$(cat names)" "A B C d " &&
	is "$(cut -d: -f 3,4 err | tr "\n" ";")" "1: a card without END;6: in no card, left out from here to the next;10: no name and colon, left out;17: a card without END;" && has out "AGENT:BEGIN:VCARD\\nFN:In\\nEND:VCARD"'

t 'into the book, and again; who changed and what was edited by hand' '
	book && card "FN:Ada Lovelace" "N:Lovelace;Ada;;;" "TEL;CELL:1" "ORG:Acme" "X-A:b" && nt-import f.vcf | nt-save >/dev/null && cp people/ada-lovelace.md one && nt-import f.vcf | nt-save >out && is "$(cat out)" "" && same one people/ada-lovelace.md &&
	sed "s/Acme/Initech/; s/:1/:2/" f.vcf >g.vcf && nt-set ada phone= title=Countess >/dev/null && nt-import g.vcf | nt-save >out && nt-find -l -o org,title ada | has - "Initech	Countess"'

t 'a NOTE is text, whatever it looks like: it comes back, and makes no entry, task or heading' '
	book && python3 "$TOP/tests/import-notes.py" cards f.vcf && nt-import f.vcf | nt-save >out && nt-export -f vcard >back.vcf && python3 "$TOP/tests/import-notes.py" compare back.vcf &&
	code 1 nt-journal -l && code 1 nt-journal --open -l && code 1 nt-find -l "contacts:1.." && ! grep -hE "^ {0,3}(#|-+ *$|=+ *$)" people/*.md | grep -v "^---$" &&
	is "$(nt-import f.vcf | nt-save 2>&1)" "" && grep -qxF "\\# Plan" people/person-3.md && grep -qxF "\\---" people/person-4.md && grep -qxF -- "-5 degrees" people/person-11.md'

t 'a NOTE that was edited in the book is told once, and again when it changes there' '
	book && card FN:Ada EMAIL:a@b.c "NOTE:likes tea" && nt-import f.vcf | nt-save >out && sed "s/likes tea/likes coffee/" people/ada.md >x && cp x people/ada.md && nt-import f.vcf | code 0 nt-save >out 2>&1 && is "$(cat out)" "" &&
	card FN:Ada EMAIL:a@b.c "NOTE:likes milk" && nt-import f.vcf | code 1 nt-save >out 2>err && has err "likes milk" && nt-import f.vcf | code 0 nt-save >out 2>&1 && is "$(cat out)" "" && has people/ada.md "likes coffee"'

t 'an address with a label and one without are two, never one map' '
	with() { card FN:Ada UID:u EMAIL:a@b.c "$@" && nt-import f.vcf | nt-save; } && book && with "ADR:;;1 St;Town;;;" >out && with "ADR;TYPE=work:;;2 St;City;;;" "ADR;TYPE=home:;;3 St;City;;;" >out && nt-find -j ada >got && has got "\"address\":{\"work\":{\"street\":\"2 St\",\"city\":\"City\"},\"home\":{\"street\":\"3 St\",\"city\":\"City\"}}" &&
	with "ADR:;;4 St;Town;;;" >out && nt-find -j ada | has - "\"address\":{\"street\":\"4 St\",\"city\":\"Town\"}" && nt-set ada "address.street=5 St" >out && with "ADR;TYPE=work:;;2 St;City;;;" >out && nt-find -j ada | has - "\"address\":{\"work\":{\"street\":\"2 St\",\"city\":\"City\"},\"other\":{\"street\":\"5 St\",\"city\":\"Town\"}}" && nt-check &&
	nt-export -f vcard >two && is "$(grep -c "^ADR" two)" 2 && nt-import two | nt-save >out 2>&1 && is "$(grep -c "5 St" people/ada.md)" 2 &&
	printf -- "---\naddress: {street: 1 St, work: {street: 2 St}}\n---\n" >people/bob.md && code 0 nt-check people/bob.md >out; has out "warning: " && has out "label beside" && nt-export -f vcard bob | is "$(grep -c "^ADR")" 2'

t 'a city beside, out and in again, is no address more; a tag with a comma stays one' '
	book && printf -- "---\nname: Ada\nemail: a@b.c\ncity: Rome\n---\n" >people/ada.md && nt-export -f vcard >v && nt-import v | nt-save >out 2>&1 && nt-import v | nt-save >out 2>&1 && is "$(cat out)" "" && is "$(nt-find -l -o address,city ada)" "	Rome" && card FN:Ada EMAIL:a@b.c "CATEGORIES:Berlin\\, DE,x" && nt-import f.vcf | nt-save >out && is "$(nt-find -p "tag=Berlin DE")" people/ada.md && code 1 nt-find -p tag=DE 2>err && nt-import f.vcf | nt-save >out && is "$(cat out)" ""'

t 'two who share an address stay two' '
	book && printf "BEGIN:VCARD\nFN:Ada Lovelace\nEMAIL:home@b.org\nEND:VCARD\nBEGIN:VCARD\nFN:William King\nEMAIL:home@b.org\nEND:VCARD\n" >f && nt-import f >s && nt-save <s >/dev/null 2>&1 && nt-find -l -o name >out && is "$(cat out)" "Ada Lovelace
William King"'

t 'a company with the uid of a person, as copies have it, stays a company' '
	book && printf "BEGIN:VCARD\nFN:Rajiv\nUID:u1\nEND:VCARD\nBEGIN:VCARD\nKIND:org\nFN:Sip AB\nUID:u1\nEND:VCARD\n" >f && nt-import f >s && nt-save <s >/dev/null && is "$(nt-find -l -o name,kind)" "Sip AB	org
Rajiv	person" && nt-save <s >out && is "$(cat out)" ""'

t 'what a field cannot hold of its line is kept, and given back as long as the field says so' '
	both() { says "$@" && nt-import f.vcf >s && tr -d "\r" <f.vcf | sed -n "/^ADR\|^N\|^TITLE\|^item/p" | sort >want.lines && nt-export -f vcard - <s | tr -d "\r" | sed -n "/^ADR\|^N\|^TITLE\|^item/p" | sort | same want.lines -; }
	both "name: Taro Yamada\nvcard:\n  - N;ALTID=1;LANGUAGE=en:Yamada;Taro;;;\n  - N;ALTID=1;LANGUAGE=jp:\345\261\261;\345\244\252;;;\n---\n" VERSION:4.0 "FN:Taro Yamada" "N;ALTID=1;LANGUAGE=en:Yamada;Taro;;;" "N;ALTID=1;LANGUAGE=jp:\345\261\261;\345\244\252;;;" &&
	both "name: Taro Yamada\nvcard:\n  - N:Yamada;Taro;;;\n  - N;LANGUAGE=ja:\345\261\261;\345\244\252;;;\n---\n" VERSION:3.0 "FN:Taro Yamada" "N:Yamada;Taro;;;" "N;LANGUAGE=ja:\345\261\261;\345\244\252;;;" && sed -i "s/^name: .*/name: Jiro Ono/" s && nt-export -f vcard - <s | tr -d "\r" | grep "^N" | is "$(cat)" "N:Ono;Jiro;;;" &&
	both "name: F\naddress:\n  street: 1 Main\n  city: Town\ntitle: Patron\nvcard:\n  - ADR;LABEL=\"Mail Drop\";GEO=\"geo:1,2\":;;1 Main;Town;;;\n  - TITLE;LANGUAGE=fr:Patron\n---\n" VERSION:4.0 FN:F "N:;F;;;" "ADR;LABEL=\"Mail Drop\";GEO=\"geo:1,2\":;;1 Main;Town;;;" TITLE\;LANGUAGE=fr:Patron && sed -i "s/^  city: .*/  city: Rome/; s/^title: .*/title: Boss/" s && nt-export -f vcard - <s | tr -d "\r" | grep "ADR\|TITLE" | is "$(cat)" "TITLE:Boss
ADR:;;1 Main;Rome;;;" &&
	both "name: F\naddress:\n  home:\n    city: Ulm\n  work:\n    city: Ulm\nvcard: ADR;TYPE=work;LABEL=x:;;;Ulm;;;\n---\n" VERSION:4.0 FN:F "N:;F;;;" "ADR;TYPE=home:;;;Ulm;;;" "ADR;TYPE=work;LABEL=x:;;;Ulm;;;" &&
	both "name: F\nvcard: ADR;LABEL=x:;;;;;;\n---\n" VERSION:4.0 FN:F "N:;F;;;" "ADR;LABEL=x:;;;;;;" && says "name: F\nvcard: BDAY;CALSCALE=hebrew:57450101\n---\n" FN:F "BDAY;CALSCALE=hebrew:57450101" &&
	for p in LABEL GEO TZ ALTID LANGUAGE SORT-AS; do both "name: F\ntitle: T\nvcard: TITLE;$p=x:T\n---\n" VERSION:4.0 FN:F "N:;F;;;" "TITLE;$p=x:T" || return 1; done && says "name: F\nbirthday: 1980-01-01\n---\n" FN:F "BDAY;CALSCALE=gregorian:19800101"'

t '--photos: the path is that from the root of the book, and the picture leaves again' '
	book && mkdir -p sub && card FN:Ada "PHOTO;ENCODING=b;TYPE=image/png:iVBORw0KGgo=" && mv f.vcf sub && cd sub && nt-import --photos ../photos f.vcf | nt-save >out && nt-find -l -o photo ada | is "$(cat)" photos/ada.png &&
	for f in vcard vcard3 jcard; do nt-export -f $f >$f || return 1; done && has vcard "PHOTO:data:image/png;base64,iVBORw0KGgo=" && has vcard3 "PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=" && has jcard "data:image/png;base64,iVBORw0KGgo=" && nt-set ada photo=ada.png >out && cp ../photos/ada.png ../people && rm ../photos/ada.png && nt-export -f vcard | has - PHOTO:data:image/png && nt-set ada photo=../secret >out && printf "GIF8" >../../secret && nt-export -f vcard 2>err | hasnt - PHOTO && has err "people/ada.md: photo: no picture of the book is" && rm ../../secret &&
	nt-set ada photo=people/ada.md >out && nt-export -f vcard 2>err | hasnt - PHOTO && nt-set ada photo=https://x.example/a.png >out && nt-export -f vcard 2>err | has - "PHOTO;VALUE=uri:https://x.example/a.png" && is "$(cat err)" "" && nt-set ada photo=people/ada.png "vcard=PHOTO;ENCODING=b;TYPE=image/png:iVBORw0KGgo=" >out && is "$(nt-export -f vcard | grep -c ^PHOTO)" 1'

t '--photos: files beside, the same ones next time' '
	card FN:Ada "PHOTO;ENCODING=b:/9j/4AAQ" "LOGO;PNG;BASE64:iVBORw0KGgo=" "" && nt-import -s --photos pics f.vcf >out && has out "photo: pics/ada.jpg" && has out "logo: pics/ada.png" && is "$(od -An -tx1 pics/ada.jpg | tr -d " ")" ffd8ffe00010 && nt-import -s --photos pics f.vcf | same out - &&
	is "$(ls pics | wc -l)" 2 && printf x >no && code 2 nt-import --photos no/x f.vcf 2>err >out && has err picture && has out PHOTO'

t 'a line too long for a note is left out and told' '
	card FN:Ada "PHOTO;ENCODING=b:$(head -c 600000 /dev/zero | tr "\0" A)" && code 2 nt-import -s f.vcf >out 2>err && has out "name: Ada" && hasnt out AAAA && has err photos'

t 'forms, formats, files that are none' '
	book && card FN:Ada EMAIL:a@b.c && is "$(nt-import -l f.vcf)" "Ada	a@b.c		" && is "$(nt-import -l -o name -f vcard - <f.vcf)" Ada && is "$(nt-import -l -n 1 f.vcf f.vcf | wc -l)" 1 && nt-import -j f.vcf | has - "\"name\":\"Ada\"" && on-tty nt-import --color=never f.vcf | has - "a@b.c" &&
	code 2 nt-import nosuch 2>err && has err "cannot read" && echo hello >x && code 2 nt-import x 2>err && has err "say it by -f" && code 2 nt-import -f vcf f.vcf 2>err && has err vcard && code 2 nt-import -p f.vcf 2>err && has err "no paths" && code 2 nt-import && : >empty && code 2 nt-import empty && nt-import -f vcard empty 2>err && has err nobody'

t 'what a card holds never reaches a terminal raw; a full disk' '
	book && printf "BEGIN:VCARD\nVERSION:3.0\nFN:Ev\033[31mil \302\233X \342\200\256abc\nTEL:\033]0;x\007\nNOTE:\033[2J\nBDAY:99x\033[1m\nX-\033A:b\nEND:VCARD\n" >f.vcf && for cmd in "nt-import f.vcf" "nt-import -t -o name,phone f.vcf" "nt-import -l f.vcf" "nt-import -s f.vcf" "nt-import -j f.vcf"; do
		NO_COLOR=1 code 2 on-tty $cmd >out && ! grep -q "$(printf "\033\[[^02m]\|\033\]\|\302\233\|\342\200\256\|\007")" out || { echo "$cmd" && cat -v out && return 1; }
	done && nt-import f.vcf | on-tty sh -c "nt-save -n; nt-save" >out && ! grep -q "$(printf "\033\]\|\302\233\|\342\200\256\|\007\|\033.2J")" out &&
	if [ -c /dev/full ]; then code 2 nt-import f.vcf >/dev/full 2>err && has err "nt-import: "; fi'

t 'one person twice in a file: all is there, and again nothing changes' '
	book && { card FN:Dup EMAIL:d@x TEL:1 && cat f.vcf >g.vcf && card FN:Dup EMAIL:d@x TEL:2 ORG:Q && cat f.vcf >>g.vcf; } && nt-import g.vcf | nt-save >out && is "$(nt-find -l -o phone,org dup)" "1; 2	Q" && for i in 1 2; do nt-import g.vcf | nt-save >out 2>err && is "$(cat out err)" "" || return 1; done'

t 'a group of jCard that is none makes no other property of its line' '
	for group in "url;a" "url:b" "\\\"q" "a\\nb"; do
		printf "[\"vcard\",[[\"fn\",{},\"text\",\"Ada\"],[\"x-n\",{\"group\":\"%s\"},\"unknown\",\"1\"]]]" "$group" >j &&
			code 2 nt-import -s j >out 2>err && is "$(wc -l <err)" 1 && has err "card 1: property 2: no group, left out: " && is "$(grep "^vcard:\|^url:" out)" "vcard: X-N:1" || return 1
	done && printf "[\"vcard\",[[\"fn\",{},\"text\",\"Ada\"],[\"x-n\",{\"group\":\"item1\"},\"unknown\",\"1\"]]]" >j && nt-import -s j | grep "^vcard:" >out && is "$(cat out)" "vcard: item1.X-N:1" &&
	printf "[\"vcard\",[[\"fn\",{},\"text\",\"Crew\"],[\"kind\",{},\"text\",\"group\"],[\"member\",{\"group\":\"a;b\"},\"uri\",\"urn:uuid:1\"]]]" >j && code 2 nt-import -s j >out 2>err && is "$(grep -c "property 3: no group" err)" 1'

t 'outside a book' 'card FN:Ada && is "$(nt-import -l -o name f.vcf)" Ada'

t 'jCard: one, a list, one behind the other; what is none is told' '
	one="[\"vcard\",[[\"version\",{},\"text\",\"4.0\"],[\"fn\",{},\"text\",\"Ada King\"],[\"n\",{},\"text\",[\"King\",\"Ada\",\"\",[\"Dr.\",\"Prof.\"],\"\"]],[\"email\",{\"type\":\"work\"},\"text\",\"a,b@c.org\"],[\"tel\",{\"type\":[\"home\",\"voice\"],\"pref\":\"1\"},\"uri\",\"tel:+1\"],[\"bday\",{},\"date-and-or-time\",\"--04-12\"],[\"adr\",{},\"text\",[\"\",\"\",[\"1 A\",\"B\"],\"C\",\"\",\"9\",\"D\"]],[\"url\",{\"group\":\"i\"},\"uri\",\"https://x.org/a,b\"],[\"x-ablabel\",{\"group\":\"i\"},\"unknown\",\"Blog\"],[\"nickname\",{},\"text\",\"A\",\"B\"],[\"x-n\",{},\"integer\",1,25],[\"note\",{},\"text\",\"a\\nb\"]]]" &&
	printf "%s\n" "$one" >j && nt-import -s j >out 2>err && sed -n "3,/^from/p" out >got && printf "name: Ada King\nsort-name: King, Ada\nphone:\n  home: \"+1\"\nemail:\n  work: a,b@c.org\nbirthday: --04-12\naddress:\n  street: 1 A, B\n  postcode: \"9\"\n  city: C\n  country: D\nurl:\n  blog: https://x.org/a,b\naliases: [A, B]\nvcard:\n  - N:King;Ada;;Dr.,Prof.;\n  - X-N;VALUE=integer:1,25\nfrom:\n" | same got && is "$(sed -n "/^---/,\$p" out | tail -3 | head -2)" "a
b" && is "$(cat err)" "" &&
	printf "%s\n" "[$one, $one, [\"x\"], 3]" >list && code 2 nt-import -l -o name list >out 2>err && is "$(wc -l <out)" 2 && is "$(grep -c "no card" err)" 1 && printf "%s\n%s\n[\"vcard\",[[\"note\",{},\"text\",\"x\"],3]]\n{oops\n" "$one" "$one" | code 2 nt-import -l -o name - >out 2>err && is "$(wc -l <out)" 2 && has err "card 3: property 2 is none" && has err "card 3 names nobody" && has err "standard input:4:"'

t 'written as cards and read again, by us and by vobject: real exports' '
	data=$TOP/../shared/data && { [ -d "$data" ] || skip "no real exports here"; } && find "$data" -name "*.vcf" -o -name more_tests.txt >files && set -- && while read -r f; do set -- "$@" "$f"; done <files && card-round "$@" && for v in 3 4; do
		card-round -$v "$@" >all.vcf && grep -c BEGIN:VCARD all.vcf >want && awk "length > 76" all.vcf | is "$(LC_ALL=C awk "length > 76" all.vcf)" "" && /usr/bin/python3 -c "import vobject" 2>/dev/null || return 0
		/usr/bin/python3 -c "
import vobject
print(sum(1 for c in vobject.readComponents(open(\"all.vcf\", newline=\"\").read()) if c.fn.value and c.n.value is not None))" | same want - || return 1; done && card-round -j "$@" | /usr/bin/python3 -c "
import json, sys
for line in sys.stdin: assert json.loads(line)[0] == \"vcard\""'

t 'khard lists what is written' '
	{ command -v khard >/dev/null || skip "no khard"; } && mkdir vdir && printf "[addressbooks]\n[[a]]\npath = vdir\n[general]\ndefault_action = list\n" >conf && card "FN:Ada Lovelace" "N:Lovelace;Ada;;Dr.;" "TEL;TYPE=CELL:+44 1" "EMAIL:a@b.org" "BDAY:--1210" "item1.TEL:2" "item1.X-ABLabel:Ferienhaus" "ADR;TYPE=home:;;1 A\\\\, B;C;;9;D" "NOTE:x\\\\ny" UID:u1 && mv f.vcf in.vcf && for v in 3 4; do
		card-round -$v in.vcf >vdir/u1.vcf && khard -c conf list 2>err >out && has out "Ada Lovelace" && has out "+44 1" && has out a@b.org && khard -c conf show ada >out && has out "1 A, B" && has out ferienhaus && has out 12 || return 1; done'

t 'real exports: every card is a note or is told' '
	data=$TOP/../shared/data && { [ -d "$data" ] || skip "no real exports here"; } && find "$data" -name "*.vcf" ! -name user-cal.vcf -o -name more_tests.txt >files && while read -r f; do
		cards=$(tr -d "\357\273\277" <"$f" | grep -aic "^BEGIN:VCARD") notes=$(nt-import -l -o name "$f" 2>err | wc -l) && is "$((notes + $(grep -c "names nobody" err)))" "$cards" || { echo "$f" && return 1; }; done <files'

t 'a vault and its export agree' '
	data=$TOP/../shared/data/obsidian-vcf-contacts/assets/demo-data && { [ -d "$data" ] || skip "no real exports here"; } && nt-import -j "$data/vcf/contacts.vcf" >out 2>err || true; is "$(/usr/bin/python3 "$TOP/tests/import-pairs.py" "$data/markdown" <out)" "$(ls "$data/markdown" | wc -l)"'

# kept LINE...: a card of Ada with these lines, read by nt-import into the book
kept() {
	{ printf "%s\n" BEGIN:VCARD VERSION:3.0 UID:ada FN:Ada EMAIL:a@b.org && printf "%s\n" "$@" END:VCARD; } >c.vcf && nt-import c.vcf | nt-save
}

# lines WANT: those of vcard: in her note; and the same card again changes nothing
lines() {
	is "$(nt-find -l -o vcard ada)" "$1" && cp people/ada.md before && nt-import c.vcf | nt-save >again 2>&1 && is "$(cat again)" "" && same before people/ada.md
}

t 'lines of a card follow who said them: changed, dropped, new; a hand keeps what it made' '
	book && long=$(head -c 200 /dev/zero | tr "\0" x) && kept X-A:1 X-B:2 "X-L:$long" >out && lines "X-A:1; X-B:2; X-L:$long" && is "$(grep -c "$long" people/ada.md)" 1 && kept X-A:3 "X-L:$long" X-C:4 >out && lines "X-L:$long; X-A:3; X-C:4" && kept X-A:3 "X-L:${long}y" >out && lines "X-A:3; X-L:${long}y" &&
	nt-set ada vcard+=X-MINE:1 vcard-=X-A:3 >out && kept X-A:3 X-B:5 >out && lines "X-MINE:1; X-B:5" && nt-set ada vcard-=X-B:5 vcard+=X-B:own >out && code 1 kept X-A:3 X-B:6 >out 2>err && has err "'"'X-B:own' kept, vcard says 'X-B:6'"'" && lines "X-MINE:1; X-B:own" && kept NICKNAME:x >out && lines "X-MINE:1; X-B:own"'

t 'lines of a card: two sources in turn, each has its own' '
	book && kept X-A:1 X-B:2 >out && printf "%s" "[\"vcard\",[[\"version\",{},\"text\",\"4.0\"],[\"uid\",{},\"text\",\"ada\"],[\"fn\",{},\"text\",\"Ada\"],[\"email\",{},\"text\",\"a@b.org\"],[\"x-a\",{},\"unknown\",\"9\"],[\"x-b\",{},\"unknown\",\"2\"]]]" >j.json && nt-import j.json | nt-save >out && lines "X-A:1; X-B:2; X-A:9" && nt-import j.json | nt-save >out && is "$(cat out)" "" && lines "X-A:1; X-B:2; X-A:9" && kept X-C:3 >out && lines "X-B:2; X-A:9; X-C:3" && nt-import j.json | nt-save >out && lines "X-B:2; X-A:9; X-C:3"'

t 'a bare VALUE is no label: phone: {value: 1} is a number alone' '
	card VERSION:3.0 FN:Eve "TEL;VALUE:1" && is "$(nt-import -l -o phone f.vcf)" 1 && nt-import f.vcf | hasnt - value:'

t 'a label that is private here is told, once' '
	card FN:Bo "TEL;TYPE=CELL:1" "item1.TEL:2" "item1.X-ABLabel:Private" && { cat f.vcf && sed s/FN:Bo/FN:Cy/ f.vcf; } >two.vcf && nt-import -s two.vcf 2>err >out && is "$(cat err)" "nt-import: Bo: phone is labelled '"'private'"': that is private here, and left out by nt-vdir and nt-export" && is "$(grep -c "^  private: \"2\"$" out)" 2 &&
	printf -- "---\nkind: book\nprivate: [work]\n---\n" >book.md && nt-import -s two.vcf 2>err >out && is "$(cat err)" "" && card FN:Bo "TEL;TYPE=WORK:1" && nt-import -s f.vcf 2>&1 >out | grep -q "phone is labelled .work.:" && card FN:Bo "TEL:1" && nt-import -s f.vcf 2>err >out && is "$(cat err)" ""'

t 'a note of Markdown is no table: refused, with what to do; -f and -m still read it' '
	for text in "# Bob Jones\n\n- Email: bob@x.example\n- Phone: +1 555 0100\n\nMet at conf.\n" "\n## Phone\n\nPhone\n" "---\nname: Bob, J.\nemail: a, b\n---\n" "- Name, Email\n- Bob, b@x\n" "* Phone\n" "> Name, Phone\n"; do
		printf "%b" "$text" >b.md && code 2 nt-import -l b.md >out 2>err && is "$(cat out)" "" && has err nt-init && has err "by -f" || return 1; done &&
	for text in "Bob Jones\n\nEmail: b@x.example\nPhone: 555\n" "Hello\nPhone\n1\n" "Phone: +1 555 0100\nbye\n"; do
		printf "%b" "$text" >b.txt && code 2 nt-import -l b.txt >out 2>err && is "$(cat out)" "" && has err "-f csv" || return 1; done &&
	printf "# Name,Email\nBob,b@x.example\n" >c.csv && code 2 nt-import c.csv 2>err && is "$(nt-import -l -o name -m "# Name=name" c.csv)" Bob && printf "#,Name,Email\n1,Bob,b@x.example\n" | nt-import -l -o name - >out && is "$(cat out)" Bob && printf "Name\nBob\n" | nt-import -l -o name - >out && is "$(cat out)" Bob'

t 'a file with nothing in it' '
	: >empty && printf " \n\n" >blank && code 2 nt-import empty blank 2>err >out && is "$(cat err)" "nt-import: empty: there is nothing in it
nt-import: blank: there is nothing in it" && is "$(cat out)" ""'

done_testing
