#!/bin/sh
. "${0%/*}/lib.sh"

# person FILE FRONT [BODY]: people/FILE.md, both written by printf %b
person() {
	[ -f book.md ] || book
	printf -- "---\n%b---\n%b" "$2" "${3-}" >"people/$1.md"
}

# lines LINE...: as they are printed, '|' for a tab
lines() {
	printf '%s\n' "$@" | tr '|' '\t'
}

# gives LINE... -- OPERAND...: what nt-address prints
gives() {
	: >want
	while [ "$1" != -- ]; do
		lines "$1" >>want
		shift
	done
	shift
	nt-address "$@" >out 2>err && same want out && same /dev/null err
}

# order EMAILS OPERAND...: the local parts, in their order
order() {
	want=$1
	shift
	is "$(nt-address "$@" | sed 's/@.*//' | paste -sd ' ' -)" "$want"
}

three() {
	person ada "name: Ada Lovelace\nemail: ada@example.org\norg: \"[[Analytical Engines|AE]]\"\ntags: [maths, friend]\n" &&
		person bob "name: Bob Babbage\nemail: bob@example.org\n" &&
		person cy "name: Cy\naliases: [Lovely, Zed]\nphone: 1\n"
}

t 'address, name, label, org and tags, to the byte' '
	person ada "name: Ada Lovelace\nemail: ada@example.org\norg: \"[[Engines]]\"\ntags: [maths, \"#work/acme\"]\n" &&
	person bob "name: Bob\nemail: {work: bob@acme.example, home: [b@example.org, bo@example.org]}\norg: [Acme, Zoo]\n" &&
	person cy "name: Cy\nemail: cy@example.org\ntags: a b, c\n" && person dee "name: Dee\nphone: 1\n" &&
	gives "ada@example.org|Ada Lovelace|Engines tags:maths,work/acme" "bob@acme.example|Bob|work, Acme, Zoo" \
		"b@example.org|Bob|home, Acme, Zoo" "bo@example.org|Bob|home, Acme, Zoo" \
		"cy@example.org|Cy|tags:a-b,c" --'

t 'mutt wants a first line, aerc and alot none' '
	three && nt-address ada >plain && for f in aerc alot; do nt-address -f $f ada | same plain || return 1; done &&
	nt-address -f mutt ada >out && is "$(sed -n 1p out)" "addresses found: 1" && sed 1d out | same plain &&
	is "$(wc -l <out)" 2'

