#!/bin/sh
. "${0%/*}/lib.sh"

# ada BYTES: a book with people/ada.md, written by printf %b
ada() {
	[ -f book.md ] || book
	printf '%b' "$1" >people/ada.md
}

front='---\nname: Ada Lovelace\n---\n'

# puts NEW NOTE [OPTION...]: nt-log makes of NOTE without its @ the NOTE with NEW in its place; -u gives the old bytes
puts() {
	new=$1 text=$2 && shift 2
	ada "${text%%@*}${text#*@}" && cp people/ada.md old && printf '%b' "${text%%@*}$new${text#*@}" >want || return 1
	nt-log "$@" ada call: hi >out || return 1
	cmp want people/ada.md || { diff want people/ada.md; return 1; }
	code 0 nt-log -u ada >/dev/null && cmp old people/ada.md
}

# refused STATUS CMD...: nothing is written
refused() {
	rm -rf "$TMP/before" && cp -R people "$TMP/before" && code "$@" >out 2>err && [ -s err ] &&
	diff -r "$TMP/before" people
}

# shellcheck disable=SC2034
entry='- 2026-11-24 call: hi'

# --- one line more, and no other byte

t 'a rising log grows at its end, a falling one at its top' '
	puts "$entry\n" "$front\n## Log\n\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n@" &&
	puts "$entry\n" "$front\n## Log\n\n@- 2026-11-01 call: b\n- 2026-10-01 call: a\n" &&
	puts "$entry\n" "$front\n## Log\n\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n@\n## More\n\nText.\n"'

t 'a day in between has its place there' '
	puts "- 2026-10-15 call: hi\n" "${front}- 2026-10-01 call: a\n@- 2026-11-01 call: b\n" -d 2026-10-15 &&
	puts "- 2026-10-15 call: hi\n" "${front}- 2026-11-01 call: b\n@- 2026-10-01 call: a\n" -d 2026-10-15 &&
	puts "- 2026-09-15 call: hi\n" "${front}@- 2026-10-01 call: a\n- 2026-11-01 call: b\n" -d 2026-09-15 &&
	puts "- 2026-09-15 call: hi\n" "${front}- 2026-11-01 call: b\n- 2026-10-01 call: a\n@" -d 2026-09-15'

t 'of one day the new entry is the later one' '
	puts "$entry\n" "${front}- 2026-10-01 call: a\n- 2026-11-24 mail: b\n@" &&
	puts "$entry\n" "${front}@- 2026-11-24 mail: b\n- 2026-10-01 call: a\n"'

t 'line ends, byte-order mark and the missing final newline stay' '
	puts "$entry\r\n" "---\r\nname: Ada\r\n---\r\n\r\n## Log\r\n\r\n- 2026-10-01 call: a\r\n- 2026-11-01 call: b\r\n@" &&
	puts "$entry\r\n" "---\r\nname: Ada\r\n---\r\n\r\n@- 2026-11-01 call: b\r\n- 2026-10-01 call: a\r\n" &&
	puts "\r\n## Log\r\n\r\n$entry\r\n" "---\r\nname: Ada\r\n---\r\n@" &&
	puts "$entry\n" "\0357\0273\0277$front\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n@" &&
	puts "\n$entry" "$front\n- 2026-10-01 call: a\n- 2026-11-01 call: b@" &&
	puts "$entry\n" "$front\n@- 2026-11-01 call: b\n- 2026-10-01 call: a" &&
	puts "\r\n$entry" "---\r\nname: Ada\r\n---\r\n\r\n- 2026-10-01 call: a\r\n- 2026-11-01 call: b@"'

t 'markers and indents are those of the list' '
	puts "* 2026-11-24 call: hi\n" "${front}* 2026-10-01 call: a\n* 2026-11-01 call: b\n@" &&
	puts "+ 2026-11-24 call: hi\n" "${front}@+ 2026-11-01 call: b\n+ 2026-10-01 call: a\n" &&
	puts "-\t2026-11-24 call: hi\n" "${front}-\t2026-10-01 call: a\n-\t2026-11-01 call: b\n@" &&
	puts "-   2026-11-24 call: hi\n" "${front}@-   2026-11-01 call: b\n-   2026-10-01 call: a\n" &&
	puts "  - 2026-11-24 call: hi\n" "${front}  - 2026-10-01 call: a\n  - 2026-11-01 call: b\n@"'

t 'a numbered log goes on counting' '
	puts "3. 2026-11-24 call: hi\n" "${front}1. 2026-10-01 call: a\n2. 2026-11-01 call: b\n@" &&
	puts "3) 2026-11-24 call: hi\n" "${front}@2) 2026-11-01 call: b\n1) 2026-10-01 call: a\n" &&
	puts "1. 2026-11-24 call: hi\n" "${front}1. 2026-10-01 call: a\n1. 2026-11-01 call: b\n@" &&
	puts " 10.  2026-11-24 call: hi\n" "${front} 8.  2026-10-01 call: a\n 9.  2026-11-01 call: b\n@" &&
	puts "2. 2026-11-24 call: hi\n" "${front}1. 2026-10-01 call: a\n@" &&
	puts "2. 2026-10-15 call: hi\n" "${front}1. 2026-10-01 call: a\n@2. 2026-11-01 call: b\n" -d 2026-10-15 &&
	puts "2. 2026-10-15 call: hi\n" "${front}3. 2026-11-01 call: b\n@2. 2026-10-01 call: a\n1. 2026-09-01 call: z\n" -d 2026-10-15 &&
	puts "1. 2026-09-15 call: hi\n" "${front}@1. 2026-10-01 call: a\n2. 2026-11-01 call: b\n" -d 2026-09-15 &&
	puts "999999999. 2026-11-24 call: hi\n" "${front}999999998. 2026-10-01 call: a\n999999999. 2026-11-01 call: b\n@"'

t 'a loose list stays loose' '
	puts "\n$entry\n" "${front}\n- 2026-10-01 call: a\n\n- 2026-11-01 call: b\n@" &&
	puts "$entry\n\n" "${front}\n@- 2026-11-01 call: b\n\n- 2026-10-01 call: a\n"'

