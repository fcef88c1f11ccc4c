#!/bin/sh
. "${0%/*}/lib.sh"

people() {
	book
	note people/ada.md <<E
---
name: Ada Lovelace
---

## Log

- [ ] 2026-12-01 owe: intro to [[Charles Babbage]]
- [ ] send her the *Menabrea* translation
- 2026-11-02 owe: the notes
- [x] 2026-10-02 owe: the paper
- [-] 2026-10-03 owe: the painting
- 2026-10-01 call: send nothing
E
	note people/charles.md <<E
---
name: Charles Babbage
---
E
}

# ticks FILE OLD NEW CMD...: CMD makes of the one line OLD the line NEW, and changes nothing else in the book
ticks() {
	file=$1 old=$2 new=$3 && shift 3
	rm -rf "$TMP/before" && cp -R . "$TMP/before" && "$@" >out || return 1
	is "$(diff "$TMP/before/$file" "$file" | grep "^[<>]")" "< $old
> $new" && line=$(grep -nxF -e "$new" "$file") && is "$(cat out)" "$file:${line%%:*}: $new" && rm out &&
		cp "$TMP/before/$file" "$file" && rm -f .nt-lock .nt-undo "$TMP/before/.nt-lock" && diff -r "$TMP/before" .
}

untouched() {
	rm -rf "$TMP/before" && cp -R people "$TMP/before" && code "$@" >out 2>err && diff -r "$TMP/before" people
}

t 'ticks the one that fits, with the day done for the day due' '
	people && ticks people/ada.md "- [ ] 2026-12-01 owe: intro to [[Charles Babbage]]" \
		"- [x] 2026-11-24 owe: intro to [[Charles Babbage]]" nt-done ada intro'

t 'a task without a date gets the day' '
	people &&
	ticks people/ada.md "- [ ] send her the *Menabrea* translation" "- [x] 2026-11-24 send her the *Menabrea* translation" \
		nt-done ada menabrea'

t 'a promise without a box gets one' '
	people && ticks people/ada.md "- 2026-11-02 owe: the notes" "- [x] 2026-11-24 owe: the notes" nt-done ada notes'

t 'all words of a pattern have to be there, without case and accents' '
	people &&
	ticks people/ada.md "- [ ] send her the *Menabrea* translation" "- [x] 2026-11-24 send her the *Menabrea* translation" \
		nt-done "ada lovelace" SEND Translätion'

t '-d says the day' '
	people && ticks people/ada.md "- [ ] 2026-12-01 owe: intro to [[Charles Babbage]]" \
		"- [x] 2026-11-20 owe: intro to [[Charles Babbage]]" nt-done -d 2026-11-20 ada intro &&
	ticks people/ada.md "- [ ] 2026-12-01 owe: intro to [[Charles Babbage]]" \
		"- [x] 2026-11-23 owe: intro to [[Charles Babbage]]" nt-done ada intro --date yesterday'

t 'several fit: listed, 1, nothing is changed' '
	people && untouched 1 nt-done ada && is "$(wc -l <out)" 3 &&
	has out "people/ada.md:7: [ ] 2026-12-01 owe: intro to" &&
	has out "people/ada.md:8: [ ] send her" && has out "people/ada.md:9: " && hasnt out paper && hasnt out painting &&
	untouched 1 nt-done ada the && is "$(wc -l <out)" 2 && [ -s err ]'

t 'what is listed is the line as it stands' '
	book && printf -- "---\nname: Ada\n---\n- [ ] 2026-12-01 call>: her\n- [ ] ask: him\n" >people/ada.md &&
	code 1 nt-done ada >out &&
	is "$(cat out)" "$(printf "people/ada.md:4: [ ] 2026-12-01 call>: her\npeople/ada.md:5: [ ] ask: him")"'

t 'nothing fits: 1' '
	people && untouched 1 nt-done ada nonsense && is "$(cat out)" "" && [ -s err ] && untouched 1 nt-done ada call &&
	untouched 1 nt-done charles && untouched 1 nt-done ada paper'

t 'nobody and too many' '
	people && untouched 1 nt-done nobody x && has err nobody && cp people/ada.md people/ada2.md &&
	untouched 2 nt-done lovelace intro &&
	untouched 2 nt-done && untouched 2 nt-done -d soon people/ada.md intro'

t 'in whichever note it stands' '
	people && note journal/2026-11-19.md <<E && note groups/club.md <<E2 &&
- [ ] 2026-11-30 bring [[Ada Lovelace]] the book
- [ ] 2026-11-30 water the plants
E
---
name: Club
---
- dinner: with
  - [ ] ask: [[Charles Babbage]] for the key
E2
	ticks journal/2026-11-19.md "- [ ] 2026-11-30 bring [[Ada Lovelace]] the book" "- [x] 2026-11-24 bring [[Ada Lovelace]] the book" \
		nt-done ada book &&
	ticks groups/club.md "  - [ ] ask: [[Charles Babbage]] for the key" "  - [x] 2026-11-24 ask: [[Charles Babbage]] for the key" \
		nt-done charles && untouched 1 nt-done ada plants && untouched 1 nt-done charles book'

t 'the page is changed in its own style' '
	book &&
	printf "\\357\\273\\277---\\r\\nname: Ada\\r\\n---\\r\\n*\\t[ ]  owe: x\\r\\n* [ ] [[2026-12-01]] owe: y" >people/ada.md &&
	cp people/ada.md old && nt-done ada x >out &&
	printf "\\357\\273\\277---\\r\\nname: Ada\\r\\n---\\r\\n*\\t[x]  2026-11-24 owe: x\\r\\n* [ ] [[2026-12-01]] owe: y" >want &&
	cmp want people/ada.md && nt-done ada y >out &&
	printf "\\357\\273\\277---\\r\\nname: Ada\\r\\n---\\r\\n*\\t[x]  2026-11-24 owe: x\\r\\n* [x] [[2026-11-24]] owe: y" >want &&
	cmp want people/ada.md'

t 'a ticked promise is a favour and no longer open' '
	people && nt-done ada intro >out && is "$(nt-find -l -o gave,owe ada)" "2	1" && untouched 1 nt-done ada intro'

t 'what it lists opens from the working directory' '
	people && mkdir sub && cd sub && code 1 nt-done ada >out && has out ../people/ada.md:7: && nt-done ada intro >out &&
	is "$(cat out)" "../people/ada.md:7: - [x] 2026-11-24 owe: intro to [[Charles Babbage]]"'

t 'two at once never tick the same line for two tasks' '
	book && { printf -- "---\nname: Ada\n---\n" &&
	for i in 1 2 3 4 5 6 7 8; do echo "- [ ] task-$i"; done; } >people/ada.md &&
	for i in 1 2 3 4 5 6 7 8; do nt-done ada "task-$i" >>out & nt-log ada call: "number-$i" >>out & done && wait &&
	is "$(grep -c "^- \[x\] 2026-11-24 task-" people/ada.md)" 8 && is "$(grep -c number- people/ada.md)" 8'

done_testing
