#!/bin/sh
# shellcheck disable=SC2015,SC2059
. "${0%/*}/lib.sh"

# table TEXT: printf's, into f.csv
table() {
	printf "$1" >f.csv
}

# fields FIELDS TEXT: of who is in the table, as lines
fields() {
	printf "$2" >f.csv && nt-import -l -o "$1" f.csv
}

linkedin() {
	cat >c.csv <<-'E'
		Notes:
		"When exporting your data, some addresses are missing, as ""usual"".
		More of it."

		First Name,Last Name,URL,Email Address,Company,Position,Connected On
		Ada,Lovelace,https://www.linkedin.com/in/ada-l,ada@b.org,"Analytical, Inc.",Countess,08 Feb 2026
		Sam,"O'Hara, PhD",https://www.linkedin.com/in/Sam-OHara?trk=x,,Acme,"Head of ""Talent""",14 Nov 2019
		,,,,,,07 Jun 2026
		Ada,Lovelace,https://www.linkedin.com/in/ada-2/,,Acme,,01 Jan 2020
	E
}

t 'records as programs write them' '
	is "$(fields name,org "Name,Company\nA,\"x, \"\"y\"\"\"\nB,\"one\ntwo\"\nC,a\"b\"c\n\n\r\nD,e")" "A	x, \"y\"
B	one two
C	a\"b\"c
D	e" && is "$(fields name,org "Name;Company\r\nA;x,y\r\n")" "A	x,y" && is "$(fields name,org "Name\tCompany\nA\tx\n")" "A	x" && is "$(fields name,org "Name,Company\rA,x\rB,y\r" | wc -l)" 2 &&
	is "$(fields name,org "\357\273\277\"Name\",Company\nA,x\n")" "A	x" && is "$(fields name,org "Name,Company\nM\374ller,\200x\n")" "Müller	€x" && table "Name,Company\nA,x\n" && iconv -t UTF-16LE <f.csv | { printf "\377\376" && cat; } >u && is "$(nt-import -l -o name,org u)" "A	x" &&
	table "Name,Company\nA,\"x\nB,y\n" && code 2 nt-import -l -o name,org f.csv >out 2>err && has err "f.csv:2: a quote that does not close" && is "$(cat out)" "A	\"x
B	y" && table "Name,Company\nA,x,y\n" && code 2 nt-import -l f.csv 2>err && has err "f.csv:2: 3 values for 2 columns"'

t 'a first line says the delimiter, as in Excel; else what parts the lines evenly' '
	for sep in ";" "," "|" "\t"; do
		for line in "sep=$sep" "\"SEP=$sep\"\r" "\357\273\277sep=$sep"; do
			is "$(fields name,org "$line\nName${sep}Company\nA\"B\"${sep}\"x,y;z\tw|v\"\n")" "A\"B\"	x,y;z w|v" || return 1; done; done &&
	is "$(fields name,org,email "Name;Company;Email\nA;x,y,z,w,t;a@b.c\n")" "A	x,y,z,w,t	a@b.c" && is "$(fields name,org "Name,Company\nA,x;y;z;w;t\n")" "A	x;y;z;w;t" &&
	table "sep=;\nWer;Was\nA;x\n" && is "$(nt-import -l -o name,was -m Wer=name f.csv 2>/dev/null)" "A	x" && table "sep=;\nWer;Was\nA;x\n" && code 2 nt-import -f csv f.csv 2>err && has err "Wer=FIELD,Was=FIELD" && table "sep=;\nName,Note\nA,x\n" && code 2 nt-import -f csv f.csv 2>/dev/null &&
	table "sep=;\nName;Birthday\nA;soon\n" && code 2 nt-import f.csv 2>err >out && has err f.csv:3:'

t 'LinkedIn: header below notes, hidden members, two of a name' '
	book && linkedin && nt-import -l -o name,uid,email,org,title,met c.csv >out 2>err && is "$(cat out)" "Ada Lovelace	linkedin:ada-l	ada@b.org	Analytical, Inc.	Countess	2026-02-08
Sam O'"'"'Hara, PhD	linkedin:sam-ohara		Acme	Head of \"Talent\"	2019-11-14
Ada Lovelace	linkedin:ada-2		Acme		2020-01-01" && has err "c.csv:8: rows who hid their name, left out: 1, in line 8" && nt-import c.csv 2>/dev/null | nt-save >/dev/null && is "$(nt-find -p | wc -l)" 3 && has people/sam-o-hara-phd.md "linkedin: https://www.linkedin.com/in/Sam-OHara" && hasnt people/sam-o-hara-phd.md trk'

t 'again is nothing; next month only what changed; hand edits win and are told once' '
	book && linkedin && nt-import c.csv 2>/dev/null | nt-save >/dev/null && cp -R people "$TMP/one" && nt-import c.csv 2>/dev/null | nt-save >out && is "$(cat out)" "" && diff -r "$TMP/one" people &&
	nt-set people/ada-lovelace.md title=Programmer >/dev/null && nt-set people/sam-o-hara-phd.md title= >/dev/null && nt-import c.csv 2>/dev/null | nt-save >out 2>err && is "$(cat out err)" "" &&
	sed "s/Acme/Initech/; s/Countess/Duchess/" c.csv >n.csv && nt-import n.csv 2>/dev/null | code 1 nt-save -n >patch 2>err && has patch "+org: Initech" && nt-import n.csv 2>/dev/null | code 1 nt-save >out 2>err && has err "'"'Programmer' kept, linkedin says 'Duchess'"'" && is "$(nt-find -l -o org,title sam)" "Initech	" &&
	is "$(nt-find -l -o title people/ada-lovelace.md)" Programmer && nt-import n.csv 2>/dev/null | nt-save >out 2>err && is "$(cat out err)" ""'

