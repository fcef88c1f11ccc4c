#!/bin/sh
. "${0%/*}/lib.sh"

# template NAME TEXT
# shellcheck disable=SC2059
template() {
	mkdir -p templates && printf "$2" >"templates/draft-$1.md"
}

# two: a book with two people and oneself
two() {
	printf -- "---\nkind: book\nme: \"[[Me Myself]]\"\n---\n" | note book.md && printf -- "---\nname: Me Myself\nemail: me@example.org\n---\n" | note people/me.md &&
	printf -- "---\nname: Ada Lovelace\nemail: [ada@example.org, second@example.org]\ncity: London\norg: \"[[orgs/acme|Acme]]\"\n---\n- 2026-11-01 call: about [[bob|him]]\n- [ ] owe: the proof\n" | note people/ada.md &&
	printf -- "---\nname: Bob Stone\nemail: bob@example.org\n---\n" | note people/bob.md
}

# parsed FILE SCRIPT: runs Python with m, the message as another parser reads it
parsed() {
	{ command -v python3 >/dev/null || skip "no python3"; }
	python3 - "$1" <<P
import email, email.header, email.policy, sys
m = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
assert not m.defects, m.defects
$2
P
}

t 'a message: head and text' '
	two && template hi "Subject: Hello {{given}}\n\nDear {{name}},\n\n{{city}} {{org}}\n" && nt-draft hi ada >out 2>err && cat >want <<-M &&
		From: Me Myself <me@example.org>
		To: Ada Lovelace <ada@example.org>
		Subject: Hello Ada
		MIME-Version: 1.0
		Content-Type: text/plain; charset=us-ascii
		Content-Transfer-Encoding: 7bit

		Dear Ada Lovelace,

		London Acme
	M
	same want out && has err "# 2026-11-01 call: about him" && has err "# [ ] owe: the proof" && has err "nt-log people/ada.md '\''mail>: hi'\''" && hasnt people/ada.md "mail>"'

t 'the line to log with runs in a shell' '
	two && printf -- "---\nname: Eve O'\''Neil\nemail: e@example.org\n---\n" >"people/eve o'\''neil.md" && nt-draft thanks Eve 2>err >out && sh -c "$(grep "^nt-log" err)" >out && has "people/eve o'\''neil.md" "2026-11-24 mail>: thanks"'

t 'front matter does as well as a head' '
	two && mkdir templates && printf -- "---\nsubject: Hello {{given}}\nto: a\n---\n\nText.\n" >templates/draft-f.md && nt-draft f ada 2>/dev/null >out && has out "Subject: Hello Ada" && nt-draft f ada 2>&1 >/dev/null | hasnt - brackets && is "$(tail -n 2 out)" "$(printf "\nText.")" &&
	template n "Only text {{given}}.\n" && nt-draft n ada >out 2>err && hasnt out Subject && has err "no subject" && is "$(tail -n 1 out)" "Only text Ada."'

t 'words: fields, an else, me, today, topic; of two people' '
	two && template w "Subject: x\n\n{{phone|no phone}}|{{phone|}}|{{ city }}|{{me.name}}|{{me.given}}|{{today}}|{{topic}}|{{last}}|{{contacts}}|{{owe}}|{{a.given}}|{{zork|y}}\n" &&
	is "$(nt-draft w ada 2>/dev/null | tail -n 1)" "no phone||London|Me Myself|Me|2026-11-24|about him|2026-11-01|1|the proof|Ada|y" &&
	template p "Subject: x\nTo: b\n\n{{a.given}} {{b.given}} {{given}} {{b.city|nowhere}}\n" && nt-draft p ada bob 2>err >out && has out "To: Bob Stone <bob@example.org>" && is "$(tail -n 1 out)" "Ada Bob Ada nowhere" &&
	has err "nt-log people/ada.md '\''mail>: p: [[Bob Stone]]'\''" && has err "nt-log people/bob.md '\''mail>: p: [[Ada Lovelace]]'\''" &&
	for who in ada "ada bob bob" "ada ada" "ada people/ada.md"; do code 2 nt-draft p $who >out 2>err && same /dev/null out || return 1; done'

