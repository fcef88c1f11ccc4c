#!/bin/sh
. "${0%/*}/lib.sh"

# small: a book to ask
small() {
	printf -- '---\nkind: book\nprivate: [private, Pay]\n---\n' >book.md
	note people/ada.md <<-E
	---
	name: Ada Lovelace
	aliases: [Countess, Ädä]
	email: {work: ada@engine.example, home: al@home.example}
	org: "[[Acme]]"
	city: Lisbon
	tags: "friend, #Work/Acme"
	birthday: 1990-03-11
	met: 2025-05
	cadence: 6w
	closeness: 2
	pay: secret1
	---
	# Ada

	Likes *poetry*.

	- 2026-10-01 call: about [[Bob]]
	- 2026-11-02 gave: a book
	- 2026-11-03 mail>: thanks
	- [ ] 2026-12-01 owe: the letter
	E
	note people/bob.md <<-E
	---
	name: Bob Stone
	address: {city: São Paulo, country: Brazil}
	birthday: --07-01
	cadence: monthly
	closeness: 10
	verified: 2026-08-01
	---
	- 2026-01-05 call: one
	E
	note people/eve.md <<-E
	- 2026-11-20 lunch: at [[acme]]
	E
	note orgs/acme.md <<-E
	---
	tags: [robots]
	---
	# Acme

	- 2026-11-10 meeting: with [[Bob Stone]]
	E
}

# finds TERM... = NAME...: the file names of what it prints, in its order
finds() {
	while [ "$1" != = ]; do
		set -- "$@" "$1" && shift
	done
	shift
	want=$1
	shift
	is "$* = $(nt-find -p "$@" | sed 's|.*/||; s|\.md$||' | xargs)" "$* = $want"
}

t 'no query: the whole book, in path order' '
	book && mkdir -p a.b a b-c &&
	for f in a.b/x a/x a-b b-c/y b c/z z B é 山 a/x/y; do echo x | note "$f.md"; done &&
	nt-find -p >got && LC_ALL=C sort got | same got &&
	is "$(head -n 4 got | xargs)" "B.md a-b.md a.b/x.md a/x.md" &&
	is "$(wc -l <got | tr -d " ")" 11'

t 'a word: name, alias, email, org or tag, without case and accents' '
	small && finds = "acme ada bob eve" && finds LOVE = ada && finds countess = ada && finds ada = ada &&
	finds ÄDA = ada &&
	finds engine.example = ada && finds acme = "acme ada" && finds ROBOT = acme && finds friend = ada &&
	finds "ada love" = ada && finds eve = eve && code 1 nt-find lisbon && code 1 nt-find poetry &&
	code 1 nt-find people'

t 'a path: a note or a folder, from here or from the root of the book' '
	small && finds people/ada.md = ada && finds people/ = "ada bob eve" &&
	finds people/ not ./people/bob.md = "ada eve" &&
	finds . = "book acme ada bob eve" && cd people && finds ada.md = ada && finds . = "ada bob eve" &&
	finds .. = "book acme ada bob eve" && finds people/ = "ada bob eve" && finds ../orgs/ = acme &&
	finds orgs/acme.md = acme &&
	cd / && NT_BOOK=$TMP/$tests && export NT_BOOK && finds people/ada.md = ada &&
	finds . = "book acme ada bob eve" &&
	finds "$NT_BOOK/people/" = "ada bob eve" && finds "$NT_BOOK/people/eve.md" = eve'

t 'several paths side by side: any of them' '
	small && finds people/ada.md people/eve.md = "ada eve" &&
	finds people/eve.md orgs/ people/ada.md = "acme ada eve" &&
	finds people/ada.md people/eve.md tag:friend = ada && finds tag:friend people/ada.md people/eve.md = ada &&
	finds kind=person not people/ada.md people/ = "bob eve" && code 1 nt-find people/ada.md and people/eve.md &&
	finds "(" people/ada.md people/bob.md ")" not ada = bob &&
	finds people/eve.md "(" orgs/ book.md ")" = "book acme eve" &&
	finds not "(" people/ada.md orgs/ book.md ")" = "bob eve"'

t 'a path that is not there or not in the book is an error' '
	small && code 2 nt-find people/nobody.md 2>err && has err "nt-find: " && has err people/nobody.md &&
	code 2 nt-find ../ &&
	code 2 nt-find /etc'

t 'key:text: contains, without case and accents' '
	small && finds city:LIS = ada && finds city:sao = bob && finds city: = "ada bob" && finds country:bra = bob &&
	finds email:home = ada && finds name:stone = bob && finds alias:count = ada && finds aliases:ada = ada &&
	finds org:acme = ada && finds kind:person = "ada bob eve" && finds kind:o = "book acme ada bob eve" &&
	finds path:orgs = acme && finds text:poetry = ada && code 1 nt-find nothing: && code 1 nt-find city:xx'

t 'tag: the whole tag or its parent' '
	small && finds tag:friend = ada && finds tags:FRIEND = ada && finds tag:work = ada &&
	finds tag:work/acme = ada &&
	finds tag:robots = acme && finds tag: = "acme ada" && code 1 nt-find tag:frie && code 1 nt-find tag:acme &&
	code 1 nt-find tag:wor'

