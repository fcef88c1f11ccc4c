#!/bin/sh
. "${0%/*}/lib.sh"

# What begins with "hush" is private, what begins with "open" is not. Ada has a thing of every kind.
full() {
	mkdir -p people lists journal orgs && cat >book.md <<-X
	---
	kind: book
	private: [private, Pay, met, birthday, cadence]
	map: {im: chat, Pay: wage}
	---
	X
	note people/ada.md <<-X
	---
	name: Ada
	pay: hushkey
	wage: hushwage
	birthday: 1815-11-26
	met: 1833-06-05
	cadence: 5w
	aliases: {private: [hushalias], known: [openalias]}
	email: {private: hush.a@b.org, work: open.a@b.org, both: {private: hush.b@b.org, x: open.b@b.org}}
	phone: [{private: hushphone}, {work: openphone}]
	chat: {PRIVATE: hushchat, work: openchat}
	url: {private: "http://hush.org", home: "http://open.org"}
	address:
	  private: {city: hushcity, street: hushstreet, country: hushland}
	  work: {city: opencity, country: openland}
	org: {private: hushorg, work: openorg}
	title: [{private: hushtitle}, opentitle]
	tags: {private: [hushtag], work: [opentag]}
	how: {private: hushhow, else: openhow}
	deep: {a: [{b: {private: {c: hushdeep}, d: opendeep}}]}
	from: {cards: {pay: hushfrom, org: openfrom}}
	knows: {private: "[[Hush Hal]]", work: "[[Open Oda]]"}
	---

	- 2026-10-01 call: opencall
	- [ ] 2026-11-25 owe: openpromise
	- [ ] opentask

	## Private

	Hushtext, and [[Hush Hal]] again. hushtext

	- 2026-11-01 call: hushcall
	- [ ] 2026-11-20 owe: hushpromise
	- [ ] 2026-11-24 hushtask
	- [ ] owed: hushowed

	### Below

	- 2026-11-02 mail: hushbelow

	## Public

	- 2026-10-02 mail: openmail
	X
	note people/hal.md <<-X
	---
	name: Hush Hal
	---
	X
	note people/oda.md <<-X
	---
	name: Open Oda
	email: oda@b.org
	---
	X
	note journal/2026-11-03.md <<-X
	- lunch: with [[Ada]], openlunch

	# private

	- tea: with [[Ada]], hushtea
	- [ ] hushjournal
	X
}

# Every field that may be asked for.
F=name,pay,wage,Pay,birthday,age,met,aliases,email,email.private,email.work,email.both,phone,im,chat,url,address,address.private,address.private.city,city,country,org,title,tags,how,deep,deep.a,from,from.cards.pay,knows,gave,owe,owed,task,log,link,text,said,why,step

# faces RUN: what each tool prints of Ada, in every form that is no stream; RUN: on-tty, or none
faces() {
	for form in "-t -o $F" "-l -o $F" -j -l -t -p; do
		echo "--- $form"
		$1 nt-find $form people/ada.md
		$1 nt-show $form people/ada.md
		$1 nt-due -a $form people/ada.md
		$1 nt-favor ${form%%-o*} people/ada.md
		$1 nt-intro -n 9 ${form%%-o*} people/
		$1 nt-advice ${form%%-o*}
	done
	for form in -t -l -j "-t -o kind,name,text" "-l -o kind,name,text"; do
		$1 nt-journal $form people/ada.md journal/
		$1 nt-journal --open $form people/ada.md journal/
		$1 nt-graph --missing $form people/ada.md
		for by in tag org group year; do $1 nt-favor ${form%%-o*} --by $by people/ada.md; done
	done
	for form in -t -l -j; do
		$1 nt-stats $form people/ada.md
		$1 nt-stats $form --faded people/ada.md
		for by in tag org group; do $1 nt-stats $form --by $by people/ada.md; done
		$1 nt-goal $form
		$1 nt-try $form
		$1 nt-try --record $form
	done
	$1 nt-show -a people/ada.md
	$1 nt-show journal/
	for form in text json html mail ics rem; do
		nt-due people/ada.md | $1 nt-remind -f $form
		nt-find people/ada.md | $1 nt-remind -f $form
	done
	$1 nt-done ada
	for form in mutt aerc alot; do $1 nt-address -f $form ada; done
	$1 nt-address
	for form in text json sarif; do $1 nt-check -f $form; done
	true
}

