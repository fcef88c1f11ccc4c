#!/bin/sh
# lib/base/network says what networkx says. NETWORKX_GRAPHS: how many graphs.
. "${0%/*}/lib.sh"

t 'islands, articulation points and groups are those of networkx' '
	/usr/bin/python3 -c "import networkx" || skip networkx is not installed
	/usr/bin/python3 "$TOP/tests/network-networkx.py" "$B/helpers/network-solve" "${NETWORKX_GRAPHS:-200}"'
t 'a chain of 200,000 needs no stack' '
	{ echo 200000 0 && seq 1 199999 | awk "{ print \$1 - 1, \$1, 1 }"; } >chain
	(ulimit -s 512 && network-solve <chain) >out
	is "$(grep "^hanging 1 " out)" "hanging 1 199998"
	is "$(grep -c "^island [0-9]* 0$" out)" 200000'
t 'an empty graph, a loop, and a pair twice' '
	is "$(echo 0 0 | network-solve)" "modularity 0.000000000000"
	is "$(printf "2 0\n0 0 1\n" | network-solve | grep -v modularity | tr "\n" " ")" \
		"island 0 0 island 1 1 hanging 0 0 hanging 1 0 group 0 0 group 1 1 "
	is "$(printf "3 0\n0 1 1\n1 0 1\n1 2 1\n" | network-solve | grep hanging | tr "\n" " ")" \
		"hanging 0 0 hanging 1 1 hanging 2 0 "'
done_testing