t 'without a log one is made at the end' '
	puts "\n## Log\n\n$entry\n" "${front}@" &&
	puts "\n## Log\n\n$entry\n" "${front}\nShe writes programs.\n@" &&
	puts "## Log\n\n$entry\n" "${front}\nShe writes programs.\n\n@" &&
	puts "\n\n## Log\n\n$entry" "${front}\nShe writes programs.@" &&
	puts "## Log\n\n$entry\n" "@" && puts "\n## Log\n\n$entry\n" "# Ada\n@"'

t 'a heading without a list gets one' '
	puts "\n$entry\n" "$front\n## Log\n@" &&
	puts "$entry\n" "$front\n## Log\n\n@" && puts "$entry\n" "$front\nLog\n---\n\n@"'

t 'headings of any form' '
	puts "$entry\n" "$front\nLog\n---\n\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n@\nMore\n----\n\ntext\n" &&
	puts "$entry\n" "$front\n# log #\n\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n@"'

t 'what is nested stays with its entry' '
	puts "$entry\n" "$front\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n  - more of it\n  - [ ] 2026-12-01 owe: it\n@" &&
	puts "$entry\n" "$front\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n\n  a second paragraph\n@\n## Else\n" &&
	puts "$entry\n" "$front\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n  \`\`\`\n  - code\n  \`\`\`\n@" &&
	puts "$entry\n" "$front\n- 2026-10-01 call: a\n- 2026-11-01 call: b and\nlazily more\n@"'

t 'of several lists the one below Log' '
	puts "$entry\n" "$front\n- 2026-11-02 a\n- 2026-11-03 b\n\n## Log\n\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n@" &&
	puts "$entry\n" "$front\n## Log\n\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n@\n## Likes\n\n- tea\n- maps\n"'

t 'a list below a private heading is no log' '
	puts "\n## Log\n\n$entry\n" "$front\n## Private\n\n- 2026-11-01 call: hers\n@" &&
	puts "$entry\n" "$front\n- 2025-01-01 met: x\n@\n# Private\n\n## Log\n\n- 2026-11-01 call: hers\n" &&
	puts "\n# Log\n\n$entry\n" "$front\n# Private\n\n## Log\n\n- 2026-11-01 call: hers\n@"'

t 'unless all logs are private' '
	mkdir people && printf -- "---\nkind: book\nprivate: [log]\n---\n" >book.md &&
	puts "$entry\n" "$front\n## Log\n\n- 2026-10-01 call: a\n@" && puts "\n## Log\n\n$entry\n" "$front\nText.\n@"'

t 'a career is no log' '
	puts "\n## Log\n\n$entry\n" "$front\n## Career\n\n- 2020-01-01 Acme\n- 2026-11-01 Globex\n@"'

t 'a list without dates is no log, whatever else it is' '
	puts "\n## Log\n\n$entry\n" "$front\n- likes tea\n- plays go\n@"'

t 'open boxes do not turn the order' '
	puts "$entry\n" "$front\n- [ ] 2026-12-09 owe: x\n- [ ] 2026-12-01 owe: y\n@- 2026-11-01 call: b\n- 2026-10-01 call: a\n" &&
	puts "$entry\n" "$front\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n@- [ ] 2026-12-01 owe: y\n"'

t 'a log of another name, as the book says' '
	mkdir people && printf -- "---\nkind: book\nlog: Contacts\n---\n" >book.md &&
	puts "\n## Contacts\n\n$entry\n" "$front\n## Log\n\n- 2026-10-01 call: a\n@" &&
	puts "$entry\n" "$front\n## Contacts\n\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n@\n## Log\n\n- 2026-11-02 x\n"'

t 'without front matter' '
	puts "$entry\n" "# Ada\n\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n@" &&
	puts "$entry\n" "@- 2026-11-01 call: b\n- 2026-10-01 call: a\n"'

t 'code is left alone' '
	puts "\n## Log\n\n$entry\n" "$front\n\`\`\`\n- 2026-11-01 call: no\n\`\`\`\n@" &&
	puts "$entry\n" "$front\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n@\n\`\`\`\n- 2026-11-02 call: no\n\`\`\`\n"'

t 'a fence that nobody closes: said, and nothing is written' '
	ada "$front\n\`\`\`\ncode\n" && refused 2 nt-log ada call: hi && has err people/ada.md'

t 'git shows one added line' '
	cp -R "$TOP/examples/book/." . && git init -q . && git add . && git commit -qm book &&
	nt-find -p kind=person >all && while read -r note; do
		nt-log "$note" call: hi >out 2>err || { cat err && return 1; }
		is "$(git diff --numstat -- "$note" | cut -f 2)" 0 &&
		git diff -- "$note" | grep -E "^[+]([*+-]|[0-9]+[.])[[:blank:]]+2026-11-24 call: hi" >/dev/null &&
		nt-log -u "$note" >out && git diff --quiet || { git diff && return 1; }
	done <all'

# --- what is written

# logs LINE CMD...: CMD adds this line to a falling log
logs() {
	line=$1 && shift
	ada "${front}- 2026-11-01 call: b\n- 2026-10-01 call: a\n" && cp people/ada.md old && "$@" >out || return 1
	is "$(diff old people/ada.md | sed 1d)" "> $line"
}

t 'nothing needs quotes' '
	logs "- 2026-11-24 call: she is hiring" nt-log ada call: she is hiring &&
	logs "- 2026-11-24 mail: -o --due -- - ok" nt-log ada mail: -- -o --due -- - ok &&
	logs "- 2026-11-24 call: - at -3 degrees --> ok -" nt-log ada call: - at -3 degrees "-->" ok - && logs "- 2026-11-24 call: $(printf "\001x")" nt-log ada call: "$(printf "\001x")" &&
	logs "- 2026-11-24 saw her" nt-log ada saw her && logs "- 2026-11-24 call: x" nt-log -- ada call: x'

