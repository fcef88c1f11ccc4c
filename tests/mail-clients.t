#!/bin/sh
# The mail clients with nt, configured by the recipes, in a terminal of 120 columns.
. "${0%/*}/lib.sh"

PATIENCE=600 # tenths of a second for something to come up; only a failure waits so long
SHELL=/bin/sh EDITOR='tail -f'
export SHELL EDITOR
unset TMUX TMUX_TMPDIR MAIL MAILDIR

term() {
	tmux -S "$TMP/terminal" -f /dev/null -u "$@"
}

screen() {
	term capture-pane -p
}

# shows PATTERN: waits until a line on the screen fits
shows() {
	tries=$PATIENCE
	until screen | grep -q -e "$1"; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || { echo "never on the screen: $1" && screen && return 1; }
		sleep 0.1
	done
}

keys() {
	term send-keys "$@"
}

types() {
	term send-keys -l "$1"
}

# client COMMAND SCRIPT: runs the script with the command in the terminal
client() {
	trap 'term kill-server; exit 2' INT TERM HUP
	term new-session -d -x 120 -y 24 "$1" || return 1
	(eval "$2") && result=0 || result=1
	term kill-server
	return $result
}

needs() {
	for command in tmux "$@"; do
		command -v "$command" >/dev/null || skip "no $command"
	done
}

# people: a book with one Zoë, two addresses of Ada, whom the last call was with, and of another Ada
people() {
	book && NT_BOOK=$PWD && export NT_BOOK &&
	note people/zoe.md <<-N &&
		---
		name: Zoë "Z" Brontë-Müller
		email: zoe@example.org
		---
	N
	note people/ada.md <<-N &&
		---
		name: Ada Lovelace
		email: {work: ada@engines.example, home: ada@example.org}
		tags: [maths]
		---
		- 2026-11-20 call: x
	N
	note people/adam.md <<-N
		---
		name: Ada Aardvark
		email: aardvark@example.org
		---
	N
}

broken() {
	note people/broken.md <<-N
		---
		name: "x
		---
	N
}

# letter: a mail of Ada
letter() {
	printf "%s\n" "From: Ada <ada@example.org>" "To: Mara <mara@example.org>" "Subject: =?utf-8?q?The_caf=C3=A9?= [list]" \
		"Message-ID: <1@example.org>" "Date: Mon, 23 Nov 2026 15:05:00 +0000" "" "Come?"
}

# logged PATTERN: waits until a line of a note fits
logged() {
	tries=$PATIENCE
	until grep -rq -e "$1" people; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || { echo "never in a note: $1" && screen && return 1; }
		sleep 0.1
	done
}

# logs KEYS PATTERN: types the keys until a line of a note fits: a client that has just drawn its list may not take them
# yet, and a mail that is given twice is one entry
logs() {
	for again in 1 2 3; do
		types "$1" && (PATIENCE=$((PATIENCE / 3)) && logged "$2" >waited) && return
	done
	cat waited
	echo "typed $again times"
	return 1
}

# mutt_in NAME SCRIPT: mutt or NeoMutt with what is in the mailbox, or an empty one
mutt_in() {
	mkdir -p mail && : >>mail/box &&
	note rc <<-N &&
		source $TOP/examples/recipes/mutt/nt.muttrc
		set folder=$PWD/mail record="" postponed=$PWD/mail/drafts from=mara@example.org
	N
	client "$1 -n -F rc -f mail/box" "$2"
}

