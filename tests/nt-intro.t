#!/bin/sh
. "${0%/*}/lib.sh"

# person NAME: a note of that name, the rest of its front matter and "---" on standard input
person() {
	{ printf -- '---\nname: %s\n' "$1" && cat; } | note "people/$(echo "$1" | tr 'A-Z ' 'a-z-').md"
}

# Mara knows Ann (warm) and Col (cold); Ann knows Bo, Bo knows Cy at Acme; Col knows Cy. Dee is on an island with Eve.
small() {
	printf -- '---\nkind: book\nme: "[[Mara]]"\n---\n' >book.md
	printf -- '---\n' | person Mara
	printf -- 'spouse: "[[Bo]]"\n---\n- 2026-11-24 call: x\n- 2026-11-23 call: y\n- 2026-11-20 tea: z\n' | person Ann
	printf -- 'knows: "[[Cy]]"\n---\n' | person Bo
	printf -- 'org: "[[Acme]]"\ntags: [vc]\ncity: Berlin\n---\n' | person Cy
	printf -- 'friend: "[[Cy]]"\n---\n- 2019-01-01 call: long ago\n' | person Col
	printf -- 'org: "[[Acme Dental]]"\nknows: "[[Eve]]"\n---\n' | person Dee
	printf -- 'tags: [lost]\n---\n' | person Eve
	printf -- '---\nname: Acme\n---\n' | note orgs/acme.md
	printf -- '---\nname: Acme Dental\n---\n' | note orgs/acme-dental.md
}

# chain ARGUMENT...: the names of each chain in a line
chain() {
	nt-intro -l -o rank,name "$@" | awk -F '\t' '{ line[$1] = line[$1] ? line[$1] " > " $2 : $2; n = $1 } END { for (i = 1; i <= n; i++) print line[i] }'
}

tty() {
	NO_COLOR=1 COLUMNS=${COLUMNS:-80} on-tty nt-intro "$@"
}

t 'the warmest chain, a hop a line' '
	small && nt-intro -l Cy >got && printf "1\t1\tAnn\tentries: 3\t2026-11-24\tpeople/ann.md\n1\t2\tBo\tspouse\t\tpeople/bo.md\n1\t3\tCy\tknows\t\tpeople/cy.md\n" | same got && nt-intro Cy >out && same got out'
t 'the length of a hop is 1 and 1 / weight, and no tie is colder than 0.1' '
	small && is "$(nt-intro -l -o length,name Cy | head -2 | tail -1)" "2.00	Bo" && printf -- "---\n- 2000-01-01 call: x\n" | person Old && is "$(nt-intro -l -o length Old)" 11.00 &&
	printf -- "---\n- 2026-11-24 call: x\n" | person New && is "$(nt-intro -l -o length New)" 2.00 && NT_TODAY=2027-05-23 && export NT_TODAY && is "$(nt-intro -l -o length New)" 3.00'
t 'a direct fresh tie always wins, two warm hops beat one that is ice cold' '
	small && printf -- "---\n- 2026-11-24 call: x\n" | person Zed && for i in 1 2 3 4 5 6 7 8 9; do echo "- 2026-11-24 call: $i"; done >many &&
	{ printf -- "knows: \"[[Zed]]\"\n---\n" && cat many; } | person Hot && printf -- "- 2026-11-24 tea: with [[Hot]] and [[Zed]]\n" | note journal/2026-11-24.md && is "$(chain Zed)" Zed &&
	printf -- "---\n- 2016-01-01 call: x\n" | person Zed && rm -r journal && is "$(chain Zed)" "Hot > Zed" &&
	COLUMNS=120 && export COLUMNS && tty Zed >out && has out "You know Zed yourself (entries: 1), but that is colder; last contact: 2016-01-01" && has out "Or: nt-draft check-in Zed"'
t 'alternatives: -n N chains, each of other people, the warmest first' '
	small && chain -n 3 Cy >got && printf "Ann > Bo > Cy\nCol > Cy\n" | same got && is "$(chain -n 1 Cy)" "Ann > Bo > Cy" && is "$(nt-intro -l -o rank,hop -n 2 Cy | tr "\t\n" ". ")" "1.1 1.2 1.3 2.1 2.2 " && code 1 nt-intro -n 0 Cy'
t 'chains of the same people are one, whatever else ties them' '
	small && printf -- "---\nkind: group\nname: Choir\nmembers: [\"[[Ann]]\", \"[[Bo]]\", \"[[Mara]]\"]\n---\n" | note groups/choir.md && chain -n 9 Bo >got && sort got | uniq -d | same /dev/null && has got "Ann > Bo"'
