#!/bin/sh
. "${0%/*}/lib.sh"

# example: the example book, as a copy to work in
example() {
	cp -R "$TOP/examples/book" b && cd b || return
}

# run FILE CMD...: standard output to FILE, the exit status behind it
run() {
	to=$1
	shift
	"$@" >"$to" && got=0 || got=$?
	echo "exit $got" >>"$to"
}

piped() {
	nt-find "$a" | "$@" - "$b"
}

# law TOOL FORM: nt-find A | TOOL - B prints what TOOL A and B prints
law() {
	for a in . people/ tag:speaker city:lisbon cadence: entry:call/2026-09.. @recruiters name:m.. contacts:3.. nothing:; do
		for b in kind=person tag:recruiter last:..today-30d due:..today+2w gave: @berlin entry:gave met:2025.. people/olu-adeyemi.md; do
			run ../want "$@" "$a" and "$b" && run ../got piped "$@" || return 1
			cmp -s ../want ../got || { echo "$* $a | $b" && diff -u ../want ../got; return 1; }
		done
	done
}

t 'the law of pipes: nt-find -p' 'example && law nt-find -p'
t 'the law of pipes: nt-find -l, computed columns' 'example && law nt-find -l -o name,last,due,contacts,owe,path'
t 'the law of pipes: nt-find -s' 'example && law nt-find -s'
t 'the law of pipes: nt-find -j' 'example && law nt-find -j'
t 'the law of pipes: nt-due -l' 'example && law nt-due -l'
t 'the law of pipes: nt-due -a -l' 'example && law nt-due -a -l'
t 'the law of pipes: nt-due -s' 'example && law nt-due -s'
t 'the law of pipes: nt-due -j' 'example && law nt-due -j'
t 'the law of pipes: nt-favor -l' 'example && law nt-favor -l'
t 'the law of pipes: nt-favor -j' 'example && law nt-favor -j --since 2025-10'
t 'the law of pipes: nt-favor -t' 'example && law nt-favor -t'
t 'the law of pipes: nt-intro -l' 'example && law nt-intro -l -n 3'
t 'the law of pipes: nt-favor -s' 'example && law nt-favor -s'
t 'the law of pipes: nt-favor --by org' 'example && law nt-favor -l --by org'
t 'the law of pipes: nt-stats -l' 'example && law nt-stats -l'
t 'the law of pipes: nt-stats --by group' 'example && law nt-stats -l --by group'
t 'the law of pipes: nt-stats --faded' 'example && law nt-stats -j --faded'
t 'the law of pipes: nt-goal -j' 'example && law nt-goal -j'
t 'the law of pipes: nt-export -f csv' 'example && law nt-export -f csv'
t 'the law of pipes: nt-export --share' 'example && law nt-export --share'
t 'the law of pipes: nt-export -f html' 'example && law nt-export -f html'
t 'the law of pipes: nt-export -f ics' 'example && law nt-export -f ics'
t 'the law of pipes: nt-advice -l' 'example && law nt-advice -l'
t 'the law of pipes: nt-advice -s' 'example && law nt-advice -s'
t 'the law of pipes: nt-advice --doing' 'example && law nt-advice -l --doing'
t 'the law of pipes: nt-try --record' 'example && law nt-try -j --record'
t 'the law of pipes: nt-show' 'example && law nt-show'

t 'not, or and parentheses hold it too' '
	example && nt-find people/ | nt-due -l - not tag:mentor or city:lisbon >got &&
	nt-due -l people/ and "(" not tag:mentor or city:lisbon ")" |
	same got && nt-find -v people/ | nt-find -p - >got && nt-find -v -p people/ | same got &&
	nt-find | nt-find -v -p - people/ | same got'

t 'through several filters, and the notes come out as they went in' '
	example && nt-find people/ | nt-find - | nt-find -s - not nothing: >got && nt-find -s people/ | same got &&
	nt-due | nt-find - | nt-due -s - >got && nt-due -s | same got'

t 'annotations travel on and are columns' '
	example && nt-due | nt-find -l -o name,due,why,path - >got && nt-due -l -o name,due,why,path | same got'

t 'streams are joined by cat' '
	example && nt-find -s tag:mentor >../one && nt-find -s tag:recruiter >../two &&
	cat ../one ../two | nt-find -p - >got &&
	{ nt-find -p tag:mentor && nt-find -p tag:recruiter; } | same got &&
	{ cat ../one; nt-find -s tag:nothing; cat ../two; } | nt-find -p - | same got'

t 'awk filters a stream, record by record' '
	example && nt-find people/ | awk "BEGIN { RS = ORS = \"\\f\\n\" } /recruiter/" | nt-find -p - >got &&
	nt-find -p people/ /recruiter/ | same got'

t 'paths open from wherever they were printed, and are operands there' '
	example && nt-due -o name >../names && for dir in . people orgs ..; do
		(cd "$dir" && NT_BOOK="$TMP/$tests/b" && export NT_BOOK && nt-due -0 | xargs -0 ls >/dev/null &&
		nt-due -0 | xargs -0 nt-find -p >paths &&
			nt-due -p | LC_ALL=C sort | same paths &&
			nt-due -0 | xargs -0 -n 1 nt-show | grep -c "^  due" | grep -qx 1[2-9]) || return 1
	done'