t 'key=text: exactly, without case' '
	small && finds city=lisbon = ada && finds name="BOB stone" = bob && code 1 nt-find city=Lis &&
	finds closeness=10 = bob &&
	finds kind=Person = "ada bob eve" && finds tag=work/acme = ada && code 1 nt-find tag=work &&
	finds contacts=3 = ada &&
	finds city!=lisbon people/ = "bob eve" && finds not city=lisbon people/ = "bob eve"'

t 'ranges of dates, both ends included, partial ones as all they may mean' '
	small && finds birthday:1990..1990 = ada && finds birthday:..1990-03-11 = ada &&
	finds birthday:1990-03-11.. = ada &&
	finds birthday:1990-03..1990-03 = ada && code 1 nt-find birthday:..1990-03-10 &&
	code 1 nt-find birthday:1990-04.. &&
	code 1 nt-find birthday:1991.. && finds birthday:.. = "ada bob" && finds met:2025-05-20.. = ada &&
	finds met:..2025-05-01 = ada &&
	code 1 nt-find met:2025-06.. && finds last:2026-11.. = "ada bob eve" &&
	finds last:2026-11-03..2026-11-10 = "ada bob"'

t 'the same with operators' '
	small && finds "birthday<1991" = ada && code 1 nt-find "birthday<1990" && code 1 nt-find "birthday>1990" &&
	finds "birthday>=1990" = ada && finds "birthday<=1990-03-11" = ada && code 1 nt-find "birthday<1990-03-11" &&
	code 1 nt-find "birthday>1990-03-11" && finds "closeness>2" = bob && finds "closeness>=2" = "ada bob" &&
	finds "closeness<10" = ada'

t 'beside a date a span means so long ago; today and sums work' '
	small && finds last:2w.. = "bob eve" && finds last:..3w = ada && finds verified:..3m = bob &&
	code 1 nt-find verified:..4m &&
	finds last:today-4d.. = eve && finds last:..today-14d = "ada bob" && finds last:2026-11-20..today = eve &&
	finds last:today-4d = eve && finds due:..today+1w = ada && finds due:..today+1m = "ada bob"'

t 'beside a span or a count of days its length' '
	small && finds cadence:1m.. = "ada bob" && finds cadence:..30 = bob && finds cadence:6w..6w = ada &&
	code 1 nt-find cadence:7w.. &&
	finds age:36y.. = ada && finds age:..13407 = ada && code 1 nt-find age:37y.. &&
	finds "overdue>=0d" = "" ; code 1 nt-find overdue:1d..'

t 'ranges of numbers and of text' '
	small && finds closeness:2..9 = ada && finds closeness:3.. = bob && finds contacts:1..2 = "bob eve" &&
	finds contacts:3.. = ada &&
	finds name:b..f = "bob eve" && finds name:..bob = "acme ada" && finds city:s.. = bob'

t 'a missing field is false' '
	small && code 1 nt-find people/eve.md city:.. && code 1 nt-find people/eve.md city~. &&
	code 1 nt-find people/eve.md "closeness<99" &&
	finds not city:.. people/ = eve'

t 'regular expressions: key~, /whole note/, without case unless it has a capital' '
	small && finds name~"^ada" = ada && finds name~"^Ada" = ada && code 1 nt-find name~"LOVE" &&
	finds "email~@home\\." = ada &&
	finds "/likes .poetry/" = ada && finds "/^- .*one\$/" = bob && finds "/^name: bob/" = bob &&
	code 1 nt-find "/LIKES/" &&
	finds "name~^(ada|bob)\\b" = "ada bob" && finds "name~\\p{Lu}" = "acme ada bob"'

t 'a regular expression that takes too long is an error that names the note' '
	small && { printf "name: "; head -c 40000 /dev/zero | tr "\\0" a; } >people/long.md &&
	code 2 nt-find -p "/^name: (a+)+[0-9]/" 2>err; has err people/long.md'

t 'entry:KIND and its time' '
	small && finds entry:call = "ada bob" && finds entry:CALL = "ada bob" && finds entry:call/2026-10.. = ada &&
	finds entry:call/..2026-01 = bob && finds entry:call/2026-01..2026-01-05 = bob &&
	finds entry:call/2026-10 = ada &&
	finds entry:meeting = bob && finds entry:gave/today-1m.. = ada && code 1 nt-find entry:cal &&
	code 1 nt-find entry:call/2026-11..'

t 'computed fields' '
	small && finds gave:book = ada && finds gave:1.. = ada && finds owe: = ada && finds owe:letter = ada &&
	finds task:letter = ada &&
	finds log:thanks = ada && finds link:acme = "ada eve" && finds first:..2026-01-05 = bob &&
	finds contacts: = "ada bob eve"'

t 'and, or, not, parentheses' '
	small && finds people/ and ada = ada && finds ada or bob = "ada bob" && finds people/ not ada = "bob eve" &&
	finds people/ AND NOT "(" ada OR bob ")" = eve && finds ada or people/ bob = "ada bob" &&
	finds "(" ada or bob ")" tag:friend = ada &&
	finds not not ada = ada && finds not ada or not bob = "acme ada bob eve" &&
	finds -v people/ = acme &&
	finds -v ada or bob = "acme eve"'