t 'an org, a group: anyone there; and in whose note it is a text' '
	small && is "$(chain Acme)" "Ann > Bo > Cy" && printf -- "---\nname: G\nmembers: [\"[[Bo]]\", \"[[Cy]]\", \"[[Dee]]\"]\n---\n" | note groups/g.md && is "$(chain -n 9 G | sort -u | xargs)" "Ann > Bo Col > Cy" &&
	printf -- "org: Foo Works\n---\n" | person Fay && printf -- "knows: \"[[Fay]]\"\n---\n- 2026-11-24 call: x\n" | person Gil && is "$(chain "foo works")" "Gil > Fay" && printf -- "org: \"[[Bar Works]]\"\n---\n" | person Fay && is "$(chain "bar works")" "Gil > Fay"'
t 'a group or org that two are in is the reason of a hop, no hop; it ties less the larger it is' '
	book && printf -- "org: \"[[Org]]\"\n---\n- 2026-11-24 call: x\n" | person Ann && printf -- "org: \"[[Org]]\"\n---\n" | person Bob && printf -- "---\nname: Org\n---\n" | note orgs/org.md &&
	nt-intro -l -o hop,name,why,length Bob >got && printf "1\tAnn\tentries: 1\t2.00\n2\tBob\tsame org: Org\t3.00\n" | same got && printf -- "---\nname: Club\nmembers: [\"[[Ann]]\", \"[[Bob]]\"]\n---\n" | note groups/club.md &&
	for i in 1 2 3 4; do printf -- "org: \"[[Org]]\"\n---\n" | person "P $i"; done && is "$(nt-intro -l -o why,length Bob | tail -1)" "same group: Club	3.00" && rm groups/club.md && is "$(nt-intro -l -o why,length Bob | tail -1)" "same org: Org	4.00"'
t 'who only mentions an org is not there, and leads nobody there' '
	book && printf -- "---\n- 2026-11-24 call: x\n- 2026-11-01 note: passed by [[Org]]\n" | person Ann && printf -- "org: \"[[Org]]\"\n---\n" | person Bob && printf -- "---\nname: Org\n---\n" | note orgs/org.md && code 1 nt-intro -l Org >out && same out /dev/null'
t 'a tag, a list, a field, words: a query' '
	small && is "$(chain tag:vc)" "Ann > Bo > Cy" && is "$(chain city:berlin)" "Ann > Bo > Cy" && printf -- "---\nname: Wanted\nquery: tag:vc\n---\n" | note lists/wanted.md && is "$(chain @wanted)" "Ann > Bo > Cy" && is "$(chain "tag:vc city:berlin")" "Ann > Bo > Cy" &&
	is "$(chain cy people/)" "Ann > Bo > Cy" && is "$(chain people/cy.md)" "Ann > Bo > Cy" && is "$(chain contacts:1..)" Ann && nt-find -s tag:vc | nt-intro -l - >got && nt-intro -l tag:vc | same got &&
	code 1 nt-intro tag:none 2>err && has err none && code 1 nt-intro kind:list 2>err && has err "none is of a person" && code 2 nt-intro 2>err && has err TARGET'
t 'a name is whole: name, alias, file name, address; without case and accents' '
	small && for name in ann ANN Änn people/ann.md ann.md; do is "$(chain "$name")" Ann || return 1; done && printf -- "aliases: [Kit]\nemail: b@c.org\n---\n- 2026-11-24 call: x\n" | person "Bea Cole" && for name in kit bea-cole b@c.org "bea cole"; do is "$(chain "$name")" "Bea Cole" || return 1; done &&
	code 1 nt-intro -l bea 2>err >out && same out /dev/null && has err "nobody, no org and no group is called '\''bea'\''; close to it: Bea Cole" && rm orgs/acme.md people/cy.md people/bo.md people/col.md && code 1 nt-intro acme 2>err >out && same out /dev/null && has err "close to it: Acme Dental"'
t 'names that are close in spelling' '
	small && printf -- "---\n" | person "Frederika" && code 1 nt-intro Frederica 2>err && has err "close to it: Frederika" && code 1 nt-intro xyzzy 2>err && is "$(cat err)" "nt-intro: nobody, no org and no group is called '\''xyzzy'\''"'
