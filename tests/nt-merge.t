#!/bin/sh
. "${0%/*}/lib.sh"

# three BASE OURS THEIRS: the files base, ours, theirs, written by printf %b
three() {
	printf '%b' "$1" >base && printf '%b' "$2" >ours && printf '%b' "$3" >theirs
}

# merges STATUS WANT [OPERAND...]
merges() {
	status=$1
	printf '%b' "$2" >want && shift 2 && code "$status" nt-merge base ours theirs "$@" 2>err && same want ours
}

t 'both versions: the result stands in OURS, the others are left' '
	three "---\na: 1\nb: 2\n---\n" "---\na: 3\nb: 2\n---\n" "---\na: 1\nb: 4\n---\n" && cp base base.old &&
	cp theirs theirs.old &&
	chmod 640 ours && merges 0 "---\na: 3\nb: 4\n---\n" people/ada.md 7 && cmp base base.old &&
	cmp theirs theirs.old &&
	is "$(cat err)" "" && is "$(ls -A)" "$(printf "base\nbase.old\nerr\nours\ntheirs\ntheirs.old\nwant")" &&
	is "$(ls -l ours | cut -c 1-10)" -rw-r-----'

t 'a value that both changed: both are there, 1, and it parses' '
	three "---\nname: Ada\ncity: London\n---\n" "---\nname: Ada\ncity: Rome\n---\n" "---\nname: Ada\ncity: Paris\n---\n" &&
	merges 1 "---\nname: Ada\ncity: Rome  # theirs: Paris\n---\n" people/ada.md && has err "people/ada.md: " &&
	has err city &&
	is "$(nt-find -l -o name,city - <ours)" "$(printf "Ada\tRome")"'

t 'in a rebase ours are the words of who rebases, although git has it the other way round' '
	nt-init . >/dev/null && printf -- "---\ncity: A\ntags:\n- a\n---\none\n" >a.md && git add -A && git commit -qm 0 && git checkout -qb mine && printf -- "---\ncity: Mine\n---\nmine\n" >a.md && git commit -qam 1 && git checkout -q main && printf -- "---\ncity: Yours\ntags:\n- b\n---\nyours\n" >a.md && git commit -qam 2 && git checkout -q mine &&
	for how in --merge --apply; do
		code 1 git rebase -q "$how" main && has a.md "city: Yours  # ours: Mine" && has a.md "# ours: tags: (removed)" && is "$(sed -n "/^<<</,\$p" a.md)" "<<<<<<< theirs
yours
=======
mine
>>>>>>> ours" && git rebase --abort || return 1
	done &&
	code 1 git merge -q main && has a.md "city: Mine  # theirs: Yours" && is "$(sed -n "/^<<</,\$p" a.md)" "<<<<<<< ours
mine
=======
yours
>>>>>>> theirs"'

t 'what theirs says breaks nothing, whatever it is' '
	for value in "\"a\\\\nb: c\"" "\"# x\"" "[[Ada]]" "\"\\\\u2028\"" "|\n  x\n  y: z" "[a, {b: c}]" "\n  - a\n  - b: c" "\n  a: b"; do
		three "---\nk: 1\nz: 1\n---\n" "---\nk: 2\nz: 1\n---\n" "---\nk: $value\nz: 2\n---\n" &&
		code 1 nt-merge base ours theirs 2>err &&
		is "$(nt-find -l -o k,z - <ours)" "$(printf "2\t2")" && has ours "# theirs: " || return 1
	done'

t 'prose that both changed stands between markers' '
	three "one\ntwo\nthree\n" "one\nTWO\nthree\n" "one\nzwei\nthree\n" &&
	merges 1 "one\n<<<<<<< ours\nTWO\n=======\nzwei\n>>>>>>> theirs\nthree\n" a.md && has err "a.md: "'

t 'markers as long as git wants them' '
	three "one\n" "uno\n" "un\n" && merges 1 "<<<<<<<<<< ours\nuno\n==========\nun\n>>>>>>>>>> theirs\n" a.md 10'