t 'a list: by query, by links' '
	small && printf -- "---\nquery: [kind:person, not, city:lisbon]\n---\n" | note lists/far.md &&
	printf -- "---\nname: Two Friends\nmembers: [\"[[Ada Lovelace]]\"]\n---\nand [eve](../people/eve.md), [[Acme]]\n" | note lists/two.md &&
	finds @far = "bob eve" && finds "@two friends" = "ada eve" && finds @two = "ada eve" &&
	finds @far @two = eve && finds not @far people/ = ada &&
	printf -- "---\nquery: \"@far name:\\x27b\\x27 \"\n---\n" | note lists/b.md && finds @b = bob'

t 'a list with an ambiguous link has nobody by it' '
	small && printf -- "---\nmembers: [\"[[Countess]]\", \"[[Bob Stone]]\"]\n---\n" | note lists/l.md &&
	finds @l = "ada bob" &&
	printf -- "---\naliases: [countess]\n---\n" | note people/zed.md && finds @l = bob'

t 'a list that is not there, reaches itself or has a wrong query' '
	small && code 2 nt-find @nobody 2>err && has err "nobody" &&
	printf -- "---\nquery: \"@b or @b\"\n---\n" | note lists/a.md &&
	printf -- "---\nquery: \"@a or @a\"\n---\n" | note lists/b.md && code 2 nt-find -p @a 2>err &&
	has err "reaches itself" &&
	printf -- "---\nname: C\nquery: \"city~[\"\n---\n" | note lists/c.md && code 2 nt-find -p @c 2>err &&
	has err "lists/c.md:3:8: "'

t 'what is no query is an error' '
	small && for q in "(" ")" "and" "not" "ada or" "( ada" "ada )" "( )" "name~[" "/[/" "entry:call/soon" "entry:call/a..b"; do
		code 2 nt-find -p $q >out 2>err && is "$(wc -c <out | tr -d " ")" 0 && has err "nt-find: " || return 1
	done'

t 'exit: 0 something, 1 nothing, 2 an error although others were printed' '
	small && code 0 nt-find ada && code 1 nt-find zebra && code 1 nt-find -v . &&
	printf -- "---\na: [\n---\n" >people/cut.md &&
	code 2 nt-find -p people/ >out 2>err && is "$(wc -l <out | tr -d " ")" 3 &&
	has err "nt-find: people/cut.md:" &&
	code 2 nt-find --nonsense && code 2 nt-find -n x && cd / && code 2 nt-find 2>"$TMP/err" &&
	has "$TMP/err" nt-init'

t 'columns, also computed ones' '
	small && is "$(nt-find -l people/)" "$(printf "%s\n" "Ada Lovelace	people/ada.md" "Bob Stone	people/bob.md" "eve	people/eve.md")" &&
	is "$(nt-find -o name,last,contacts,gave,owe,due ada)" "Ada Lovelace	2026-11-03	3	1	1	2026-12-01" &&
	is "$(nt-find -o email,tag,city,kind,closeness,cost ada)" \
		"ada@engine.example; al@home.example	friend; Work/Acme	Lisbon	person	2	" &&
	nt-find -t -o name,city,org ada | has - "Ada Lovelace  Lisbon  Acme"'

t 'a column that nobody has is an error after the run' '
	small && code 2 nt-find -o name,nosuch ada >out 2>err && is "$(cat out)" "Ada Lovelace	" &&
	is "$(cat err)" "nt-find: --fields: no such column: '\''nosuch'\'': no field of nt, and none of these notes has it" &&
	code 2 nt-find -t -o emial ada 2>err >out && has err "did you mean '\''email'\''" &&
	printf -- "---\nshoe: 44\n---\n" >people/x.md && nt-find -o shoe people/ && nt-find -o step,tag,address.city,sort-name,age,text ada &&
	code 2 nt-find -o nosuch nobody-here 2>err && has err "no such column: '\''nosuch'\''" && code 1 nt-find -o shoe nobody-here 2>err && hasnt err column &&
	code 0 nt-find -p -o nosuch ada && code 2 nt-due -a -o nosuch 2>err >out && has err nosuch'

t 'tabs and line ends in values become blanks' '
	book && printf -- "---\nname: \"a\\\\tb\\\\nc\\\\rd\"\n---\n" >people/x.md &&
	is "$(nt-find -l people/)" "a b c d	people/x.md"' 

t 'private keys leave by neither lines, JSON nor columns' '
	small && is "$(nt-find -l -o name,pay,Pay ada)" "Ada Lovelace		" &&
	nt-find -t -o name,pay ada | hasnt - secret1 &&
	nt-find -j ada | hasnt - secret1 && nt-find -s ada | has - "pay: secret1" &&
	on-tty nt-find -o name,pay ada | has - secret1'

t 'JSON: path, name, kind, fields as strings' '
	{ command -v jq >/dev/null || skip "no jq"; } && small &&
	is "$(nt-find -j ada | jq -c "[.path, .name, .kind, .fields.closeness, .fields.email.home, .fields.pay, .nt]")" \
		"[\"people/ada.md\",\"Ada Lovelace\",\"person\",\"2\",\"al@home.example\",null,{}]" &&
	is "$(nt-find -j people/ | jq -r .name | xargs)" "Ada Lovelace Bob Stone eve"'