for mutt in mutt neomutt; do
	t "$mutt: one fits, and stands at To:" '
		needs $mutt && people && mutt_in $mutt "
			shows Msgs:0 && keys m && shows ^To: && types \"zoe b\" && shows \"^To: zoe b\" && keys C-t &&
			shows \"^To: Zoë .Z. Brontë-Müller <zoe@example.org>\""'

	t "$mutt: several, best first, to choose from" '
		needs $mutt && people && mutt_in $mutt "
			shows Msgs:0 && keys m && shows ^To: && types ada && shows \"^To: ada\" && keys C-t &&
			shows \" 1 .*ada@engines.example\" && shows \" 2 .*ada@example.org\" && shows \" 3 .*Aardvark\" &&
			screen | grep -q \"Ada Lovelace.*work\" &&
			keys Down && keys Enter && shows \"^To: Ada Lovelace <ada@example.org>\""'

	t "$mutt: the next one, behind a comma" '
		needs $mutt && people && mutt_in $mutt "
			shows Msgs:0 && keys m && shows ^To: && types aard && shows \"^To: aard\" && keys C-t &&
			shows \"^To: Ada Aardvark <aardvark@example.org>\" && types \", engines\" && shows engines\$ && keys C-t &&
			shows \"^To: Ada Aardvark <aardvark@example.org>, Ada Lovelace <ada@engines.example>\""'

	t "$mutt: the mail that is shown is logged with whom it is from, once" '
		needs $mutt && people && mkdir mail && { echo "From ada@example.org Mon Nov 23 15:05:00 2026" && letter; } >mail/box && mutt_in $mutt "
			shows Msgs:1 && types ,h && logged \"^- 2026-11-23 15:05 mail<: The café (list)\" && shows \"any key\" && keys Space && shows Msgs:1 &&
			keys Enter && shows Come && types ,h && shows \"any key\"" &&
		is "$(grep -c "mail<" people/ada.md)" 1 && is "$(cat people/zoe.md people/adam.md | grep -c "mail<")" 0'

	t "$mutt: a broken note takes nothing away, and leaves the screen alone" '
		needs $mutt && people && broken && mutt_in $mutt "
			shows Msgs:0 && keys m && shows ^To: && types aardv && shows \"^To: aardv\" && keys C-t &&
			shows \"^To: Ada Aardvark <aardvark@example.org>\" && screen >seen && hasnt seen broken.md"'
done

t 'mutt: nobody, said in its bottom line' '
	needs mutt && people && mutt_in mutt "
		shows Msgs:0 && keys Q && shows ^Query: && types xyzzy && shows xyzzy && keys Enter &&
		shows \"^no address found for .xyzzy\""'

t 'mutt: a broken note, said there too' '
	needs mutt && people && broken && mutt_in mutt "
		shows Msgs:0 && keys Q && shows ^Query: && types ada && shows \": ada\" && keys Enter &&
		shows \"^addresses found: 3; people/broken.md:\" && shows \" 1 .*ada@engines.example\""'

t 'neomutt: nobody, and a broken note, said among its messages' '
	needs neomutt && people && broken && mutt_in neomutt "
		shows Msgs:0 && keys m && shows ^To: && types xyzzy && shows xyzzy && keys C-t && types z && shows xyzzyz &&
		keys C-g && shows Msgs:0 && keys M && shows \"no address found for .xyzzy.; people/broken.md:\""'

# aerc_in SCRIPT: aerc with an empty Maildir
aerc_in() {
	mkdir -p "$HOME/.config/aerc" mail/INBOX/cur mail/INBOX/new mail/INBOX/tmp &&
	cp "$TOP/examples/recipes/aerc/aerc.conf" "$TOP/examples/recipes/aerc/binds.conf" "$HOME/.config/aerc" &&
	note "$HOME/.config/aerc/accounts.conf" <<-N &&
		[test]
		source = maildir://$PWD/mail
		from = Mara <mara@example.org>
		outgoing = false
	N
	chmod 600 "$HOME/.config/aerc/accounts.conf" && client aerc "$1"
}

t 'aerc: names stand below To:, best first' '
	needs aerc && people && broken && aerc_in "
		shows Connected && types :compose && shows :compose && keys Enter && shows ^To: && types \"ada love\" &&
		shows \"Ada Lovelace. <ada@engines.example>\" && screen | grep -A 1 engines.example | grep -q ada@example.org &&
		screen >seen && hasnt seen Aardvark"'

t 'aerc: the only one is taken with Tab' '
	needs aerc && people && aerc_in "
		shows Connected && types :compose && shows :compose && keys Enter && shows ^To: && types \"zoe b\" &&
		shows \"Zoë .Z. Brontë-Müller <zoe@example.org>\" && keys Tab && shows \"^To: .*Brontë-Müller <zoe@example.org>\""'

t 'aerc: the mail under the cursor is logged with whom it is from' '
	needs aerc && people && mkdir -p mail/INBOX/cur && letter >"mail/INBOX/cur/1:2," && aerc_in "
		shows café && logs ,h \"^- 2026-11-23 15:05 mail<: The café (list)\"" && is "$(grep -c "mail<" people/ada.md)" 1'

t 'aerc: of more than it reads, the best' '
	needs aerc && people && i=100 && while [ $i -lt 300 ]; do
		printf -- "---\nname: Ada $i\nemail: ada$i@example.org\n---\n" >people/a$i.md && i=$((i + 1)); done &&
	aerc_in "shows Connected && types :compose && shows :compose && keys Enter && shows ^To: && types ada &&
		shows \"Ada Lovelace. <ada@engines.example>\" && shows \"Ada 100. <ada100@example.org>\""'

done_testing