t 'entries of both: a union, in the order of the log' '
	three "# A\n\n## Log\n\n- 2026-11-01 call: x\n" "# A\n\n## Log\n\n- 2026-11-01 call: x\n- 2026-11-23 call: ours\n" \
		"# A\n\n## Log\n\n- 2026-11-01 call: x\n- 2026-11-20 mail: theirs\n" &&
	merges 0 "# A\n\n## Log\n\n- 2026-11-01 call: x\n- 2026-11-20 mail: theirs\n- 2026-11-23 call: ours\n" a.md'

t 'what one logs goes with its list, whatever the other puts above it' '
	three "P.\n\n- 2026-01-01 call: a\n" "P.\n\nQ.\n\n- 2026-01-01 call: a\n" "P.\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n" &&
	merges 0 "P.\n\nQ.\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n" a.md &&
	printf "P.\n\n## Log\n\n- 2026-01-01 call: a\n" >ours &&
	merges 0 "P.\n\n## Log\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n" a.md &&
	three "# A\n\n## Log\n\n- 2026-01-01 call: a\n\n## Met\n\nx\n" "# A\n\n## Met\n\nx\n\n## Log\n\n- 2026-01-01 call: a\n" \
		"# A\n\n## Log\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n\n## Met\n\nx\n" &&
	merges 0 "# A\n\n## Met\n\nx\n\n## Log\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n" a.md'

t 'a paragraph above the list here, a section below it there: no conflict' '
	three "# A\n\nP.\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n" "# A\n\nP.\n\nQ.\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n" \
		"# A\n\nP.\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n\n## Met\n\nx\n" &&
	merges 0 "# A\n\nP.\n\nQ.\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n\n## Met\n\nx\n" a.md'

t 'no list stands in a conflict: what is above it and what is below it are two' '
	three "one\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n\ntwo\n" "uno\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n\ndos\n" \
		"un\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n- 2026-01-03 call: c\n\ndeux\n" &&
	merges 1 "<<<<<<< ours\nuno\n=======\nun\n>>>>>>> theirs\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n- 2026-01-03 call: c\n\n<<<<<<< ours\ndos\n=======\ndeux\n>>>>>>> theirs\n" a.md'

t 'a section taken out here and written in there: a conflict about its heading, and the entry below it' '
	three "# A\n\nx\n\n## Log\n\n- 2026-01-01 call: a\n" "# A\n\nx\n" "# A\n\nx\n\n## Log\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n" &&
	merges 1 "# A\n\nx\n\n<<<<<<< ours\n=======\n## Log\n>>>>>>> theirs\n\n- 2026-01-02 call: b\n" a.md &&
	has err "both sides changed: ## Log" && cp theirs ours && printf "# A\n\nx\n" >theirs &&
	merges 1 "# A\n\nx\n\n<<<<<<< ours\n## Log\n=======\n>>>>>>> theirs\n\n- 2026-01-02 call: b\n" a.md'

t 'what one logs below Private stays there, though the other shows the section' '
	three "## Private\n\n- 2026-01-01 a\n\n## Log\n\n- 2026-01-02 b\n" "## Notes\n\n- 2026-01-01 a\n\n## Log\n\n- 2026-01-02 b\n" \
		"## Private\n\n- 2026-01-01 a\n- 2026-01-03 c\n\n## Log\n\n- 2026-01-02 b\n" && cp ours shown &&
	merges 1 "## Private\n\n- 2026-01-01 a\n- 2026-01-03 c\n\n## Log\n\n- 2026-01-02 b\n" a.md && has err "both sides changed: (private)" &&
	cp theirs ours && cp shown theirs &&
	merges 1 "## Private\n\n- 2026-01-01 a\n- 2026-01-03 c\n\n## Log\n\n- 2026-01-02 b\n" a.md &&
	three "## Private\n\np\n\n### Old\n\n- 2026-01-01 a\n" "p\n\n### Old\n\n- 2026-01-01 a\n" \
		"## Private\n\np\n\n### Old\n\n- 2026-01-01 a\n- 2026-01-03 c\n" && code 1 nt-merge base ours theirs a.md 2>err &&
	has ours "## Private" && is "$(nt-journal -l -b . ours 2>err | grep c)" ""'