t 'a tag, a list, a folder without its sign: what to say is told' '
	small && printf -- "---\nname: Wanted\nquery: tag:vc\n---\n" | note lists/wanted.md && for word in vc:tag:vc wanted:@wanted people:people/; do code 1 nt-intro "${word%%:*}" 2>err >out && same out /dev/null && has err "that '\''${word#*:}'\'' selects: say that" || return 1; done && code 1 nt-intro knows 2>err && hasnt err selects'
t 'two notes with one name: neither; the file name comes first' '
	small && printf -- "---\nname: Twin\n---\n" | tee people/a.md >people/b.md && code 2 nt-intro Twin 2>err >out && same out /dev/null && has err "may be any of several; say people/a.md, people/b.md" && code 1 nt-intro people/a.md 2>err && has err "no chain" && cp people/a.md people/twin.md && code 1 nt-intro twin 2>err && has err "leads to Twin"'
t 'nobody leads there: who knows them is told' '
	small && code 1 nt-intro -l Eve >out 2>err && same out /dev/null && has err "no chain of ties leads to Eve" && has err "Dee knows Eve (knows), but nothing ties you to Dee" && code 1 on-tty nt-intro "Acme Dental" && code 1 nt-intro tag:lost 2>err && has err "leads to Eve" &&
	printf -- "---\nname: Press\n---\nFounded by [[Old Tom]].\n" | note orgs/press.md && code 1 nt-intro "old tom" 2>err && has err "Old Tom is tied to Press (mention)"'
t 'no me: who has contacts on record is the first hop' '
	small && sed -i.bak "/^me:/d" book.md && is "$(chain -n 2 Cy)" "Ann > Bo > Cy
Col > Cy" && rm people/ann.md people/col.md && code 1 nt-intro Cy 2>err && has err "nothing ties you to anybody"'
t 'a direct tie is said plainly, and the next step is to get in touch' '
	small && tty Ann >out && is "$(tr -d "\r" <out)" "1. You know Ann
  name  last contact       tie
  Ann   2026-11-24, today  entries: 3

Next: nt-draft check-in Ann"'
t 'a terminal gets the chain and the line to run' '
	small && tty Cy >out && is "$(tr -d "\r" <out)" "1. To Cy by Ann, then Bo
  name  last contact       tie
  Ann   2026-11-24, today  entries: 3
  Bo    none               spouse
  Cy    none               knows