t 'values are text, never templates' '
	two && printf -- "---\nname: \"{{me.email}} {{x}}\"\nemail: x@example.org\n---\n" >people/x.md && template v "Subject: {{name}}\n\n{{name}}\n" && nt-draft v people/x.md 2>/dev/null >out && is "$(tail -n 1 out)" "{{me.email}} {{x}}"'

t 'what is missing or no field is told with its place, and others go on' '
	two && template m "Subject: Hello {{phone}}\n\nx\n" && code 2 nt-draft m ada >out 2>err && has err "templates/draft-m.md:1:16: Ada Lovelace has no '\''phone'\''" && same /dev/null out &&
	template m "Subject: x\n\nx\n y {{zork}}\n" && code 2 nt-draft m ada 2>err && has err "templates/draft-m.md:4:4: no field is called '\''zork'\''" && template m "Subject: x\n\n{{city}}\n" &&
	code 2 nt-draft m bob ada >out 2>err && has err "Bob Stone has no '\''city'\''" && has out "To: Ada" && hasnt out "From nt-draft" && template m "Subject: x\nCc: y\n\nz\n" && code 2 nt-draft m ada 2>err && has err "draft-m.md:2:1: the head of a template" &&
	template m "Subject: x\nTo: c\n\nz\n" && code 2 nt-draft m ada 2>err && has err "to: is a, b or both" && template m "Subject: x\n\n{{me.phone}}\n" && code 2 nt-draft m ada 2>err && has err "Me Myself has no" && book && code 2 nt-draft m ada 2>err && has err "who is me" &&
	code 2 nt-draft nosuch ada 2>err && has err "no template is called '\''nosuch'\''" && code 2 nt-draft ../x ada && code 1 nt-draft thanks nobody 2>err && has err "nobody is called" && code 1 nt-draft thanks ada nobody >out 2>err && has out Subject && code 2 nt-draft thanks && printf -- "---\n\tx\n---\n" >templates/draft-m.md && code 2 nt-draft m ada 2>err && has err draft-m.md'

t 'nothing private is in a message' '
	two && printf -- "---\nname: Pat\nemail: {private: hush@example.org}\nprivate: {city: Hushtown}\nphone: {private: hush}\n---\n- 2026-11-01 call: heard\n\n## Private\n\n- 2026-11-02 call: hush\n- [ ] owe: hush\n" >people/pat.md && template s "Subject: x\n\n{{topic}} {{last}} {{phone|none}} {{owe|nothing}}\n" &&
	nt-draft s pat >out 2>err && hasnt out hush && hasnt err hush && is "$(tail -n 1 out)" "heard 2026-11-01 none nothing" && hasnt out "To:" && template s "Subject: x\n\n{{phone}}\n" && code 2 nt-draft s pat 2>err && has err "is private, and in no message" && on-tty nt-draft s pat 2>&1 | hasnt - hush'

t 'who has died gets nothing; who is archived is told' '
	two && printf "died: 2026\n" | sed -i "2r /dev/stdin" people/ada.md && code 2 nt-draft thanks ada >out 2>err && has err "has died" && same /dev/null out && printf -- "---\narchived: true\nemail: c@example.org\n---\n" >people/cy.md && nt-draft thanks cy 2>err >out && has err "is archived"'

t 'heads: what is not ASCII, long, quoted; no value begins a line' '
	two && printf -- "---\nname: \"Zoë Brontë-Müller, of the very long and winding road to nowhere in particular\"\nemail: z@example.org\n---\n" >people/z.md && template h "Subject: Grüße {{city|x}} 日本語 und noch viel mehr, was in einer Zeile keinen Platz hat\n\nHé\n" && nt-draft h people/z.md >m 2>/dev/null &&
	awk "length > 76 { exit 1 }" m && parsed m "