t 'a section that both added is one, its list too' '
	three "# A\n\nx\n" "# A\n\nx\n\n## Log\n\no\n\n- 2026-01-02 call: b\n" "# A\n\nx\n\n## Log\n\n- 2026-01-01 call: a\n" &&
	merges 0 "# A\n\nx\n\n## Log\n\no\n\n- 2026-01-01 call: a\n- 2026-01-02 call: b\n" a.md &&
	three "# A\n\nx\n" "# A\n\nx\n\n## B\n\nb\n" "# A\n\nx\n\n## C\n\nc\n" &&
	merges 0 "# A\n\nx\n\n## B\n\nb\n\n## C\n\nc\n" a.md'

t 'a log that is no list of entries by the configuration is prose' '
	book && printf -- "---\nkind: book\nlog: [Tagebuch]\n---\n" >book.md &&
	three "## Log\n\n- 2026-11-01 x\n" "## Log\n\n- 2026-11-01 x\n- 2026-11-02 o\n" "## Log\n\n- 2026-11-01 x\n- 2026-11-03 t\n" &&
	cp ours old && code 1 nt-merge base ours theirs people/ada.md 2>err && has ours "<<<<<<<" && cp old ours &&
	sed -i.bak "s/Log/Tagebuch/" base ours theirs && code 0 nt-merge base ours theirs people/ada.md &&
	hasnt ours "<<<<<<<"'

t 'a day in the journal: items without a date are entries by its name' '
	book && mkdir journal &&
	three "# Tuesday\n" "# Tuesday\n\n- call: [[Ada]] is well\n" "# Tuesday\n\n- lunch: with [[Bob]]\n" &&
	cp ours old &&
	merges 0 "# Tuesday\n\n- call: [[Ada]] is well\n- lunch: with [[Bob]]\n" journal/2026-11-24.md && cp old ours &&
	code 1 nt-merge base ours theirs people/bob.md 2>err'

t 'a book that is broken is no reason to stop' '
	mkdir people && printf -- "<<<<<<< ours\n---\nkind: \"\n" >book.md && three "a\n\nb\n" "A\n\nb\n" "a\n\nB\n" &&
	merges 0 "A\n\nB\n" people/ada.md && is "$(cat err)" "" && NT_BOOK=/nowhere merges 0 "A\n\nB\n" people/ada.md'

t 'a path that is not there' 'three "a\n\nb\n" "A\n\nb\n" "a\n\nB\n" && merges 0 "A\n\nB\n" "no/such/folder/a.md"'

t 'line ends, byte-order mark and final newline are those of ours' '
	three "\0357\0273\0277---\r\na: 1\r\n---\r\nx\r\n\r\ny" "\0357\0273\0277---\r\na: 2\r\n---\r\nx\r\n\r\ny" "---\na: 1\nb: 1\n---\nx\n\nz\n" &&
	merges 0 "\0357\0273\0277---\r\na: 2\r\nb: 1\r\n---\r\nx\r\n\r\nz" a.md'

t 'what does not parse is merged by lines' '
	three "---\na: \"\n---\nx\n" "---\na: \"\n---\ny\n" "---\na: \"\n---\nx\nz\n" && merges 1 \
		"---\na: \"\n---\n<<<<<<< ours\ny\n=======\nx\nz\n>>>>>>> theirs\n" a.md &&
	three "\0377\na\nb\nc\n" "\0377\nA\nb\nc\n" "\0377\na\nb\nC\n" && merges 0 "\0377\nA\nb\nC\n" a.md'

t 'no text: ours is left, and it is a conflict' '
	for x in "\0000" "\0377\0376"; do
		three "${x}b\nx\ny\nz\n" "${x}b\nX\ny\nz\n" "${x}b\nx\ny\nZ\n" && merges 1 "${x}b\nX\ny\nz\n" a.md && has err "no text" || return 1
	done
	three "a\n" "a\0000\n" "b\n" && merges 1 "a\0000\n" a.md && three "a\n" "b\n" "a\0000\n" && merges 1 "b\n" a.md'

# either STATUS WANT [MIRRORED]: merged this way and with the sides swapped
either() {
	cp ours o && cp theirs t && merges "$1" "$2" a.md && cp t ours && cp o theirs && merges "$1" "${3:-$2}" a.md
}