# shellcheck disable=SC2034 # for the bodies of tests
secrets='1815 1833 5w (211) Hal'

t 'no face tells the rest what is private, and all tell what is not' '
	full && faces >out 2>err && ! grep -i hush out && for s in $secrets; do hasnt out "$s" || return 1; done &&
	for s in alias .a@b.org .b@b.org phone chat .org city land org title tag how deep from call promise task mail lunch; do has out open$s || return 1; done &&
	has out "Open Oda"'

t 'an export is for other programs, on a terminal too' '
	full && for form in vcard vcard3 csv json ldif abook mutt friends ics rem html; do
		for tty in "" on-tty; do $tty nt-export -f $form people/ada.md >out 2>err && ! grep -i hush out && for s in $secrets; do hasnt out "$s" || return 1; done || return 1; done
	done && nt-export -f json people/ada.md >out && for s in alias .a@b.org .b@b.org phone chat .org city land org title tag how deep from; do has out open$s || return 1; done &&
	nt-export --private -f json people/ada.md >out && for s in key wage alias .a@b.org phone city tag how deep from; do has out hush$s || return 1; done'

t 'what nt-due tells those downstream is for the rest, the bytes are for the next tool' '
	full && nt-due people/ada.md >stream && grep -a "^nt-" stream >notes && ! grep -i hush notes && for s in $secrets; do hasnt notes "$s" || return 1; done &&
	has notes "keep your promise: openpromise" && grep -v "^nt-" stream | sed "\$d" >bytes && cmp bytes people/ada.md &&
	for tool in nt-find "nt-show -s" "nt-journal -s" "nt-favor -s" "nt-due -a -s"; do $tool people/ada.md | grep -v "^nt-" | sed "\$d" | cmp - people/ada.md || return 1; done'

t 'a terminal of one'\''s own sees everything' '
	full && export COLUMNS=4000 && faces on-tty >out 2>err &&
	for s in key wage alias .a@b.org .b@b.org phone chat .org city street land org title tag how deep from call promise task owed below tea journal; do has out hush$s || return 1; done &&
	for s in $secrets; do has out "$s" || return 1; done'

# what ONE tool shows on a terminal
t 'on a terminal each face shows it' '
	full && export COLUMNS=4000 && on-tty nt-show -a people/ada.md >out && for s in hush.a@b.org hushphone hushtag hushhow hushcall hushpromise "Hush Hal" 5w 1815-11-26; do has out "$s" || return 1; done &&
	on-tty nt-find -t -o $F people/ada.md >out && for s in hushkey hushwage hushcity hushland hushdeep hushfrom hushcall hushtext; do has out $s || return 1; done &&
	on-tty nt-due people/ada.md | has - hushpromise && on-tty nt-journal journal/ | has - hushtea && on-tty nt-done ada | has - hushowed'

t 'computed fields follow what they are computed from' '
	full && is "$(nt-find -l -o city,country,org,title,tags,age,met people/ada.md)" "opencity	openland	openorg	opentitle	opentag		" &&
	printf -- "---\nname: Eve\nprivate: {org: hush}\naddress: {private: {city: hush}}\ncity: Rome\n---\n" >people/eve.md && is "$(nt-find -l -o city people/eve.md)" Rome &&
	is "$(nt-find -l -o backlink people/hal.md)" "" && is "$(nt-find -l -o backlink people/oda.md)" Ada && is "$(nt-find -l -o name backlink:ada)" "$(printf "Hush Hal\nOpen Oda")"'

t 'a private birthday, cadence or refresh makes due, but not known' '
	full && printf -- "---\nname: Eve\nbirthday: 1990-11-26\n---\n" >people/eve.md && nt-due people/eve.md >out &&
	has out "nt-why: [\"(private)\"]" && has out "nt-step: \"write the first lines" && hasnt out "wish well" &&
	nt-due -l people/eve.md | hasnt - birthday && on-tty nt-due people/eve.md | has - "birthday 2026-11-26 (36)"'