t 'nobody: 1, and words for mutt alone' '
	three && for f in aerc alot; do code 1 nt-address -f $f xyzzy >out 2>err && same /dev/null out &&
		same /dev/null err || return 1; done &&
	code 1 nt-address xyzzy >out 2>err && same /dev/null out && same /dev/null err &&
	code 1 nt-address -f mutt "no such" xyzzy >out 2>err && same /dev/null err &&
	is "$(cat out)" "no address found for '\''no such xyzzy'\''" &&
	code 1 nt-address -f mutt "$(printf "\033[31m\n\tx")" >out && is "$(cat out)" "no address found for '\''^[[31m  x'\''"'

t 'every word, in one operand or in several, anywhere' '
	three && for text in ada "ada love" "love ada" "ADA  LOVE" LACE maths friend engines ae org ada@example; do
		order ada "$text" math || return 1; done &&
	order ada ada love lace && order "ada bob" example.org && order "ada bob" && order "ada bob" "" && order "ada bob" " " &&
	code 1 nt-address ada bob && code 1 nt-address lovely'

t 'case and accents do not matter' '
	person z "name: Zoë Brontë-Müller\nemail: zoe@example.org\n" && person l "name: ŁUKASZ\nemail: luk@example.org\n" &&
	person s "name: Ines Straße\nemail: ines@example.org\n" && person k "name: 山田花子\nemail: hana@example.org\n" &&
	person g "name: Άδα\nemail: g@example.org\n" &&
	for text in zoe ZOË "zoë bronte" muller mÜLLER; do order zoe "$text" || return 1; done &&
	order luk lukasz && order luk łuk && order ines strasse && order ines STRASSE && order hana 山田 && order g αδα'

t 'marks around a word belong to an address that was completed before' '
	three && order ada "Ada Lovelace <ada@example.org>" && order ada "\"Ada" && order ada "<ada" && order bob "(bob)," &&
	order "ada bob" "<>"'

t 'of several addresses those that the words are in' '
	person ada "name: Ada Lovelace\nemail: {work: al@engines.example, home: ada@example.org}\n" &&
	order "al ada" love && order al engines && order ada home && order ada example.org && order al work love &&
	code 1 nt-address work ada@ >out'

t 'an address twice is one line' '
	person ada "name: Ada\nemail: [ada@example.org, ADA@example.org, ada@example.com]\n" && is "$(nt-address | wc -l)" 2'

t 'text that looks like an option stands behind --' '
	three && person dash "name: Dash\naliases: [-n]\nemail: dash@example.org\n" && order dash -- -n && code 2 nt-address -n'

t 'first who fits by the beginning of a word of the name, or by the address' '
	person a "name: Leanna\nemail: x@example.org\n" "- 2026-11-20 call: x\n- 2026-11-21 call: x\n" &&
	person b "name: Bo\naliases: [Anna]\nemail: z@example.org\n" && person c "name: Cy Anna-Lee\nemail: y@example.org\n" &&
	person d "name: Dee\nemail: anna@example.org\n" && person e "name: Ed\nemail: w@example.org\ntags: [anna]\n" &&
	order "z y anna x w" anna'

t 'then who a contact was with lately, with more contacts, with the last one later; then by name' '
	log() { yes -- "- $1 call: x" | head -n $2; } &&
	person a "name: A\nemail: many-long-ago@example.org\n" && log 2026-08-01 9 >>people/a.md &&
	person b "name: B\nemail: one-lately@example.org\n" && log 2026-11-01 1 >>people/b.md &&
	person c "name: C\nemail: three-lately@example.org\n" && log 2026-10-01 3 >>people/c.md &&
	person d "name: D\nemail: three-later@example.org\n" && log 2026-10-02 3 >>people/d.md &&
	person f "name: Éa\nemail: never-e@example.org\n" && person g "name: Fa\nemail: never-f@example.org\n" &&
	person e "name: Fa\nemail: never-f2@example.org\n" &&
	person h "name: H\nemail: ahead@example.org\n" && log 2026-12-01 5 >>people/h.md &&
	order "three-later three-lately one-lately many-long-ago never-e never-f2 never-f ahead"'

t 'lately is the last 90 days, today among them' '
	person a "name: A\nemail: many@example.org\n" "- 2026-08-26 call: x\n- 2026-08-25 call: x\n" &&
	person b "name: B\nemail: one@example.org\n" "- 2026-08-27 call: x\n" && order "one many"'

t 'contacts from the journal count, and `last`' '
	person a "name: Ada\nemail: ada@example.org\n" && person b "name: Bob\nemail: bob@example.org\n" &&
	person c "name: Cy\nemail: cy@example.org\nlast: 2026-11-02\n" && order "cy ada bob" && mkdir journal &&
	printf -- "- dinner: with [[Bob]]\n- call: [[people/b]]\n" >journal/2026-11-20.md && order "bob cy ada"'

t 'the archived and the dead come last' '
	person a "name: Ada\nemail: ada@example.org\narchived: 2025-01-01\n" "- 2026-11-20 call: x\n" &&
	person b "name: Adam\nemail: adam@example.org\ndied: 2020\n" && person c "name: Zada\nemail: zada@example.org\n" &&
	person d "name: Adb\nemail: adb@example.org\narchived: false\n" && order "adb zada ada adam" ad'

t 'notes of every kind with an address; not the book, not templates' '
	three && mkdir orgs groups templates && printf -- "---\nname: Acme\nemail: acme@example.org\n---\n" >orgs/acme.md &&
	printf -- "---\nemail: all@example.org\n---\n# Choir\n" >groups/choir.md &&
	printf -- "---\nname: T\nemail: t@example.org\n---\n" >templates/person.md && order "acme ada bob all"'

t 'the order does not depend on that of the files' '
	cp -R "$TOP/examples/book/." . && nt-address >first && [ "$(wc -l <first)" -gt 40 ] && LC_ALL=C nt-address | same first &&
	mkdir moved && mv people moved/zz && printf "ignore: []\n" >x && nt-address >second && is "$(sort first)" "$(sort second)"'

t '-n is how many' '
	three && is "$(nt-address -n 1 | wc -l)" 1 && is "$(nt-address -f mutt -n1 | wc -l)" 2 && code 1 nt-address -n 0 >out &&
	same /dev/null out && is "$(nt-address --count=9 ada | wc -l)" 1 && code 2 nt-address -n x'

t 'names that would break a line or move the cursor' '
	person a "name: \"Ev\\\\til\\\\n\\\\x1b[31m Name\\\\r\\\\u202e\\\\u2028\\\\x85 X \"\nemail: a@example.org\norg: \"O\\\\tR\\\\nG\"\n" &&
	gives "a@example.org|Ev il [31m Name X|O R G" -- && nt-address -f mutt | sed 1d | same out'

t 'quotes and backslashes go where clients would trip over them' '
	person a "name: Al \"Q\" B\\\\\nemail: a@example.org\n" && gives "a@example.org|Al \"Q\" B\\|" -- &&
	for f in mutt aerc alot; do nt-address -f $f | tail -n 1 >out && lines "a@example.org|Al '\''Q'\'' B/|" | same out || return 1
	done'

t 'a name is never empty' '
	person a "email: a@example.org\n" "# Ada\n" && person bob "email: b@example.org\n" &&
	person "c d" "name: \"\\\\u200f \"\nemail: c@example.org\n" &&
	gives "a@example.org|Ada|" "b@example.org|bob|" "c@example.org|c d|" -- && nt-address -f alot | same out'

t 'addresses as people write them, and what is none' '
	person a "name: A\nemail: [Ada L <ada@example.org>, \"mailto:b@example.org\", \" c@example.org \", ü@exämple.org]\n" &&
	person b "name: B\nemail: [nobody, \"@x\", x@, a b@example.org, \"a,b@example.org\", a@b@c, \"<>\", \"x\\\\t@y\", \"(a)@b\"]\n" &&
	person c "name: C\nemail: {home: null}\n" && person d "name: D\nemail:\n" &&
	gives "ada@example.org|A|" "b@example.org|A|" "c@example.org|A|" "ü@exämple.org|A|" --'

t 'what is private stays here, and finds nobody' '
	printf -- "---\nkind: book\nprivate: [private, org, aliases, tags]\n---\n" >book.md && mkdir people &&
	person a "name: A\nemail: {work: w@example.org, private: p@example.org}\norg: Secret\naliases: [Sec]\ntags: [secret]\n" &&
	gives "w@example.org|A|work" -- && for text in p@ private secret; do code 1 nt-address $text || return 1; done &&
	printf -- "---\nkind: book\nprivate: [email]\n---\n" >book.md && code 1 nt-address'

t 'the keys that the vault uses' '
	printf -- "---\nkind: book\nmap: {email: mail, org: firm}\n---\n" >book.md && mkdir people &&
	person a "name: A\nmail: a@example.org\nfirm: Acme\n" && gives "a@example.org|A|Acme" -- acme'

t 'one broken note hides nobody' '
	three && person broken "name: \"x\n" && printf "\377\n" >people/raw.md && nt-address ada >want || true
	code 2 nt-address ada >out 2>err && lines "ada@example.org|Ada Lovelace|AE tags:maths,friend" | same out &&
	has err people/broken.md: && has err people/raw.md:1:1:'

t 'a broken note leaves the screen of mutt alone, its first line says so' '
	three && person broken "name: \"x\n" && code 2 nt-address -f mutt ada >out 2>err && same /dev/null err &&
	is "$(wc -l <out)" 2 && sed -n 1p out | has - "addresses found: 1; people/broken.md:" && sed -n 2p out | has - ada@ &&
	code 2 nt-address -f mutt xyzzy >out 2>err && same /dev/null err && is "$(wc -l <out)" 1 && has out people/broken.md'

t 'however many are broken, clients get one short message; alot status 0, or it would show nothing' '
	three && mkdir people/b && i=0 && while [ $i -lt 40 ]; do printf -- "---\na: \"\n---\n" >people/b/$i.md && i=$((i + 1)); done &&
	for f in aerc alot; do
		[ $f = alot ] && want=0 || want=2
		code $want nt-address -f $f ada >out 2>err && is "$(wc -l <err)" 1 && has err people/b/0.md && has out ada@ || return 1
	done && code 2 nt-address -f alot xyzzy'

t 'line 1 is short enough for mutt, whatever was typed' '
	three && code 1 nt-address -f mutt "$(printf "é%.0s" $(seq 400))" >out && is "$(wc -l <out)" 1 &&
	[ "$(wc -c <out)" -lt 256 ] && iconv -f UTF-8 -t UTF-8 out >back && same out back'

t 'no book: mutt is told in its first line' '
	code 2 nt-address ada >out 2>err && same /dev/null out && has err "no book" &&
	code 2 nt-address -f mutt ada >out 2>err && same /dev/null err && is "$(wc -l <out)" 1 && has out "no book" &&
	code 2 nt-address -f pine ada && code 2 nt-address -b nowhere ada'

t 'reads nothing from standard input, and a full disk is an error' '
	three && echo x | nt-address ada >out 2>err && same /dev/null err && [ ! -e /dev/full ] || code 2 nt-address ada >/dev/full'

t 'hostile notes: a long name, a thousand addresses' '
	three && person long "name: $(printf "x%.0s" $(seq 5000))\nemail: long@example.org\n" &&
	{ echo ---; echo "name: Many"; echo email:; seq 1000 | sed "s/.*/  - m&@example.org/"; echo ---; } >people/many.md &&
	nt-address | cut -c 1-40 >out && is "$(wc -l <out)" 1003 && is "$(nt-address -f mutt many | wc -l)" 1001 &&
	order m77 m77 many -n 1'

# stub NAME SCRIPT: a command that stands in for one of the desktop
stub() {
	mkdir -p bin && PATH=$PWD/bin:$PATH && printf '#!/bin/sh\n%s\n' "$2" >"bin/$1" && chmod +x "bin/$1"
}

t 'recipe rofi: the address to the clipboard, or the note to the editor' '
	three && stub wl-copy "cat >clipboard" && stub terminal "shift; echo \"\$*\" >ran" &&
	export NT_MENU="sed -n 2p" TERMINAL=terminal && sh "$TOP/examples/recipes/rofi/nt-rofi.sh" &&
	is "$(cat clipboard)" bob@example.org && sh "$TOP/examples/recipes/rofi/nt-rofi.sh" -e &&
	is "$(cat ran)" "nt-edit email=bob@example.org" && is "$(nt-find -p email=bob@example.org)" people/bob.md &&
	NT_MENU=false && code 1 sh "$TOP/examples/recipes/rofi/nt-rofi.sh"'

t 'recipe fzf: addresses, one a line' '
	three && stub fzf cat && sh "$TOP/examples/recipes/fzf/nt-fzf-address.sh" babbage >out && is "$(cat out)" bob@example.org &&
	is "$(sh "$TOP/examples/recipes/fzf/nt-fzf-address.sh" | wc -l)" 2'

t '-j: a JSON object a line, not for a mail client' '
	book && printf "%s\n" --- "name: Ada \"A\" L" "email: ada@a.example" "org: Acme" --- >people/ada.md &&
	printf "%s\n" --- "name: Bob" "email: bob@a.example" --- >people/bob.md && nt-address -j ada\ l >out &&
	is "$(cat out)" "{\"email\":\"ada@a.example\",\"name\":\"Ada \\\"A\\\" L\",\"other\":\"Acme\",\"path\":\"people/ada.md\"}" &&
	is "$(nt-address -j -n 1 | wc -l | tr -d " ")" 1 && code 1 nt-address -j zzz && code 2 nt-address -j -f mutt ada'

t 'addresses as people and other programs write them' '
	person a "name: A\nemail: a@x.org, b@x.org; c@x.org\n" && person b "name: B\nemail: \"[d@x.org](mailto:d@x.org)\"\n" && person c "name: C\nemail: e@x.org (work)\n" &&
	person d "name: D\nemail: \"Dee, Dr <mailto:f@x.org>\"\n" && person e "name: E\nemail: \"Ed <g@x.org>, Eve <h@x.org>\"\n" && person f "name: F\nemail: i@x.org (private)\n" &&
	is "$(nt-address | cut -f 1 | sort | tr "\n" " ")" "a@x.org b@x.org c@x.org d@x.org e@x.org f@x.org " && nt-address e@x.org | has - work &&
	is "$(nt-log b@x.org call: x | cut -d: -f1 | sort -u)" people/a.md && is "$(nt-log e@x.org call: x | cut -d: -f1 | sort -u)" people/c.md && code 2 nt-new Zed email=c@x.org 2>err && has err people/a.md'

done_testing
