#!/bin/sh
. "${0%/*}/lib.sh"

# slug NAME FILE: what the file of NAME is called
slug() {
	is "$(nt-new "$1")" "people/$2.md" && nt-find -p "name=$1" >/dev/null
}

# refused STATUS CMD...: nothing is written
refused() {
	rm -rf "$TMP/before" && cp -R . "$TMP/before" && code "$@" >"$TMP/stdout" 2>"$TMP/stderr" &&
		[ -s "$TMP/stderr" ] && ! [ -s "$TMP/stdout" ] && rm -f .nt-lock "$TMP/before/.nt-lock" &&
		diff -r "$TMP/before" .
}

# field KEY NAME: its value as nt-find reads it
field() {
	nt-find -l -o "$1" "name=$2"
}

t 'a person, and its path is printed' '
	book && is "$(nt-new Ada Lovelace)" people/ada-lovelace.md && same people/ada-lovelace.md <<E
---
name: Ada Lovelace
---
E'

t 'file names' '
	book && slug "Zoë Brontë-Müller" zoe-bronte-muller && slug "Łukasz Wrona" lukasz-wrona && slug "山田花子" 山田花子 &&
	slug "O'\''Neil, Sean (Jr.)" o-neil-sean-jr || { ls people && false; }'

t 'a name in any script makes a file that is found again' '
	book && for name in 山田花子 "ليلى حداد" "ליאור כהן" "Juno Park 🪁" 🪁 "..." "." ".." "../../etc/passwd" /etc/passwd \
		"a/b" "--" "CON" ".hidden" "~" "*" "a\b" "name: x" "# x" "- x" "\"quoted\"" "null" "true" "1815" "2026-11-24" \
		"{{name}}" "[a, b]" "a|b" book Book README; do
		nt-new --another -- "$name" >path && file=$(cat path) && [ -f "$file" ] && is "${file%%/*}" people &&
		is "$(nt-find -p kind=person | grep -cxF -e "$file")" 1 &&
		is "$(nt-find -l -o name "$file")" "$name" || { echo "name $name path $(cat path)" && return 1; }
	done && ls -R . >all && hasnt all passwd.md.md && ! [ -e ../etc ]'

t '300 characters' '
	book && name=$(printf "%0300d" 0 | sed "s/0/é/g") && nt-new "$name" >path && [ -f "$(cat path)" ] && nt-log "$name" call: x >out &&
	name=$(printf "%0300d" 0 | sed "s/0/花/g") && nt-new "$name" >path && [ -f "$(cat path)" ] && is "$(field name "$name")" "$name"'

