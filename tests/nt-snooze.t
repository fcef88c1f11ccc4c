#!/bin/sh
. "${0%/*}/lib.sh"

# ada BYTES: a book with people/ada.md, written by printf %b
ada() {
	[ -f book.md ] || book
	printf '%b' "$1" >people/ada.md
}

# snoozes OLD NEW ARGUMENT: of the bytes OLD become NEW
snoozes() {
	ada "$1" && printf '%b' "$2" >want && nt-snooze ada "$3" >out || return 1
	cmp want people/ada.md || { diff want people/ada.md; return 1; }
}

sets() {
	ada '---\nname: Ada\n---\n' && nt-snooze ada "$1" >out && has people/ada.md "snooze: $2"
}

untouched() {
	rm -rf "$TMP/before" && cp -R people "$TMP/before" && code "$@" >out 2>err && [ -s err ] &&
	diff -r "$TMP/before" people
}

t 'a span, a date, a word' '
	sets 2w 2026-12-08 && sets 10d 2026-12-04 && sets 3m 2027-02-24 && sets 1y 2027-11-24 && sets 30 2026-12-24 &&
	sets monthly 2026-12-24 && sets 2027-01-07 2027-01-07 && sets tomorrow 2026-11-25 && sets today+3w 2026-12-15 &&
	sets +2w 2026-12-08 && NT_TODAY=2027-01-31 sets 1m 2027-02-28'

t 'what is over before tomorrow is refused' '
	for day in yesterday today 0d 1604-01-01 2026-11-24; do
		ada "---\nname: Ada\n---\n" && untouched 2 nt-snooze ada $day && has err "is over already: write tomorrow or a later day, or off" &&
		nt-find -s ada | code 2 nt-snooze - $day >out && is "$(cat out)" "" || { echo $day; return 1; }
	done'

t 'adds the key, in one line' '
	snoozes "---\nname: Ada\n---\n\nText\n" "---\nname: Ada\nsnooze: 2026-12-08\n---\n\nText\n" 2w &&
	snoozes "---\nname: Ada # x\n\n# comment\n---\n" "---\nname: Ada # x\nsnooze: 2026-12-08\n\n# comment\n---\n" 2w &&
	snoozes "---\r\nname: Ada\r\n---\r\nText\r\n" "---\r\nname: Ada\r\nsnooze: 2026-12-08\r\n---\r\nText\r\n" 2w &&
	snoozes "\0357\0273\0277---\nname: Ada\n...\nText" "\0357\0273\0277---\nname: Ada\nsnooze: 2026-12-08\n...\nText" 2w &&
	snoozes "---\n---\n" "---\nsnooze: 2026-12-08\n---\n" 2w'

t 'replaces the value, and nothing beside it' '
	snoozes "---\nsnooze: 2026-01-01\nname: Ada\n---\n" "---\nsnooze: 2026-12-08\nname: Ada\n---\n" 2w &&
	snoozes "---\nsnooze:   \"2026-01-01\"   # until spring\nname: Ada\n---\n" \
		"---\nsnooze:   \"2026-12-08\"   # until spring\nname: Ada\n---\n" 2w &&
	snoozes "---\n'\''snooze'\'': 2026-01-01\n---\n" "---\n'\''snooze'\'': 2026-12-08\n---\n" 2w &&
	snoozes "---\nname: Ada\nsnooze:\ntags: [a]\n---\n" "---\nname: Ada\nsnooze: 2026-12-08\ntags: [a]\n---\n" 2w &&
	snoozes "---\n{name: Ada, snooze: 2026-01-01}\n---\n" "---\n{name: Ada, snooze: 2026-12-08}\n---\n" 2w'

t 'one line of git diff in every note of the example book' '
	cp -R "$TOP/examples/book/." . && git init -q . && git add . && git commit -qm book &&
	nt-find -p kind=person >all && while read -r note; do
		nt-snooze "$note" 2w >out || return 1
		git show ":$note" | sed 1q | grep -q -e "---" && lines=1 || lines=3
		is "$(git diff --numstat | cut -f 1)" $lines && git checkout -q . || { git diff && return 1; }
	done <all'