t 'a day that is private is told by no reason, and neither is how near it is' '
	mkdir -p people && printf -- "---\nkind: book\nprivate: [private, birthday, next, anniversary, snooze]\n---\n" >book.md &&
	day() { { for form in -l -j -s -t "-l -o due,overdue,why" "-s -w 3m"; do nt-due -a $form; done; nt-due; nt-find -l -o due,overdue; nt-show; nt-show -j
		for form in text ics json mail; do nt-due | nt-remind -f $form; nt-due -a | nt-remind -f $form; done; for form in ics rem; do nt-export -f $form; done
	} | sed "s/^$1$//; /^DTSTAMP/d" | grep -av "^next: \|^birthday: \|^snooze: \|^anniversary: \|^nt-rev\|^nt-sha"; } &&
	for key in "birthday: 1990-01-01" "anniversary: 2001-01-01" "next: 2027-01-01" "birthday: 1990-11-26" "next: 2026-11-20" "anniversary: 1999-11-20"; do
		printf -- "---\nname: Eve\n%s\n---\n" "$key" >people/eve.md && day >out && hasnt out -01-01 && hasnt out 0101 && hasnt out 11-26 && hasnt out 1126 && hasnt out 11-20 && hasnt out 1120 && ! grep -E "in [0-9]+ days|late" out || return 1
	done && has out "(private)" && on-tty nt-due -a | has - "anniversary 2026-11-20" && nt-find -l -o name due=2026-11-20 | has - Eve &&
	printf -- "---\nname: Eve\ncadence: 1w\nmet: 2026-01-01\nsnooze: 2027-01-03\n---\n" >people/eve.md && day >out && hasnt out 2027-01-03 && COLUMNS=400 on-tty nt-due -a | has - "snoozed until 2027-01-03" &&
	printf -- "---\nname: Eve\nbirthday: 1990-02-03\nnext: 2027-02-04\n---\n" >people/eve.md && is "$(nt-due -a -l -o name,due,why)" "Eve		" && on-tty nt-due -a | has - 2027-02-03 &&
	for d in 22 24 26; do printf -- "---\nname: Eve\nbirthday: 1990-11-%s\n---\n" $d >people/eve.md && day >$d || return 1; done && cmp 22 24 && cmp 24 26'

t 'a last contact kept by hand is a field as any other' '
	full && printf -- "---\nkind: book\nprivate: [last]\n---\n" >book.md && printf -- "---\nname: Eve\ncadence: 1w\nlast: 2026-11-05\n---\n" >people/eve.md &&
	{ nt-show people/eve.md; nt-due -s people/eve.md | grep -a "^nt-"; nt-due people/eve.md | nt-remind; nt-find -l -o last people/eve.md; } >out &&
	hasnt out 2026-11-05 && has out Eve && on-tty nt-show people/eve.md | has - "last contact 2026-11-05" &&
	is "$(nt-find -l -o contacts,first people/eve.md)" "0	" && is "$(nt-find -l -o name contacts=1 first=2026-11-05)" Eve'

t 'the word that the vault has for a private field is private' '
	full && printf -- "---\nkind: book\nprivate: [phone]\nmap: {phone: tel}\n---\n" >book.md && printf -- "---\ntel: hush1\n---\n" >people/eve.md &&
	for form in -j "-l -o tel,phone"; do nt-find $form people/eve.md | hasnt - hush || return 1; done && nt-show people/eve.md | hasnt - hush &&
	printf -- "---\nkind: book\nprivate: [phone]\nmap: {phone: [tel, mobile], email: [mail, post]}\n---\n" >book.md && printf -- "---\nmobile: hush1\ntel:\npost: open@b.org\n---\n" >people/eve.md &&
	for form in -j "-l -o mobile,phone,email"; do nt-find $form people/eve.md >out && hasnt out hush && has out open || return 1; done && is "$(nt-find -l -o name phone:hush1)" eve'

t 'queries see everything, and the mistakes of private values are named without them' '
	full && for q in hushtag city:hushcity email:hush.a@b.org log:hushcall text:hushtext; do is "$(nt-find -l -o name $q)" Ada || return 1; done &&
	printf -- "---\nname: Eve\nbirthday: hushday\nemail: {private: hushmail}\n---\n\n## Private\n\n- [[Hush Nobody]]\n" >people/eve.md &&
	for form in text json sarif; do code 1 nt-check -f $form people/eve.md >out && ! grep -i hush out && has out "a field that holds no date" || return 1; done &&
	on-tty nt-check people/eve.md >out; has out hushday && has out hushmail && has out "Hush Nobody"'

