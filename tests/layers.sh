#!/bin/sh
# layers.sh: a file in lib/ includes only what stands on its own floor or below,
# and each library is known to one module. A new file gets its place here.
set -eu
cd "$(dirname "$0")/.."

floors='
1 str buf arena map diag opt date utf8 fold regex file os term json editor diff align git natural
2 front plainfront value quote lines guard body plainbody pieces place entry link note annotate edit splice doc logplace log config merge merge_parts mergeprose mergeitems mergebody mergetree mergefront mergelevel mergeweave private
3 book stream source names save create undo repo notepath tracked
4 person facts due why brief field typed set query query_tree match list pick known fill relink rename graph ledger technique advice goal check checkbook checkkeys checkfront checkname checkentry checkmend address complete backlink query_term order journal
5 change store move moveplan sink table card vcard csv ics mail svg checkform days
'
libraries='
utf8proc.h utf8 fold
pcre2.h regex
yaml.h front
cmark.h body
'

find lib bin -name '*.[ch]' -exec awk -v floors="$floors" -v libraries="$libraries" '
BEGIN {
	n = split(floors, line, "\n")
	for (i = 1; i <= n; i++)
		for (k = split(line[i], word, " "); k > 1; k--)
			floor[word[k]] = word[1]
	n = split(libraries, line, "\n")
	for (i = 1; i <= n; i++)
		for (k = split(line[i], word, " "); k > 1; k--)
			knows[word[1], word[k]] = knows[word[1]] = 1
}
FNR == 1 {
	module = FILENAME
	gsub(/.*\/|\.[ch]$/, "", module)
	if (FILENAME ~ /^bin/)
		floor[module] = 6
	else if (!(module in floor)) {
		wrong("stands on no floor of tests/layers.sh")
		nextfile
	}
}
/^#include "/ {
	split($0, quoted, "\"")
	sub(/\.h$/, "", quoted[2])
	if (quoted[2] in floor && floor[quoted[2]] > floor[module])
		wrong("floor " floor[module] " includes " quoted[2] ".h of floor " floor[quoted[2]])
}
/^#include </ {
	split($0, angle, "[<>]")
	if (angle[2] in knows && !((angle[2], module) in knows))
		wrong("includes " angle[2] ", which is for another module")
}
function wrong(text) {
	print FILENAME ":" FNR ": " text
	failed = 1
}
END { exit failed }
' {} +