t 'options may stand anywhere' '
	logs "- [ ] 2026-12-01 owe: the intro" nt-log ada owe: the intro --due +1w && logs "- 2026-11-23 mail>: x y" nt-log ada -o mail: x -d -1d y &&
	logs "- 2026-11-23 call: hi" env POSIXLY_CORRECT=1 nt-log ada call: hi --date=yesterday && nt-log ada -u >out && ! grep -q hi people/ada.md &&
	logs "- 2026-11-24 call: hi --open" nt-log ada -- call: hi --open'

t 'what is no option is told' '
	ada "$front" && refused 2 nt-log ada call: so --nonsense && has err "behind --" && refused 2 nt-log ada call: -x && has err "behind --" &&
	refused 2 nt-log --nonsense ada call: hi && refused 2 nt-log -d soon ada call: hi && refused 2 nt-log'

t '-d says the day' '
	logs "- 2026-11-22 call: hi" nt-log -d 2026-11-22 ada call: hi &&
	logs "- 2026-11-23 call: hi" nt-log -d yesterday ada call: hi &&
	logs "- 2026-11-10 call: hi" nt-log --date today-2w ada call: hi &&
	logs "- 2026-11-21 call: hi" nt-log -d 3d ada call: hi && logs "- 2026-11-20 call: hi" nt-log -d "last friday" ada call: hi &&
	logs "- 2026-11-03 call: hi" nt-log -d "nov 3" ada call: hi && logs "- [ ] 2026-11-27 owe: x" nt-log --due fri ada owe: x &&
	logs "- [ ] 2026-11-27 owe: x" nt-log --due 3d ada owe: x'

t 'no day: what to write is said' '
	ada "$front" && refused 2 nt-log -d 20.11.2026 ada call: hi && has err "write 2026-11-20" && refused 2 nt-log --due soon ada owe: x &&
	has err "write tomorrow"'

t '-o and -i say who reached out' '
	logs "- 2026-11-24 mail>: sent: the paper" nt-log -o ada mail: sent: the paper &&
	logs "- 2026-11-24 mail<: she read it" nt-log --in ada mail: she read it &&
	logs "- 2026-11-24 18:30 mail>: late" nt-log -o ada 18:30 mail: late'

t 'a direction needs a kind, and only one' '
	ada "$front" && refused 2 nt-log -o ada sent her the paper && refused 2 nt-log -o ada "mail>:" x &&
	refused 2 nt-log -o -i ada mail: x'

t '--due and --open write a box' '
	logs "- [ ] 2026-12-01 owe: intro to Charles" nt-log --due 2026-12-01 ada owe: intro to Charles &&
	logs "- [ ] 2026-12-08 ask: her" nt-log --due +2w ada ask: her &&
	logs "- [ ] owe: intro" nt-log --open ada owe: intro &&
	logs "- [ ] 2026-12-01 mail>: x" nt-log -o --due 2026-12-01 ada mail: x'

t 'a box has no other day than that on which it is due' '
	ada "$front" && refused 2 nt-log --open -d 2026-10-01 ada owe: x &&
	refused 2 nt-log --due 2026-12-01 -d today ada owe: x'

t 'an entry with a box or a date of its own is taken as written' '
	logs "- 2026-11-20 call: hi" nt-log ada 2026-11-20 call: hi &&
	logs "- [ ] 2026-12-01 owe: x" nt-log ada "[ ] 2026-12-01" owe: x &&
	logs "- [x] owe: x" nt-log ada "[x]" owe: x && logs "- [-] owe: x" nt-log ada "[-]" owe: x &&
	logs "- [[2026-11-20]] call: hi" nt-log ada "[[2026-11-20]] call: hi" &&
	refused 2 nt-log -d today ada 2026-11-20 call: hi && refused 2 nt-log --open ada "[ ] owe: x" &&
	refused 2 nt-log -o ada 2026-11-20 mail: x'

t 'a day as people say it, in front of a kind or a colon' '
	logs "- 2026-11-23 call: x" nt-log ada yesterday call: x && logs "- 2026-11-20 call: x" nt-log ada last friday call: x &&
	logs "- 2026-11-21 call: x" nt-log ada 3 days ago call: x && logs "- 2026-11-03 call: x" nt-log ada on Nov 3, 2026 call: x &&
	logs "- 2026-11-21 call: x" nt-log ada sat call: x && logs "- 2026-11-23 18:30 mail>: x" nt-log -o ada yesterday 18:30 mail: x &&
	logs "- 2026-11-23 had lunch" nt-log ada yesterday: had lunch && logs "- 2026-11-22 call: x" nt-log ada sunday: call: x &&
	logs "- [ ] 2026-11-27 owe: x" nt-log ada friday owe: x && logs "- [ ] 2026-11-27 owe: x" nt-log ada "[ ]" fri owe: x && logs "- [ ] 2026-11-27 call: x" nt-log ada "[ ] fri" call: x && logs "- [x] 2026-11-20 call: x" nt-log ada "[x] fri" call: x &&
	logs "- [x] 2026-11-23 owe: x" nt-log ada "[x] yesterday owe: x" && logs "- [ ] 2026-12-08 task: x" nt-log ada in 2 weeks task: x'

t 'where a day may be meant or a word, it is asked' '
	ada "$front" && for text in "yesterday had lunch" "last friday she sang" "3 days ago at Rossi" "monday we met" "nov 3 dinner at Rossi"; do
		refused 2 nt-log ada "$text" && has err "the day?" && has err "-d" || return 1
	done && logs "- 2026-11-24 yesterday is gone" nt-log -d today ada yesterday is gone &&
	logs "- 2026-11-24 today she sang" nt-log ada today she sang && logs "- 2026-11-24 sat together" nt-log ada sat together && logs "- 2026-11-24 thurs is fine" nt-log ada thurs is fine &&
	logs "- 2026-11-24 3 days in Rome" nt-log ada 3 days in Rome &&
	for text in "tomorrow coffee" "next friday coffee" "this friday coffee" "next week coffee" "in 3 days lunch"; do
		refused 2 nt-log ada "$text" && has err "the day?" && has err "write --due" || return 1
	done && logs "- 2026-11-24 tomorrow she flies" nt-log -d today ada tomorrow she flies &&
	refused 2 nt-log -d today ada yesterday call: x && refused 2 nt-log --open ada friday owe: x'

