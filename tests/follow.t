#!/bin/sh
# What becomes of somebody who does what nt-due says, in short; `make follow` is the whole.
. "${0%/*}/lib.sh"

t 'who follows nt-due --early keeps up, keeps their word, and is no worse off than by a plain order' '
	{ command -v python3 >/dev/null || skip "no python3"; }
	PYTHONDONTWRITEBYTECODE=1 python3 "$TOP/tests/bench/follow.py" -p 60 -d 150 -s 1 0.9 2 >out || { cat out && return 1; }
	has out "nt-due holds what it should" && is "$(grep -c "nt-due, goals" out)" 4'

done_testing