t 'a note without front matter gets one' '
	snoozes "# Ada\n\nText\n" "---\nsnooze: 2026-12-08\n---\n# Ada\n\nText\n" 2w &&
	is "$(nt-find -p snooze:2026-12-08)" people/ada.md &&
	snoozes "" "---\nsnooze: 2026-12-08\n---\n" 2w && snoozes "Text" "---\nsnooze: 2026-12-08\n---\nText" 2w &&
	snoozes "Text\r\n" "---\r\nsnooze: 2026-12-08\r\n---\r\nText\r\n" 2w'

t 'the key that the vault uses' '
	mkdir people && printf -- "---\nkind: book\nmap:\n  snooze: quiet-until\n---\n" >book.md &&
	snoozes "---\nname: Ada\n---\n" "---\nname: Ada\nquiet-until: 2026-12-08\n---\n" 2w'

t 'what changed is printed, and what is so already is no change' '
	ada "---\nname: Ada\n---\n" && is "$(nt-snooze ada 2w)" "people/ada.md:3: snooze: 2026-12-08" &&
	cp people/ada.md old &&
	is "$(nt-snooze ada 2w)" "" && cmp old people/ada.md'

t 'it is quiet' '
	ada "---\nname: Ada\ncadence: 2w\nmet: 2026-01-01\n---\n" && nt-due >out && nt-snooze ada 2w >out &&
	code 1 nt-due >out &&
	NT_TODAY=2026-12-08 nt-due -p >out && is "$(cat out)" people/ada.md'

t 'several names: all or none' '
	ada "---\nname: Ada\n---\n" && printf -- "---\nname: Bob\n---\n" >people/bob.md && nt-snooze ada bob 2w >out &&
	has people/ada.md 2026-12-08 && has people/bob.md 2026-12-08 && is "$(wc -l <out)" 2 &&
	untouched 1 nt-snooze ada nobody 3w && has err nobody && untouched 1 nt-snooze nobody ada 3w'

t 'what cannot be understood changes nothing' '
	ada "---\nname: Ada\n---\n" && untouched 2 nt-snooze ada && untouched 2 nt-snooze ada bob &&
	untouched 2 nt-snooze ada 2026-02-30 &&
	untouched 2 nt-snooze && untouched 2 nt-snooze ada "" && untouched 1 nt-snooze ada 2w 3w &&
	untouched 2 nt-snooze - ada 2w'

t 'a broken note: a message, 2' '
	ada "---\nname: \"Ada\n---\n" && untouched 2 nt-snooze people/ada.md 2w && has err people/ada.md:'

t 'a filter changes the stream and no file' '
	ada "---\nname: Ada\n---\n" && printf -- "# Bob\n" >people/bob.md &&
	printf -- "---\r\nname: Cy\r\n---" >people/cy.md &&
	cp -R people "$TMP/people" && nt-find people/ | nt-snooze - 2w >stream && diff -r "$TMP/people" people &&
	is "$(nt-find -l -o name,snooze - <stream)" "$(printf "Ada\t2026-12-08\nBob\t2026-12-08\nCy\t2026-12-08")" &&
	is "$(grep -c "^nt-rev: [0-9a-f]*" stream)" 3 && code 0 nt-snooze - 2w </dev/null'

t 'a filter passes on a broken note as it is, and says so' '
	ada "---\nname: Ada\n---\n" && printf -- "---\nname: \"Bob\n---\n" >people/bob.md &&
	printf -- "---\nnt-path: people/bob.md\nnt-rev: 0123456789abcdef\nname: \"Bob\n---\n\n\f\n" >stream &&
	code 2 nt-snooze - 2w <stream >out 2>err && same stream out && has err people/bob.md'

t 'what stands on the pipe needs no book' '
	printf -- "---\nname: Ada\n---\n" >ada &&
	is "$(nt-snooze - 2w <ada | nt-find -l -o name,snooze -)" "$(printf "Ada\t2026-12-08")"'