t 'LinkedIn: days of all its tables, with a time and without, month first' '
	for d in "1/15/17, 3:04 PM=2017-01-15" 1/15/17=2017-01-15 "2/3/17, 9:15 AM=2017-02-03" "08 Feb 2020=2020-02-08" "2026-03-01 14:03:22 UTC=2026-03-01" 2026-03-01T14:03:22Z=2026-03-01 "Feb 8, 2026, 9:00=2026-02-08"; do
		is "$(fields met "First Name,Last Name,Connected On\nA,B,\"${d%%=*}\"\n")" "${d#*=}" && table "From,To,Sent At,Message,Direction\nMe,Ada L,\"${d%%=*}\",,OUTGOING\n" && nt-import -s f.csv >out && has out "- ${d#*=}" || return 1; done'

t 'LinkedIn: messages become entries, once; no drafts, no advertisements' '
	book && linkedin && nt-import c.csv 2>/dev/null | nt-save >/dev/null && cat >m.csv <<-E && nt-import m.csv >s 2>err && is "$(cat err)" "" && code 0 nt-save <s >/dev/null 2>err && hasnt err says && cat people/ada-lovelace.md >got && has got "- 2026-03-01 14:03 msg>: Thanks for the intro, free on Thursday or ..." && has got "- 2026-03-02 09:00 msg<: Yes" && hasnt got draft &&
		"CONVERSATION ID","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE","SUBJECT","CONTENT","IS MESSAGE DRAFT"
		"1","Me","https://www.linkedin.com/in/me","Ada Lovelace","https://www.linkedin.com/in/ada-l","2026-03-01 14:03:22 UTC","","Thanks for the intro, free on Thursday or Friday?","No"
		"1","Ada Lovelace","https://www.linkedin.com/in/ada-l","Me","https://www.linkedin.com/in/me","2026-03-02 09:00:00 UTC","","Yes","No"
		"2","Me","https://www.linkedin.com/in/me","Sam O'"'"'Hara, PhD, Tom Roe","https://www.linkedin.com/in/sam-ohara,https://www.linkedin.com/in/tom-roe","2026-03-03 10:00:00 UTC","[[Bob]] x","hi","No"
		"3","Me","https://www.linkedin.com/in/me","Ada Lovelace","https://www.linkedin.com/in/ada-l","2026-03-04 10:00:00 UTC","","a draft","Yes"
		"4","Some Ad","","Me","https://www.linkedin.com/in/me","2026-03-05 10:00:00 UTC","Sponsored","<p class=""spinmail-x"">Hi</p>","No"
	E
	has people/sam-o-hara-phd.md "- 2026-03-03 10:00 msg>: Bob x" && has people/tom-roe.md "uid: linkedin:tom-roe" && code 1 nt-find -p "some ad" 2>/dev/null && cp -R people "$TMP/messages" && code 0 nt-save <s >/dev/null 2>&1 && diff -r "$TMP/messages" people'

t 'LinkedIn: who hides their name is counted, not written to; a draft may be said by its folder' '
	book && cat >m.csv <<-E && nt-import m.csv >s 2>err && is "$(cat err)" "nt-import: m.csv:4: rows who hid their name, left out: 3, in line 4, 5, 6" && nt-save <s >/dev/null && is "$(ls people | tr "\n" ,)" ada-l.md,bob-k.md, && is "$(sed -n "s/.*msg>: //p" people/*.md | tr "\n" ,)" one,six,seven, && hasnt people/bob-k.md Member
		CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
		1,Me,https://www.linkedin.com/in/me,Ada L,https://www.linkedin.com/in/ada-l,2026-03-01 14:03:22 UTC,,one,INBOX
		2,Me,https://www.linkedin.com/in/me,Ada L,https://www.linkedin.com/in/ada-l,2026-03-02 14:03:22 UTC,,two,DRAFT
		3,LinkedIn Member,,Me,https://www.linkedin.com/in/me,2026-03-03 14:03:22 UTC,,three,INBOX
		3,Me,https://www.linkedin.com/in/me,LinkedIn Member,,2026-03-04 14:03:22 UTC,,four,INBOX
		4,Me,https://www.linkedin.com/in/me,LinkedIn Member,https://www.linkedin.com/in/ACoAAB,2026-03-05 14:03:22 UTC,,five,ARCHIVE
		5,Me,https://www.linkedin.com/in/me,"LinkedIn Member, Bob K",",https://www.linkedin.com/in/bob-k",2026-03-06 14:03:22 UTC,,six,INBOX
		5,Me,https://www.linkedin.com/in/me,"LinkedIn Member, Bob K",https://www.linkedin.com/in/bob-k,2026-03-07 14:03:22 UTC,,seven,INBOX
	E
'

t 'LinkedIn: what lies in a folder of spam or trash is counted, and makes nobody' '
	book && cat >m.csv <<-E && nt-import m.csv >s 2>err && is "$(cat err)" "nt-import: m.csv: left out, trash and spam: 4" && is "$(sed -n "s/^name: //p" s)" "Ada L
Bob K"
		CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
		1,Me,https://www.linkedin.com/in/me,Ada L,https://www.linkedin.com/in/ada-l,2026-03-01 14:03:22 UTC,,one,INBOX
		2,Rich Prince,https://www.linkedin.com/in/prince,Me,https://www.linkedin.com/in/me,2026-03-02 14:03:22 UTC,,gold,SPAM
		3,Rich Prince,https://www.linkedin.com/in/prince,Me,https://www.linkedin.com/in/me,2026-03-03 14:03:22 UTC,,gold,Junk
		4,Sold Out,https://www.linkedin.com/in/out,Me,https://www.linkedin.com/in/me,2026-03-04 14:03:22 UTC,,x,TRASH
		5,Ada L,https://www.linkedin.com/in/ada-l,Me,https://www.linkedin.com/in/me,2026-03-05 14:03:22 UTC,,deleted,deleted
		6,Me,https://www.linkedin.com/in/me,Bob K,https://www.linkedin.com/in/bob-k,2026-03-06 14:03:22 UTC,,two,ARCHIVE
		7,Me,https://www.linkedin.com/in/me,Bob K,https://www.linkedin.com/in/bob-k,2026-03-07 14:03:22 UTC,,draft,DRAFTS
	E
	hasnt s deleted && hasnt s draft && printf -- "---\nname: Rich Prince\nuid: linkedin:prince\n---\n" >people/rich.md && printf -- "---\nname: Bob K\nuid: linkedin:bob-k\n---\n" >people/bob.md && nt-harvest m.csv 2>err >h && has err "m.csv: left out, trash and spam: 4" && hasnt h gold && has h "msg>: two"'

t 'LinkedIn: who is me is in most conversations, is named by the book, or is asked' '
	book && printf "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT\n1,Ada L,https://www.linkedin.com/in/ada,Mara,https://www.linkedin.com/in/mara,2026-10-01 10:00:00 UTC,Hi,hello\n" >m.csv && code 2 nt-import m.csv >out 2>err && is "$(cat out)" "" && has err "who of" && has err "me: in book.md" &&
	nt-new Mara >out && printf -- "---\nkind: book\nme: \"[[Mara]]\"\n---\n" >book.md && nt-import m.csv >out 2>err && has out "name: Ada L" && has out "msg<: Hi" && hasnt out "name: Mara" && is "$(cat err)" ""'

t 'LinkedIn: invitations are contacts with a direction, once, also over what was imported as a note' '
	book && cat >i.csv <<-E && nt-import i.csv | nt-save >/dev/null && has people/ada-l.md "- 2026-01-29 msg>: invited on LinkedIn" && has people/new-one.md "- 2026-02-03 msg<: asked to connect on LinkedIn: Hi, we met" && is "$(nt-find -l -o last,contacts ada)" "2026-01-29	1" && nt-import i.csv | nt-save >out && is "$(cat out)" "" && sed 3d i.csv >one.csv && nt-import -l -o name one.csv >out && is "$(cat out)" "Ada L" &&
		From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
		Me,Ada L,"1/29/26, 2:37 PM",,OUTGOING,https://www.linkedin.com/in/me,https://www.linkedin.com/in/ada-l
		New One,Me,"2/3/26, 9:15 AM","Hi, we met",INCOMING,https://www.linkedin.com/in/new-one,https://www.linkedin.com/in/me
	E
	rm -f people/*.x && sed -i.x "s/msg[<>]:/note:/" people/*.md && nt-import i.csv | nt-save >out && is "$(cat out)" "" && nt-harvest i.csv >out && is "$(cat out)" ""'

t 'Google: values in one, marks, labels, groups, relations, events, columns of its own' '
	table "First Name,Middle Name,Last Name,Nickname,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Relation 1 - Label,Relation 1 - Value,Event 1 - Label,Event 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value,Photo\nGrace,Brewster,Hopper,Amazing,Navy, --12-09,A note,* myContacts ::: Sea,* Work,a@b.c ::: d@e.f,Mobile,\342\200\252+1 555\342\200\254,Home,1 St Bern,1 St,Bern,Spouse,Vincent,Anniversary,1930-06-15,Drink,Tea,\n" &&
	nt-import -s f.csv | sed -n "3,/^from/p" >out && cat >want <<-E && same want out
		name: Grace Brewster Hopper
		aliases: Amazing
		org: Navy
		birthday: --12-09
		tags: Sea
		email:
		  work: [a@b.c, d@e.f]
		phone:
		  cell: +1 555
		spouse: "[[Vincent]]"
		anniversary: 1930-06-15
		drink: Tea
		address:
		  home:
		    street: 1 St
		    city: Bern
		from:
	E
	nt-import -s f.csv | has - "A note"'

t 'Outlook: titles, addresses, days, who referred them, what it writes for everybody' '
	table "Title,First Name,Last Name,E-mail Address,E-mail 2 Address,Business Street,Business City,Home City,Birthday,Anniversary,Referred By,Children,Job Title,Priority,Private,Sensitivity,Categories,Initials\nDr.,Linus,Test,a@b.c,d@e.f,2 St,Espoo,Turku,12/28/1969,0/0/00,Ada Lovelace,Pat;Dan,Boss,Normal,False,Normal,x;y,L.T.\n" &&
	nt-import -s f.csv | sed -n "3,/^from/p" >out && cat >want <<-E && same want out
		name: Linus Test
		name-prefix: Dr.
		email: [a@b.c, d@e.f]
		birthday: 1969-12-28
		introduced-by: "[[Ada Lovelace]]"
		child:
		  - "[[Pat]]"
		  - "[[Dan]]"
		title: Boss
		tags: [x, y]
		address:
		  work:
		    street: 2 St
		    city: Espoo
		  home:
		    city: Turku
		from:
	E
	nt-import -l -o name f.csv && is "$(fields name,birthday "Display Name,Primary Email,Birth Year,Birth Month,Birth Day\nA,a@b.c,1990,2,3\nB,b@b.c,,2,30\n" 2>/dev/null)" "A	1990-02-03
B	"'

t 'days' '
	for d in 2026-02-08=2026-02-08 "08 Feb 2026=2026-02-08" "\"Feb 8, 2026\"=2026-02-08" 12/28/1969=1969-12-28 28/12/1969=1969-12-28 3/4/2020=2020-03-04 4.3.2020=2020-03-04 3/4/70=1970-03-04 3/4/69=2069-03-04 --12-10=--12-10 1990=1990; do
		is "$(fields birthday "Name,Birthday\nA,${d%%=*}\n")" "${d#*=}" || return 1; done && table "Name,Birthday\nA,soon\n" && code 2 nt-import -l -o birthday,birthday-text f.csv >out 2>err && has err "f.csv:2: not a date: '"'soon'"'" && is "$(cat out)" "	soon"'

t '-m says what columns are; a table without known ones is told how' '
	table "Wer,Betrieb,Dorf,Egal\nLi,Acme,Bern,x\n" && code 2 nt-import f.csv 2>err && has err "-m '"'Wer=FIELD,Betrieb=FIELD,Dorf=FIELD,Egal=FIELD'"'" && is "$(nt-import -l -o name,org,city,egal -m Wer=name,Betrieb=org,Dorf=address.city f.csv)" "Li	Acme	Bern	x" &&
	nt-import -s -m Wer=name,Betrieb=org,Egal= f.csv >out && hasnt out egal && code 2 nt-import -m Who=name f.csv 2>err && has err Wer=FIELD && code 2 nt-import -m Wer=name,Nix=org f.csv 2>err >out && has err "no column is called '"'Nix'"'" && code 2 nt-import -f vcard -m a=b f.csv'

t 'columns of nt itself; a quote that guards a formula' '
	is "$(fields name,cadence,org,address "name,cadence,org,street,uid\nA,6w,\"'"'"'=1+1\",1 St,u\n")" "A	6w	=1+1	1 St"'

t 'the ::: between values parts them in tables of Google and of nt, in others only what is no text' '
	is "$(fields name,title,org,email "First Name,Notes,Organization Title,Organization Name,E-mail 1 - Value\nA ::: B,x,T ::: U,O,a@b.c ::: d@e.f\n")" "A ::: B	T; U	O	a@b.c; d@e.f" && is "$(fields phone,org "Name,Organization Name,Phone 1 - Value\nA,B ::: C,1 ::: 2\n")" "1; 2	B ::: C" &&
	is "$(fields name,org,title,tags,email "Name,Company,Title,Tags,Email\nA,B ::: C,D ::: E,x ::: y,a@b.c ::: d@e.f\n")" "A	B ::: C	D ::: E	x; y	a@b.c; d@e.f" && for t in "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nA,B,,,C ::: D,E ::: F,08 Feb 2026" "First Name,Last Name,Company,Job Title,E-mail Address,Business Phone,Notes\nA,B,C ::: D,E ::: F,a@b.c,1," "First Name,Last Name,Display Name,Primary Email,Organization,Job Title\nA,B,A B,a@b.c,C ::: D,E ::: F"; do
		is "$(fields org,title "$t\n")" "C ::: D	E ::: F" || return 1
	done; table "Name,Company,Notes\nA,B,one ::: two\n" && nt-import -s f.csv | has - "one ::: two" && table "First Name,E-mail 1 - Value,Notes\nA,a@b.c,one ::: two\n" && nt-import -s f.csv | has - "one ::: two"'

t 'several in one cell: a part belongs to the address in its place, also where blanks were trimmed; labels too' '
	table "name,street,city,country,email,email-label,address-label\nA,\"1 St :::  ::: \",::: Rome :::,IT :::  :::,a@b.c ::: d@e.f,::: Desk 1,home :::  ::: x\nB,:::,,,::: a@b.c :::,x ::: work ::: y,\n" && nt-import -s f.csv | sed "/^from/,/^---/d" >out && cat >want <<-E && same want out
		---
		nt-rev: new
		name: A
		email:
		  other: a@b.c
		  Desk 1: d@e.f
		address:
		  home:
		    street: 1 St
		    country: IT
		  other:
		    city: Rome
		
		---
		nt-rev: new
		name: B
		email:
		  work: a@b.c
		
	E
	is "$(fields email.work,email.home "Name,E-mail 1 - Label,E-mail 1 - Value\nA,Work ::: * Home,a@b.c ::: d@e.f\n")" "a@b.c	d@e.f"'

t 'a column that nt would misread keeps its program'"'"'s name' '
	table "Name,Company,Private,From,vcard\nA,x,yy,z,v\n" && nt-import -s f.csv >out && has out "csv-private: yy" && has out "csv-from: z"'

t 'two columns of one name: both are read or the second is kept, which is said once' '
	table "Name,Name,Email,Email,Colour,Colour,Birthday,Birthday\nA,B,a@b.c,d@e.f,x,y,1990-01-01,1990-01-01\nC,,,g@h.i,,,,1991-01-01\nD,D,,,z,z,,\n" && nt-import -l -o name,name-2,email,colour,birthday,birthday-2 f.csv >out 2>err && printf "%s\n" "A	B	a@b.c; d@e.f	x; y	1990-01-01	" "C		g@h.i			1991-01-01" "D			z		" | same - out && printf "%s\n" "nt-import: f.csv: columns 1 and 2 are both called '"'Name': the second is kept as 'name-2'"'" "nt-import: f.csv: columns 3 and 4 are both called '"'Email': both are read"'" "nt-import: f.csv: columns 5 and 6 are both called '"'Colour': both are read"'" "nt-import: f.csv: columns 7 and 8 are both called '"'Birthday': the second is kept as 'birthday-2'"'" "nt-import: f.csv: columns that no field takes, kept under their names: Colour; -m '"'Colour=FIELD' reads one, 'Colour='"' leaves it out" | same - err'

t 'rows that are nobody' 'table "Name,Company,Email\n,,\nA,x,\n, ,\nB,y,\n,Acme,\n,,a@b.c\n" && is "$(nt-import -l -o name f.csv 2>err)" "A
B
Acme
a@b.c" && is "$(cat err)" "" && table "Name,Company,City\n,,Bern\n" && nt-import f.csv 2>err && has err "f.csv:2: rows without a name, org, address or number, left out: 1"'

t 'a table larger than any buffer, in pieces of any size' '
	awk "BEGIN { print \"Name,Company,Email\"; for (i = 0; i < 20000; i++) printf \"A%d,\\\"x, %d\\\",a%d@b.c\\n\", i, i, i }" >f.csv && nt-import -l -o name,org f.csv >out && is "$(wc -l <out)" 20000 && is "$(tail -n 1 out)" "A19999	x, 19999" &&
	(dd bs=7001 count=1 2>/dev/null && sleep .1 && cat) <f.csv | nt-import -l -o name,org - | same out -'

t 'real tables: every row is a note or is told; names as Python reads them' '
	data=$TOP/../shared/data && { [ -d "$data" ] || skip "no real exports here"; } && { command -v python3 >/dev/null || skip "no python3"; } && cat >rows.py <<-E && find "$data" -name "*.csv" >files && while read -r f; do python3 rows.py "$f" || return 1; done <files
		import csv, subprocess, sys
		rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
		at = next((i for i, r in enumerate(rows) if "First Name" in r), None)
		if at is None or "E-mail 1 - Value" not in rows[at] and "Connected On" not in rows[at] and "E-mail Address" not in rows[at]:
		    sys.exit(0)
		head, want = rows[at], []
		for r in rows[at + 1:]:
		    d = dict(zip(head, r))
		    name = " ".join(filter(None, [d.get("First Name"), d.get("Middle Name"), d.get("Last Name")]))
		    if name:
		        want.append(name)
		got = subprocess.run(["nt-import", "-l", "-o", "name", sys.argv[1]], capture_output=True, text=True).stdout.splitlines()
		if got != want:
		    print(sys.argv[1], got, want)
		    sys.exit(1)
	E'

t 'a birthday without a year has none, and plain ways to write one are read' '
	for d in "March 4=--03-04" "4 March=--03-04" "Mar 4=--03-04" "25.12.=--12-25" "25-Dec=--12-25" "Dec 25=--12-25" "Feb 29=--02-29" "19700506=1970-05-06" "--1225=--12-25" "25-Dec-1980=1980-12-25"; do
		printf "Name,Birthday\nA,\"%s\"\n" "${d%%=*}" | nt-import -f csv -l -o birthday - >out && is "$(cat out)" "${d#*=}" || return 1; done &&
	for d in 12/25 "Feb 30" 31.2. 99999999 --1345; do printf "Name,Birthday\nA,%s\n" "$d" | nt-import -f csv -l -o birthday - >out 2>err; has err "not a date: '\''$d'\''" && is "$(cat out)" "" || return 1; done'

t 'who has a number alone is called so, and rows of nobody are named' '
	printf "Name,Phone 1 - Value,Note\nA,1,\n,2,\n,,x\n,3,\n,,y\n" | nt-import -f csv -l -o name - >out 2>err && is "$(cat out)" "A
2
3" && is "$(cut -d: -f 2- err)" " standard input:4: rows without a name, org, address or number, left out: 2, in line 4, 6" &&
	{ echo Name,Note && seq -f ",%g" 12; } | nt-import -f csv -l - 2>err; has err "left out: 12, in line 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ..."'

# note OF: who is in the table, without what is said of the import
note_of() {
	nt-import -s "$1" 2>err | tr -d "\014" | sed "1,2d; /^from/,/^---/d" | grep .
}

t 'Outlook in German, in its character set' '
	cat >u.csv <<-E && iconv -f UTF-8 -t WINDOWS-1252 u.csv >f.csv && note_of f.csv >out && cat >want <<-E2 && same want out && nt-import f.csv 2>/dev/null | has - "  outlook:" && printf "%s\n" "nt-import: f.csv: columns that no field takes, kept under their names: Abteilung, Ort; -m '"'Abteilung=FIELD' reads one, 'Abteilung='"' leaves it out" | same - err
		"Anrede","Vorname","Weitere Vornamen","Nachname","Firma","Abteilung","Position","Straße geschäftlich","Straße geschäftlich 2","Ort geschäftlich","Region geschäftlich","Postleitzahl geschäftlich","Land/Region geschäftlich","Ort privat","Weiterer Ort","Fax geschäftlich","Telefon (geschäftlich)","Telefon geschäftlich 2","Telefon privat","Mobiltelefon 2","E-Mail-Adresse","E-Mail-Typ","E-Mail 2: Adresse","Empfohlen von","Geburtstag","Geschlecht","Initialen","Jahrestag","Kategorien","Kinder","Name des/r Vorgesetzten","Notizen","Ort","Partner","Priorität","Privat","Vertraulichkeit","Webseite"
		"Dr.","Jörg","Maria","Müller","Acme","Einkauf","Leiter","Weg 1","Hof","Köln","NRW","50667","D","Bonn","Ulm","1","2","3","4","5","a@b.de","SMTP","c@d.de","Ada Byron","28.12.1969","Keine Angabe","J.M.","0.0.00","Kunde;Freund","Pia;Tom","Eva","Nett","Zimmer 3","Anna","Normal","Aus","Normal","http://b.de"
	E
		name: Jörg Maria Müller
		name-prefix: Dr.
		org: Acme
		abteilung: Einkauf
		title: Leiter
		phone:
		  work fax: "1"
		  work: ["2", "3"]
		  home: "4"
		  cell: "5"
		email: [a@b.de, c@d.de]
		introduced-by: "[[Ada Byron]]"
		birthday: 1969-12-28
		tags: [Kunde, Freund]
		child:
		  - "[[Pia]]"
		  - "[[Tom]]"
		manager: "[[Eva]]"
		ort: Zimmer 3
		spouse: "[[Anna]]"
		url: http://b.de
		address:
		  work:
		    street: |-
		      Weg 1
		      Hof
		    city: Köln
		    region: NRW
		    postcode: "50667"
		    country: D
		  home:
		    city: Bonn
		  other:
		    city: Ulm
		Nett
	E2'

t '-m may be given again, and behind the file' '
	printf "Nom,Mail\nAda,a@x.org\n" >e.csv && nt-import -m Nom=name,Mail=email e.csv >want && has want "name: Ada" &&
	nt-import -m Nom=name -m Mail=email e.csv | same want && nt-import e.csv -m Nom=name --map=Mail=email | same want'

t 'Outlook in French: two Titre, Nom beside Prénom; and in Spanish, half of it in English' '
	cat >f.csv <<-E && note_of f.csv >out && cat >want <<-E2 && same want out && is "$(cat err)" "" &&
		"Titre","Prénom","Nom","Société","Titre","Rue (bureau)","Ville (bureau)","Pays/Région (bureau)","Rue (domicile)","Téléphone (bureau)","Téléphone 2 (bureau)","Tél. mobile","Adresse de messagerie","Adresse de messagerie 2","Anniversaire","Anniversaire de mariage ou fête","Conjoint(e)","Page Web","Privé"
		"Dr","Zoé","Durand","Acme","Chef","1 rue A","Lyon","France","2 rue B","1","2","3","a@b.fr","c@d.fr","28/12/1969","0/0/00","Luc","http://a.fr","Faux"
	E
		name: Zoé Durand
		name-prefix: Dr
		org: Acme
		title: Chef
		phone:
		  work: ["1", "2"]
		  cell: "3"
		email: [a@b.fr, c@d.fr]
		birthday: 1969-12-28
		spouse: "[[Luc]]"
		url: http://a.fr
		address:
		  work:
		    street: 1 rue A
		    city: Lyon
		    country: France
		  home:
		    street: 2 rue B
	E2
	cat >f.csv <<-E && note_of f.csv >out && cat >want <<-E2 && same want out && is "$(cat err)" ""
		"Title","Nombre","Apellidos","Organización","Puesto","Calle del trabajo","Ciudad de trabajo","Home City","Teléfono del trabajo","Particular","Mobile Phone","E-mail Address","Dirección de correo electrónico 2","Dirección del correo electrónico 3","Página web"
		"Sra.","Inés","García","Acme","Jefa","Calle 1","Madrid","Toledo","1","2","3","a@b.es","c@d.es","e@f.es","http://a.es"
	E
		name: Inés García
		name-prefix: Sra.
		org: Acme
		title: Jefa
		phone:
		  work: "1"
		  home: "2"
		  cell: "3"
		email: [a@b.es, c@d.es, e@f.es]
		url: http://a.es
		address:
		  work:
		    street: Calle 1
		    city: Madrid
		  home:
		    city: Toledo
	E2'

t 'Thunderbird in German and French: parts of a birthday, addresses by their order' '
	cat >f.csv <<-E && note_of f.csv >out && cat >want <<-E2 && same want out && is "$(cat err)" "" && nt-import f.csv | has - "  thunderbird:" &&
		Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Messenger-Name,Tel. dienstlich,Tel. privat,Fax-Nummer,Mobil-Tel.-Nr.,Privat: Adresse,Privat: Adresse 2,Privat: Ort,Privat: PLZ,Dienstlich: Ort,Dienstlich: Bundesland,Arbeitstitel,Organisation,Webseite 1,Webseite 2,Geburtsjahr,Geburtsmonat,Geburtstag,Notizen,
		Jörg,Müller,Jörg Müller,Jo,a@b.de,c@d.de,jo,1,2,3,4,Weg 2,HH,Bonn,53111,Köln,NRW,Leiter,Acme,http://a.de,http://b.de,1969,2,8,Nett,
	E
		name: Jörg Müller
		aliases: Jo
		email: [a@b.de, c@d.de]
		im: jo
		phone:
		  work: "1"
		  home: "2"
		  fax: "3"
		  cell: "4"
		title: Leiter
		org: Acme
		url:
		  - http://a.de
		  - http://b.de
		address:
		  home:
		    street: |-
		      Weg 2
		      HH
		    city: Bonn
		    postcode: "53111"
		  work:
		    city: Köln
		    region: NRW
		birthday: 1969-02-08
		Nett
	E2
	printf "%s\n" "Prénom,Nom de famille,Nom à afficher,Adresse électronique principale,Nom de l$(printf "\342\200\231")écran,Portable,Adresse privée,Ville,Code postal,Pays/Région (domicile),Adresse professionnelle,Ville,Code postal,Pays/Région (bureau),Année de naissance,Mois,Jour" "Zoé,Durand,Zoé Durand,a@b.fr,zo,6,1 rue A,Paris,75001,France,2 rue B,Paris,75002,France,1969,12,28" >f.csv && is "$(nt-import -l -o name,im,birthday,address.home,address.work f.csv 2>err)" "Zoé Durand	zo	1969-12-28	1 rue A; Paris; 75001; France	2 rue B; Paris; 75002; France" && is "$(cat err)" ""'

t 'tables of people'"'"'s own in German, French and Spanish; other ways to spell the English ones' '
	is "$(fields name,email,phone.cell,phone.work,city,birthday "Name;Vorname;E-Mail;E-Mail 2;Handy;Telefon (geschäftlich);Wohnort;Geburtsdatum\nMüller;Jörg;a@b.de;c@d.de;1;2;Köln;3.4.1990\n")" "Jörg Müller	a@b.de; c@d.de	1	2	Köln	1990-04-03" &&
	is "$(fields name,phone.cell,org "Nom;Téléphone portable;Entreprise;Prénom\nDurand;6;Acme;Zoé\n")" "Zoé Durand	6	Acme" && is "$(fields name,email,org "Nombre;Correo electrónico;Empresa\nInés García;a@b.es;Acme\n")" "Inés García	a@b.es	Acme" &&
	is "$(fields name,email,title,org "firstname,last_name,Email Address,jobTitle,company_name\nAda,Byron,a@b.c,Boss,Acme\n")" "Ada Byron	a@b.c	Boss	Acme" && is "$(fields name,title "Name,Position,Partner\nA,Boss,Pat\n")" "A	Boss"'

# heads FIELD VALUE HEADER...: beside Name each of these columns is read as the field
heads() {
	field=$1 value=$2 && shift 2 && for head; do is "$(fields "$field" "Name,$head\nA,$value\n" 2>err)" "$value" && is "$(cat err)" "" || { echo "$head" && return 1; }; done
}

t 'columns as anybody calls them: case, accents, blanks, hyphens and underscores are no matter' '
	heads email a@b.c Email E-Mail "E mail" e_mail email1 Mail Mails "Mail address" Mailadresse "E-Mail-Adressen" "Adresse électronique" Courriels Mél Correos "Dirección de correo" "Mail 2" &&
	heads email.work a@b.c "Work email" work_e-mail "Business Mail" "E-Mail (geschäftlich)" "E-mail professionnel" "Adresse e-mail professionnelle" "Correo del trabajo" &&
	heads email.home a@b.c "Personal email" "Home E-Mail" "E-Mail privat" "Courriel personnel" "Correo personal" &&
	heads phone 555 Téléphone Telephone Tél. "Tel.-Nr." "N° de téléphone" Teléfonos "Número de teléfono" "Phone no." && heads phone.cell 555 Cellular "Handy-Nr." "Tél. portable" "Numéro de portable" "Teléfono celular" mobile_phone &&
	heads phone.work 555 "Telefon (Arbeit)" "Tél. bureau" "Teléfono de trabajo" work-telephone && heads phone.home 555 "Home telephone" "Téléphone maison" "Teléfono casa" &&
	heads org X Firm Firmenname Employeur Empleador && heads title X Job Beruf Métier Profesión "Intitulé du poste" && heads role X Rolle Rôle Rol && heads address X Kanton Región Postfach "P.O. Box" CP Postanschrift Domicilio "Mailing address" &&
	heads birthday 1990-05-07 Born "Geb.-Datum" "geboren am" "Né le" Nacimiento && heads url x.example Web Site Internetadresse Sitio && heads tags vip Tag Keywords Stichwörter Mots-clés Categoría Groupe && heads aliases X Nick Spitznamen Pseudo && heads im x IMAddress "IM Address" &&
	for two in First,Last Given,Family given-name,family-name Vornamen,Nachname Prénoms,Nom Nombres,Apellidos; do is "$(fields name "$two\nAda,Byron\n")" "Ada Byron" || return 1; done && is "$(fields name "Last,First\nByron,Ada\n")" "Ada Byron" && is "$(fields name "Nom et prénom,Mail\nA B,a@b.c\n")" "A B" &&
	for head in Comment Remarks Memo Kommentar Anmerkungen Commentaires Nota Comentarios; do table "Name,$head\nA,hello\n" && nt-import -s f.csv 2>err | has - "
hello" && is "$(cat err)" "" || return 1; done && heads mail-merge x "Mail merge" 2>/dev/null || has err "Mail merge"'

t 'several addresses in a cell are a list, without the names in front' '
	for cell in "a@x.de; b@x.de" "a@x.de, b@x.de" "a@x.de ; <b@x.de>"; do table "Name,Mail\nCy,\"$cell\"\n" && nt-import -s f.csv >out && has out "email: [a@x.de, b@x.de]" || return 1; done &&
	is "$(fields email "Name,Email\nCy,Cy <cy@x.de>\n")" cy@x.de && is "$(fields email.work "Name,Email\nCy,cy@x.de (work)\n")" cy@x.de && is "$(fields email "Name,Email\nCy,not known\n")" "not known" &&
	is "$(fields email "First Name,E-mail 1 - Label,E-mail 1 - Value\nCy,Home,\"a@x.de, b@x.de\"\n")" "a@x.de; b@x.de"'

t 'in such a table a day is read where only one way to read it is left, else asked about' '
	for d in 28/12/1969=1969-12-28 12/28/1969=1969-12-28 4.3.2020=2020-03-04 3/3/2020=2020-03-03 2020-03-04=2020-03-04 2020/3/4=2020-03-04; do
		is "$(fields birthday "Nom,Date de naissance\nA,${d%%=*}\n")" "${d#*=}" || return 1; done &&
	for d in 3/4/2020 3-4-70; do table "Name,Geburtstag\nA,$d\n" && code 2 nt-import -l -o birthday,birthday-text f.csv >out 2>err && is "$(cat out)" "	$d" && is "$(cat err)" "nt-import: f.csv:2: is the day or the month first? '"'\$d'"'" || return 1; done'

t 'HubSpot: what no field takes is told once, and not if it says nothing' '
	cat >f.csv <<-E && note_of f.csv >out && cat >want <<-E2 && same want out && printf "%s\n" "nt-import: f.csv: columns that no field takes, kept under their names: Record ID, Contact owner, Last Activity Date, Lifecycle Stage; -m '"'Record ID=FIELD' reads one, 'Record ID='"' leaves it out" | same - err && nt-import -m "Record ID=,Lifecycle Stage=tags,Contact owner=,Last Activity Date=" f.csv 2>err >out && has out "tags: Lead" && is "$(cat err)" "" &&
		Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Contact owner,Associated Company,Last Activity Date,Lead Status,Last Contacted,Job Title,Lifecycle Stage,Company Name,State/Region,Website URL,LinkedIn URL,Date of birth
		101,Ada,Byron,a@b.c,1,2,Mara,Acme,2026-11-01 09:12,,2026-10-01 09:12,Boss,Lead,Acme,NRW,http://a.org,https://www.linkedin.com/in/ada,1990-01-02
		102,Bob,Roe,b@b.c,,,,,,,,,,,,,,
	E
		name: Ada Byron
		uid: linkedin:ada
		record-id: "101"
		email: a@b.c
		phone:
		  other: "1"
		  cell: "2"
		contact-owner: Mara
		org: Acme
		last-activity-date: "2026-11-01 09:12"
		last: 2026-10-01
		title: Boss
		lifecycle-stage: Lead
		url:
		  other: http://a.org
		  linkedin: https://www.linkedin.com/in/ada
		birthday: 1990-01-02
		address:
		  region: NRW
		---
		nt-rev: new
		name: Bob Roe
		record-id: "102"
		email: b@b.c
	E2
	table "Name,Email,Private,Odd\nA,a@b.c,x,\n" && nt-import f.csv 2>err >out && has err "names: Private (as csv-private); -m" &&
	{ echo "Name,Email$(seq -s, 2000 | sed "s/[0-9]*/c&/g; s/^/,/")" && echo "A,a@b.c,$(seq -s, 2000)"; } >f.csv && nt-import f.csv 2>err >out && has err "c29, c30, ...; -m '"'c1=FIELD'"'" && hasnt err c31'

t 'Google: a handle has the scheme of its service, and its own label' '
	table "First Name,IM 1 - Type,IM 1 - Service,IM 1 - Value\nAda,* Home ::: Work,Jabber ::: AIM,a@j.org ::: ada\nBob,,Skype,bob\nC,Home,,cc\nD,,Jabber,xmpp:d@j.org\n" && nt-import -l -o name,im.home,im.work,im f.csv >out 2>err && printf "%s\n" "Ada	xmpp:a@j.org	aim:ada	xmpp:a@j.org; aim:ada" "Bob			skype:bob" "C	cc		cc" "D			xmpp:d@j.org" | same - out && is "$(cat err)" ""'

done_testing
