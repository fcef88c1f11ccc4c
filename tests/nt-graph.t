#!/bin/sh
. "${0%/*}/lib.sh"

# person NAME FRONT [LINE...]
# shellcheck disable=SC2059
person() {
	name=$1 front=$2
	shift 2
	{ printf -- "---\nname: $name\n$front---\n\n" && for line; do echo "$line"; done; } | note "people/$name.md"
}

# tie A B [OPTION...]: the weight and what ties the two, by the JSON of the graph
# shellcheck disable=SC2059
tie() {
	a=$1 b=$2
	shift 2
	nt-graph -f json "$@" | jq -r --arg a "people/$a.md" --arg b "$b" \
		".edges[] | select((.source == \$a and .target == \$b) or (.target == \$a and .source == \$b)) | \"\(.weight) \(.why)\""
}

# shellcheck disable=SC2059
networkx() {
	/usr/bin/python3 -c "import networkx" || skip networkx is not installed
}

t 'components, articulation points, groups, GraphML and JSON: networkx says the same' '
	networkx && PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$TOP/tests/graph-networkx.py" "${NETWORKX_BOOKS:-25}"'

t 'the weight: relations, introductions, entries, memberships, mentions' '
	book && person A "spouse: \"[[B]]\"\n" && person B "wife: \"[[A]]\"\n" && is "$(tie A people/B.md)" "1 spouse; wife" &&
	person C "introduced-by: \"[[A]]\"\n" && is "$(tie C people/A.md)" "1 introduced" && person D "how: We sat with [[A]] and [[B]].\n" &&
	is "$(tie D people/A.md) $(tie D people/B.md)" "1 introduced 1 introduced" && person E "" "- 2026-10-01 gave: intro to [[C]]" &&
	is "$(tie E people/C.md)" "1 introduced" && person F "" "Knows [[C]] well." && is "$(tie F people/C.md)" "0.25 mention" &&
	person G "" "- 2026-11-24 call: of [[C]]" "- [ ] owe: intro to [[A]]" && is "$(tie G people/C.md)$(tie G people/A.md)" "0.25 mention" &&
	echo "- dinner: with [[E]] and [[F]]" | note journal/2026-11-24.md && is "$(tie E people/F.md)" "0.5 entries: 1" &&
	echo "- dinner: with [[E]] and [[F]]" | note journal/2026-05-28.md && is "$(tie E people/F.md)" "0.75 entries: 2" &&
	rm journal/* && echo "- dinner: with [[E]], [[F]] and [[G]]" | note journal/2026-11-24.md && is "$(tie E people/F.md)" "0.430677 entries: 1" &&
	echo "- dinner: with [[E]] and [[F]]" | note journal/2026-11-25.md && is "$(tie E people/F.md)" "0.430677 entries: 1" &&
	echo "- 2026-11-23 [[A]] and [[G]] argued" | note journal/x.md && is "$(tie A people/G.md)" "0.25 mention" &&
	person H "not: \"[[A]]\"\nrelated: \"[[B]]\"\n" "- [-] 2026-11-02 call: with [[C]]" && is "$(tie H people/A.md)$(tie H people/B.md)$(tie H people/C.md)" ""'

t 'orgs and groups are nodes, and tie less the larger they are' '
	book && printf -- "---\nname: Acme\n---\n" | note orgs/acme.md && printf -- "---\nname: Club\nmembers: [\"[[A]]\", B]\n---\n" | note groups/club.md &&
	person A "org: \"[[Acme]]\"\n" && person B "org: Acme\n" && person C "org: [Acme, Other]\nmember-of: \"[[Club]]\"\n" &&
	is "$(tie A orgs/acme.md)" "0.430677 org" && is "$(tie B orgs/acme.md)" "0.430677 org" && is "$(tie C groups/club.md)" "0.430677 group" &&
	is "$(tie B groups/club.md)" "0.430677 group" && rm people/C.md && is "$(tie A orgs/acme.md) $(tie A groups/club.md)" "0.5 org 0.5 group" &&
	is "$(nt-graph -l --hubs)" "$(printf "A\t2\tpeople/A.md\nB\t2\tpeople/B.md")"'

t 'contacts tie oneself, with --me and for --bridges only' '
	book && person A "" "- 2026-11-24 call: x" && person B "met: 2019\n" && person C "" && is "$(nt-graph -f json | jq -c "[.nodes[].name]")" "[\"A\",\"B\",\"C\"]" &&
	is "$(tie A name:me --me) $(tie B name:me --me) $(tie C name:me --me)" "1 entries: 1 0.25 met " && person A "" "- 2026-11-24 call: of [[C]]" "- 2026-05-28 call: y" &&
	is "$(tie A name:me --me)" "1.5 entries: 2" && is "$(nt-graph -l --bridges)" "$(printf "A\t1\tpeople/A.md")" &&
	printf -- "---\nkind: book\nme: \"[[M]]\"\n---\n" | note book.md && person M "spouse: \"[[A]]\"\n" &&
	is "$(tie A people/M.md) $(tie A people/M.md --me)" "1 spouse; entries: 2 2.5 spouse; entries: 2" && is "$(nt-graph --islands -l | cut -f 1,3 | tr "\n\t" "  ")" "1 A 1 M 1 C 2 B "'

t 'bridges: how many people hang on each' '
	printf -- "---\nkind: book\nme: M\n---\n" | note book.md && person M "knows: [\"[[A]]\", \"[[B]]\"]\n" && person A "knows: \"[[B]]\"\n" && person B "knows: \"[[C]]\"\n" &&
	person C "org: \"[[Acme]]\"\nknows: \"[[E]]\"\n" && printf -- "---\nname: Acme\n---\n" | note orgs/acme.md && person D "org: \"[[Acme]]\"\n" && person F "knows: \"[[G]]\"\n" && person G "" &&
	nt-graph -l --bridges >out && printf "B\t3\tpeople/B.md\nC\t2\tpeople/C.md\n" | same out && is "$(nt-graph --bridges -l -o who)" "$(printf "C; E; D\nE; D")" &&
	is "$(nt-graph --bridges -p)" "$(printf "people/B.md\npeople/C.md")" && is "$(nt-graph --bridges -l people/C.md)" "$(printf "C\t2\tpeople/C.md")" && code 1 nt-graph --bridges people/A.md &&
	is "$(nt-graph --bridges -s | nt-find - -l -o name)" "$(printf "B\nC")" && is "$(nt-graph --bridges -0 | tr "\0" " ")" "people/B.md people/C.md "'

t 'islands, the largest first; the table has a row for each' '
	book && person A "knows: \"[[B]]\"\n" && person C "knows: [\"[[D]]\", \"[[E]]\"]\n" && for p in B D E F G; do person $p ""; done &&
	nt-graph --islands -l >out && printf "1\t3\tC\tpeople/C.md\n1\t3\tD\tpeople/D.md\n1\t3\tE\tpeople/E.md\n2\t2\tA\tpeople/A.md\n2\t2\tB\tpeople/B.md\n3\t1\tF\tpeople/F.md\n4\t1\tG\tpeople/G.md\n" | same out &&
	nt-graph --islands -t >out && printf "island   size  who\n1           3  C; D; E\n2           2  A; B\n(alone)     2  F; G\n" | same out && is "$(nt-graph --islands -l -n 1 A)" "$(printf "2\t2\tA\tpeople/A.md")"'

t 'groups are called by their best tied' '
	book && for g in A B; do for i in 1 2 3 4; do person $g$i "knows: [\"[[${g}1]]\", \"[[${g}2]]\", \"[[${g}3]]\"]\n"; done; done && person A4 "knows: [\"[[A1]]\", \"[[B1]]\"]\n" &&
	nt-graph --groups -l >out && is "$(cut -f 1 out | uniq | tr "\n" " ")" "A1 B1 " && is "$(grep -c "^A1.A[1-4].people" out)" 4 && is "$(grep -c "^B1.B[1-4].people" out)" 4 &&
	nt-graph --groups -l | same out && is "$(nt-graph --groups -l B3)" "$(printf "B1\tB3\tpeople/B3.md")" && is "$(nt-graph --groups -j A4 | jq -c .)" "{\"name\":\"A4\",\"size\":4,\"who\":[],\"path\":\"people/A4.md\",\"group\":\"A1\"}" &&
	is "$(nt-graph --groups -l -o group,who B3)" "$(printf "B1\tB3")" && is "$(nt-graph --groups -t -o name B3 | tail -n 1)" B3'

t 'missing: who has no note, and where they are linked' '
	book && person A "knows: [\"[[Bea|B.]]\", \"[[A]]\"]\norg: \"[[Acme]]\"\n" "- [ ] owe: intro to [[Cy]]" "[[2026-11-01]] ![[photo.png]] [plan](plan.pdf)" && person D "" "[[bea]] [Eve](eve.md)" &&
	echo "- dinner: with [[BEA]]" | note journal/2026-11-01.md && nt-graph --missing -l >out &&
	printf "Bea\t3\tjournal/2026-11-01.md; people/A.md; people/D.md\nCy\t1\tpeople/A.md\nEve\t1\tpeople/D.md\n" | sed "s/^Bea/$(head -c 3 out)/" >want && sort out | cut -f 2- >a && sort want | cut -f 2- | same a &&
	is "$(nt-graph --missing -l D | cut -f 2)" "$(printf "3\n1")" && nt-graph --missing -t | has - "where" && rm -r people journal && code 1 nt-graph --missing'

t 'QUERY and --around: a part of the graph, not by way of oneself' '
	printf -- "---\nkind: book\nme: M\n---\n" | note book.md && person M "knows: [\"[[A]]\", \"[[D]]\"]\n" && person A "knows: \"[[B]]\"\n" && person B "knows: \"[[C]]\"\n" && person C "" && person D "" &&
	nodes() { nt-graph -f json "$@" | jq -r "[.nodes[].name] | join(\" \")"; } && is "$(nodes people/A.md)" "M A B" && is "$(nodes --around 0 people/A.md)" A && is "$(nodes --around 2 people/A.md)" "M A B C" &&
	is "$(nodes --around=2 people/M.md)" "M A B D" && is "$(nt-find people/A.md | nt-graph -f json - | cksum)" "$(nt-graph -f json people/A.md | cksum)" && is "$(nodes --around 0 people/A.md people/C.md)" "A C" &&
	code 2 nt-graph -f json --around 1 2>err && has err "QUERY" && code 2 nt-graph --around 1 A 2>err && has err "with a QUERY" && code 1 nt-graph -f json nobody >out && is "$(jq -c .nodes out)" "[]" &&
	echo text | note goals/g.md && code 1 nt-graph -l kind:goal 2>err && has err "none is of a person"'

t 'hostile names: every reader gets them as they are' '
	networkx && book && i=0 && while IFS= read -r name; do i=$((i + 1)) && printf -- "---\nname: %s\nknows: \"[[hub]]\"\n---\n" "$(printf %s "$name" | jq -Rs .)" | note "people/p$i.md"; done <<-\E && person hub "" &&
		quote " and \ back\\slash\
		<b>&amp; &lt; </b> ]]> <!-- -->
		\N \G \l \n #35; #quot; `code` **bold**
		end"]; subgraph x --> y %%{init: {}}%% |label|
		n1 style fill:#fff; class {a}(b)
		日本語 עברית
		E
	printf -- "---\nname: \"esc \\\\e[31m nul \\\\u0001 tab\\\\tend\"\n---\n" | note people/ctl.md &&
	nt-find -l -o name people/p1.md people/p2.md >/dev/null; nt-graph -f json >j && nt-graph -f graphml >x && nt-graph -f dot >d && nt-graph -f mermaid >m && jq -r ".nodes[].name" j >want &&
	is "$(wc -l <want)" 8 && /usr/bin/python3 -c "
import json, networkx as nx
want = [n[\"name\"] for n in json.load(open(\"j\"))[\"nodes\"]]
got = [d[\"name\"] for _, d in nx.read_graphml(\"x\").nodes(data=True)]
assert [w.replace(\"\x1b\", \"\ufffd\").replace(\"\x01\", \"\ufffd\") for w in want] == got, (want, got)" &&
	LC_ALL=C hasnt d "$(printf "\033")" && LC_ALL=C hasnt m "$(printf "\033")" && is "$(grep -c "^	n[0-9]* \[" d)" 8 && is "$(grep -c "^	n[0-9]* --- \|^	n[0-9]* === " m)" 6'

t 'dot draws it, hostile names and all' '
	command -v dot >/dev/null || skip graphviz is not installed
	book && person hub "" && printf -- "---\nname: \"a \\\\\"q\\\\\" \\\\\\\\N & <b> &lt; end\\\\\\\\\"\n\"a<b>&\\\\\"\": \"[[hub]]\"\n---\n" | note people/p.md && nt-graph -f dot | dot -Tsvg >svg 2>err && same /dev/null err &&
	/usr/bin/python3 -c "
import xml.etree.ElementTree as E
texts = [\"\".join(t.itertext()).replace(\"\xa0\", \" \") for t in E.parse(\"svg\").iter(\"{http://www.w3.org/2000/svg}text\")]
name = \"a \\\"q\\\" \\\\N & <b> &lt; end\\\\\"
assert texts.count(name) == 1, (name, texts)
assert texts.count(\"a<b>&\\\"\") == 1, texts
assert any(\"hub\" in t for t in texts)" && nt-graph -b "$TOP/examples/book" -f dot | dot -Tsvg 2>err >svg && same /dev/null err && is "$(grep -c "class=.node" svg)" 58 && has svg "Old Tom Bexley"'

t 'Mermaid reads it' '
	command -v node >/dev/null || skip node is not installed
	modules=${NT_NODE_MODULES:-$(npm root -g 2>/dev/null)}
	{ [ -d "$modules/mermaid" ] && [ -d "$modules/jsdom" ]; } || skip "mermaid and jsdom are not in $modules: NT_NODE_MODULES says where they are"
	book && person hub "" && printf -- "---\nname: \"a \\\\\"q\\\\\" \\\\\\\\N & <b> #35; %%%%{x}%%%% \`c\` ] ) end style x: #f;\"\n\"r|\\\\\"]\": \"[[hub]]\"\n---\n" | note people/p.md && nt-graph -f mermaid | node "$TOP/tests/graph-mermaid.mjs" "$modules" >out &&
	printf "%s\n" hub "a \"q\" \\N & <b> #35; %%{x}%% \`c\` ] ) end style x: #f;" 1 | same out &&
	nt-graph -b "$TOP/examples/book" -f mermaid | node "$TOP/tests/graph-mermaid.mjs" "$modules" >out && is "$(tail -n 1 out)" "$(nt-graph -b "$TOP/examples/book" -f json | jq ".edges | length")"'

t 'Mermaid draws so many edges' '
	book && { echo "---" && echo "knows: [$(for i in $(seq 501); do printf "\"[[p%s]]\"," "$i"; done)]" && echo "---"; } | note people/a.md && nt-graph -f mermaid >out 2>err && has err "maxEdges" && has err 501 &&
	sed -i "s/,\"\[\[p501\]\]\"//" people/a.md && nt-graph -f mermaid >out 2>err && same /dev/null err'

t 'private links tie nobody but on the terminal of the owner' '
	printf -- "---\nkind: book\nprivate: [private, secret]\n---\n" | note book.md && person A "secret: \"[[B]]\"\nprivate: {lover: \"[[C]]\"}\n" "## Private" "" "- 2026-11-01 call: of [[D]]" "- [[Ghost]]" && for p in B C D; do person $p ""; done &&
	printf "## Private\n\n- 2026-11-20 dinner: [[B]] [[C]]\n" | note journal/x.md && code 1 nt-graph --hubs >out && same /dev/null out && is "$(nt-graph -f json --me | jq -c .edges)" "[]" && code 1 nt-graph --missing &&
	on-tty nt-graph --hubs --color=never >out && has out "D" && has out "Ghost" && on-tty nt-graph --missing --color=never | has - Ghost && on-tty nt-graph --hubs -l | hasnt - D'

t 'a book without anybody, a loop, oneself, two notes of one name' '
	book && code 1 nt-graph >out && same /dev/null out && code 1 nt-graph -f json >out && is "$(jq -c "[.nodes, .edges]" out)" "[[],[]]" && code 1 nt-graph --islands && person A "knows: [\"[[A]]\", \"[[B]]\"]\n" "[[A]]" && person B "knows: \"[[A]]\"\n" && is "$(nt-graph -l | cut -f 2 | tr "\n" " ")" "1 1 " &&
	person C "" && cp people/C.md people/C2.md && person D "knows: \"[[C]]\"\n" "and [[C]]" && nt-graph -l >out 2>err && hasnt out D && has err "several notes" && has err ": 2;" && nt-graph --islands -l 2>/dev/null >out && is "$(wc -l <out)" 5 && is "$(cut -f 1 out | sort -u | wc -l)" 4'

t 'a broken note is said and hides nobody; CRLF' '
	book && person A "knows: \"[[B]]\"\n" && printf -- "---\nname: [\n---\n" | note people/x.md && printf -- "---\r\nname: B\r\nspouse: \"[[A]]\"\r\n---\r\n\r\nand [[Z]]\r\n" | note people/B.md && code 2 nt-graph -l >out 2>err && has err people/x.md && is "$(cut -f 1,2 out | tr "\n\t" "  ")" "B 2 A 1 Z 1 "'

t 'more than sixteen at one table do not know each other by it' '
	book && for i in $(seq 17); do person p$i ""; done && echo "- dinner: $(for i in $(seq 16); do printf "[[p%s]] " "$i"; done)" | note journal/2026-11-01.md && is "$(nt-graph -f json | jq ".edges | length")" 120 &&
	echo "- dinner: $(for i in $(seq 17); do printf "[[p%s]] " "$i"; done)" | note journal/2026-11-01.md && is "$(nt-graph -f json | jq ".edges | length")" 0 && is "$(nt-graph --me -f json | jq ".edges | length")" 17'

t 'options that exclude each other; columns; a full disk and a closed pipe' '
	book && person A "knows: \"[[B]]\"\n" && code 2 nt-graph --hubs --islands 2>err && has err "at a time" && code 2 nt-graph -f dot --groups 2>err && has err "rows" && code 2 nt-graph -f dot -l && code 2 nt-graph -f dot -o name && code 2 nt-graph -f png &&
	code 2 nt-graph -o hangs 2>err && has err "no such column" && is "$(nt-graph -l -o nearest,group)" "$(printf "B\tA\nA\tA")" && code 2 nt-graph -f dot >/dev/full && code 2 nt-graph -l >/dev/full &&
	{ nt-graph -f graphml; echo $? >code; } | true && cd "$TMP" && code 2 nt-graph 2>err && has err "nt-init"'

t 'one note that links to 50,000, and a group of as many' '
	book && { printf -- "---\nname: Hub\nknows:\n" && seq -f "  - \"[[p%.0f]]\"" 50000 && printf -- "---\n"; } | note people/hub.md && { printf -- "---\nname: Club\nmembers:\n" && seq -f "  - \"[[p%.0f]]\"" 50000 && printf -- "---\n"; } | note groups/club.md &&
	is "$(nt-graph -l --hubs | head -n 1)" "$(printf "Hub\t50000\tpeople/hub.md")" && is "$(nt-graph --groups -l | wc -l)" 50002 && is "$(nt-graph --missing -l | wc -l)" 50000'
done_testing