t 'a day that notes do not have is refused, and what to write is said' '
	ada "$front" && for day in 2026-9-4=2026-09-04 2026/11/20=2026-11-20 20.11.2026=2026-11-20 20261120=2026-11-20 \
		2026-11-31=2026-11-03 31.11.2026=2026-11-03 20.11.26=2026-11-03 11/20=2026-11-03 20.11.=2026-11-03 2026-11=2026-11-03; do
		refused 2 nt-log ada "${day%=*}" call: x && has err "${day%=*}" && has err "${day#*=}" && refused 2 nt-log ada "[ ] ${day%=*} owe: x" &&
		refused 2 nt-log -d today ada "${day%=*}" call: x || return 1
	done && refused 2 nt-log ada 20.11.2026 we met && logs "- 2026-11-24 20.11.2026 is the day" nt-log -d today ada 20.11.2026 is the day &&
	logs "- 2026-11-24 11/20 of it is done" nt-log ada 11/20 of it is done && logs "- 2026-11-24 2026 was good" nt-log ada 2026 was good'

t 'a box that notes do not have is refused' '
	ada "$front" && for box in "[/]" "[]" "[>]" "[y]" "[é]"; do
		refused 2 nt-log ada "$box" owe: x && has err "$box" && has err "[x]" && refused 2 nt-log ada "- $box owe: x" || return 1
	done && refused 2 nt-log ada "[x]owe: x" && logs "- 2026-11-24 [a](b.md) was sent" nt-log ada "[a](b.md)" was sent &&
	logs "- [x]2026-11-20 owe: x" nt-log ada "[x]2026-11-20 owe: x"'

t 'a box that the book names' '
	mkdir people && printf -- "---\nkind: book\nboxes: {\"/\": open}\n---\n" >book.md && logs "- [/] owe: x" nt-log ada "[/] owe: x"'

t 'the mark of a list is no part of the entry' '
	logs "- [ ] owe: x" nt-log ada "- [ ] owe: x" && logs "- [ ] owe: x" nt-log ada - "[ ]" owe: x && logs "- 2026-11-20 call: x" nt-log ada "* 2026-11-20 call: x" &&
	logs "- 2026-11-24 - so it goes" nt-log ada - so it goes'

t 'what is to be done gets a box, and no day but that on which it is due' '
	for kind in owe owed todo task Owe; do logs "- [ ] $kind: the book" nt-log ada $kind: the book || return 1; done &&
	logs "- [ ] owe>: x" nt-log -o ada owe: x && logs "- 2026-11-20 owe: x" nt-log ada 2026-11-20 owe: x && logs "- 2026-11-24 idea: x" nt-log ada idea: x &&
	ada "$front" && refused 2 nt-log -d yesterday ada owe: x && has err --due && refused 2 nt-log ada yesterday owe: x && has err --due'

t 'a link in front is no date' '
	logs "- 2026-11-24 [[Charles Babbage]] introduced us" nt-log ada "[[Charles Babbage]] introduced us" &&
	logs "- 2026-11-24 2026 was a good year" nt-log ada 2026 was a good year'

t 'hostile Markdown is an entry as any other' '
	for text in "# no heading" "> no quote" "- no list" "1. no list" "[ ] no box" "[y] no" "<!-- no comment" "\`\`\` no fence" "*" \
		"[[no" "![no](x" "<b>no" "&amp; \\ no" "===" "---" "| a | b |" "    no code" "![]()"; do
		ada "${front}- 2026-11-01 call: b\n- 2026-10-01 call: a\n" && cp people/ada.md old &&
		nt-log ada call: "$text" >out && is "$(diff old people/ada.md | sed 1d)" "> - 2026-11-24 call: $text" ||
		return 1
		nt-find -l -o log ada >/dev/null && nt-log -u ada >out && cmp old people/ada.md || return 1
	done'

t 'hostile Markdown alone' '
	for text in "# no heading" "> no quote" "- no list" "1. no" "<!-- no comment" "\`\`\` no fence" "===" "| a |"; do
		logs "- 2026-11-24 $text" nt-log ada "$text" || return 1
	done'

t 'an empty entry is refused' '
	ada "$front" && refused 2 nt-log ada "" && refused 2 nt-log ada "  " && refused 2 nt-log ada - &&
	refused 2 nt-log ada "[ ]" && refused 2 nt-log ada 2026-11-20 && refused 2 nt-log ada call:'

t 'an entry on standard input' '
	echo "call: from a pipe" >in && logs "- 2026-11-24 call: from a pipe" nt-log ada - <in &&
	logs "- 2026-11-24 call: from a pipe" nt-log ada <in &&
	logs "- 2026-11-23 call: from a pipe" nt-log -d yesterday ada - <in &&
	ada "$front" && refused 2 nt-log ada && ada "$front" && refused 2 nt-log ada "" <in'

t 'several lines belong to the one entry' '
	ada "${front}- 2026-11-01 call: b\n- 2026-10-01 call: a\n" && cp people/ada.md old &&
	printf "call: first\nsecond\n\n- third\n" | nt-log ada - >out &&
	{ echo "- 2026-11-24 call: first" && echo "  second" && echo && echo "  - third"; } >new &&
	is "$(diff old people/ada.md | sed -n "s/^> //p")" "$(cat new)" &&
	is "$(diff old people/ada.md | grep -c "^<")" 0 &&
	nt-log -u ada >out && cmp old people/ada.md &&
	nt-log ada "call: first
second" >out && is "$(diff old people/ada.md | sed -n "s/^> //p")" "$(sed 2q new)"'

t 'in a note with CRLF all lines end so' '
	ada "---\r\nname: Ada\r\n---\r\n" && printf "call: first\nsecond\n" | nt-log ada - >out &&
	is "$(grep -c "" people/ada.md)" "$(grep -c "$(printf "\r")\$" people/ada.md)"'

t 'the log is below a heading that says so to a reader' '
	book && for log in "**Log**" "[[x|Log]]:" "📓 Log"; do
		printf "# Ada\n\n## %s\n\n## Other\n\n- 2026-11-20 call: x\n" "$log" >people/ada.md && nt-log ada call: y >out && has out "people/ada.md:5: - 2026-11-24 call: y" || return 1
	done'