t 'until a day as people say it, in one word or several' '
	book && echo "# Ada" >people/ada.md && snooze() { nt-snooze ada "$@" >out && has people/ada.md "snooze: $want"; } &&
	want=2026-11-27 snooze friday && want=2026-12-08 snooze 2weeks && want=2026-11-27 snooze 3 days &&
	want=2026-12-01 snooze next tue && want=2027-01-07 snooze "jan 7" && want=2027-01-07 snooze 7 jan &&
	want=2026-11-27 snooze in 3 days && want=2026-12-04 snooze 10 && want=2026-12-08 snooze +2w'

t 'no day: what to write is said' '
	book && echo "# Ada" >people/ada.md && for day in soon 2027 20.11.2026 "2 fortnights"; do
		code 2 nt-snooze ada "$day" 2>err && has err "$day" && has err "; write " || return 1
	done && has err "2w" && code 2 nt-snooze ada 20.12.2026 2>err && has err "write 2026-12-20" && is "$(cat people/ada.md)" "# Ada"'

t 'off takes the key out, and nothing beside it' '
	snoozes "---\nname: Ada\nsnooze: 2026-12-08\n---\n\nText\n" "---\nname: Ada\n---\n\nText\n" off &&
	is "$(cat out)" "people/ada.md:3: taken out: snooze: 2026-12-08" &&
	snoozes "---\r\nsnooze: \"2026-01-01\" # past\r\nname: Ada\r\n---\r\n" "---\r\nname: Ada\r\n---\r\n" OFF &&
	snoozes "---\n{name: Ada, snooze: 2026-01-01}\n---\n" "---\n{name: Ada}\n---\n" off &&
	ada "---\nname: Ada\ncadence: 2w\nmet: 2026-01-01\n---\n" && nt-snooze ada 2w >out && code 1 nt-due >out && nt-snooze ada off >out &&
	is "$(nt-due -p)" people/ada.md && nt-snooze ada 2w >out && nt-snooze -n ada off >out && has out "-snooze: 2026-12-08" && has people/ada.md snooze'

t 'off: the key that the vault uses' '
	mkdir people && printf -- "---\nkind: book\nmap:\n  snooze: quiet-until\n---\n" >book.md &&
	snoozes "---\nname: Ada\nquiet-until: 2026-12-08\n---\n" "---\nname: Ada\n---\n" off'

t 'off with nothing to end says so, 0' '
	ada "---\nname: Ada\n---\n" && printf -- "---\nname: Bob\nsnooze: 2026-12-08\n---\n" >people/bob.md && untouched 0 nt-snooze ada off &&
	is "$(cat err)" "nt-snooze: no snooze to end" && nt-snooze ada bob off >out 2>err && is "$(cat err)" "" &&
	hasnt people/bob.md snooze && untouched 1 nt-snooze nobody off && has err nobody && hasnt err "no snooze" && untouched 2 nt-snooze off'

t 'off in a stream' '
	ada "---\nname: Ada\nsnooze: 2026-12-08\n---\n" && printf "# Bob\n" >people/bob.md && nt-find people/ | nt-snooze - off >stream 2>err &&
	is "$(cat err)" "" && is "$(nt-find -l -o name,snooze - <stream)" "$(printf "Ada\t\nBob\t")" && has people/ada.md snooze'

t 'a snooze settles what a merge left open' '
	ada "---\nname: Ada\nsnooze: 2026-12-08  # theirs: 2026-12-24\n---\n" && nt-snooze ada 2026-12-08 >out && is "$(cat people/ada.md)" "$(printf -- "---\nname: Ada\nsnooze: 2026-12-08\n---")" &&
	ada "---\nname: Ada\n# ours: snooze: (removed)\nsnooze: 2026-12-08\n---\n" && nt-snooze ada off >out && is "$(cat people/ada.md)" "$(printf -- "---\nname: Ada\n---")"'

done_testing