t 'tags in a line and tags in a list are one list' '
	three "---\ntags: a, b\n---\n" "---\ntags: [a, b]\n---\n" "---\ntags: b, c\n---\n" &&
	either 0 "---\ntags: [b, c]\n---\n" "---\ntags: b, c\n---\n" &&
	three "---\ntags: a, b\n---\n" "---\ntags:\n- a\n- b\n---\n" "---\ntags: a, b, c\n---\n" &&
	either 0 "---\ntags:\n- a\n- b\n- c\n---\n" "---\ntags: a, b, c\n---\n" &&
	for odd in "{k: 1}" "\"b, c\"" "[[Ada]]"; do
		three "---\ntags: a, b\n---\n" "---\ntags: a, b, c\n---\n" "---\ntags: [a, $odd]\n---\n" &&
		merges 1 "---\n# theirs: tags: [a, $odd]\ntags: a, b, c\n---\n" a.md || return 1
	done'

t 'a comment beside a value that the other side changed stays' '
	for new in "[b]" "|\n  b" "\n- b"; do
		three "---\nk: a\n---\n" "---\nk: a # why\n---\n" "---\nk: $new\n---\n" && either 0 "---\n# why\nk: $new\n---\n" &&
		three "---\nk: [a]\n---\n" "---\nk: [a] # why\n---\n" "---\nk: $new\n---\n" && either 0 "---\n# why\nk: $new\n---\n" &&
		three "---\nk:\n- a\n---\n" "---\nk: # why\n- a\n---\n" "---\nk: $new\n---\n" && either 0 "---\n# why\nk: $new\n---\n" ||
			return 1
	done
	three "---\nm:\n  k: a\n  l: 1\n---\n" "---\nm:\n  k: a # why\n  l: 1\n---\n" "---\nm:\n  k: [b]\n  l: 1\n---\n" &&
	either 0 "---\nm:\n  # why\n  k: [b]\n  l: 1\n---\n" &&
	three "---\nk: a\nz: 1\n---\n" "---\nk: a # why\nz: 1\n---\n" "---\nz: 1\n---\n" &&
	either 0 "---\n# why\nz: 1\n---\n" "---\nz: 1\n# why\n---\n"'

t 'a list in flow style with comments, whichever side it is' '
	three "---\nt: [a, b]\n---\n" "---\nt: [\n  a, # x\n  b, c\n  ]\n---\n" "---\nt: [a, b, d]\n---\n" &&
	cp ours o && cp theirs t && code 1 nt-merge base ours theirs a.md 2>err && cp t ours && cp o theirs &&
	code 1 nt-merge base ours theirs a.md 2>err && has ours "# theirs:   a, # x"'

t 'a box ticked here and put in other words there; ticked in both with other words' '
	three "# T\n\n- [ ] send the paper\n" "# T\n\n- [x] 2026-11-20 send the paper\n" "# T\n\n- [ ] mail her a PDF\n" &&
	either 0 "# T\n\n- [x] 2026-11-20 mail her a PDF\n" &&
	three "- [ ] 2026-12-01 owe: intro to Charles\n" "- [x] 2026-11-20 owe: Charles knows\n" "- [x] 2026-11-21 owe: an email\n" &&
	cp ours o && cp theirs t && merges 1 "<<<<<<< ours\n$(cat ours)\n=======\n$(cat theirs)\n>>>>>>> theirs\n" a.md &&
	cp t ours && cp o theirs && code 1 nt-merge base ours theirs 2>err &&
	three "- 2026-01-01 a\n- 2026-01-02 lunch\n" "- 2026-01-01 a\n- 2026-01-05 walk in the park\n" "- 2026-01-01 a\n- 2026-01-02 lunch\n- 2026-01-07 t\n" &&
	either 0 "- 2026-01-01 a\n- 2026-01-05 walk in the park\n- 2026-01-07 t\n"'