t 'what is changed is told, but not what is private of it' '
	full && private() { "$@" >out 2>err && ! grep -i hush out && has out "(private)"; } &&
	private nt-set ada pay=hushnew && has people/ada.md hushnew && private nt-set ada email.private=hush.c@b.org && private nt-set ada pay= && has out "taken out: (private)" &&
	private nt-done ada hushtask && nt-set ada "title=openkey" wage=hushkey >out && has out openkey && hasnt out hush &&
	on-tty nt-set ada pay=hushtty >out && has out hushtty && nt-mv "Hush Hal" "Hush Hall" >out && grep ada.md out >of-ada && hasnt of-ada Hush && has of-ada "(private)" &&
	nt-find ada | sed "s/hushcall/hushcalled/; s/opencall/opencalled/" | nt-save >out && has out opencalled && has out "(private)" && hasnt out hush &&
	printf -- "---\nname: Eve\nbirthday: 1990/11/26\n---\n" >people/eve.md && nt-check --fix people/eve.md >out && hasnt out 1990 && has people/eve.md 1990-11-26'

t 'a patch tells private lines to the terminal only' '
	full && printf -- "---\nname: Eve\npay: hush\nhow: open [[Ada]]\n---\n\nopen\n\n## Private\n\n- [[Ada]] hush\n\nhush\n" >people/eve.md &&
	patches() {
		$1 nt-mv -n Ada "Ada King" 2>&1
		$1 nt-set -n ada city=Rome pay=hushnew
		$1 nt-set -n eve title=opener
		$1 nt-log -n ada "call: opened"
		nt-find ada | sed "s/hushcall/hushcalled/; s/opencall/opencalled/" >stream && $1 nt-save -n <stream
		printf -- "---\nnt-rev: new\nname: Zed\npay: hush\n---\n\nopenzed\n\n# Private\n\nhush\n\f\n" >stream && $1 nt-save -n <stream
		$1 nt-check -n --fix people/
	} && patches >out && ! grep -i hush out && has out "+(private)" && has out "-(private)" && has out " (private)" && has out "+- 2026-10-01 call: opencalled" && has out "+openzed" && has out "+title: opener" &&
	patches on-tty >out && for s in hushnew hushcalled "## Private" "[[Ada King]] hush"; do has out "$s" || return 1; done &&
	nt-set -n eve title=opener | grep -c "^[-+ ]" >n && is "$(cat n)" "$(on-tty env NO_COLOR=1 nt-set -n eve title=opener | grep -c "^[-+ ]")"'

t 'conflicts quote nothing of what is private' '
	full && printf -- "---\nnt-rev: new\nname: Ada\nemail: open.a@b.org\nphone: [{label: private, value: hushphone2}]\npay: hush2\ntitle: opennew\n---\n\n## Private\n\nhush3\n\f\n" >new && nt-save <new >out 2>err; cat out err | hasnt - hush && has err kept &&
	for s in base ours theirs; do printf -- "---\nname: A\n---\n\nopen %s\n\n## Private\n\nhush %s\n" $s $s >$s; done && code 1 nt-merge base ours theirs people/ada.md 2>err && hasnt err hush && has err "(private)" &&
	for s in base ours theirs; do printf -- "---\nname: A\n---\n\nopen %s\n" $s >$s; done && code 1 nt-merge base ours theirs people/ada.md 2>err && has err "open ours"'

t 'a conflict of nt-merge is named where the reader may look, and only there' '
	full && for s in base ours theirs; do printf -- "---\nname: A\ntitle: %s\npay: hush %s\n---\n\nopen %s\n\n- 2026-01-01 call: x\n" $s $s $s >$s; done &&
	code 1 nt-merge base ours theirs people/ada.md 2>err && has err "both sides changed: title" && has err "both sides changed: (private)" && hasnt err pay && hasnt err hush && has err "open ours" &&
	for s in base ours theirs; do printf -- "---\npay: a\n---\n" >$s; done && printf "\0" >>ours && printf "\0x" >>theirs &&
	code 1 nt-merge base ours theirs people/ada.md 2>err && has err "the whole, which is no text"'

