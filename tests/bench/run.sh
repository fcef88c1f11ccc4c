#!/bin/sh
# run.sh NOTES...: what the main commands cost on books of that many notes, beside what the system takes
# to read the files and what grep takes to search them; how many notes the short ways read; and, if valgrind
# is there, the instructions a note. Measures, and judges nothing.
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$B/bench"
PATH=$B/bin:$B/bench:$PATH
NT_TODAY=2026-11-24 LC_ALL=C.UTF-8
export NT_TODAY LC_ALL
unset NT_BOOK
RUNS=${RUNS:-5}

# whose note is found by its file
somebody() {
	find "$1/people" -name '*b*.md' | sort | sed -n '9s,.*/\(.*\)\.md,\1,p'
}

# the folder stands last: a command that is not there is left out
commands() {
	cat <<-E
		floor read $1
		floor stat $1
		grep -rl recruiter $1
		rg -l recruiter $1
		nt-log -n -b $1 '$(somebody "$1")' call: hi
		nt-find -b $1 -p tag:recruiter
		nt-find -b $1 -p city:berlin
		nt-find -b $1 -p last:..today-90d
		nt-find -b $1 -p tag:recruiter last:..today-90d
		nt-due -b $1 -l
		nt-favor -b $1 -l
		nt-intro -l tag:recruiter -b $1
		nt-graph -l --bridges -b $1
		nt-dup -l -b $1
		nt-stats -l -b $1
	E
}

there() {
	while read -r line; do
		if command -v "${line%% *}" >/dev/null; then
			echo "exec $line"
		else
			echo "left out, not installed: $line" >&2
		fi
	done
}

# a book of that many notes, made anew if gen is newer
book() {
	if [ ! -f "book-$1/book.md" ] || [ -n "$(find "$B/bench/gen" -newer "book-$1/book.md")" ]; then
		rm -rf "book-$1"
		gen "$1" "book-$1"
	fi
}

: >results
for notes; do
	book "$notes"
	floor read "book-$notes" | sed "s/^/book-$notes: /"
	plain "book-$notes" | sed "s/^/book-$notes: /"
	commands "book-$notes" | there >lines
	IFS='
'
	# shellcheck disable=SC2046
	measure "$RUNS" $(cat lines) | sed "s/^/$notes	/" >>results
	unset IFS
done

awk -F '\t' '
{
	sub(/^exec /, "", $6)
	name = $6
	gsub(/ *(-b )?book-[0-9]+/, "", name)
	if ($1 != size) {
		size = $1
		sizes[++n] = size
		printf "\n%8s  %-34s %9s %9s %9s %8s %7s\n", "notes", "command", "cpu ms", "wall ms", "us/note", "floor x", "peak MB"
	}
	if (name == "floor read")
		floor = $2
	each = 1000 * $2 / $1
	cost[name, size] = each
	if (!(name in seen)) {
		seen[name] = 1
		names[++count] = name
	}
	printf "%8d  %-34s %9.1f %9.1f %9.1f %8.1f %7.1f%s\n", $1, name, $2, $3, each, floor ? $2 / floor : 0, $4 / 1024,
		($5 > 1 ? "   exit " $5 : "")
}
END {
	if (n < 2)
		exit
	printf "\ncost of a note at %d against %d (1.0: grows with the book, no faster)\n", sizes[n], sizes[1]
	for (i = 1; i <= count; i++)
		if (cost[names[i], sizes[1]])
			printf "          %-34s %9.2f\n", names[i], cost[names[i], sizes[n]] / cost[names[i], sizes[1]]
}' results

for notes; do
	echo
	echo "an editor on a book of $notes notes: the median and the worst answer"
	PYTHONDONTWRITEBYTECODE=1 python3 "$top/tests/bench/lsp.py" "book-$notes"
done

# counted, not timed: FEW and MANY notes, so that what a run costs by itself falls out
FEW=1000 MANY=5000

instructions() {
	valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null |
		awk '/Collected *:/ { print $NF }'
}

a_note() {
	tool=$1
	shift
	few=$(instructions "$tool" -b "book-$FEW" "$@")
	many=$(instructions "$tool" -b "book-$MANY" "$@")
	printf '          %-34s %9d\n' "$tool $*" "$(((many - few) / (MANY - FEW)))"
}

if ! command -v valgrind >/dev/null; then
	echo 'left out, not installed: valgrind, which counts the instructions a note' >&2
	exit 0
fi
book "$FEW"
book "$MANY"
printf '\ninstructions a note, from %d notes to %d\n' "$FEW" "$MANY"
a_note nt-due -l
a_note nt-find -p tag:recruiter
a_note nt-find -p last:..today-90d