t 'another marker is no change of an entry' '
	three "- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-03 c\n" "* 2026-01-03 c\n* 2026-01-02 b\n* 2026-01-01 a\n" "- 2026-01-01 a\n- 2026-01-03 c\n" &&
	either 0 "* 2026-01-03 c\n* 2026-01-01 a\n" &&
	three "- 2026-01-01 a\n- 2026-01-02 b\n" "* 2026-01-01 a\n* 2026-01-02 b\n" "- 2026-01-01 a x\n- 2026-01-02 b\n" &&
	either 0 "* 2026-01-01 a x\n* 2026-01-02 b\n"'

t 'an entry goes between its neighbours though another that has no date has moved' '
	three "- [ ] u\n- 2026-01-01 a\n- 2026-01-03 b\n" "- 2026-01-01 a\n- 2026-01-03 b\n- [ ] u\n" "- [ ] u\n- 2026-01-01 a\n- 2026-01-02 n\n- 2026-01-03 b\n" &&
	either 0 "- 2026-01-01 a\n- 2026-01-02 n\n- 2026-01-03 b\n- [ ] u\n"'

t 'a list that one side parted: what the other logged goes with its neighbours' '
	three "- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-03 c\n- 2026-01-05 d\n" "- 2026-01-01 a\n- 2026-01-02 b\n\nQ.\n\n- 2026-01-03 c\n- 2026-01-05 d\n" \
		"- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-03 c\n- 2026-01-04 n\n- 2026-01-05 d\n" &&
	either 0 "- 2026-01-01 a\n- 2026-01-02 b\n\nQ.\n\n- 2026-01-03 c\n- 2026-01-04 n\n- 2026-01-05 d\n" &&
	printf -- "- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-02 n\n- 2026-01-03 c\n- 2026-01-05 d\n" >theirs &&
	printf -- "- 2026-01-01 a\n- 2026-01-02 b\n\nQ.\n\n- 2026-01-03 c\n- 2026-01-05 d\n" >ours &&
	either 0 "- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-02 n\n\nQ.\n\n- 2026-01-03 c\n- 2026-01-05 d\n" &&
	three "- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-03 c\n" "- 2026-01-01 a\n\nQ.\n\n- 2026-01-02 b\n- 2026-01-03 c\n" \
		"- 2025-12-31 n\n- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-03 c\n" &&
	either 0 "- 2025-12-31 n\n- 2026-01-01 a\n\nQ.\n\n- 2026-01-02 b\n- 2026-01-03 c\n"'

t 'a section is the same by its heading, though one side moved it and the other wrote it anew' '
	three "## A\n\n- 2026-01-01 a\n\n## B\n\n- 2026-01-02 b\n" "## A\n\n- 2026-01-05 n\n\n## B\n\n- 2026-01-02 b\n" \
		"## B\n\n- 2026-01-02 b\n\n## A\n\n- 2026-01-01 a\n- 2026-01-07 t\n" &&
	either 0 "## B\n\n- 2026-01-02 b\n\n## A\n\n- 2026-01-05 n\n- 2026-01-07 t\n"'

t 'what becomes private on one side is so; nothing becomes public unseen' '
	three "## Log\n\n- 2026-01-01 a\n- 2026-01-02 b\n\n## Private\n\n- 2026-01-03 p\n\n## Old\n\n- 2026-01-01 o\n" \
		"## Log\n\n- 2026-01-01 a\n\n## Private\n\n- 2026-01-02 b\n- 2026-01-03 p\n\n## Old\n\n- 2026-01-01 o\n" \
		"## Log\n\n- 2026-01-01 a\n\n## Private\n\n- 2026-01-03 p\n\n## Old\n\n- 2026-01-01 o\n- 2026-01-02 b\n" && cp ours want.ours &&
	either 0 "$(cat want.ours)\n" &&
	three "## Private\n\np\n\nq\n" "## Notes\n\np\n\nq\n" "## Private\n\np\n\n- 2026-01-03 c\n\nq\n" && cp ours o && cp theirs t &&
	code 1 nt-merge base ours theirs a.md 2>err && has err "what is private" && cp t ours && cp o theirs &&
	code 1 nt-merge base ours theirs a.md 2>err && has err "what is private"'