t 'messages that name candidates or what was kept do not quote it' '
	full && printf -- "---\nname: Sam\nemail: {private: hush@a.org, work: open@a.org}\n---\n" >people/one.md && cp people/one.md people/two.md &&
	code 2 nt-set sam city=Rome 2>err && has err "(Sam, open@a.org)" && hasnt err hush &&
	printf -- "---\nnt-rev: new\nname: Ada\nemail: open.a@b.org\npay: hushother\n---\n\f\n" >new && nt-save <new >out 2>err; has err "pay: kept" && cat out err | hasnt - hush'

t 'a map whose label or type is private is private, and what is asked of it by a path' '
	book && printf -- "---\nname: Eve\nemail: [{label: private, value: hush@a.org}, {type: [home, Private], value: hush@b.org}, {label: work, value: open@a.org}]\nphone: {label: private, value: hush1}\naddress: [{Type: private, city: hushcity}, {label: work, city: opencity}]\ndeep: {a: [{label: private, b: {c: hush2}}]}\nprivately: {label: privately, b: open2}\n---\n" >people/eve.md &&
	{ nt-find -j eve; nt-show eve; nt-address; nt-find -l -o email,phone,phone.value,address,city,deep,deep.a,privately.b eve; nt-find eve | nt-remind -f json; nt-find eve | nt-remind; } >out &&
	hasnt out hush && has out open@a.org && has out opencity && has out open2 && is "$(nt-find -l -o name city:hushcity)" Eve &&
	on-tty nt-show eve >out && has out hush@b.org && has out hush1 && has out hushcity && nt-set eve phone.value=hush3 >out && hasnt out hush'