t 'control characters are kept from the terminal' '
	ada "$front" && nt-log ada "call: $(printf "\033[31mred\007")" >out && hasnt out "$(printf "\033")" &&
	hasnt out "$(printf "\007")" && nt-log -u ada >out && hasnt out "$(printf "\033")"'

t 'a byte that is no text is refused' '
	ada "$front" && printf "call: a\\000b\n" >in && refused 2 nt-log ada - <in &&
	printf "call: a\377b\n" >in && refused 2 nt-log ada - <in'

t 'what was changed is printed with its line' '
	ada "$front\n## Log\n\n- 2026-10-01 call: a\n- 2026-11-01 call: b\n" &&
	is "$(nt-log ada call: hi)" "people/ada.md:9: - 2026-11-24 call: hi" &&
	is "$(nt-log -d 2026-10-02 ada call: hi)" "people/ada.md:8: - 2026-10-02 call: hi" &&
	is "$(nt-log ada call: hi)" "people/ada.md:11: - 2026-11-24 call: hi" &&
	mkdir -p a/b && cd a/b && is "$(nt-log ada mail: x)" "../../people/ada.md:12: - 2026-11-24 mail: x" &&
	sed -n 12p ../../people/ada.md | has - "mail: x" &&
	cd / &&
	is "$(nt-log -b "$OLDPWD/../.." ada sms: x | sed "s/.*people/people/")" "people/ada.md:13: - 2026-11-24 sms: x"'

# --- the editor

ed() {
	printf '#!/bin/sh\n%s\n' "$1" >"$HOME/ed" && chmod +x "$HOME/ed" && EDITOR=$HOME/ed && export EDITOR
}

with_terminal() {
	on-tty -i sh -c "$1"
}

t 'without an entry the editor is asked' '
	ed "echo call: from the editor >\"\$1\"" && ada "$front" && with_terminal "nt-log ada" >out &&
	 has people/ada.md "- 2026-11-24 call: from the editor"'

t 'nothing written in the editor, or no editor: nothing is written' '
	ada "$front" && cp people/ada.md old && for with in ": >\"\$1\"" "exit 1"; do
		ed "$with" && with_terminal "nt-log ada; echo status \$?" >out && has out "status 2" &&
		cmp old people/ada.md || return 1
	done'

# typed TEXT: there is one file that was typed into, it holds TEXT, and the message (in out) says where
typed() {
	kept=$(find "$TMPDIR" -type f) && [ -f "$kept" ] && is "$(cat "$kept")" "$1" && has out "what was typed is kept in '$kept'" && rm "$kept"
}

t 'what was typed is kept when it is refused, when the editor fails, when it cannot be written, with -n' '
	ada "$front" && cp people/ada.md old && mkdir tmp && TMPDIR=$PWD/tmp && export TMPDIR &&
	printf -- "---\nx: \"\n---\n" >people/broken.md && ed "echo \"2026-11-20 call: long story\" >\"\$1\"" && for cmd in "nt-log -o ada" "nt-log --open ada" \
		"nt-log -n ada" "nt-log --technique none ada" "nt-log people/broken.md"; do
		with_terminal "$cmd; :" >out && typed "2026-11-20 call: long story" && cmp old people/ada.md || { echo "$cmd" && cat out && return 1; }
	done && ed "echo call: half a story >\"\$1\"; exit 1" && with_terminal "nt-log ada; echo status \$?" >out && has out "status 2" && typed "call: half a story" &&
	ed "printf \"\\377 story\" >\"\$1\"" && with_terminal "nt-log ada; :" >out && typed "$(printf "\377 story")" && cmp old people/ada.md &&
	ed "echo call: whole >\"\$1\"" && with_terminal "nt-log ada,people/broken.md; :" >out && has people/ada.md "call: whole" && typed "call: whole" &&
	with_terminal "nt-log ada; :" >out && hasnt out "is kept" && is "$(ls tmp)" "" && ed ": >\"\$1\"" && with_terminal "nt-log ada; :" >out && is "$(ls tmp)" "" &&
	ed "exit 1" && with_terminal "nt-log ada; :" >out && hasnt out "is kept" && is "$(ls tmp)" ""'

t 'who is meant is asked before the editor is opened' '
	ed "echo opened >\"$PWD/opened\"; echo call: x >\"\$1\"" && ada "$front" &&
	with_terminal "nt-log nobody; echo status \$?" >out && has out "status 1" && [ ! -e opened ]'

# --- who

people() {
	book
	note people/ada-lovelace.md <<E
---
name: Ada Lovelace
aliases: [Countess]
email: {work: ada@example.org}
---
E
	note people/cb.md <<E
---
name: Charles Babbage
email: [charles@example.org, cb@example.org]
---
E
	note 'people/Zoë Brontë.md' <<E
---
tags: friend
---
E
	note people/lovelace-2.md <<E
---
name: "Lovelace, Ada"
---
E
}

# logged NAME PATH: NAME is the note of PATH
logged() {
	nt-log "$1" call: "$1" >out || return 1
	is "$(cut -d: -f1 out | sort -u)" "$2" && grep -F -- "- 2026-11-24 call: $1" "$2" >/dev/null
}

t 'a name is a path, a file name, a name, an alias, an email or the beginning of a word' '
	people &&
	for name in people/ada-lovelace.md ada-lovelace.md ada-lovelace "Ada Lovelace" "ada lovelace" Countess ada@example.org \
		ADA@EXAMPLE.ORG count; do
		logged "$name" people/ada-lovelace.md || return 1
	done && logged cb people/cb.md && logged babb people/cb.md && logged cb@example.org people/cb.md &&
	logged "zoe bronte" "people/Zoë Brontë.md" && logged BRONTE "people/Zoë Brontë.md" &&
	logged zo "people/Zoë Brontë.md" &&
	logged "Lovelace, Ada" people/lovelace-2.md && logged "lovelace-2" people/lovelace-2.md'

t 'a name of several words, before a kind' '
	people && note people/ada-byron.md <<E &&
# Ada Byron
E
	nt-log charles babbage call: one >out && has people/cb.md "- 2026-11-24 call: one" && nt-log Ada Byron mail: two -o >out && has people/ada-byron.md "mail>: two" &&
	refused 2 nt-log charles with ada call: three && nt-log -d today charles with ada call: three >out && has people/cb.md "- 2026-11-24 with ada call: three" && refused 2 nt-log ada xyz call: four &&
	nt-log charles babbage came by >out && has people/cb.md "- 2026-11-24 babbage came by" && echo "# Charles Babbage" >people/x.md && refused 2 nt-log charles babbage call: five'

t 'not in the middle of a word' 'people && refused 1 nt-log onte call: x'

t 'a path counts from the working directory' '
	people && cd people && nt-log cb.md call: x >out && has out "cb.md:" && nt-log ./cb.md call: y >out &&
	is "$(grep -c "call: [xy]" cb.md)" 2 && nt-log ../people/cb.md call: z >out && has cb.md "call: z"'

t 'several fit: a list of what works, and it works' '
	people && refused 2 nt-log ada call: x && is "$(grep -c people/ err)" 2 &&
	sed -n "s/^nt-log:  *\(people[^ ]*\).*/\1/p" err >paths &&
	is "$(wc -l <paths)" 2 && while read -r path; do nt-log "$path" call: x >out || return 1; done <paths &&
	cd people && code 2 nt-log ada call: x 2>../err &&
	sed -n "s/^nt-log:  *\([^ ]*[.]md\).*/\1/p" ../err >../paths &&
	is "$(cat ../paths)" "$(printf "ada-lovelace.md\nlovelace-2.md")" &&
	while read -r path; do nt-log "$path" call: x >../out || return 1; done <../paths'

t 'nobody: 1' 'people && refused 1 nt-log Nobody call: x && has err Nobody && refused 1 nt-log people/nobody.md call: x'

t 'several by commas' '
	people && nt-log "Ada Lovelace,Charles Babbage" dinner: with both >out &&
	has people/ada-lovelace.md "- 2026-11-24 dinner: with both" && has people/cb.md "- 2026-11-24 dinner: with both" &&
	is "$(wc -l <out)" "$(grep -c people/ out)" && nt-log "countess, cb, ada-lovelace" mail: x >out &&
	is "$(grep -c "mail: x" people/ada-lovelace.md)" 1 && is "$(grep -c "mail: x" people/cb.md)" 1'

t 'several by commas, with blanks' '
	people && nt-log countess, cb dinner: one >out && nt-log countess ,cb dinner: two >out && nt-log countess , cb, dinner dinner: three 2>err && return 1
	has err "called" && for n in one two; do has people/ada-lovelace.md "- 2026-11-24 dinner: $n" && has people/cb.md "dinner: $n" || return 1; done &&
	nt-log "Lovelace, Ada" call: x >out && has people/lovelace-2.md "call: x" && nt-log Lovelace, Ada call: y >out && has people/lovelace-2.md "call: y"'

t 'one of several is unknown or ambiguous: nothing at all' '
	people && refused 1 nt-log "cb,Nobody" call: x && refused 2 nt-log "cb,ada" call: x &&
	refused 1 nt-log "Nobody,cb" call: x &&
	refused 2 nt-log --new "Grace Hopper,ada" call: x && refused 2 nt-log --new "Grace Hopper" "" &&
	refused 2 nt-log --new "Grace Hopper" -'

t 'a name with a comma that fits two is not taken apart' '
	people && cp people/lovelace-2.md people/lovelace-3.md && refused 2 nt-log "Lovelace, Ada" call: x &&
	is "$(grep -c people/ err)" 2'

t '--new makes who is not there' '
	people && nt-log --new "Grace Hopper" call: hi >out && has people/grace-hopper.md "name: Grace Hopper" &&
	has people/grace-hopper.md "- 2026-11-24 call: hi" && nt-log --new "Grace Hopper,cb" call: again >out &&
	has people/grace-hopper.md "call: again" && has people/cb.md "call: again" && [ ! -e people/grace-hopper-2.md ] &&
	nt-log --new "New One,New Two" call: both >out && has people/new-one.md both && has people/new-two.md both &&
	nt-log --new "Same,same" call: once >out && [ ! -e people/same-2.md ]'

t 'a note that cannot be parsed is not written' '
	people && printf -- "---\nname: \"Broken\n---\n" >people/broken.md && refused 2 nt-log people/broken.md call: x &&
	has err people/broken.md: && nt-log charles call: x >out 2>err && has err people/broken.md: && has people/cb.md "call: x" &&
	nt-log cb call: y'

t 'techniques' '
	people && note techniques/card.md <<E &&
---
name: Handwritten card
---
E
	nt-log -o --technique card cb mail: the paper >out &&
	has people/cb.md "- 2026-11-24 mail>: the paper, as in [[Handwritten card]]" &&
	refused 2 nt-log --technique nonsense cb mail: x && refused 2 nt-log --technique Countess cb mail: x &&
	is "$(wc -l <err)" 1 && note techniques/ask.md <<E &&
---
name: "Ask #2 | or 3"
---
E
	nt-log --technique ask cb mail: two >out && has people/cb.md "mail: two, as in [[ask]]"'

# --- taking back

t '-u takes back one after the other, to the byte' '
	ada "${front}- 2026-10-01 call: a\n" && for i in 0 1 2 3; do
		cp people/ada.md "$i" && nt-log ada call: number "$i" >out || return 1
	done && for i in 3 2 1 0; do
		is "$(nt-log -u ada)" "people/ada.md:$((i + 5)): taken out: - 2026-11-24 call: number $i" &&
		cmp "$i" people/ada.md || return 1
	done && refused 1 nt-log -u ada'

# becomes WORDS LINE: what becomes of them for the countess
becomes() {
	people && nt-log -n countess "$1" >out 2>err && is "$(sed -n "s/^+- //p" out)" "$2"
}

# asks WORDS WHAT: it is not written, and WHAT is asked about
asks() {
	people && refused 2 nt-log countess "$1" && has err "is '$2' the"
}

t 'a kind that lacks its blank, or has a wide colon, is one' '
	becomes "owe:the slides" "[ ] owe: the slides" && becomes gave:book "2026-11-24 gave: book" && becomes "todo:buy: cake" "[ ] todo: buy: cake" &&
	becomes owe：书 "[ ] owe: 书" && becomes "yesterday call:hi" "2026-11-23 call: hi" && becomes "[ ] 2026-12-01 owe:x" "[ ] 2026-12-01 owe: x" &&
	becomes "mail>:x" "2026-11-24 mail>: x" && becomes "https://x.org" "2026-11-24 https://x.org" && becomes doi:10.1 "2026-11-24 doi:10.1" &&
	becomes "she sent her note:book" "2026-11-24 she sent her note:book"'

t 'a day whose hyphens an editor made dashes is none' '
	people && refused 2 nt-log countess "2026–11–20 call: x" && has err "not a day: '\''2026–11–20'\''; write 2026-11-20"'

t 'a kind with a blank before its colon is one' '
	becomes "call : x" "2026-11-24 call: x" && becomes "mail> :	x" "2026-11-24 mail>: x" && becomes "owe  : slides" "[ ] owe: slides" &&
	becomes "yesterday call : x" "2026-11-23 call: x" && becomes "[ ] 2026-12-01 owe : x" "[ ] 2026-12-01 owe: x" && becomes "2026-11-03 call : x" "2026-11-03 call: x" &&
	becomes "dinner :)" "2026-11-24 dinner :)" && becomes "sunny : x" "2026-11-24 sunny : x" && becomes "the call : x" "2026-11-24 the call : x" &&
	people && refused 2 nt-log countess "call :" && has err "says nothing"'

t 'a day or a kind that stands where it would be lost is asked about' '
	asks "owe: slides by friday" friday && asks "owe: slides by 2026-12-01" 2026-12-01 && asks "todo: write her tomorrow" tomorrow && asks "owe: x until nov 30" "nov 30" &&
	asks "had lunch yesterday" yesterday && asks "had lunch 3 days ago" "3 days ago" && asks "saw her last friday" "last friday" && asks "and Bob call: x" call: &&
	becomes "call: she got the job yesterday" "2026-11-24 call: she got the job yesterday" && becomes "owe: the may report" "[ ] owe: the may report" &&
	becomes "we had to go on: lunch" "2026-11-24 we had to go on: lunch" && becomes "the call was short" "2026-11-24 the call was short" &&
	people && nt-log -n --open countess owe: x by friday >out && has out "+- [ ] owe: x by friday" && nt-log -n -d today countess had lunch yesterday >out && has out "+- 2026-11-24 had lunch yesterday"'

t 'a day anywhere in words without a kind is asked about, and in front of the colon what to write' '
	asks "lunch yesterday: great" yesterday && has err "write '\''yesterday lunch: ...'\''" && asks "call last friday: great" "last friday" &&
	asks "call on friday: x" friday && asks "call fri: x" fri && asks "lunch tomorrow: x" tomorrow && asks "had lunch yesterday." yesterday &&
	asks "had lunch (yesterday)" yesterday && asks "had lunch yesterday evening" yesterday && asks "had lunch yesterday with bob" yesterday &&
	asks "coffee tomorrow" tomorrow && has err "write --due" && asks "coffee next friday with bob" "next friday" && asks "a coffee on sun" sun &&
	asks "saw her on 20.11.2026 in Rome" 20.11.2026 && has err "write -d 2026-11-20" &&
	for text in "climbed Etna in 2 days" "she told me that they move next week for good" "call: she starts next week" "call: saw her yesterday" \
		"sat with her" "the day was long"; do becomes "$text" "2026-11-24 $text" || return 1; done'

t 'a day anywhere in what is to be done is asked about' '
	asks "owe: slides by friday." friday && asks "owe: slides by friday, please" friday && asks "owe: by friday the slides" friday &&
	asks "owe: slides by 1.12." 1.12 && has err "write --due" && asks "owe: slides due 12/1" 12/1 && asks "todo: ring her friday morning" friday &&
	asks "todo: ring her today" today && asks "owe: slides by fri" fri && becomes "todo: ask how last friday went" "[ ] todo: ask how last friday went" &&
	becomes "owe: 12/1 of it" "[ ] owe: 12/1 of it" && people && refused 2 nt-log countess "[ ] tomorrow coffee" && has err "write 2026-11-25 behind the box"'

t 'a field is no contact' '
	people && refused 2 nt-log countess snooze: 2w && has err "write nt-snooze NAME 2w" && refused 2 nt-log countess cadence: 3w && has err "write nt-set NAME cadence=3w" &&
	becomes "cadence: of the sonata" "2026-11-24 cadence: of the sonata"'

t 'a contact that is to come is none yet' '
	people && for text in "tomorrow call: x" "next friday: coffee" "2026-11-25 call: x"; do
		case $text in 2*) nt-log -n countess "$text" >out 2>err || return 1 ;; *) refused 2 nt-log countess "$text" && has err "write --due 2026-11-2" || return 1 ;; esac
		has err "is none yet" || return 1
	done && refused 2 nt-log -d tomorrow countess coffee && refused 2 nt-log -d 2026-11-25 countess call: x && has err "write --due 2026-11-25" &&
	becomes "tomorrow idea: x" "2026-11-25 idea: x" && becomes "tomorrow todo: x" "[ ] 2026-11-25 todo: x"'