assert m[\"Subject\"] == \"Grüße x 日本語 und noch viel mehr, was in einer Zeile keinen Platz hat\", m[\"Subject\"]
raw = email.message_from_binary_file(open(sys.argv[1], \"rb\"))[\"To\"]
to = str(email.header.make_header(email.header.decode_header(raw)))
assert to == \"Zoë Brontë-Müller, of the very long and winding road to nowhere in particular <z@example.org>\", to
assert len(m[\"To\"].addresses) == 1 and m[\"To\"].addresses[0].addr_spec == \"z@example.org\", m[\"To\"]
assert m.get_content() == \"Hé\\n\" and m[\"Content-Transfer-Encoding\"] == \"8bit\"" &&
	printf -- "---\nname: \"Stone, \\\\\"Bob\\\\\" (x) =?utf-8?q?y?=\"\nemail: q@example.org\ncity: \"a\\\\nBcc: evil@example.org\\\\r\\\\n\\\\r\\\\nbody\"\n---\n" >people/q.md && template i "Subject: {{city}}\n\n{{city}}\n" && nt-draft i people/q.md >m 2>/dev/null && parsed m "
assert m[\"Bcc\"] is None and m[\"To\"].addresses[0].addr_spec == \"q@example.org\", m.items()
assert m[\"To\"].addresses[0].display_name == \"Stone, Bob (x) =?utf-8?q?y?=\".replace(\"Bob\", chr(34) + \"Bob\" + chr(34)), m[\"To\"]
assert m[\"Subject\"] == \"a Bcc: evil@example.org body\", m[\"Subject\"]"'

t 'long lines are quoted-printable, and come back' '
	two && template l "Subject: x\n\nPLACE\n" && python3 -c "print(\"é= \" * 500 + \"\\n.\\n trailing \")" >long && sed -i -e "/PLACE/{r long" -e "d}" templates/draft-l.md && nt-draft l ada >m 2>/dev/null && awk "length > 76 { exit 1 }" m &&
	parsed m "
assert m[\"Content-Transfer-Encoding\"] == \"quoted-printable\" and m.get_content() == open(\"long\", encoding=\"utf-8\").read(), m.get_content()"'

t 'intro asks both, intro-made writes to both; several are an mbox' '
	two && nt-draft intro ada bob >out 2>/dev/null && is "$(grep -c "^From nt-draft " out)" 2 && python3 -c "
import mailbox
m = [(x[\"To\"], x[\"Subject\"]) for x in mailbox.mbox(\"out\")]
assert m == [(\"Ada Lovelace <ada@example.org>\", \"May I introduce Bob Stone to you?\"), (\"Bob Stone <bob@example.org>\", \"May I introduce you to Ada Lovelace?\")], m" &&
	nt-draft intro-made ada bob >out 2>err && has out "To: Ada Lovelace <ada@example.org>, Bob Stone <bob@example.org>" && has err "nt-log people/ada.md '\''gave: intro to [[Bob Stone]]'\''" && hasnt out "From nt-draft" &&
	template k "Subject: x\n\nFrom here\n>From there\n" && nt-draft k ada bob 2>/dev/null >out && is "$(grep -c "^From " out)" 2 && has out ">From here" && has out ">>From there" && nt-draft k ada 2>/dev/null | grep -q "^From here" &&
	template k-2 "Subject: y\n\nsecond\n" && is "$(nt-draft k ada 2>/dev/null | grep -c "^From nt-draft")" 2'

t 'mailto:' '
	two && template m "Subject: a & b?\n\nHé {{given}}\nx=1\n" && is "$(nt-draft --mailto m ada 2>/dev/null)" "mailto:ada@example.org?subject=a%%20%%26%%20b%%3F&body=H%%C3%%A9%%20Ada%%0D%%0Ax%%3D1%%0D%%0A" || is "$(nt-draft --mailto m ada 2>/dev/null)" "mailto:ada@example.org?subject=a%20%26%20b%3F&body=H%C3%A9%20Ada%0D%0Ax%3D1%0D%0A" &&
	is "$(nt-draft --mailto m ada bob 2>/dev/null | wc -l)" 2 && printf -- "---\nname: N\n---\n" >people/n.md && nt-draft --mailto m people/n.md 2>err | has - "mailto:?subject=" && has err "N has no email"'

t 'addresses: the first that is one; others are refused' '
	two && template m "Subject: x\n\ny\n" && printf -- "---\nname: N\nemail: \"Work: a@example.org (old), b@example.org\"\n---\n" >people/n.md && printf -- "---\nname: K\nemail: jürgen@example.org\n---\n" >people/k.md && code 2 nt-draft m people/k.md 2>err >out && has err "jürgen@example.org" && same /dev/null out'

t 'the list: those of the book first, those of nt that it does not have' '
	two && nt-draft | cut -f 1 | tr "\n" " " >out && is "$(cat out)" "check-in thanks ask congratulate intro intro-made " && template ask "Subject: mine\n\nx\n" && template zz "Subject: z\n\nx\n" && template zz-2 "Subject: z\n\nx\n" && is "$(nt-draft | cut -f 1 | tr "\n" " ")" "ask zz check-in thanks congratulate intro intro-made " && has - "ask	mine" <<-E &&
		$(nt-draft)
	E
	mkdir ../none && cd ../none && nt-draft | has - check-in'

t 'those of nt fill in for anybody, and have something to say in brackets' '
	book && printf -- "---\nname: X\n---\n" >people/x.md && printf -- "---\nname: Y\n---\n" >people/y.md && for name in check-in thanks ask congratulate; do nt-draft $name x 2>err | has - "[" && has err "[brackets]" || return 1; done && for name in intro intro-made; do nt-draft $name x y 2>/dev/null | has - "[" || return 1; done'

t 'mutt takes it as a draft' '
	{ command -v mutt >/dev/null || skip "no mutt"; } && two && template d "Subject: Grüße\n\nHé {{given}}\n" && nt-draft d ada 2>/dev/null >draft && printf "set from=me@example.org copy=no sendmail=\"%s/send\" edit_headers=no\n" "$PWD" >rc && printf "#!/bin/sh\ncat >%s/sent\n" "$PWD" >send && chmod +x send &&
	mutt -F rc -H draft </dev/null >log 2>&1; { [ -s sent ] || skip "mutt sends nothing here"; } && parsed sent "
assert m[\"Subject\"] == \"Grüße\" and m[\"To\"].addresses[0].addr_spec == \"ada@example.org\" and m.get_content() == \"Hé Ada\\n\", m.items()"'

t 'escapes never reach a terminal; a full disk is told; - is no name' '
	two && template e "Subject: x\n\n\\033[31m{{given}}\n" && on-tty nt-draft e ada 2>/dev/null | hasnt - "$(printf "\033")" && code 2 nt-draft e - 2>err && has err "-" && { [ ! -c /dev/full ] || code 2 nt-draft e ada >/dev/full 2>/dev/null; }'

# hello NAME GIVEN [FIELD]: how one who is called so is greeted
hello() {
	printf -- "---\nname: \"%s\"\n%s---\n" "$1" "${3-}" >people/x.md && nt-draft g people/x.md >out 2>err && is "$(tail -n 1 out)" "Hi $2,"
}

t 'given: the field, what stands behind a comma, the first word that is no title' '
	book && template g "Subject: x\n\nHi {{given}},\n" && hello "Ada Lovelace" Ada && hello "Lovelace, Ada" Ada && hello "Lovelace, Ada King" Ada &&
	hello "Dr. Ada Byron" Ada && hello "Prof. Dr. Ada Byron" Ada && hello "Dipl.-Ing. Ada Byron" Ada && hello "Sir Tim Berners-Lee" Tim &&
	hello "Byron, Dr. Ada" Ada && hello "Ada Byron, PhD" Ada && hello "King, Jr., Martin" Martin && hello "Frau Byron" "Frau Byron" &&
	hello "Dr. Byron, MD" "Dr. Byron" && hello Ada Ada && hello Dr. Dr. && hello "Ada Lovelace" Countess "given: Countess
" && printf -- "---\nkind: book\nprivate: given\n---\n" >book.md && hello "Ada Lovelace" Ada "given: Countess
"'

done_testing