t 'a section is moved here, and gets another heading above it there' '
	three "# A\n\n## Notes\n\nn\n\n### Family\n\nf\n\n## Log\n\nl\n" "# A\n\n## Notes\n\nn\n\n## Open\n\no\n\n### Family\n\nf\n\n## Log\n\nl\n" \
		"# A\n\n## Notes\n\nn\n\n## Log\n\nl\n\n### Family\n\nf\n" &&
	either 0 "# A\n\n## Notes\n\nn\n\n## Open\n\no\n\n## Log\n\nl\n\n### Family\n\nf\n" &&
	three "# A\n\nx\n\n## N\n\nn\n\n### D\n\nd\n\n## E\n\ne\n" "# A\n\nx\n\n## E\n\ne\n\n## N\n\nn\n\n### D\n\nd\n" \
		"# A\n\nx\n\n### D\n\nd\n\n## E\n\ne\n" && cp ours o && cp theirs t && nt-merge base ours theirs && hasnt ours "## N" &&
	cp t ours && cp o theirs && nt-merge base ours theirs && hasnt ours "## N"'

t 'the order of a list is that of what both have' '
	three "- 2026-01-10 a\n- 2026-01-05 b\n" "- 2026-01-10 a\n- 2026-01-05 b\n- 2026-03-01 o\n- 2026-04-01 p\n" "- 2026-01-10 a\n- 2026-01-07 n\n- 2026-01-05 b\n" &&
	either 0 "- 2026-01-10 a\n- 2026-01-07 n\n- 2026-01-05 b\n- 2026-03-01 o\n- 2026-04-01 p\n"'

t 'an entry is found again behind others that moved' '
	three "## D\n\n- 2026-01-01 a\n\n## T\n\n- 2026-01-02 b\n\n## O\n\n- [ ] owe: tent\n" "## D\n\n- 2026-01-01 a\n\n## T\n\n- 2026-01-02 b\n\n## O\n" \
		"## T\n\n- 2026-01-02 b\n\n## D\n\n- 2026-01-01 a\n\n## O\n\n- [ ] owe: tent, again\n" && cp ours o && cp theirs t &&
	code 1 nt-merge base ours theirs 2>err && has err tent && cp t ours && cp o theirs && code 1 nt-merge base ours theirs 2>err'

t 'a side that has markers already is merged by lines' '
	three "a\nb\nc\n" "<<<<<<< ours\na\n=======\nA\n>>>>>>> theirs\nb\nc\n" "a\nb\nC\n" &&
	merges 0 "<<<<<<< ours\na\n=======\nA\n>>>>>>> theirs\nb\nC\n" a.md'

t 'what the ancestor has in conflict is unknown, however long the markers are' '
	for mark in "<<<<<<< =======\n >>>>>>>" "<<<<<<<<< =========\n >>>>>>>>>"; do
		set -- $mark &&
		three "a\n\n$1 ours\nx\n${2}y\n$3 theirs\n\nb\n\n- 2026-01-01 a\n" "a\n\nx\n\nb\n\n- 2026-01-01 a\n- 2026-01-02 o\n" \
			"a\n\ny\n\nb\n\n- 2026-01-01 a\n- 2026-01-03 t\n" && cp ours both &&
		merges 1 "a\n\n<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs\n\nb\n\n- 2026-01-01 a\n- 2026-01-02 o\n- 2026-01-03 t\n" a.md &&
		sed "s/^y/x/" theirs >theirs.x && mv theirs.x theirs && cp both ours &&
		merges 0 "a\n\nx\n\nb\n\n- 2026-01-01 a\n- 2026-01-02 o\n- 2026-01-03 t\n" a.md || return 1
	done
	three "---\ncity: X  # theirs: Y\nz: 1\n---\n" "---\ncity: X\nz: 1\n---\n" "---\ncity: Y\nz: 2\n---\n" &&
	merges 1 "---\ncity: X  # theirs: Y\nz: 2\n---\n" a.md &&
	three "---\n# theirs: k: [a]\nk:\n  - b\nx:\n  y: 1\nz: 1\n---\n" "---\nk:\n  - b\nx:\n  y: 1\nz: 1\n---\n" \
		"---\nk: c\nx:\n  y: 1\nz: 2\n---\n" &&
	merges 1 "---\n# theirs: k: c\nk:\n  - b\nx:\n  y: 1\nz: 2\n---\n" a.md'