Ask Ann to introduce you to Bo:
Next: nt-draft ask Ann"'
t 'names in the line to run are quoted for the shell, and the path where the name is not enough' '
	book && printf -- "knows: \"[[Zoë B]]\"\n---\n- 2026-11-24 call: x\n" | note x && { printf -- "---\nname: \"Pat O'\''Neil; rm -rf\"\n" && cat x; } | note people/pat.md && printf -- "---\n" | person "Zoë B" && tty "Zoë B" >out && eval "set -- $(tr -d "\r" <out | sed -n "s/^Next: //p")" && is "$#.$1.$2.$3" "3.nt-draft.ask.Pat O'\''Neil; rm -rf" &&
	cp people/pat.md people/pat2.md && sed -i.bak "s/^- .*/- 2026-11-23 call: x/" people/pat2.md && tty "Zoë B" >out && has out "nt-draft ask people/pat.md" && rm people/pat* && { printf -- "---\nname: \"\\\\e[31mRed\"\n" && cat x; } | note people/red.md && tty "Zoë B" >out && has out "nt-draft ask people/red.md" && hasnt out "$(printf "\033[31m")" &&
	rm people/red.md && { printf -- "---\nname: -rf\n" && cat x; } | note people/dash.md && tty "Zoë B" >out && has out "nt-draft ask people/dash.md"'
t 'a connector without a note' '
	small && printf -- "- 2026-11-24 tea: with [[Noa Ray]]\n- 2026-11-23 tea: [[Noa Ray]] and [[Uma]]\n" | note journal/2026-11-24.md && printf -- "---\n" | person Uma && sed -i.bak "s/ and .*//" journal/2026-11-24.md && printf -- "cousin: \"[[Noa Ray]]\"\n---\n" | person Uma &&
	nt-intro -l -o name,path Uma >got && printf "Noa Ray\t\nUma\tpeople/uma.md\n" | same got && tty Uma >out && has out "Noa Ray (no note)" && has out "Next: nt-new '\''Noa Ray'\'' && nt-draft ask '\''Noa Ray'\''" && is "$(chain "noa ray")" "Noa Ray"'
t 'oneself, the dead, an org without people' '
	small && code 1 nt-intro Mara 2>err && has err "that is you" && sed -i.bak "s/^knows/died: 2020\nknows/" people/bo.md && is "$(chain Cy)" "Col > Cy" && code 1 nt-intro Bo 2>err && has err "has died" && printf -- "---\nname: Void\n---\n" | note orgs/void.md && code 1 nt-intro Void 2>err && has err "nobody is known at Void"'
t 'a cycle, who is linked to themselves, an empty book' '
	book && code 1 nt-intro Ann 2>err && has err "is called '\''Ann'\''" && code 1 nt-intro tag:x && printf -- "knows: [\"[[Bob]]\", \"[[Ann]]\"]\n---\n- 2026-11-24 call: x\n" | person Ann && printf -- "knows: \"[[Cy]]\"\n---\n" | person Bob && printf -- "knows: \"[[Ann]]\"\n---\n" | person Cy && is "$(chain -n 9 Cy)" "Ann > Cy
Ann > Bob > Cy"'
t 'what is private ties nobody but on a terminal of one'\''s own' '
	book && printf -- "private: {lover: \"[[Bob]]\"}\n---\n- 2026-11-24 call: x\n\n## Private\n\n- 2026-11-23 tea: with [[Cy]]\n" | person Ann && printf -- "---\n" | person Bob && printf -- "---\n\n## Private\n\n- 2026-11-20 call: x\n" | person Cy && code 1 nt-intro -l Cy >out 2>err && same out /dev/null &&
	code 1 nt-intro -t Cy && code 1 nt-intro -p Cy && code 1 nt-intro -j Cy && tty Cy >out && has out "You know Cy"'
t 'an org that is private is nowhere to be found' '
	book && printf -- "org: {private: Hush Works}\n---\n- 2026-11-24 call: x\n" | person Ann && code 1 nt-intro -l "hush works" >out 2>err && same out /dev/null && has err "nobody, no org" && tty "hush works" | has - "You know Ann"'
t 'of those who know whom nobody leads to, the best tied is told first' '
	small && printf -- "knows: \"[[Eve]]\"\n---\n- 2026-11-01 note: saw [[Eve]]\n" | person Zoe && sed -i.bak "/^knows/d" people/dee.md && printf "\n[[Eve]]\n" >>people/dee.md && code 1 nt-intro Eve 2>err && is "$(grep -o "[A-Z][a-z]* knows" err | xargs)" "Zoe knows Dee knows"'
t 'JSON, columns, and the notes themselves' '
	small && nt-intro -j -n 2 Cy >got && is "$(head -1 got)" "{\"rank\":1,\"hop\":1,\"name\":\"Ann\",\"why\":\"entries: 3\",\"last\":\"2026-11-24\",\"path\":\"people/ann.md\",\"length\":\"1.34\"}" && is "$(jq -r "[.rank,.hop,.last]|@csv" got | tail -1)" "2,2," &&
	code 2 nt-intro -o nope Cy && is "$(nt-intro -p -n 2 Cy | xargs)" "people/ann.md people/bo.md people/cy.md people/col.md" && is "$(nt-intro -0 Ann | tr "\0" "|")" "people/ann.md|" && nt-intro -s Cy | nt-find -o name - >got && printf "Ann\nBo\nCy\n" | same got'
t 'a broken note is told and the others go on; 40 columns; a full disk; a closed pipe' '
	small && printf -- "---\nname: [\n---\n" >people/x.md && code 2 nt-intro -l Cy >out 2>err && is "$(wc -l <out)" 3 && has err people/x.md && rm people/x.md && COLUMNS=40 tty -n 2 Cy >out && tr -d "\r" <out | awk "length > 40" | hasnt - . && has out "  Ann   2026-11-24  entries: 3" && code 2 sh -c "nt-intro -l Cy >/dev/full" && nt-intro Cy | true'
t '20,000 of one name, and one who links to all' '
	book && seq 20000 | awk "{ f = \"people/\" \$1 \".md\"; print \"---\nname: Same\nkind: person\n---\" >f; close(f) }" && { printf -- "---\nname: Hub\nknows:\n" && seq 20000 | sed "s/.*/- \"[[&]]\"/" && printf -- "---\n- 2026-11-24 call: x\n"; } | note people/hub.md &&
	is "$(chain 777)" "Hub > Same" && code 2 nt-intro Same 2>err && has err "or another" && is "$(chain -n 3 tag: name:same | xargs)" "" && is "$(chain -n 3 name:same | xargs)" "Hub > Same Hub > Same Hub > Same"'
done_testing