t 'a line of a card that a note keeps is as private as its field' '
	mkdir people && printf -- "---\nkind: book\nprivate: [birthday, spouse, im, address, gender]\n---\n" >book.md && note people/eve.md <<-"E" &&
	---
	name: Eve
	email: open@a.org
	vcard:
	  - BDAY;VALUE=text:hush 1980
	  - RELATED;TYPE=spouse:urn:uuid:hush
	  - RELATED;TYPE=friend:urn:uuid:open
	  - "item1.X-ABRELATEDNAMES:urn:hush"
	  - "item1.X-ABLabel:_$!<Spouse>!$_"
	  - "item2.ADR;TYPE=HOME:;;hush;;;;"
	  - "item2.X-ABLabel:hushlabel"
	  - X-EVOLUTION-SPOUSE:hush
	  - X-SOCIALPROFILE;TYPE=twitter:hush
	  - gender;x=y:hush
	  - "X-OPEN;X=\"a:b\":open"
	  - "item3.X-OPEN:open"
	  - "item3.X-ABLabel:open"
	---
	E
	{ for f in vcard vcard3 jcard json; do nt-export -f $f; done; nt-find -j; nt-find -l -o vcard; nt-show; mkdir d && nt-vdir d && cat d/*.vcf; } >out && hasnt out hush &&
	for s in urn:uuid:open X-OPEN item3.X-ABLabel:open; do has out "$s" || return 1; done && is "$(nt-export --private -f vcard | grep -c hush)" 8 && printf -- "---\nname: Bob\nvcard: BDAY:hush\n---\n" >people/eve.md && nt-find -j | hasnt - hush'

t 'a heading is private as a reader sees it' '
	book && for heading in "## **Private**" "## \`Private\`" "## Private:" "## [[Private]]" "## [[x|Private]] ##" "## 🔒 Private" "Private
---" "###### _private_"; do
		printf "# Eve\n\n- 2026-11-01 call: open\n\n%s\n\nhush [[hush]]\n\n- 2026-11-02 call: hush\n- [ ] owe: hush\n\n# Work\n\n- 2026-11-03 call: open\n" "$heading" >people/eve.md
		{ nt-show eve; nt-journal; nt-find -l -o last,log,link,text,owe eve; nt-due -a -s eve | grep -a "^nt-"; nt-check; } >out 2>err
		cat out err | hasnt - hush && is "$(nt-journal -l people/eve.md | wc -l)" 2 && is "$(on-tty nt-journal --open | grep -c hush)" 1 && hasnt out "[private]" || { echo "$heading" && return 1; }
	done'

t 'a private heading may have a comma' '
	mkdir people && printf -- "---\nkind: book\nprivate: [\"Me, privately\"]\n---\n" >book.md && printf "# me, *privately*\n\n- 2026-11-01 call: hush\n" >people/eve.md && nt-show people/eve.md >out && has out me && hasnt out hush'

t 'a key that is misspelt is told once' '
	book && printf -- "---\nprivat: 1\n---\n" >people/eve.md && nt-check >out && is "$(wc -l <out | tr -d " ")" 1 && has out "[key]"'

t 'without a book the paths of a stream are as they stand' '
	mkdir b && cd b && book && echo x >people/ada.md && nt-find -s ada >../stream && cd .. && is "$(nt-find -p - <stream)" people/ada.md && printf x >file && code 2 nt-find -b file 2>err && has err "no book in '\''file'\''"'

t 'what a label keeps private is not saved without it' '
	book && printf -- "---\nname: Ada\nuid: 1\nemail: open@a.b\nurl: http://open\nphone: [2]\nim: {work: w}\ntags: [open]\n---\n" >people/ada.md &&
	printf -- "---\nnt-rev: new\nname: Ada\nuid: 1\nemail: {private: hush@b.c, work: open@b.c}\nurl: {label: private, value: hush1}\nphone: [{private: 3}, 4]\nim: {private: hush2}\ntags: {private: [hushtag], x: [opentag]}\n---\n\f\n" >new &&
	code 1 nt-save <new >out 2>err && cat out err | hasnt - hush && has err "people/ada.md:4: email: kept" && has err "tags: kept" && same people/ada.md <<-X
	---
	name: Ada
	uid: 1
	email: [open@a.b, open@b.c]
	url: http://open
	phone: [2, 4]
	im: {work: w, private: hush2}
	tags: [open, opentag]
	---
	X
	code 1 nt-save <new >/dev/null 2>&1 && [ "$(grep -c "" people/ada.md)" -eq 9 ]'

t 'what is nearly private is warned of' '
	book && printf -- "---\nname: Eve\nemail: {privte: a@b.c, work: c@d.e}\nprivate-pay: 3\n---\n\n**Private**\n\n- Private:\n  - x\n\n# 1. Private\n\n# Private: Bob\n\n# Privat\n\n# Private\n\nPrivate\n\n## Private x\n\n# Not private\n\nprivate it is\n\n# Deprived of sleep\n" >people/eve.md &&
	nt-check >out && is "$(cut -d: -f2,3 out | xargs)" "3:9 4:1 7:1 9:3 12:3 14:3 16:3" && is "$(grep -c "\[private\]" out)" 7 &&
	has out "'\''Privat'\'' is no private heading, as '\''private'\'' is" && has out "'\''**Private**'\'' is no heading: what stands below it is not private"'

t 'days and counts are of what the reader may see' '
	book && mkdir journal && note people/eve.md <<-X &&
	---
	name: Eve
	cadence: 1w
	---
	- 2026-09-09 call: open
	- 2026-09-08 gave: open

	## Private

	- 2026-11-11 call: hush
	- 2025-01-01 gave: hush
	- 2025-01-02 got: hush
	- [ ] owe: hush
	- [ ] owed: hush
	X
	printf "# private\n\n- 2026-11-12 call: [[Eve]] hush\n" >journal/x.md &&
	is "$(nt-find -l -o last,first,contacts,gave,got,owe,owed,task eve)" "2026-09-09	2026-09-08	2	1	0	0	0	" &&
	{ nt-show eve; nt-due -s eve | grep -a "^nt-"; nt-due -l -o last,contacts,why eve; nt-due -t eve; nt-due eve | nt-remind -f json; nt-due eve | nt-remind; } >out &&
	hasnt out 2026-11-1[12] && hasnt out 2025 && hasnt out "owe 1" && hasnt out "every 1w," && has out "(private) 2026-11-19" && has out "nt-last: 2026-09-09" && has out "contacts: 2 since 2026-09-08" &&
	is "$(nt-find -l -o name contacts=6 owe=1 owed=1 gave=2 last=2026-11-12 first=2025-01-01)" Eve && is "$(nt-due -l -o name eve)" Eve &&
	on-tty nt-show eve >out && has out "2026-11-12, 12d ago; contacts: 6 since 2025-01-01" && has out "every 1w, last contact 2026-11-12" && has out "owe 1, owed 1" &&
	nt-set eve last=2026-11-23 >/dev/null && nt-due -a -l -o why eve | has - "every 1w, last contact 2026-11-23"'

# no_tool_shows RUN...: with that book.md no tool prints anything of the note, and each says why
no_tool_shows() {
	for tool in nt-find "nt-find -j" "nt-find -s" "nt-find -p" nt-show "nt-due -a" nt-journal "nt-address ada" "nt-set ada city=Rome" \
		"nt-log ada call: x" "nt-done ada" "nt-snooze ada 1w" "nt-new Eve" "nt-mv ada eve" "nt-find -" "nt-show -" nt-remind nt-save; do
		code 2 $tool <stream >out 2>err && same /dev/null out && has err book.md && has err private && hasnt err hush && continue
		echo "$tool" && return 1
	done
	for form in text json sarif; do nt-check -f $form; done >out 2>err
	cat out err >said && has said book.md && hasnt said hush && has out people/ada.md && same "$TMP/ada" people/ada.md &&
	hasnt out "error: a value of book.md" && is "$(on-tty nt-check people/ada.md 2>&1 | grep -c hush)" 2
}

t 'a configuration that cannot be read hides everything, and its mistake is told' '
	mkdir people && printf -- "---\nname: Ada\npay: hush1\nmet: hush2\n---\n\n[[hush3]]\n\n- [ ] owe: hush4\n" >people/ada.md && cp people/ada.md "$TMP/ada" &&
	printf -- "---\nkind: book\nprivate: [pay]\n---\n" >good && cp good book.md && nt-find -s ada >stream &&
	rm book.md && ln -s good book.md && no_tool_shows && has err "book.md: a symbolic link" && rm book.md && mkdir book.md && no_tool_shows && rmdir book.md &&
	for bad in "<<<<<<< ours\nprivate: [pay]\n=======\n>>>>>>> theirs" "x: [" "private: {pay: yes}" "private: [[a, b], c]" "private: [{pay: yes}]" "map: [pay]" "x: \377" "x: \\0"; do
		printf -- "---\nkind: book\n$bad\n---\n" >book.md && no_tool_shows || { echo "$bad" && return 1; }
	done &&
	[ "$(id -u)" -eq 0 ] || { cp good book.md && chmod 0 book.md && no_tool_shows; }'

t 'book.md is opened in the editor though it cannot be read' '
	printf -- "---\nkind: book\nx: [\n---\n" >book.md && EDITOR="sed -i 3d" nt-edit book.md 2>err && same book.md <<-X
	---
	kind: book
	---
	X
	is "$(nt-find -p .)" book.md && code 0 nt-check'

t 'what is private may be a text with commas, and written twice both count' '
	mkdir people && printf -- "---\npay: hush\nsum: hush\nopen: yes\n---\n" >people/ada.md &&
	for private in "private: pay, sum" "private: [pay, sum]" "private: pay\nprivate: sum" "private:\n  - pay\n  -\n  - Sum"; do
		printf -- "---\nkind: book\n$private\n---\n" >book.md && nt-find -j people/ada.md >out 2>err; hasnt out hush && has out open || return 1
	done'

t 'a folder is a book by what its book.md says, named or found' '
	mkdir -p x/people none && printf -- "---\npay: hush\n---\n" >x/people/ada.md &&
	for text in "" "---\nname: x\n---\n" "---\nkind: book\nprivate: [pay]\n" "\n---\nkind: book\n---\n"; do
		printf -- "$text" >x/book.md
		for dir in x none; do
			code 2 nt-find -b $dir -j 2>err >out && same /dev/null out && has err "kind: book" && has err "$dir" &&
			code 2 env NT_BOOK="$PWD/$dir" nt-find -j 2>err >out && same /dev/null out && has err "kind: book" && has err "$dir" || return 1
		done
		cd x && code 2 nt-find -j >out 2>err && same /dev/null out && has err "no book" && cd .. || return 1
	done'

t 'a private name: the file is named instead, to others than the owner' '
	printf -- "---\nkind: book\nprivate: [name]\nme: \"[[me]]\"\n---\n" >book.md && printf -- "---\nemail: me@b.org\n---\n" | note people/me.md && printf -- "---\nname: Hushed Ada\nemail: a@b.org\ncadence: 1w\n---\n- 2026-01-01 call: x\n- [ ] 2026-11-24 owe: y\n" | note people/ada.md && mkdir d &&
	for cmd in "nt-show ada" "nt-find -j" "nt-export -f vcard" "nt-export -f csv" "nt-export -f html" "nt-export -f friends" "nt-export -f mutt" "nt-export -f jcard" "nt-journal -l"; do $cmd >out 2>/dev/null; [ -s out ] && hasnt out Hushed || { echo "$cmd" && return 1; }; done &&
	for f in text json html mail ics rem; do nt-due | nt-remind -f $f >out 2>/dev/null && hasnt out Hushed && has out ada || { echo "$f" && return 1; }; done && nt-vdir d >out && hasnt out Hushed && ! grep -r Hushed d && nt-due >s && on-tty nt-show ada | has - Hushed && nt-export --private -f vcard | has - Hushed'

# hushed: a book whose names are private, of people, an org, a goal, a list, advice and a technique
hushed() {
	printf -- "---\nkind: book\nprivate: [name]\nme: \"[[me]]\"\n---\n" >book.md && printf -- "---\nname: Mara\n---\n" | note people/me.md && note people/ada.md <<-E && note people/bob.md <<-E2
	---
	name: Hushed Ada
	email: a@b.org
	org: "[[acme]]"
	tags: [t]
	cadence: 1w
	birthday: 1990-11-25
	spouse: "[[bob]]"
	met: 2020-01-01
	how: "[[card]]"
	---
	- 2026-10-01 call: about [[bob]]
	- [ ] 2026-11-20 owe: the book of [[bob]]
	- 2026-10-03 gave: a lift
	E
	---
	name: Hushed Bob
	email: b@b.org
	org: "[[acme]]"
	cadence: 1w
	---
	- 2026-10-01 call: with [[ada]] and [[nobody here]]
	- [ ] owed: x
	E2
	printf -- "---\nname: Hushed Acme\nkind: org\nmembers: [\"[[ada]]\"]\n---\n" | note orgs/acme.md && printf -- "---\nname: Hushed Goal\nkind: goal\ncount: tag:t\ntarget: 3\nby: 2026-12-31\n---\n" | note goals/goal.md && printf -- "---\nname: Hushed Card\nkind: technique\n---\n" | note techniques/card.md && printf -- "---\nname: Hushed Advice\nkind: advice\nsource: x\n---\nhi\n" | note advice/advice.md && printf -- "---\nname: Hushed List\nkind: list\nquery: tag:t\nrefresh: 1m\n---\n" | note lists/list.md
}

t 'a private name: in no row, picture, reason or text of another note either' '
	hushed && cat >faces <<-E && while read -r cmd; do $cmd >out 2>&1 </dev/null; [ -s out ] && hasnt out Hushed || { echo "$cmd" && return 1; }; done <faces && nt-due -s | grep -a "^nt-" >out && hasnt out Hushed && nt-due -s | nt-remind >out && hasnt out Hushed &&
	nt-show
	nt-find -l -o name,org,link,backlink
	nt-address b
	nt-address -f mutt b
	nt-due -l
	nt-due -t
	nt-due -j
	nt-favor
	nt-favor -l
	nt-favor -j
	nt-favor -t
	nt-favor --by org
	nt-favor --by tag -l
	nt-graph -l --hubs
	nt-graph -l --bridges
	nt-graph -l --islands
	nt-graph -l --groups
	nt-graph -t --hubs
	nt-graph -j --hubs
	nt-graph -f dot
	nt-graph -f mermaid
	nt-graph -f json
	nt-graph -f graphml
	nt-intro -l bob
	nt-intro -j acme
	nt-goal -l
	nt-goal -t
	nt-try -l
	nt-try -j
	nt-try --record
	nt-advice -l
	nt-advice -j
	nt-journal -l
	nt-stats -l
	nt-stats -j
	nt-stats --by org -l
	nt-export -f html
	nt-export -f ics
	nt-export -f rem
	nt-draft check-in ada
	nt-draft intro ada bob
	E
	for cmd in "nt-favor" "nt-graph --hubs" "nt-due" "nt-goal" "nt-advice" "nt-show ada"; do on-tty $cmd | has - Hushed || { echo "$cmd" && return 1; }; done'

t 'nt-lsp: what comes without being asked for keeps what is private' '
	full && PYTHONDONTWRITEBYTECODE=1 python3 "$TOP/tests/lsp.py" unasked'
done_testing
