#!/bin/sh
# Entries as people and other programs write them, and what becomes of them: contacts, favours, days.
. "${0%/*}/lib.sh"

# lasts BYTES [LAST [CONTACTS]]: in a daily note of 2026-11-20, these give Ada, who has none of her own, so much
lasts() {
	[ -f book.md ] || book
	mkdir -p journal && echo "# Ada" >people/ada.md && echo "# Bob" >people/bob.md && printf '%b' "$1" >journal/2026-11-20.md
	is "$(nt-find -l -o last,contacts people/ada.md)" "$(printf '%s\t%s' "${2-}" "${3-0}")"
}

# own BYTES [LAST]: in her own note
own() {
	[ -f book.md ] || book
	printf '%b' "# Ada\n\n$1" >people/ada.md && is "$(nt-find -l -o last people/ada.md)" "${2-}"
}

t 'words for oneself are no contact, with a box or without' '
	for kind in note todo task idea Task; do
		own "- 2026-11-20 $kind: x\n- [x] 2026-11-20 $kind: x\n- [ ] 2026-11-20 $kind: x\n" &&
		lasts "- $kind: [[Ada]]\n- [x] $kind: [[Ada]]\n" || return 1
	done && own "- 2026-11-20 ask: x\n" 2026-11-20 && own "- [x] 2026-11-20 call: x\n" 2026-11-20'

t 'guests at any depth, below boxes too' '
	lasts "- 2026-01-01\n  - dinner: at the cafe\n    - [[ada]] brought cake\n" 2026-01-01 1 &&
	lasts "- 2026-01-01 dinner: at the cafe\n  - table one\n    - by the window\n      - [[ada]] brought cake\n" 2026-01-01 1 &&
	lasts "- [x] dinner:\n  - guests\n    - [[ada]]\n" 2026-11-20 1 && lasts "- [x] 2026-11-19 dinner: x\n  - y\n    - [[ada]]\n" 2026-11-19 1 &&
	lasts "- [ ] dinner:\n  - y\n    - [[ada]]\n" && lasts "- [-] dinner:\n  - y\n    - [[ada]]\n" &&
	lasts "- dinner: x\n\n  > [[bob]]\n\n  1. one\n     * two [[ada]]\n" 2026-11-20 1'

t 'a time alone in a daily note' '
	lasts "- 18:30 call: [[Ada]]\n" 2026-11-20 1 && is "$(nt-journal -l -o date,time,kind)" "$(printf "2026-11-20\t18:30\tcall")" &&
	lasts "- 18:30 [[Ada]]\n" && lasts "## 2026-11-18\n\n- 9:05: call: [[Ada]]\n" 2026-11-18 1'

t 'an entry that links a person twice counts once' '
	lasts "- dinner: [[Ada]] and [ada](../people/ada.md)\n  - [[ada]] paid\n" 2026-11-20 1 &&
	lasts "- gave: [[Ada]] a book, see [[Ada]]\n" 2026-11-20 1 && is "$(nt-find -l -o gave people/ada.md)" 1 &&
	is "$(nt-journal -l people/ada.md | wc -l)" 1'

t 'a box that means nothing is no entry' '
	lasts "- [/] ask: [[Ada]]\n- [>] call: [[Ada]]\n- [] call: [[Ada]]\n" && code 1 nt-journal -l && code 1 nt-journal --open -l'

t 'unless boxes of book.md says what it means' '
	mkdir people && printf -- "---\nkind: book\nboxes: {\"/\": open, \">\": dropped, \"✓\": Done}\n---\n" >book.md &&
	own "- [/] 2026-12-01 owe: x\n- [>] 2026-12-02 owe: y\n- [✓] 2026-11-19 call: z\n- [!] 2026-11-23 call: no\n" 2026-11-19 &&
	is "$(nt-journal --open -l -o text)" x && nt-done ada x >out && has people/ada.md "- [x] 2026-11-24 owe: x" &&
	own "- [/] owe: x\n" && nt-done ada >out && has people/ada.md "- [x] 2026-11-24 owe: x"'

t 'boxes of a wrong form are told' '
	mkdir people && own "- [/] call: x\n" && for boxes in "{\"ab\": open}" "{\"/\": started}" "{\"\": open}" "/"; do
		printf -- "---\nkind: book\nboxes: %s\n---\n" "$boxes" >book.md && code 2 nt-find -p ada 2>err >out; has err book.md:3: || return 1
	done'

t 'days as other programs write them' '
	for day in "**2026-11-03**" "**2026-11-03:**" "*2026-11-03*" "__2026-11-03__" "[[2026-11-03]]" 2026-11-03T12:00 2026-11-03T12:00:00Z \
		2026-11-03T12:00:00.5+01:00; do
		own "- $day call: x\n" 2026-11-03 && own "- [x] $day call: x\n" 2026-11-03 || return 1
		is "$(nt-journal -l -o date,kind,text)" "$(printf "2026-11-03\tcall\tx")" || return 1
	done && own "- [x]2026-11-03 call: x\n" 2026-11-03'

t 'they are ticked where they stand' '
	own "- [ ] **2026-12-01** owe: x\n" && nt-done ada >out && has people/ada.md "- [x] **2026-11-24** owe: x" &&
	own "- [ ]2026-12-01 owe: x\n" && nt-done ada >out && has people/ada.md "- [x] 2026-11-24 owe: x" &&
	own "- [ ] [[2026-12-01|Tue]] owe: x\n" && nt-done ada >out && has people/ada.md "- [x] [[2026-11-24|Tue]] owe: x"'

done_testing