t 'more words of a name than the first, without a kind, too' '
	people && nt-new Mary >out && nt-new Mary Ann >out && nt-log -n mary ann had lunch >out && has out "+++ b/people/mary-ann.md" && has out "+- 2026-11-24 had lunch" &&
	nt-log -n mary had lunch >out && has out "+++ b/people/mary.md" && nt-log -n charles had lunch >out && has out "+- 2026-11-24 had lunch"'

t 'who may be a note that cannot be read is not made anew, nor taken for another' '
	people && nt-new Sam Brown >out && nt-new Sam Green >out && printf "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n" >>people/sam-brown.md &&
	for name in sam brown "Sam Brown" "Säm Brown"; do refused 2 nt-log "$name" call: x && has err "may be people/sam-brown.md, which cannot be read" && refused 2 nt-log --new "$name" call: x || return 1; done &&
	refused 2 nt-new Sam Brown && has err "people/sam-brown.md: has that name" && nt-log -n "sam green" call: x >out 2>err && nt-log -n countess call: x >out && code 2 nt-log rown call: x 2>err && hasnt err "may be"'

# shellcheck disable=SC1112
t 'apostrophes and hyphens are one, whoever typed them' '
	people && nt-new "Sean O’Brien" >out && nt-log -n "sean o'\''brien" call: x >out && has out people/sean-o-brien.md && code 2 nt-new "Seán O'\''Brien" 2>err &&
	nt-new Anna‐Maria Poe >out && nt-find -p "anna-maria" >got && is "$(cat got)" people/anna-maria-poe.md && is "$(nt-find -p "o'\''brien")" people/sean-o-brien.md &&
	nt-new "Eve  Doe" >out && has people/eve-doe.md "name: Eve Doe"'

