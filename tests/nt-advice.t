#!/bin/sh
. "${0%/*}/lib.sh"

# verdict TEXT: what --sift says of it
verdict() {
	printf '%b' "$1" | nt-advice --sift -l -o verdict
}

# one MARKDOWN-FIELDS BODY: the parts of a note, as JSON
one() {
	mkdir -p advice && printf -- '---\nname: X\n%b---\n\n%b\n' "$1" "$2" >advice/x.md && nt-advice -j x
}

# part NAME: of one's note
part() {
	jq -r ".$1"
}

# measured CMD: precision and recall of "keep" in percent, CMD FILE says the verdict; over every second text of the set
measured() {
	rm -rf texts && mkdir texts && awk '/^%% /{n++; f = ""; if (n % 2 == 0) { f = "texts/" n; print $2 >(f ".label") } next} f {print >f}' "$TOP/tests/fixtures/advice.txt" &&
		for f in texts/*.label; do echo "$(cat "$f") $("$1" "${f%.label}")"; done | awk '
			$1 == "keep" && $2 == "keep" {hit++} $1 != "keep" && $2 == "keep" {wrong++} $1 == "keep" && $2 != "keep" {missed++}
			END {printf "%d %d %d\n", 100 * hit / (hit + wrong), 100 * hit / (hit + missed), 100 * 2 * hit / (2 * hit + wrong + missed)}'
}

# shellcheck disable=SC2317 # asked by measured
by_nt() {
	nt-advice --sift -l -o verdict "$1"
}

# hype words of the page alone: none of them, keep
# shellcheck disable=SC2317
by_words() {
	grep -qiwF -f words "$1" && echo drop || echo keep
}

t 'keep is right and complete on texts it was not made with, and better than counting hype' '
	sed -n "/^.Bd -ragged/,/^.Ed/p" "$TOP/man/nt-advice.1" | grep -v "^\.[BE]d" | tr ",;\n" "\n\n " | sed "s/^ *//; s/[ .]*\$//" | grep . | tr " " "\n" | grep ... >words &&
	[ "$(grep -c . words)" -gt 100 ] && measured by_nt >ours && measured by_words >theirs && cat ours theirs >&2 &&
	read -r precision recall both <ours && [ "$precision" -ge 85 ] && [ "$recall" -ge 85 ] && read -r words_precision words_recall words_both <theirs &&
	[ "$precision" -gt "$words_precision" ] && [ "$both" -gt "$words_both" ]'
t 'the set is as large and as mixed as it should be' '
	f=$TOP/tests/fixtures/advice.txt && [ "$(grep -c "^%% " "$f")" -ge 120 ] && [ "$(grep -c "^%% .* hard" "$f")" -ge 40 ]'

t 'what there is to do against what is sold' '
	is "$(verdict "Ask two colleagues for one page by Friday. Thank them on Monday.")" keep && is "$(verdict "Unlock success and be amazing!")" drop &&
	is "$(verdict "Some friendships end.")" skim && is "$(verdict "1. Unlock your secret power by Friday at 9.")" drop && is "$(verdict "")" skim &&
	is "$(verdict "I tried it. She said: write one line to the person on Monday.")" keep && is "$(verdict "Be bold. Be you.")" drop'
t 'lines, status, and why' '
	printf "Ask two colleagues for one page by Friday. Thank them on Monday." | nt-advice --sift -l >out && printf "keep\t6\tspecific +6\n" | same out &&
	code 1 nt-advice --sift -l <<-E >out && printf "drop\t-12\thype -10 (unlock, secret, amazing), vague -2\n" | same out
	Unlock the secret of amazing, incredible, legendary lives.
	E'
t 'a number alone, a question, a story: no command' '
	is "$(printf "There were twelve chairs in 2014." | nt-advice --sift -j | jq .score)" 0 && is "$(printf "Write two mails a day?" | nt-advice --sift -j | jq .score)" 0 &&
	is "$(printf "Write two mails a day." | nt-advice --sift -j | jq .score)" 4 && is "$(printf "Write mails." | nt-advice --sift -j | jq .score)" 2 &&
	is "$(printf "She writes three cards each Sunday." | nt-advice --sift -j | jq .score)" 2'
t 'what somebody does, in several steps; a command after if, on, once; a heading is no step' '
	is "$(printf "Before a fair I email Ann, call 15 firms, and message one on Monday." | nt-advice --sift -j | jq .score)" 4 && is "$(printf "On the first Friday copy the numbers." | nt-advice --sift -j | jq .score)" 4 &&
	is "$(printf "Once a week, now and call." | nt-advice --sift -j | jq .score)" 4 && is "$(printf "# Write two mails on Monday\n" | nt-advice --sift -j | jq .score)" 0'
t 'in any language an item with a number or a template; not one that is sold' '
	is "$(printf -- "- Schreib am Montag drei 3 Leuten\n- Frag: \"Hast du kurz Zeit?\"\n- Sei nett zu allen\n" | nt-advice --sift -j | jq .why)" "\"specific +4, outline +2\"" &&
	is "$(printf -- "- Unser amazing Plan in 3 Tagen\n" | nt-advice --sift -j | jq .why)" "\"hype -2 (amazing)\"" && is "$(printf "Schreib am Montag drei 3 Leuten" | nt-advice --sift -j | jq .score)" 0'
