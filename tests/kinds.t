#!/bin/sh
. "${0%/*}/lib.sh"

# How kinds of book.md tells what kind a note is of, in every tool.

# config KINDS: a book with that for kinds
config() {
	printf -- '---\nkind: book\ndefault-kind: note\nkinds: %s\n---\n' "$1" >book.md
}

plain='{person: tag:person or type:contact, recipe: "cuisine:"}'

vault() {
	config "${1-$plain}" && note Ada.md <<'E' && note Sub/Bob.md <<'E2' && note Tea.md <<'E3' && note orgs/Kestrel.md <<'E4'
---
tags: [Person/friend]
cadence: 1w
email: ada@x.example
---
# Ada

- 2026-11-01 call: hello
E
---
Type: "[[Contact]]"
---
- 2026-10-01 with [[Ada]]
E2
---
type: drink
cuisine: none
---
- 2026-11-10 call: [[Ada]] about tea
E3
---
type: contact
---
E4
}

kinds() {
	nt-find -l -o kind,path | sort
}

t 'by tag and by field, before folders and the default' '
	vault && is "$(kinds)" "$(printf "person\tAda.md\nperson\tSub/Bob.md\nperson\torgs/Kestrel.md\nrecipe\tTea.md")" &&
	is "$(nt-find -p kind=person)" "$(printf "Ada.md\nSub/Bob.md\norgs/Kestrel.md")"'

t 'kind: in the note comes first' '
	vault && printf -- "---\nkind: org\ntags: person\n---\n" >X.md && is "$(nt-find -l -o kind X.md)" org'

t 'journal by its date comes last, the first kind that matches wins' '
	vault "{org: path:Sub/, person: tag:x or Sub/}" && echo "- 10:00 call: x" >2026-11-01.md && printf -- "---\ntags: x\n---\n" >2026-11-02.md &&
	is "$(nt-find -l -o kind 2026-11-01.md 2026-11-02.md Sub/ | tr "\n" " ")" "journal person org "'

t 'each tool takes them for people' '
	vault && is "$(nt-due -l -o name)" Ada && is "$(nt-address ada | cut -f1,2)" "$(printf "ada@x.example\tAda")" &&
	nt-log Bob call: hi >out && has Sub/Bob.md "2026-11-24 call: hi" &&
	is "$(nt-journal -l -o date,name Ada)" "$(printf "2026-11-01\tAda\n2026-11-10\tAda")" &&
	nt-show Ada >out && has out "tea" && nt-check >out && hasnt out kinds'

t 'the law of pipes: in a stream they are the same' '
	vault && is "$(nt-find -s | nt-find -l -o kind,path - | sort)" "$(kinds)" &&
	is "$(nt-find -s | nt-due -l -o name -)" Ada &&
	is "$(nt-find -s Ada.md | (cd / && nt-find -l -o kind -))" person'

t 'all forms of terms' '
	vault && while IFS="|" read -r query want; do
		config "\"{person: x}\"" && printf -- "---\nkind: book\ndefault-kind: note\nkinds:\n  person: %s\n---\n" "$query" >book.md &&
		is "$query: $(nt-find -l -o path kind=person 2>err | tr "\n" " ")" "$query: $want" || return 1
	done <<E
type=contact|Sub/Bob.md orgs/Kestrel.md 
type!=drink|Ada.md Sub/Bob.md orgs/Kestrel.md 
"type: "|Sub/Bob.md Tea.md orgs/Kestrel.md 
"type:"|Sub/Bob.md Tea.md orgs/Kestrel.md 
"not type:"|Ada.md 
"#tag:x"|
tag:#PERSON|Ada.md 
tag=person/friend|Ada.md 
tag:pers|
type~^dr|Tea.md 
/call:.hel/|Ada.md 
Sub/|Sub/Bob.md 
orgs/ or Tea.md|Tea.md orgs/Kestrel.md 
( type:contact or type:drink ) not Sub/|Tea.md orgs/Kestrel.md 
kestrel|orgs/Kestrel.md 
email:x.example|Ada.md 
link:ada|Sub/Bob.md Tea.md 
[tag:person, or, "type:drink"]|Ada.md Tea.md 
path:Su|Sub/Bob.md 
E'

t 'what other notes decide is refused at its line, and the others hold' '
	for q in last:today-3d due: @friends entry:call contacts=3 backlink:x kind=note age:3y birthday:1990.. "type<a" "( type:a" "type:a or" "type~[" ")" "owe:"; do
		vault && printf -- "---\nkind: book\ndefault-kind: note\nkinds:\n  recipe: \"cuisine:\"\n  person: \"%s\"\n---\n" "$q" >book.md &&
		code 2 nt-find -l -o kind,path >out 2>err && has err "book.md:6:3: no query for the kind '\''person'\''" &&
		has out "$(printf "note\tAda.md")" && has out "$(printf "recipe\tTea.md")" &&
		code 1 nt-check >out && has out "book.md:6:3: " && has out "no query for the kind" || return 1
	done'

t 'of no form at all' '
	for k in text "[a, b]" "{person: {a: b}}"; do
		vault && config "$k" && code 2 nt-find -p kind=person >out 2>err && has err "book.md:4:" || return 1
	done; config "{person: }" && nt-find -p kind=note >out && config "{person: \"\"}" && nt-find -p kind=note >out && config "{}" && nt-find >out'

t 'queries of any bytes' '
	vault && for q in "(((((((((((((((((a" "not not not not a" "a or or b" "~x" "\"\"" "a:b:c" "::" "=" "/" "//" "@" "entry:" "." "../x" "x.md/" "and"; do
		printf -- "---\nkind: book\nkinds:\n  person: >-\n    %s\n---\n" "$q" >book.md && nt-find -l -o kind >out 2>err; [ $? -le 2 ] || return 1
	done'

done_testing