t '-u is for that person' '
	people && cp people/cb.md cb && cp people/ada-lovelace.md ada && nt-log cb call: x >out &&
	nt-log countess call: y >out &&
	nt-log -u cb >out && cmp cb people/cb.md && has people/ada-lovelace.md "call: y" && refused 1 nt-log -u cb &&
	nt-log "cb,countess" call: both >out && nt-log -u "cb,countess" >out && cmp cb people/cb.md &&
	nt-log -u countess >out &&
	cmp ada people/ada-lovelace.md'

t '-u after the note was changed elsewhere' '
	ada "${front}- 2026-10-01 call: a\n" && nt-log ada call: hi >out && printf "\nA line more.\n" >>people/ada.md &&
	nt-log -u ada >out && is "$(cat people/ada.md)" "$(printf "%b" "$front- 2026-10-01 call: a\n\nA line more.\n")"'

t '-u leaves an entry that was changed' '
	ada "${front}- 2026-10-01 call: a\n" && nt-log ada call: first >out && nt-log ada call: hi >out &&
	sed "s/hi/ho/" people/ada.md >new && cp new people/ada.md && refused 1 nt-log -u ada && refused 1 nt-log -u ada'

t '-u takes no entry' 'people && nt-log cb call: x >out && refused 2 nt-log -u cb call: x && refused 2 nt-log -u -o cb'