t 'from anywhere it is the same people' '
	example && nt-due -l -o name,due,why >../want && cd people && nt-due -l -o name,due,why | same ../../want &&
	cd / &&
	nt-due -b "$TMP/$tests/b" -l -o name,due,why | same "$TMP/$tests/want" &&
	NT_BOOK=$TMP/$tests/b nt-due -l -o name,due,why | same "$TMP/$tests/want"'

t 'and the same with standard input closed, empty, from a terminal or from cron' '
	example && nt-due -l >../want && nt-due -l <&- | same ../want && nt-due -l </dev/null | same ../want &&
	: | nt-due -l | same ../want &&
	on-tty sh -c "nt-due -l | cat" | same ../want && env -i NT_TODAY="$NT_TODAY" "$(command -v nt-due)" -l | same ../want &&
	cd / && env -i NT_TODAY="$NT_TODAY" NT_BOOK="$TMP/$tests/b" "$(command -v nt-due)" -l -o name,due,why >"$TMP/$tests/got" &&
	cd - && cut -f 1-3 ../want | same ../got'

t 'a table on a terminal, the stream on a pipe' '
	example && on-tty nt-due -n 1 | head -n 1 | grep -q "^.*name  *due  *why" &&
	nt-due -n 1 | head -n 2 | has - "nt-path: "'

t 'a closed pipe is silent and no error' '
	example && { nt-due -l; echo $? >../status; } 2>../err | head -n 1 >/dev/null &&
	{ nt-find -s; echo $? >>../status; } 2>>../err | true &&
	{ nt-find -j; echo $? >>../status; } 2>>../err | true && { nt-show; echo $? >>../status; } 2>>../err | true &&
	{ nt-due | nt-remind; echo $? >>../status; } 2>>../err | true && is "$(cat ../err)" "" &&
	! grep -x 2 ../status'

t 'a stream that is not read is an error, and none when it is' '
	example && nt-find people/ >../stream && { sleep 1 & cat ../stream; wait; } | { sleep 0.5; code 2 nt-due -l 2>../err >../got; } &&
	has ../err "nt-due: standard input holds notes" && is "$(cat ../got)" "" &&
	nt-find people/ | nt-due -l - 2>../err >/dev/null && is "$(cat ../err)" "" &&
	nt-due -l </dev/null 2>../err >/dev/null && is "$(cat ../err)" ""'

t 'a plain file is a stream of one' '
	example && nt-find -l - <people/philippa-okonjo.md >../got && is "$(cat ../got)" "Philippa Okonjo	" &&
	nt-show - <people/philippa-okonjo.md | has - "+44 20" &&
	code 1 nt-find -l - tag:friend <people/philippa-okonjo.md &&
	printf "# Ada\n\n- 2026-01-01 call: x\n" | nt-find -l -o name,last - | has - "Ada	2026-01-01"'

t 'a stream that was cut is an error, and nothing of the cut note is used' '
	example && nt-find -s tag:mentor >../s && n=$(wc -c <../s) &&
	head -c $((n - 1)) ../s | code 2 nt-find -p - >../got 2>../err &&
	nt-find -p tag:mentor | sed \$d | same ../got && has ../err "cut short" &&
	head -c 30 ../s | code 2 nt-find -p - >../got 2>../err &&
	is "$(cat ../got)" "" && has ../err "cut short" && head -c 30 ../s | code 2 nt-remind >../got 2>../err && is "$(cat ../got)" "" && has ../err "not known"'

t 'two plain files are no stream' '
	example && { nt-find -s tag:mentor && cat people/olu-adeyemi.md; } | code 2 nt-find -p - 2>../err >../got &&
	nt-find -p tag:mentor | same ../got'

t 'a note of a stream that does not parse is reported and the others go on' '
	example && { nt-find -s tag:mentor; printf -- "---\nnt-path: x.md\nnt-rev: new\na: [\n---\n\f\n"; nt-find -s tag:speaker; } |
	code 2 nt-find -p - 2>../err >../got && { nt-find -p tag:mentor && nt-find -p tag:speaker; } | same ../got &&
	has ../err x.md:'

t 'without a book the stream is judged by itself' '
	example && nt-find people/ >../s && cd / && nt-find -p - <"$TMP/$tests/s" >"$TMP/$tests/got" &&
	has "$TMP/$tests/got" olu &&
	nt-due -l -o name - <"$TMP/$tests/s" | has - Philippa &&
	nt-show - name:philippa <"$TMP/$tests/s" | has - "+44 20" &&
	code 2 nt-due 2>"$TMP/err" && has "$TMP/err" nt-init'