t 'no ancestor, as when both added the note' '
	three "" "---\nname: Ada\ncity: Rome\n---\n\n# Ada\n\n## Log\n\n- 2026-11-23 call: o\n" \
		"---\nname: Ada\nemail: a@example.org\n---\n\n# Ada\n\n## Log\n\n- 2026-11-20 call: t\n" &&
	merges 0 "---\nname: Ada\ncity: Rome\nemail: a@example.org\n---\n\n# Ada\n\n## Log\n\n- 2026-11-20 call: t\n- 2026-11-23 call: o\n" a.md'

t 'one side alone has changed: byte for byte' '
	three "---\nb: 1 \n---\nx" "---\nb: 1 \n---\nx" "\0357\0273\0277---\r\na:  [ ]\n...\n\n\n" &&
	merges 0 "\0357\0273\0277---\r\na:  [ ]\n...\n\n\n" &&
	find "$TOP/examples/book" -name "*.md" >all && while read -r note; do
		cp "$note" base && cp base ours && sed "s/e/E/2" base >theirs && nt-merge base ours theirs &&
		cmp theirs ours &&
		cp base theirs && nt-merge base ours theirs && sed "s/e/E/2" base | cmp - ours || return 1
	done <all'

t 'every note of the example book: both log, both set a field' '
	cp -R "$TOP/examples/book/." . && cp -R . "$TMP/book-o" && cp -R . "$TMP/book-t" &&
	nt-find -p kind=person >all && while read -r note; do
		(cd "$TMP/book-o" && nt-log -d 2026-11-20 "$note" call: from ours && nt-snooze "$note" 2w) >out &&
		(cd "$TMP/book-t" && nt-log -d 2026-11-22 "$note" mail: from theirs &&
		nt-set "$note" via=theirs) >out &&
		nt-merge "$note" "$TMP/book-o/$note" "$TMP/book-t/$note" "$note" && cp "$TMP/book-o/$note" merged.md &&
		is "$(nt-find -l -o snooze,via merged.md)" "$(printf "2026-12-08\ttheirs")" &&
		has merged.md "2026-11-20 call: from ours" &&
		has merged.md "2026-11-22 mail: from theirs" &&
		is "$(diff "$note" merged.md | grep "^<" | grep -v snooze)" "" || return 1
	done <all'

t 'hostile sizes' '
	awk "BEGIN { for (i = 0; i < 20000; i++) print \"- 2026-01-01 call: \" i }" >base &&
	sed "s/: 1\$/: x/; \$d" base >ours &&
	awk "{ print } NR % 3 == 0 { print \"- 2026-01-01 mail: \" NR }" base >theirs && nt-merge base ours theirs &&
	is "$(wc -l <ours)" 26665 &&
	awk "BEGIN { print \"---\"; for (i = 0; i < 20000; i++) print \"k\" i \": v\"; print \"---\" }" >base &&
	sed "s/^k1: v/k1: w/" base >ours &&
	sed "s/^k5.*: v/&x/" base >theirs && nt-merge base ours theirs && has ours "k1: w" &&
	is "$(grep -c "vx" ours)" "$(grep -c vx theirs)" &&
	awk "BEGIN { for (i = 0; i < 60000; i++) print i % 7 }" >base &&
	awk "BEGIN { for (i = 0; i < 60000; i++) print i % 5 }" >ours &&
	awk "BEGIN { for (i = 0; i < 60000; i++) print i % 3 }" >theirs && code 1 nt-merge base ours theirs 2>err'

t 'what cannot be read or written: said, 2, ours as it was' '
	three a b c && code 2 nt-merge base ours nothing 2>err && has err nothing &&
	code 2 nt-merge base ours . 2>err && is "$(cat ours)" b &&
	code 2 nt-merge base ours 2>err && code 2 nt-merge base ours theirs a.md x 2>err &&
	code 2 nt-merge base ours theirs a.md 0 2>err &&
	code 2 nt-merge base ours theirs a.md 7 more 2>err && is "$(cat ours)" b'

done_testing