t '-n stops, -0 ends with NUL' '
	small && is "$(nt-find -n 2 -p people/ | xargs)" "people/ada.md people/bob.md" &&
	is "$(nt-find -0 people/ | tr "\0" ,)" \
		people/ada.md,people/bob.md,people/eve.md, && nt-find -0 people/ | xargs -0 ls >/dev/null'

t 'control characters of notes never reach a terminal' '
	book && printf -- "---\nname: \"a\\\\e[31mb\\\\u009bc\"\ncity: \"\\\\e]0;x\\\\a\"\n---\n" >people/x.md &&
	esc=$(printf "\033") &&
	for form in -t -l -j -p; do
		NO_COLOR=1 on-tty nt-find $form -o name,city people/ >out && LC_ALL=C tr -d "\n\t -~" <out >rest &&
		is "$form $(od -An -c <rest)" "$form " ||
			return 1
	done && nt-find -l people/ | has - "$esc[31m"'

t 'an empty term, a value that is not there or of another type: errors' '
	small && for q in "" "name<" "last:soon.." "met:..a" "cadence:a.." "closeness:..b" "gave:x.." "archived:true.."; do
		code 2 nt-find -p "$q" >out 2>err && is "$q $(wc -c <out | tr -d " ")" "$q 0" || return 1
	done && has err "archived: not a date: " && code 2 nt-find people/ "" && code 1 nt-find nmae:ada &&
	code 1 nt-find "_x:"'

t 'an empty value is no field' '
	book && printf -- "---\nphone: \"\"\nurl:\ncity: \" \"\n---\n" >people/x.md &&
	code 1 nt-find phone: && code 1 nt-find url: && code 1 nt-find city: && finds not phone: people/ = x'

t 'a link is also what is seen of it' '
	book && printf -- "---\norg: \"[[acme|The Acme]]\"\n---\n" >people/x.md &&
	printf -- "---\norg: \"[[Acme]]\"\n---\n" >people/y.md && finds org=acme = y && finds "org=the acme" = x &&
	finds org:acme = "x y" && finds "org~^the" = x && finds "org~^.{4}\$" = y && finds org:b.. = x &&
	finds org:..b = y'

t '= beside dates and lengths' '
	small && printf -- "---\nlast: 2026-11-10\nnext: 2026-12-01\n---\n" >people/x.md && finds last=2w = "bob x" &&
	finds last=today-14d = "bob x" && finds last:2w = "bob x" && finds next=+1w = x && finds cadence=42 = ada &&
	finds cadence=30d = bob &&
	finds cadence=MONTHLY = bob && finds cadence!=6w people/ = "bob eve x" && code 1 nt-find birthday=today'

t 'numbers are decimal, text is compared with digits by value' '
	book && for x in 2 10 2.5 -3 1e3 0x10 "Agent 2" "Agent 10"; do
		printf -- "---\nname: %s\nx: %s\n---\n" "$x" "$x" >"people/$x.md" || return 1
	done && finds x:..2.5 = "-3 2.5 2" && finds x:3..11 = 10 && finds "x:Agent 2..Agent 9" = "Agent 2" &&
	finds "x>agent 2" = "Agent 10" && finds "x:agent 02..agent 2" = "Agent 2"'

t 'counts: none is a number, of people only, and nothing that is there' '
	small && finds contacts=3 = ada && finds "contacts~^3" = ada && finds contacts:3 = ada &&
	finds "contacts<3" = "bob eve" && finds "contacts<2" = eve &&
	code 1 nt-find "contacts<1" && finds gave=1 = ada && finds gave:..9 = "ada bob eve" && finds gave:..0 = "bob eve" &&
	finds "gave<1" = "bob eve" && finds gave=0 = "bob eve" && finds gave:0 = "bob eve" && is "$(nt-find -o gave bob)" 0 &&
	finds not gave: people/ = "bob eve"'

t 'entry: of any kind; by hand is none' '
	small && printf -- "---\nlast: 2026-11-10\n---\n" >people/x.md && finds entry: = "ada bob eve" &&
	finds entry:/2026-10 = ada && finds log: = "ada bob eve" && finds last: = "ada bob eve x"'

t 'task: a note has the tasks of its own that link to no person' '
	small && note journal/2026-11-20.md <<-E &&
	- [ ] ask: [[Bob Stone]]
	- [ ] 2026-12-01 todo: buy [[acme]] paper
	E
	finds task: = "2026-11-20 ada bob" && finds task:paper = 2026-11-20 &&
	is "$(nt-find -l -o task journal/)" "buy [[acme]] paper"'

