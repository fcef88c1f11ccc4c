#!/bin/sh
# Random queries on random books: nt-find and a slow, plain reader of the same notes agree.
. "${0%/*}/lib.sh"

t 'random books: nt-find answers as the manual says' '
	{ command -v python3 >/dev/null || skip "no python3"; }
	PYTHONDONTWRITEBYTECODE=1 python3 "$TOP/tests/query.py"'
done_testing
