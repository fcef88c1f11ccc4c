#!/bin/sh
# What a NAME means: the file of that name first, else the whole book.
. "${0%/*}/lib.sh"

# person PATH LINE...: a note with these lines as front matter; and a broken one that whoever reads the whole book trips over
person() {
	[ -f book.md ] || book
	[ -f people/zz.md ] || printf -- '---\nname: "Broken\n---\n' >people/zz.md
	path=$1 && shift
	mkdir -p "$(dirname "$path")" && { echo --- && printf '%s\n' "$@" && echo ---; } >"$path"
}

# at_once NAME PATH: the note is found without a look at others
at_once() {
	nt-log "$1" news: x >out 2>err && is "$(sed -n "\$s/:.*//p" out)" "$2" && is "$(cat err)" "" && return
	cat out err && return 1
}

# searched NAME PATH: the same with a look at all
searched() {
	nt-log "$1" call: x >out 2>err && is "$(sed -n "\$s/:.*//p" out)" "$2" && has err people/zz.md && return
	cat out err && return 1
}

# several NAME TEXT...: nothing is written, the answers are listed
several() {
	code 2 nt-log "$1" call: x >out 2>err && is "$(cat out)" "" && has err "fits several" || return 1
	shift
	for text; do has err "$text" || return 1; done
}

t 'the file name, without .md and with it, as it is typed' '
	person people/ada-lovelace.md "name: Ada King" && person people/Bob.md "name: Robert" &&
	at_once ada-lovelace people/ada-lovelace.md && at_once ada-lovelace.md people/ada-lovelace.md &&
	at_once " ada-lovelace " people/ada-lovelace.md && at_once Bob people/Bob.md && searched bob people/Bob.md'

t 'the slug of a name, with accents, case and signs' '
	quote=$(printf "\342\200\231") &&
	person people/zoe-o-brien.md "name: Zoë O${quote}Brien" && person people/li-wei.md "name: Li Wei" &&
	at_once "Zoë O${quote}Brien" people/zoe-o-brien.md && at_once "zoe o${quote}brien" people/zoe-o-brien.md &&
	at_once "LI WEI" people/li-wei.md'

t 'an alias of that note, by its slug' '
	person people/countess.md "name: Ada Lovelace" "aliases: [The Countess, Countess!]" &&
	at_once "Countess!" people/countess.md && searched "The Countess" people/countess.md'

t 'a file whose note has another name: the whole book is asked' '
	person people/ada-lovelace.md "name: Charles" && person people/x.md "name: Ada Lovelace" &&
	at_once ada-lovelace people/ada-lovelace.md && searched "Ada Lovelace" people/x.md'

t 'a numbered twin: the whole book is asked, and both are the answer' '
	person people/ada-lovelace.md "name: Ada Lovelace" && at_once "Ada Lovelace" people/ada-lovelace.md &&
	person people/ada-lovelace-2.md "name: Ada Lovelace" "email: two@example.org" &&
	several "Ada Lovelace" people/ada-lovelace.md people/ada-lovelace-2.md two@example.org &&
	at_once ada-lovelace-2 people/ada-lovelace-2.md && searched ada-lovelace people/ada-lovelace.md'

t 'another note of the same name elsewhere: the file wins, and nt-check says so' '
	person people/ada.md "name: Ada King" && person people/x.md "name: Xenia" "aliases: [Ada]" && rm people/zz.md &&
	at_once ada people/ada.md && at_once Ada people/ada.md && code 0 nt-check >out &&
	same out <<-E
	people/x.md:3:11: warning: '\''Ada'\'' is the file name of people/ada.md too [name-twice]
	E'

t 'nt-check: a name that is a file name but for its accents; once, if it is a name there too' '
	book && person people/zoe.md "name: Zoe Smith" && person people/x.md "name: Zoë" && rm people/zz.md &&
	code 0 nt-check people/x.md >out && same out <<-E &&
	people/x.md:2:7: warning: '\''Zoë'\'' is the file name of people/zoe.md too [name-twice]
	E
	person people/y.md "name: zoe smith" "aliases: [y]" && person notes/y.md "name: Upsilon" "kind: scrap" && rm people/zz.md &&
	code 0 nt-check people/y.md >out && same out <<-E
	people/y.md:2:7: warning: '\''zoe smith'\'' is a name of people/zoe.md too [name-twice]
	E'

t 'other kinds: only the whole book knows whether a person answers to it' '
	person orgs/acme.md "name: Acme" && searched acme orgs/acme.md && person people/acme.md "name: Acme" &&
	at_once acme people/acme.md && printf -- "---\nname: Mila\n---\n" >"people/Mila K.md" && person orgs/mila.md "name: Mila" &&
	person people/k.md "name: Karl" "aliases: [Zed]" && person techniques/zed.md "name: Zed" && rm people/zz.md &&
	nt-log mila call: hi >out && has "people/Mila K.md" "call: hi" && hasnt orgs/mila.md hi &&
	nt-log zed call: hi >out && has people/k.md "call: hi"'