t 'the folder is that of the kind, and says it' '
	book && is "$(nt-new --kind org Acme)" orgs/acme.md && is "$(nt-new -k group Club)" groups/club.md &&
	is "$(nt-new -k list Berlin)" lists/berlin.md && is "$(nt-new -k technique Card)" techniques/card.md &&
	is "$(nt-new -k goal Ten)" goals/ten.md && is "$(nt-new -k advice Give)" advice/give.md && ! grep kind: */*.md &&
	for kind in org group list technique goal advice; do nt-find -p kind=$kind >out && is "$(wc -l <out)" 1 || return 1; done'

t 'where the folder does not say the kind, the note does' '
	book && is "$(nt-new --kind place Café)" cafe.md && has cafe.md "kind: place" && is "$(field kind Café)" place'

t 'folders and kinds as the book says' '
	printf -- "---\nkind: book\ndefault-kind: note\nfolders:\n  person: Contacts/\n  place: Atlas/Places\n---\n" >book.md &&
	is "$(nt-new Ada)" Contacts/ada.md && hasnt Contacts/ada.md kind && is "$(nt-new -k place Café)" Atlas/Places/cafe.md &&
	hasnt Atlas/Places/cafe.md kind && is "$(field kind Ada)" person && is "$(nt-new -k note Memo)" memo.md && hasnt memo.md kind'

t 'a kind is a word' '
	book && refused 2 nt-new --kind ../x Ada && refused 2 nt-new --kind "a b" Ada && refused 2 nt-new --kind "" Ada &&
	refused 2 nt-new --kind book Ada'

t 'a template' '
	book && note templates/person.md <<E && note templates/org.md <<E2 &&
---
tags: [new]
met: {{date}}
---
# {{name}}

{{ name }} {{unknown}} {{name}

## Log
E
---
name: {{name}}
---
E2
	nt-new "Ada Lovelace" >out && same people/ada-lovelace.md <<E && nt-new -k org "Acme: \"fast\" # 1" >out &&
---
tags: [new]
met: 2026-11-24
name: Ada Lovelace
---
# Ada Lovelace

Ada Lovelace {{unknown}} {{name}

## Log
E
	is "$(nt-find -l -o name kind=org)" "Acme: \"fast\" # 1"'

t 'a template that cannot be used: said, and nothing is written' '
	book && printf -- "---\nname: \"x\n---\n" | note templates/person.md && refused 2 nt-new Ada &&
	has "$TMP/stderr" templates/person.md'

t 'who is there is refused, without case and accents' '
	book && nt-new "Zoë Brontë" "aliases=Zed, Zoë B." email=zoe@example.org >out &&
	for name in "Zoë Brontë" "ZOË BRONTË" "zoe-bronte" zed "Zoë b." "zoe bronte"; do
		refused 2 nt-new "$name" && has "$TMP/stderr" people/zoe-bronte.md || return 1
	done && refused 2 nt-new "Someone Else" email=ZOE@example.org && refused 2 nt-new "Someone Else" "aliases=x, Zed" &&
	nt-new "Someone Else" email=else@example.org >out && refused 2 nt-new Else "email=a@example.org, else@example.org"'

t '--another makes one more' '
	book && nt-new Ada >out && is "$(nt-new --another Ada)" people/ada-2.md &&
	is "$(nt-new --another Ada)" people/ada-3.md &&
	is "$(nt-find name=Ada -p)" "$(printf "people/ada-2.md\npeople/ada-3.md\npeople/ada.md")"'

t 'no file is written over' '
	book && echo mine >people/ada.md && refused 2 nt-new Ada && is "$(nt-new --another Ada)" people/ada-2.md &&
	is "$(cat people/ada.md)" mine &&
	ln -s nowhere people/bob.md && is "$(nt-new Bob)" people/bob-2.md && [ -L people/bob.md ]'

t 'keys and values' '
	book &&
	nt-new Ada Lovelace email=ada@example.org "tags=friend, work/acme" "aliases=Countess, A. L." org=Acme cadence=6w closeness=1 \
		birthday=1815-12-10 met=today "how=[[Charles Babbage]] introduced us" "note=a: b # c" >out &&
	is "$(nt-find -l -o email,tags,aliases,cadence,birthday,met,how,note ada)" \
		"ada@example.org	friend; work/acme	Countess; A. L.	6w	1815-12-10	2026-11-24	[[Charles Babbage]] introduced us	a: b # c" &&
	hasnt people/ada-lovelace.md today && nt-find -p tag:work >/dev/null'

t 'partial dates and a nested key' '
	book && nt-new Ada birthday=--12-10 address.city=London anniversary=1835 died=1852-11 >out &&
	is "$(nt-find -l -o birthday,city ada)" \
		"--12-10	London"'

t 'values of the wrong form are refused, and nothing is written' '
	book &&
	for value in closeness=9 closeness=0 closeness=near cadence=often birthday=soon birthday=2026-13-01 met=2026-02-30 next=never \
		snooze=x "=x" refresh=x archived=maybe; do
		refused 2 nt-new Ada "$value" && has "$TMP/stderr" "${value#*=}" || return 1
	done && refused 2 nt-new Ada email=a@example.org word && refused 2 nt-new && refused 2 nt-new "" &&
	refused 2 nt-new " " &&
	refused 2 nt-new "a
b" && refused 2 nt-new email=a@example.org'

t '-e opens the editor on the note' '
	book && printf "#!/bin/sh\necho \"edited \$1\" >>\"\$1\"\n" >"$HOME/my ed" && chmod +x "$HOME/my ed" &&
	EDITOR="'\''$HOME/my ed'\''" &&
	export EDITOR && mkdir a && cd a && is "$(nt-new -e Ada)" ../people/ada.md &&
	has ../people/ada.md "edited ../people/ada.md" &&
	EDITOR=false && code 2 nt-new --edit Bob >out 2>err && [ -f ../people/bob.md ] && has err editor'

t 'the path opens from where one is' '
	book && mkdir -p a/b && cd a/b && is "$(nt-new Ada)" ../../people/ada.md && [ -f ../../people/ada.md ] &&
	cd ../../people &&
	is "$(nt-new Bob)" bob.md && [ -f bob.md ] && cd / && path=$(nt-new -b "$OLDPWD/.." Cy) && [ -f "$path" ] &&
	is "${path##*/}" cy.md'