t 'backlink: the notes that link to it, by name or path, whatever the form of the link' '
	book && mkdir notes && note people/ada.md <<-E && note people/bob.md <<-E &&
	---
	name: Ada Lovelace
	aliases: [Countess]
	spouse: "[[bob]]"
	---
	[[Ada Lovelace]] is myself. In code: \`[[cyd]]\`
	E
	[[Countess|her]], [[Ada Lovelace#work]] and [[Nobody]], [[dup]]
	E
	echo "- 2026-11-01 tea: with [Ada](../people/ada.md)" | note journal/2026-11-01.md &&
	echo "# Cyd" | note people/cyd.md && echo x | note people/dup.md && echo x | note notes/dup.md &&
	echo "[[people/cyd]], [[people/cyd.md]]" | note notes/n.md &&
	is "$(nt-find -l -o name,backlink people/)" "$(printf "%s\t%s\n" "Ada Lovelace" "2026-11-01; bob" bob "Ada Lovelace" Cyd n dup "")" &&
	finds backlink: = "ada bob cyd" && finds backlink:LOVELACE = bob && finds backlink:journal/ = ada &&
	finds backlink=notes/n = cyd && finds "backlink~^n\$" = cyd && finds not backlink: people/ = dup &&
	nt-find -s people/ >stream && is "$(nt-find -p backlink:bob - <stream)" people/ada.md &&
	is "$(nt-find -l -o backlink - <stream | head -n 1)" "2026-11-01; bob" &&
	printf -- "---\nname: New\n---\n" | nt-find -p -b . backlink: - | is "$(cat)" ""'

t 'backlink without a book: none' '
	printf -- "---\nname: New\n---\n[[x]]\n" >x.md && code 1 nt-find -l backlink: - <x.md &&
	is "$(nt-find -l -o name,backlink - <x.md)" "New	"'

t 'no secret leaves by another field' '
	printf -- "---\nkind: book\nprivate: [private, pay, birthday, address]\n---\n" >book.md &&
	note people/ada.md <<-E &&
	---
	birthday: 1990-01-01
	address: {city: Hidden1}
	phone: {work: 1, private: hidden2}
	job: {pay: hidden3}
	pay: "[[bob]]"
	---
	- 2026-11-01 gave: open
	## Private
	- 2026-11-02 gave: hidden4 to [[bob]]
	- [ ] owe: hidden5
	### Deeper
	[[bob]]
	E
	echo x >people/bob.md &&
	f=name,city,address.city,age,phone,phone.private,job,job.pay,pay,gave,owe,log,task,link,text &&
	{ nt-find -l -o $f people/ada.md && nt-find -j people/ && nt-find -l -o backlink people/bob.md &&
	nt-find -t -o $f,backlink people/ | cat; } >out && hasnt out idden && hasnt out 132 && hasnt out "[[bob]]" &&
	is "$(nt-find -l -o link,backlink people/)" "	$(printf "\n\t")" && has out open &&
	finds log:hidden4 = ada && finds backlink:ada = bob && on-tty nt-find -o log,link people/ada.md | has - hidden4'

t 'a pattern on hostile text: an error that names the note, the others go on, also below not' '
	small && { printf "name: "; head -c 40000 /dev/zero | tr "\\0" a; echo "!"; } >people/long.md &&
	for i in 1 2 3 4 5 6 7 8 9 10 11 12; do printf "%01000d\n" 0 | sed "s/0/aaaaaaaaaaaaaaaa!\\n/g"; done >people/many.md &&
	for q in "text~(a+)+\$" "/(a+)+\$/" "text~(a|aa)+\$"; do
		code 2 nt-find -p "$q" or people/ >out 2>err && has err people/long.md && has err people/many.md &&
	has out bob &&
		hasnt out long && hasnt out many && code 2 nt-find -p not "$q" people/ >out 2>err && has out bob &&
		hasnt out long && code 2 nt-find -v "$q" >out 2>err && hasnt out long || return 1
	done'

t 'one argument, whichever term comes first' '
	small && nt-find -p name~^.d and tag:friend >want && [ -s want ] && nt-find -p "name~^.d and tag:friend" >got && same want got && nt-find -p "tag:friend and name~^.d" >got && same want got && nt-find -p "name~^.d or name:bob" >got && has got bob && nt-find -p name~^.d or name:bob | same got -'

t 'many terms and many paths' '
	small && is "$(nt-find -p $(yes "zz or" | head -n 20000) bob)" people/bob.md &&
	code 1 nt-find not "(" $(yes "not zz" | head -n 20000) ")" &&
	i=0 && while [ $i -lt 300 ]; do echo x >people/n$i.md && i=$((i + 1)); done &&
	is "$(nt-find -p | xargs nt-find -p | wc -l | tr -d " ")" 304 && mkdir people-x && echo x >people-x/a.md &&
	finds people-x/ orgs/ = "acme a" && finds people-x/a.md orgs/acme.md book.md people/eve.md = "book acme a eve"'

t 'a list: only its members and what its body links to; a blank query is none' '
	small && printf -- "---\nquery: \"\"\nowner: \"[[eve]]\"\nmembers: [\"[[Ada Lovelace]]\"]\n---\n" | note lists/l.md &&
	finds @l = ada && printf -- "---\nquery: |\n  name:ada\n  closeness:2..\n---\n" | note lists/m.md &&
	finds @m = ada &&
	printf -- "---\nquery: []\n---\n[[eve]]\n" | note lists/n.md && finds @n = eve'

t 'two lists of one name are an error; so is one that cannot be used, also below not' '
	small && echo "[[eve]]" | note lists/l.md && printf -- "---\naliases: [L]\n---\n" | note lists/m.md &&
	code 2 nt-find @l 2>err && has err "several lists are called" &&
	printf -- "---\nquery: \"last:soon..\"\n---\n" | note lists/c.md && code 2 nt-find -p not @c >out 2>err &&
	has err "lists/c.md:2:8: last: not a date" && is "$(cat out)" ""'

# sorts FIELDS TERM... = NAME...
sorts() {
	fields=$1
	shift
	finds -S "$fields" "$@"
}

t '-S: text naturally, without case and accents, digits by value, then bytes' '
	book && for x in "Agent 10" "agent 2" Zoe Élan elan "Agent 02" Eland é Łuk luz "[[Mia|B]]"; do
		printf -- "---\nx: \"%s\"\n---\n" "$x" >"people/$(echo "$x" | tr "[|]" "(_)").md" || return 1
	done && nt-find -l -o x -S x people/ >got &&
	printf "%s\n" "Agent 02" "agent 2" "Agent 10" "[[Mia|B]]" é elan Élan Eland \
		Łuk luz Zoe | same got && nt-find -l -o x -S x:desc people/ | sed "1!G;h;\$!d" | same got'

t '-S: dates, spans and numbers; without the field last either way, ties by path' '
	small && sorts birthday people/ = "ada bob eve" && sorts birthday:desc people/ = "ada bob eve" &&
	sorts last people/ = "ada bob eve" && sorts last:desc people/ = "eve bob ada" &&
	sorts contacts:desc people/ = "ada bob eve" &&
	sorts contacts people/ = "eve bob ada" && sorts closeness:desc people/ = "bob ada eve" &&
	sorts cadence people/ = "bob ada eve" && sorts cadence:desc people/ = "ada bob eve" &&
	sorts city:desc people/ = "bob ada eve" &&
	sorts kind,name:desc = "eve bob ada acme" | sort >/dev/null &&
	sorts kind:desc,name:asc = "ada bob eve acme" &&
	sorts tag,name people/ = "ada bob eve"'

t '-S: partial dates, those without a year after all years, what is no date after these' '
	book && for x in 1990 1990-02 1989-12-31 1990-01-01 --11-23 XXXX-02-01 soon 2026; do
		printf -- "---\nbirthday: %s\n---\n" "$x" >"people/b$x.md" || return 1
	done && echo x >people/none.md && sorts birthday people/ = \
		"b1989-12-31 b1990 b1990-01-01 b1990-02 b2026 bXXXX-02-01 b--11-23 bsoon none" &&
	sorts birthday:desc people/ = "b2026 b1990-02 b1990-01-01 b1990 b1989-12-31 b--11-23 bXXXX-02-01 bsoon none"'

t 'a day without a year is found however it is written' '
	book && for x in --04-05 XXXX-04-05 04-05 1604-04-05 --05-04; do printf -- "---\nbirthday: %s\n---\n" "$x" >"people/b$x.md" || return 1; done &&
	for q in birthday:--04-05 birthday=--04-05 birthday:XXXX-04-05 birthday=XXXX-04-05; do nt-find -l -o name $q | tr "\n" " " | is "$(cat)" "b--04-05 b04-05 b1604-04-05 bXXXX-04-05 " || return 1; done'

t '-S: of several values the first; with -n the first of them; any form of output' '
	small && printf -- "---\naliases: [b, z]\n---\n" >people/x.md &&
	printf -- "---\naliases: [c, a]\n---\n" >people/y.md &&
	sorts alias alias: = "x y ada" && sorts last:desc -n 2 people/ = "eve bob" &&
	is "$(nt-find -l -o name,last -S last:desc,name people/ | head -n 1)" "eve	2026-11-20" &&
	nt-find -j -S name:desc people/ | head -n 1 | has - people/y.md &&
	is "$(nt-find -0 -S last people/ | tr "\0" ,)" \
		people/ada.md,people/bob.md,people/eve.md,people/x.md,people/y.md, &&
	on-tty nt-find -S name:desc people/bob.md people/eve.md | sed -n 2p | has - eve'

t '-S on a stream: notes as they came, by annotations too' '
	small && nt-find -s people/ >all && nt-find -s -S name:desc people/ | nt-find -s -S name - | same all &&
	cat all all | nt-find -p -S last:desc - | xargs | is "$(cat)" \
		"people/eve.md people/eve.md people/bob.md people/bob.md people/ada.md people/ada.md" &&
	nt-due -s -a | nt-find -l -o name,due -S due:desc - | cut -f 2 >got && LC_ALL=C sort -r got | same got &&
	is "$(nt-due -s -a | nt-find -p -S pressure:desc - | xargs)" "$(nt-due -p -a | xargs)"'

t '-S: what it takes; a field that nobody has' '
	small && for s in "" , name, ,name name:down "name:desc:asc" :desc; do
		code 2 nt-find -p -S "$s" >out 2>err && is "$(cat out)" "" && has err "nt-find: -S: " || return 1
	done && has err "a field is missing" && code 2 nt-find -p -S nmae >out 2>err && has err "no note has a field '\''nmae'\''; did you mean '\''name'\''" &&
	nt-find -p | same out &&
	code 0 nt-find -p -S overdue,snooze 2>err && is "$(cat err)" "" && code 1 nt-find -S name zebra &&
	code 0 nt-find --sort=name'

# why ARGS...: what nt-find says when it finds nothing
why() {
	code 1 nt-find "$@" >out 2>err && is "$(cat out)" "" && sed "s/^nt-find: //" err
}

t 'a tag or a kind of entry that nobody has is told with one much like it' '
	book && printf -- "---\ntags: [recruiter]\n---\n- 2026-11-01 call: x\n" >people/ada.md &&
	for ask in "tag:recruter tag:recruiter" "tag=recruter tag:recruiter" "entry:cal entry:call" "tag:zork" "entry:zork"; do
		code 1 nt-find "${ask% *}" 2>err && case $ask in *" "*) has err "satisfies '\''${ask% *}'\''; did you mean ${ask#* }?" ;; *) hasnt err mean ;; esac || return 1
	done && code 1 nt-journal -k cal 2>err && is "$(cat err)" "nt-journal: no note satisfies '\''entry:cal'\''; did you mean entry:call?" &&
	code 1 nt-journal -k call --since today 2>err && is "$(cat err)" "" && code 1 nt-journal -p -k cal 2>err && has err "did you mean entry:call?"'

t 'a query that finds nothing says which term no note satisfies, and what may have been meant' '
	small && printf -- "---\nname: Pat\ntags: [recruiter]\n---\n" >people/pat.md && word="no name, alias, email, org or tag holds" &&
	is "$(why recruiters)" "$word '\''recruiters'\''; did you mean tag:recruiter?" &&
	is "$(why lisbon)" "$word '\''lisbon'\''; city:lisbon finds some" &&
	is "$(why poetry)" "$word '\''poetry'\''; text:poetry finds some" && is "$(why zebra)" "$word '\''zebra'\''" &&
	is "$(why today)" "$word '\''today'\''; a day stands behind a field, due:today, or an option, --since" &&
	is "$(why last week | grep -c "a day stands behind")" 2 &&
	printf -- "---\naliases: [folk]\n---\n" | note lists/x.md && sed -i.old "s/folk/Folk/; 2s/aliases:.*/title: x/" lists/x.md && mv lists/x.md lists/folk.md &&
	sed -i.old "2s/.*/name: y/" lists/folk.md && is "$(why folk)" "$word '\''folk'\''; the list is @folk" &&
	is "$(why ctiy:berlin)" "no note has a field '\''ctiy'\''; did you mean '\''city'\''?" &&
	is "$(why zork:1)" "no note has a field '\''zork'\''" && is "$(why city:zork)" "no note satisfies '\''city:zork'\''" &&
	is "$(why entry:zork)" "no note satisfies '\''entry:zork'\''" && is "$(why people/ and tag:zork)" "no note satisfies '\''tag:zork'\''" &&
	is "$(why bob tag:friend)" "each of these terms finds notes, but no note satisfies all that is asked" &&
	is "$(why ada and not ada)" "" && is "$(why -v .)" ""'

t 'what may have been meant is no private tag' '
	printf -- "---\nkind: book\nprivate: [tags]\n---\n" >book.md && printf -- "---\nname: Pat\ntags: [recruiter]\n---\n" | note people/pat.md &&
	code 1 nt-find recruiters 2>err && is "$(cat err)" "nt-find: no name, alias, email, org or tag holds '\''recruiters'\''"'

t 'it is said of a stream, and by other tools, and not when something is found' '
	small && nt-find -s >s && code 1 nt-find -p city:zork - <s 2>err && is "$(cat err)" "nt-find: no note satisfies '\''city:zork'\''" &&
	for tool in nt-due nt-show nt-journal nt-edit; do
		EDITOR=true code 1 $tool tag:zork >out 2>err && is "$(cat err)" "$tool: no note satisfies '\''tag:zork'\''" || return 1
	done && code 1 nt-due closeness:10 2>err && is "$(cat err)" "" && nt-find ada or city:zork 2>err >out && is "$(cat err)" ""'

t 'keys fold case' '
	small && printf -- "---\nname: Pat\nShoe: 44\nÖl: ja\n---\n" >people/pat.md && finds Tag:friend = ada && finds CITY:lisbon = ada &&
	finds Shoe:44 = pat && finds shoe:44 = pat && finds SHOE:40..50 = pat && finds "öl=ja" = pat && finds Entry:gave = ada &&
	printf -- "---\nname: Max\nshoe: 40\n---\n" >people/max.md && finds shoe:40 = max && finds shoe:44 = pat &&
	printf -- "---\nname: Kim\nEmail: kim@x.org\n---\n" >people/kim.md && code 1 nt-find -p email:kim 2>err && is "$(nt-find -p Email:engine)" people/ada.md'

t 'one argument that holds a query is taken apart' '
	small && finds "tag:friend and city:lisbon" = ada && finds "ada or bob" = "ada bob" &&
	finds "people/ (ada or bob) not tag:friend" = bob && finds "(ada or bob) and tag:friend" = ada &&
	finds "not ada and kind:person" = "bob eve" && finds "name:ada name:love" = ada &&
	finds "name:\"ada love\" or name:bob" = "ada bob" && finds "ada love" = ada && finds "name:ada love" = ada &&
	printf -- "---\nname: Pat\nhow: met at Rust and C conf\n---\n" >people/pat.md && finds "how:met at Rust and C conf" = pat &&
	finds "how~Rust and (C|D)" = pat && finds "/Rust and C/" = pat && mkdir "a and b" && echo x >"a and b/c.md" && finds "a and b/" = c &&
	finds "a and b/c.md" = c'

t '-S: a broken note is reported and left out' '
	small && printf -- "---\na: [\n---\n" >people/cut.md && code 2 nt-find -p -S name people/ >out 2>err &&
	is "$(xargs <out)" "people/ada.md people/bob.md people/eve.md" && is "$(wc -l <err | tr -d " ")" 1'

t 'random queries give what an independent reader gives' '
	command -v python3 >/dev/null && python3 -c "import yaml" 2>/dev/null || skip "no python3 with PyYAML"
	cd "$TOP/examples/book" && PYTHONDONTWRITEBYTECODE=1 python3 "$TOP/tests/find-pyyaml.py"'

t 'reference links are contacts and backlinks; a box, a footnote and an image are none' '
	book && for name in ada bob cy di eve; do echo "# $name" >people/$name.md; done && note journal/2026-11-20.md <<\E && is "$(nt-find -l -o name,last,backlink kind=person)" "$(printf "%s\t2026-11-20\t2026-11-20\n" ada bob; printf "cy\t\t\ndi\t\t\neve\t\t2026-11-20")" && is "$(nt-find -p backlink:2026-11-20)" "$(printf "people/%s.md\n" ada bob eve)"
- dinner: with [her][Ada Lovelace] and [bob]
- [x] call: nobody[^c], ![pic][di], \[ada lovelace]

See [eve][].

[ada  lovelace]:
   ../people/ada.md
[BOB]: /people/bob
[x]: ../people/cy.md
[^c]: cy
[di]: ../people/di.md
[eve]: ../people/eve.md "the first"
E'

t 'a table fits the terminal, the widest columns are cut, a day is not' '
	small && for w in 20 30 40 60 80; do
		for tool in nt-find "nt-due -a" "nt-find -o name,birthday,kind,path,cadence"; do
			NO_COLOR=1 COLUMNS=$w on-tty $tool 2>&1 | sed "s/…/./g; s/[^ -~]/?/g" >out && [ -s out ] &&
			awk "length > $w { print; n++ } END { exit n > 0 }" out || { echo "$w $tool"; return 1; }
		done
	done && NO_COLOR=1 COLUMNS=34 on-tty nt-find -o name,birthday,path ada | has - "Ada Lovel…  1990-03-11  people/ad…" &&
	NO_COLOR=1 COLUMNS=24 on-tty nt-find -o name,birthday,path ada | has - "Ada …  1990-03-11  peop…" &&
	nt-find -t -o name,birthday,path ada | has - "Ada Lovelace  1990-03-11  people/ada.md"'

t 'what could not be read is no reason to say that nothing is there' '
	book && printf -- "---\na: b: c\n---\n" >people/x.md && code 2 nt-find people/ tag:x 2>err &&
	is "$(cat err)" "nt-find: people/x.md:2:5: a value that holds '\'': '\'' needs quotes: \"...\""'

t '--words: names, aliases, tags, lists and keys, each once and nothing private' '
	printf -- "---\nkind: book\nprivate: [health]\n---\n" >book.md && note people/ada.md <<-E && note people/bob.md <<-E && note lists/met-lately.md <<-E &&
	---
	name: Ada Lovelace
	aliases: [Countess]
	tags: [math, old friend]
	shoe-size: 38
	health: fine
	email: {health: hush@x.org}
	---
	E
	---
	name: Bob
	tags: math
	---
	E
	---
	kind: list
	name: Met lately
	---
	E
	nt-find --words >out && for w in "Ada Lovelace" Bob Countess tag:math "tag:old friend" @met-lately shoe-size: city: last: tag:; do
		is "$(grep -cxF -e "$w" out)" 1 || return 1
	done && hasnt out health && hasnt out hush && hasnt out default-kind && sort -c out && nt-find --words bob >out && has out Bob && hasnt out Ada &&
	is "$(nt-find -l -o name "tag:old friend")" "Ada Lovelace"'

t 'a weekday beside a day to come is the one to come, elsewhere the last' '
	book && for field in "a: next: 2026-11-26" "b: next: 2026-11-28" "c: met: 2026-11-19" "d: met: 2026-11-21"; do printf -- "---\n${field#*: }\n---\n" | note "people/${field%%:*}.md"; done &&
	is "$(nt-find "next:..friday" -l -o path)" people/a.md && is "$(nt-find "next>fri" -l -o path)" people/b.md &&
	is "$(nt-find "due<=fri" -l -o path)" people/a.md &&
	is "$(nt-find "met:..friday" -l -o path)" people/c.md && is "$(nt-find "met>nov 20" -l -o path)" people/d.md && code 1 nt-find "next<3d"'

t 'a favour dated ahead counts from its day on' '
	book && printf -- "---\nname: Ada\n---\n- 2026-11-25 gave: x\n- 2026-11-25 got: y\n- [x] 2026-11-25 gave: z\n- 2026-11-25 owe: w\n" >people/ada.md &&
	is "$(nt-find -l -o gave,got,owe ada)" "1	0	1" && is "$(NT_TODAY=2026-11-25 nt-find -l -o gave,got,owe ada)" "2	1	1"'

done_testing