t 'two other kinds have it: the whole book is asked' '
	person orgs/acme.md "name: Acme" && person groups/acme.md "name: Acme" &&
	several acme orgs/acme.md groups/acme.md'

t 'a note that is not where its kind stands is no first answer' '
	person people/acme.md "name: Acme" "kind: org" && searched acme people/acme.md &&
	person stuff/bob.md "name: Bob" && searched bob stuff/bob.md && person bea.md "name: Bea" && searched bea bea.md'

t 'folders of book.md' '
	book && printf -- "---\nkind: book\nfolders: {person: folk/near, org: orgs}\n---\n" >book.md &&
	person folk/near/ada.md "name: Ada" && person people/bob.md "name: Bob" && at_once ada folk/near/ada.md &&
	searched bob people/bob.md'

t 'a path is a path' '
	person people/ada.md "name: Ada" && person orgs/ada.md "name: Ada" && at_once orgs/ada.md orgs/ada.md &&
	cd people && nt-log ada.md call: x >out && has out "ada.md:" && nt-log ../orgs/ada.md news: x >out && has out ../orgs/ada.md:'

t 'symbolic links are not followed, neither file nor folder' '
	person people/x.md "name: X" && person elsewhere/ada.md "name: Ada" && ln -s ../elsewhere/ada.md people/ada.md &&
	searched ada elsewhere/ada.md && mv elsewhere .hidden && printf -- "---\nname: Ada\n---\n" >.hidden/ada.md && ln -s .hidden orgs && rm people/ada.md &&
	code 2 nt-log ada call: x >out 2>err && has err "nobody is called" && hasnt .hidden/ada.md "2026-11-24"'

t 'what the walk leaves out is not found: ignored, another book, a folder, a device' '
	book && printf -- "---\nkind: book\nignore: [people/old-*, lists]\n---\n" >book.md &&
	person people/old-ada.md "name: Old Ada" && person lists/near.md "name: Near" && person orgs/acme.md "name: Acme" &&
	mkdir people/dir.md && mkfifo people/pipe.md && printf "" >orgs/book.md &&
	for name in old-ada near acme dir pipe; do
		code 2 nt-log $name call: x >out 2>err && has err "nobody is called '\''$name'\''" || return 1
	done && rm orgs/book.md && searched acme orgs/acme.md'

t 'a broken note: said once, and the whole book is asked' '
	book && printf -- "---\nname: \"Ada\n---\n" >people/ada.md && code 2 nt-log ada call: x >out 2>err &&
	is "$(grep -c people/ada.md: err)" 1 && has err "'\''ada'\'' may be people/ada.md, which cannot be read" &&
	person people/lady.md "name: Lady" "aliases: ada" && searched ada people/lady.md && has err people/ada.md:'

t 'names that are no file names' '
	person people/ada.md "name: Ada" && for name in . .. .md "" " " -- "*" "../people/ada"; do
		code 2 nt-log -- "$name" call: x >out 2>err || code 1 nt-log -- "$name" call: x >out 2>err || return 1
		is "$(cat out)" "" || return 1
	done &&
	long=$(printf "%0300d" 1) && code 2 nt-log "$long" call: x 2>err && has err "nobody is called" && hasnt people/ada.md 2026'

t 'what is private names its note, too' '
	book && printf -- "---\nkind: book\nprivate: [aliases, email]\n---\n" >book.md &&
	person people/ada.md "name: Countess" "aliases: Ada!" "private: x" && at_once "Ada!" people/ada.md'

t 'a field by another key, a name in a heading' '
	book && printf -- "---\nkind: book\nmap: {aliases: nick}\n---\n" >book.md &&
	person people/ada.md "name: Countess" "nick: Ada!" && at_once "Ada!" people/ada.md &&
	printf "# Bob O. Bee\n" >people/bob-o-bee.md && at_once "Bob O. Bee" people/bob-o-bee.md'

t 'every tool that takes a NAME' '
	person people/ada-king.md "name: Ada King" && printf "%s\n" "- [ ] owe: intro" >>people/ada-king.md &&
	person techniques/handwritten-card.md "name: Handwritten card" &&
	nt-set "Ada King" city=London >out && nt-snooze "ada king" 2w >out && rm people/zz.md &&
	nt-log --technique "handwritten card" "Ada King" mail: x >out && has out "as in [[Handwritten card]]" &&
	nt-log -u "ada king" >out && nt-done "Ada King" intro >out'

done_testing