t 'two at once make one' '
	book && for i in 1 2 3 4 5 6 7 8; do nt-new Ada >>out 2>>err & done && wait; is "$(wc -l <out)" 1 &&
	is "$(ls people)" ada.md'

t 'a template that cannot be read is no missing one: said, 2, nothing is made' '
	book && mkdir -p templates/person.md && code 2 nt-new Bob 2>err && has err "templates/person.md: Is a directory" &&
	code 2 nt-log --new Bob call: x 2>err && has err "templates/person.md: Is a directory" && rmdir templates/person.md && ln -s nowhere templates/person.md &&
	code 2 nt-new Bob 2>err && has err "templates/person.md: " && is "$(ls people)" "" && nt-new -k org Acme'

t 'no book: said' 'code 2 nt-new Ada 2>err && has err nt-init'

t 'an address is no name: whose it is is told, else what to write' '
	book && printf -- "---\nname: Zoe\nemail: zoe@example.org\n---\n" >people/zoe.md && refused 2 nt-new Zoe@example.org && has "$TMP/stderr" "people/zoe.md: has that" &&
	for more in "" --another "-k org"; do refused 2 nt-new $more ada@example.org && has "$TMP/stderr" "nt-new NAME email=ada@example.org" || return 1; done &&
	refused 2 nt-log --new ada@example.org call: x && has "$TMP/stderr" "nt-new NAME email=ada@example.org" && nt-log --new zoe@example.org call: x >out && has out people/zoe.md'

t 'the name stands under the key that the vault has names under' '
	for key in title FN N.FN "Full Name" "\"NAME[*]\", FN"; do
		rm -rf people book.md && mkdir people && printf -- "---\nkind: book\nmap: {name: [%s]}\n---\n" "$key" >book.md && nt-new "Ada Byron" email=a@b.c >path && is "$(cat path)" people/ada-byron.md && key=${key#*, } && is "$(cat people/*)" "---
$key: Ada Byron
email: a@b.c
---" && is "$(nt-find -l -o name ada)" "Ada Byron" && code 2 nt-new "Ada Byron" 2>/dev/null && nt-log --new "Bob: Roe" call: hi >/dev/null && has people/bob-roe.md "$key: \"Bob: Roe\"" || return 1; done &&
	note templates/person.md <<E && nt-new Cy >/dev/null && is "$(cat people/cy.md)" "---
name: Cy
tags: [x]
---
# Cy" && printf -- "---\ntags: [x]\nFN: # the name\n---\n" >templates/person.md && nt-new Dee >/dev/null && is "$(cat people/dee.md)" "---
tags: [x]
FN: Dee # the name
---"
---
name: {{name}}
tags: [x]
---
# {{name}}
E
	'

t 'a list with a query that cannot be asked is not made' '
	book && for q in "tag:t and (" "@L1"; do code 2 nt-new --kind list L1 "query=$q" >out 2>err && has err "nt-new: lists/l1.md:3:8: " && ! [ -s out ] && ! [ -e lists/l1.md ] || return 1; done && nt-new --kind list L1 query=tag:t >out && nt-new --kind list L2 query=@L1 >out && nt-new Bob "query=and (" >out'

done_testing