t '-u in a note with NUL bytes' '
	ada "${front}- 2026-10-01 call: a\n- 2026-11-01 call: b\n" && printf "\nA \\000 NUL.\n" >>people/ada.md &&
	cp people/ada.md old &&
	if nt-log ada call: hi >out; then nt-log -u ada >out; fi; cmp old people/ada.md'

t 'a write that failed leaves nothing to take back' '
	people && nt-log cb call: one >out && cp people/cb.md one && (ulimit -f 0 && trap "" XFSZ &&
	nt-log cb call: two) >out 2>&1
	cmp one people/cb.md && nt-log -u cb >out && hasnt people/cb.md "call: one"'

t 'a line that would be an entry of its own is said to be the reason' '
	book && echo "# Ada" >people/ada.md && for line in "- 2026-01-01 call: x" "  * [ ] owe: x"; do
		printf "call: a\n%s\n" "$line" | code 2 nt-log ada - 2>err && has err "an entry of its own, to be logged by itself: " && has err "${line#  }" || return 1
	done && is "$(cat people/ada.md)" "# Ada" && printf "call: a\n- more\n" | nt-log ada - >out'

t 'a technique is looked for among techniques' '
	book && mkdir techniques advice && echo "# Handwritten card" >techniques/h.md && echo "# Cards by hand" >advice/c.md && echo "# Card" >people/card.md && echo "# Ada" >people/ada.md &&
	nt-log --technique card ada mail: x >out && has out "as in [[Handwritten card]]" && echo "# A card more" >techniques/more.md &&
	code 2 nt-log --technique card ada mail: x 2>err && has err techniques/more.md && hasnt err advice && hasnt err people/'

t 'an entry never comes into a comment of Obsidian' '
	book && printf "## Log\n\n- 2026-01-01 call: x\n\n%%%%\n- 2026-11-20 note: hidden\n%%%%\n" >people/ada.md && nt-log ada call: hi >out && has out "people/ada.md:4: - 2026-11-24 call: hi" && is "$(tail -n 3 people/ada.md)" "%%
- 2026-11-20 note: hidden
%%" && nt-log -u ada >out && printf "%%%% kanban:settings\n\`\`\`\n{}\n\`\`\`\n%%%%\n" >people/ada.md && nt-log ada call: hi >out && is "$(tail -n 1 people/ada.md)" "- 2026-11-24 call: hi" &&
	printf "A.\n\n%%%% draft\n" >people/ada.md && cp people/ada.md was && code 2 nt-log ada call: hi 2>err && has err "people/ada.md:3: a comment without an end hides what is added: write %% where it ends" && cmp was people/ada.md'

t 'in a note of no person: a contact with nobody, and a mention, are told once; all else is not' '
	book && mkdir orgs && echo "# Ada" >people/ada.md && echo "# Acme" >orgs/acme.md && told() { nt-log "$@" >out 2>err && [ -s out ] && is "$(wc -l <err)" 1; } && untold() { nt-log "$@" >out 2>err && [ -s out ] && is "$(cat err)" ""; } &&
	told acme call: hello && has err "nt-log: orgs/acme.md: '"'call:' counts for nobody, as it names nobody: link whom it concerns, as in [[Ada]]"'" && told acme gave: a talk && told acme owe: x && told -o acme mail: x && told -n acme call: hi && told acme "had lunch with [[Ada]]" && has err "without a kind this is a mention" &&
	untold acme "call: [[Ada]] was there" && untold acme news: raised 5M && untold acme moved to Rome && untold acme note: x && untold acme --open todo: x && untold ada call: hello && untold ada had lunch with "[[Bob]]"'

done_testing