t 'words in quotes are to be said, not hype; typographic ones too' '
	is "$(printf "Cut \"the secret of success\"." | nt-advice --sift -j | jq .score)" 4 && is "$(printf "Cut \342\200\234the secret of success\342\200\235." | nt-advice --sift -j | jq .score)" 4'
t 'an outline: items, boxes, a goal' '
	is "$(printf -- "- Ask Ann on Monday\n- Write two mails\n" | nt-advice --sift -j | jq .why)" "\"specific +8, outline +2\"" &&
	is "$(printf -- "- [ ] Ask Ann on Monday\n- [ ] Write two mails\n" | nt-advice --sift -j | jq .score)" 10 && is "$(printf "Goal: three mails. Write one mail on Monday." | nt-advice --sift -j | jq .score)" 6'

t 'the steps as a technique, which nt-save takes' '
	book && printf "Ask two colleagues for one page by Friday.\nThank them on Monday.\n" | nt-advice --sift -s >new && nt-save <new >out && cat techniques/*.md >note && same note <<-E
	---
	kind: technique
	name: Ask two colleagues for one page
	---

	# Ask two colleagues for one page

	1. Ask two colleagues for one page by Friday.
	2. Thank them on Monday.
	E'
t 'a long name is cut between characters' '
	book && { printf "From: a@x.org\nSubject: "; printf "\303\244%.0s" $(seq 200); printf "\n\nWrite two mails by Friday.\n"; } | nt-advice --sift -s | nt-save && is "$(nt-find -l -o name | wc -m)" 73 && code 0 nt-check'
t 'only of what is kept; else it says so' '
	code 1 nt-advice --sift -s <<-E >out 2>err && [ ! -s out ] && has err "no technique in it: drop, hype"
	Unlock amazing power!
	E'
t 'the terminal shows the note that would be saved; a pipe one line' '
	printf "Write two mails a day." | NO_COLOR=1 on-tty nt-advice --sift >out && has out "kind: technique" && has out "1. Write two mails a day." && printf "Write two mails a day." | nt-advice --sift >out && is "$(grep -c "" out)" 1'
t 'nothing of a text becomes a link, an entry, a box or front matter' '
	book && printf "name: x\n" >people/x.md && printf "# A: \"b\" [[Ada]] # c\n\nWrite two mails to [[Ada]] by Friday: [x](people/x.md) <b>now</b>.\n" | nt-advice --sift -s | nt-save >out &&
	cat techniques/*.md >note && is "$(nt-find -l -o name,link kind:technique)" "$(printf "A: \"b\" Ada # c\t")" && has note "\\[\\[Ada\\]\\]" && code 0 nt-check'
t 'HTML: tags, items, entities, nothing of scripts and comments' '
	cat >page.html <<-E && nt-advice --sift -s page.html >out && has out "name: Mail & cards" && has out "1. Write two mails by Friday & thank them." && has out "2. Send one card on Monday." && hasnt out alert && hasnt out secret
	<!DOCTYPE html><html><head><title>Secret</title><style>b{}</style></head><body><!-- unlock the secret <b> -->
	<script>alert("amazing secret") </script><h1>Mail &amp; cards</h1>
	<ol><li>Write <b>two</b> mails by Friday &#38; thank them.<li>Send one&nbsp;card on Monday.</ol></body></html>
	E'
t 'a mail: its subject and text, decoded; the header is not judged' '
	printf "From: Guru Amazing <secret@x.org>\nSubject: =?utf-8?q?Two_m=C3=A4ils?=\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"x\"\n\n--x\nContent-Type: text/html\n\n<p>amazing secret</p>\n--x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nWrite two m=\nails by Friday.\n--x--\n" >mail &&
	is "$(nt-advice --sift -l mail)" "$(printf "keep\t4\tspecific +4")" && nt-advice --sift -s mail >out && has out "name: Two mäils" && has out "1. Write two mails by Friday." && hasnt out Guru &&
	printf "From: a@x.org\nSubject: s\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n%s\n" "$(printf "Write two mails by Friday." | base64)" | nt-advice --sift -j | has - "Write two mails by Friday." &&
	printf "From: a@x.org\nSubject: s\nContent-Type: text/html\n\n<p>Write two mails by Friday.\n" | nt-advice --sift -j | has - "Write two mails by Friday."'
t 'front matter and quoted lines are not judged' '
	is "$(printf -- "---\nx: amazing secret\n---\nWrite two mails a day.\n\n> unlock the secret\n" | nt-advice --sift -j | jq .score)" 4'
t 'hostile texts: bounded, none of them crashes' '
	head -c 1200000 /dev/zero | tr "\0" a >line && nt-advice --sift -l line >out 2>err && has err "only the first 1048576 bytes" &&
	for piece in "Write two mails, " "[[" "<b" "<!-- " "\"" "- " "&#x" "=?utf-8?q?" "<ul><li>"; do
		yes "$piece" | tr -d "\n" | head -c 300000 >text && { nt-advice --sift -l text >out || [ $? -eq 1 ]; } || { echo "$piece" && return 1; }
		{ printf "<html>" && cat text; } >page && { nt-advice --sift -l page >out || [ $? -eq 1 ]; } || { echo "html $piece" && return 1; }
		{ printf "From: a\nSubject: b\nContent-Type: multipart/mixed; boundary=%s\n\n" "$piece" && cat text; } >mail && { nt-advice --sift -l mail >out || [ $? -eq 1 ]; } || { echo "mail $piece" && return 1; }
	done
	printf "ab\0c" >bin && code 2 nt-advice --sift bin 2>err && has err "not a text" && printf "Write two \033[2J mails by \377 Friday." | nt-advice --sift -s >out && hasnt out "$(printf "\033")"'
t 'usage: one file, a text to read, no paths' '
	printf x >a && code 2 nt-advice --sift a a 2>err && has err "one file" && code 2 nt-advice --sift no 2>err && has err "cannot read" && code 2 nt-advice --sift -p a 2>err && has err "no paths" &&
	code 2 nt-advice --sift --doing a 2>err && has err "one of them" && code 2 on-tty -i nt-advice --sift >out && has out "standard input"'

t 'a note is judged by what is written of it' '
	book && printf -- "---\nname: Ada\n---\n" >people/ada.md && printf -- "---\nname: Bob\n---\n" >people/bob.md && printf -- "---\nkind: book\nme: \"[[Bob]]\"\n---\n" >book.md &&
	one "vouched: [\"[[Ada]]\", \"[[ada]]\", \"[[Bob]]\", \"[[Nobody]]\", Cy]\n" x | part vouched | has - 1 && is "$(one "vouched: \"[[Ada]]\"\n" x | part why)" "vouched +2 (Ada)" &&
	is "$(one "source: [https://www.a.org/x, \"http://A.org:80/y\", Professor P, professor p]\n" x | part sources)" 2 && is "$(one "source: [a, b, c, d]\n" x | part sources)" 3 &&
	for pair in 0:0 2:0 3:1 14:1 15:2 62:2 63:3 9999:3; do is "$(one "reviews: ${pair%:*}\n" x | part reviews)" "${pair#*:}" || return 1; done &&
	is "$(one "reviews: [good, bad, ugly]\n" x | part reviews)" 1 && is "$(one "" "Write two mails a day." | part score)" 4'
t 'vouched and reviewed, but nothing to do: skimmed' '
	book && is "$(one "reviews: 99\nsource: [a, b, c]\n" "People are kind." | jq -c "[.score,.verdict]")" "[6,\"skim\"]"'
t 'own trials: entries that link to its techniques, up to today, and outcomes in their own notes' '
	book && mkdir techniques journal && printf -- "---\nname: T\n---\n- 2026-01-01 worked: so\n- 2026-01-02 note: no\n" >techniques/t.md && printf -- "---\nname: Ada\n---\n- 2026-02-01 call: as in [[T]], [[t]]\n- 2026-12-01 call: [[T]]\n- [ ] 2026-01-01 [[T]]\n- [-] 2026-01-01 [[T]]\n" >people/ada.md &&
	is "$(one "" "[[T]] and [[T]]" | jq -c "[.tried,.techniques,.done,.last]")" "[2,1,1,\"2026-02-01\"]" && echo "- 2026-03-01 dinner: [[Ada]], [[T]]" >journal/2026-03-01.md && is "$(one "" "[[T]]" | part tried)" 3 &&
	is "$(one "" "[[Ada]]" | jq -c "[.tried,.techniques,.last]")" "[0,0,null]"'
t 'tags that goals have; basics once a technique of the tag was tried' '
	book && mkdir goals techniques && printf -- "---\nname: G\ntags: [Speak, b, c]\n---\n" >goals/g.md && printf -- "---\nname: T\ntags: thanks\n---\n" >techniques/t.md &&
	is "$(one "tags: [\"#speak\", x]\nlevel: basic\n" x | jq -c "[.goals,.basics,.why]")" "[1,0,\"goals +2 (speak)\"]" && is "$(one "tags: [speak, b, c]\n" x | part goals)" 2 && is "$(one "tags: thanks\nlevel: basic\n" x | part basics)" 0 &&
	echo "- 2026-01-01 flopped: no" >>techniques/t.md && is "$(one "tags: Thanks\nlevel: Basic\n" x | jq -c "[.basics,.score]")" "[1,-3]" && is "$(one "tags: thanks\nlevel: advanced\n" x | part basics)" 0'
t 'weights and hype of book.md; what is no weight is told' '
	book && printf -- "---\nkind: book\nweights: {specific: 5, vague: -10}\nhype: [zorp, big plan]\n---\n" >book.md && is "$(one "" "Write two mails a day." | part score)" 10 &&
	is "$(one "" "Zorp!" | part why)" "hype -2 (zorp)" && is "$(one "" "A big plan" | part hype)" 2 && is "$(one "" "The big planet" | part hype)" 0 && is "$(one "" "Secret" | part hype)" 1 && is "$(printf "Be." | nt-advice --sift -j | jq .score)" -10 &&
	printf -- "---\nkind: book\nweights: {specific: lots, luck: 3, hype: 101}\n---\n" >book.md && code 2 nt-advice 2>err && has err "not a whole number from -100 to 100: '\''lots'\''" && has err "no part of a judgement, see nt-advice(1): '\''luck'\''" && has err "'\''101'\''"'
t 'the best first; lines, columns, JSON sums up; other notes are none' '
	cp -R "$TOP/examples/book" b && cd b && nt-advice -l >out && cut -f 2 out >scores && sort -rn scores | same scores && [ "$(grep -c "" out)" -ge 20 ] && head -1 out | grep -q "	keep	advice/.*md\$" &&
	nt-advice -j | jq -e "(.score == 2*.specific+2*.outline+.sources+.reviews+2*.vouched+2*.tried+2*.goals-2*.hype-2*.vague-3*.basics)" >sums && hasnt sums false && is "$(nt-advice -n 2 -l | grep -c "")" 2 &&
	is "$(nt-advice -l -o name,specific weak)" "$(printf "Weak ties carry news\t2")" && code 2 nt-advice -l -o nope 2>err && code 1 nt-advice people/ >out 2>err && has err "no notes of kind advice"'
t '--doing: what is kept against what was tried' '
	cp -R "$TOP/examples/book" b && cd b && nt-advice --doing -l >out && is "$(grep -c "" out)" "$(nt-advice -l -o verdict | grep -c keep)" && NO_COLOR=1 on-tty nt-advice --doing | tail -1 >sum &&
	has sum "kept $(grep -c "" out) of $(nt-advice -l | grep -c ""), with a technique $(awk -F "\t" "\$2" out | grep -c ""), of these tried $(awk -F "\t" "\$3" out | grep -c "")"'
t 'notes on a pipe carry score, verdict and why' '
	book && one "" "Write two mails a day." >out && printf -- "---\nname: Y\n---\n" >people/y.md && nt-advice -s >out && has out "nt-score: 4" && has out "nt-verdict: keep" && has out "nt-why:" && hasnt out "name: Y" && is "$(nt-advice -p)" advice/x.md && is "$(nt-advice -s | nt-advice -l - | cut -f 2)" 4'
t 'what is private counts only on the terminal' '
	book && printf -- "---\nkind: book\nprivate: [private, vouched]\n---\n" >book.md && printf -- "---\nname: Ada\n---\n" >people/ada.md && one "vouched: \"[[Ada]]\"\n" "Write two mails a day.\n\n## Private\n\nUnlock the zorpish secret!" >out && is "$(jq -c "[.score,.vouched,.hype]" out)" "[4,0,0]" && hasnt out secret &&
	nt-advice -s >out && has out "nt-score: 4" && on-tty nt-advice -t -o score,why >out && has out secret && has out "Ada"'
t 'a private trial, a private goal: none for the rest' '
	book && mkdir techniques goals && printf -- "---\nname: T\n---\n" >techniques/t.md && printf -- "---\nname: Ada\n---\n## Private\n- 2026-01-01 call: [[T]]\n" >people/ada.md && is "$(one "" "[[T]]" | part tried)" 0 && on-tty nt-advice -o tried | has - 1 && printf -- "---\nname: X\n---\n## Private\n[[T]]\n" >advice/x.md && is "$(nt-advice -l -o techniques)" 0'
t 'empty book, a broken note, many notes' '
	book && code 1 nt-advice && mkdir advice && printf -- "---\nname: [\n---\n" >advice/bad.md && printf -- "---\nname: Good\n---\nWrite two mails a day.\n" >advice/good.md && code 2 nt-advice -l >out 2>err && has out "Good	4	keep	advice/good.md" && has err advice/bad.md &&
	code 2 nt-advice --doing -l >out 2>err && has out Good && : >advice/empty.md && code 2 nt-advice -l -o name,score >out 2>err && has out "empty	0"'

done_testing
