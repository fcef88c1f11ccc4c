#!/bin/sh
# lib/base/networkpath finds what networkx finds. NETWORKX_GRAPHS: how many graphs.
. "${0%/*}/lib.sh"

# paths NODES MOST SOURCE TARGET "a b length"...: from one node to another
paths() {
	{ printf '%s %s\n1 %s\n1 %s\n' "$1" "$2" "$3" "$4" && shift 4 && printf '%s\n' "$@"; } | network-paths
}

t 'shortest paths and alternatives are those of networkx' '
	/usr/bin/python3 -c "import networkx" || skip networkx is not installed
	/usr/bin/python3 "$TOP/tests/networkpath-networkx.py" "$B/helpers/network-paths" "${NETWORKX_GRAPHS:-150}"'
t 'of equal lengths fewer hops, then lower nodes' '
	is "$(paths 6 9 0 5 "0 4 1" "4 5 1" "0 3 1" "3 5 1" "0 1 0.5" "1 2 0.5" "2 5 1" "0 5 2")" "2.000000000 0 5
2.000000000 0 3 5
2.000000000 0 4 5
2.000000000 0 1 2 5"'
t 'of targets equally far the lower, whichever is come to first' '
	is "$(printf "10 2\n1 0\n2 1 5\n0 8 1\n8 5 1\n0 9 1\n9 1 1\n" | network-paths)" "2.000000000 0 9 1
2.000000000 0 8 5"'
t 'a length that is no number, or beyond all, is no way' '
	is "$(paths 3 9 0 2 "0 2 inf" "0 1 1" "1 2 1" "0 2 nan" "0 2 -1" "0 2 1e6")" "2.000000000 0 1 2" && is "$(paths 2 9 0 1 "0 1 inf")" ""'
t 'a source that is a target is there; no path goes on behind a target' '
	is "$(paths 2 9 0 0 "0 1 1")" "0.000000000 0" && is "$(printf "3 9\n1 0\n2 1 2\n0 1 1\n1 2 1\n" | network-paths)" "1.000000000 0 1"'
t 'a chain of 100,000, and a node with 50,000 arcs' '
	{ printf "100000 2\n1 0\n1 99999\n" && seq 1 99999 | awk "{ print \$1 - 1, \$1, 1 }"; } >chain && is "$(network-paths <chain | cut -c1-20)" "99999.000000000 0 1 " &&
	{ printf "50002 3\n1 0\n1 50001\n" && seq 1 50000 | awk "{ print 0, \$1, 1; print \$1, 50001, 2 }"; } >star && is "$(network-paths <star | cut -d" " -f 3 | xargs)" "1 2 3"'
done_testing