t 'jq, xargs and sort understand it' '
	{ command -v jq >/dev/null || skip "no jq"; } && example &&
	nt-due -j | jq -r "[.name, .nt.due, (.nt.why | join(\"; \")), .path] | @tsv" >../got &&
	nt-due -l | same ../got &&
	nt-find -j | jq -se "length == 90 and all(.path and .name and .kind and .fields and .nt)" >/dev/null &&
	nt-due -l -o due,name | sort -c 2>/dev/null; nt-due -l | cut -f 4 >../got && nt-due -p | same ../got'

t 'a full disk is an error with a message' '
	{ [ -c /dev/full ] || skip "no /dev/full"; } && example && for cmd in "nt-due -l" "nt-find -s" "nt-find -j" "nt-show people/" "nt-find -p" "nt-due -t" "nt-favor -l" "nt-favor -t" "nt-intro -l tag:recruiter" "nt-intro -t tag:recruiter" "nt-stats -l" "nt-stats -f svg" "nt-stats -t" "nt-goal -t" "nt-goal -l" "nt-try -t" "nt-try -l" "nt-advice -l" "nt-advice -t" "nt-advice --doing -t" "nt-export -f json" "nt-export -f ics"; do
		code 2 $cmd >/dev/full 2>../err && has ../err "${cmd%% *}: " || return 1
	done && nt-due | code 2 nt-remind >/dev/full 2>../err && has ../err "nt-remind: "'

t 'a closed standard output is an error' '
	example && code 2 nt-due -l >&- 2>../err && has ../err "nt-due: "'

t '- on a terminal says what is missing' '
	example && code 2 on-tty -i nt-find -p - >../got && has ../got "standard input is a terminal"'

t 'a forgotten - gives nobody else: notes that wait on standard input are said, and nothing is printed' '
	example && for tool in "nt-find ada" nt-due "nt-due -p" nt-show "nt-journal -l" nt-favor "nt-stats -l" nt-goal nt-try "nt-edit people/" nt-advice "nt-export -f csv"; do
		nt-find tag:mentor | EDITOR=echo code 2 $tool >out 2>err && is "$(cat out)" "" &&
		is "$(cat err)" "${tool%% *}: standard input holds notes: say - to take them" || return 1
	done && (sleep 0.1; nt-find tag:mentor) | code 2 nt-find -p >out 2>err && is "$(cat out)" "" &&
	nt-find -s tag:mentor >s && code 2 nt-find -p <s 2>err >out && is "$(cat out)" "" && printf "\357\273\277---\r\nnt-path: x\r\n" | code 2 nt-find -p 2>err'

t 'book.md is found where it is asked for, and then goes through' '
	example && hasnt "$(nt-find -p >../all && echo ../all)" book.md && nt-find . | nt-find -p - | has - book.md && nt-find kind:book | nt-find -p - | has - book.md'

t 'whatever else waits there is nobody'\''s business, and is left' '
	example && nt-find -p tag:mentor >all && nt-find -p tag:mentor | while read -r path; do nt-find -p "$path"; done 2>err >out && same out all && is "$(cat err)" "" &&
	for text in "" "---" "---\n" "---\nname: x\n---\n" "nt-path: x\n" "--- \nnt-path" "x\n---\nnt-path: x\n"; do
		printf %b "$text" >text && { nt-find -p tag:mentor 2>err >out && cat; } <text >rest && same out all && is "$(cat err)" "" && cmp rest text &&
		printf %b "$text" | { nt-find -p tag:mentor 2>err >out && cat; } >rest && same out all && is "$(cat err)" "" && cmp rest text || { echo "$text"; return 1; }
	done && sleep 1 | nt-find -p tag:mentor 2>err >out && same out all && is "$(cat err)" ""'

t 'what - is where no stream is taken' '
	example && for tool in "nt-address -" "nt-log - call: x" "nt-log -o - call: x" "nt-done -" "nt-mv - Foo" "nt-mv ada -" "nt-new -"; do
		code 2 $tool >out 2>err </dev/null && has err "is a stream of notes, which ${tool%% *} does not take" && is "$(cat out)" "" || return 1
	done && diff -r . "$TOP/examples/book" -x .nt-lock -x out -x err && nt-find tag:mentor | nt-due - | nt-remind - >out && nt-due tag:mentor | nt-remind | same out && nt-find ada | nt-save - &&
	code 2 nt-remind x 2>err </dev/null && code 2 nt-save x 2>err </dev/null && nt-due -l -o why | code 2 nt-remind >out 2>err && is "$(cat out)" "" &&
	has err "standard input holds lines, not notes"'

t 'paths where notes are read are refused by every tool that reads the stream, and a note of such lines is none' '
	example && for form in -p -0 -l; do
		for tool in "nt-show -" "nt-find -" "nt-due -" "nt-journal -" "nt-set - x=1" "nt-snooze - 2w" "nt-check -" "nt-export -f csv -" nt-save nt-remind; do
			nt-due $form | code 2 $tool >../out 2>../err && is "$(cat ../out)" "" &&
			has ../err "holds paths, not notes: leave out -p, -0 or -l" || { echo "$tool $form"; return 1; }
		done
	done && printf "people/gone.md\nread it.md\n" | nt-show - >../out && printf "see\npeople/tobias-renn.md\n" | nt-show - >../out'

done_testing
