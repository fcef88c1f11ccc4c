#!/bin/sh
# layers.sh [BUILD]: lib/ is a house of folders, one a floor. A file uses, by its
# includes and by the symbols of its object in BUILD, only its own folder and
# those below; no module uses one that uses it; each library is known to one module.
set -eu
cd "$(dirname "$0")/.."
build=${1:-build}

floors='base sys text merge note format book people query views change check face lsp'
libraries='
utf8proc.h utf8 fold
pcre2.h regex
yaml.h front
cmark.h body
jansson.h jcard message
gmime.h mailhead
ical.h icsfile
'
# Who may use each other: a reader and its short way, a grammar, a recursion.
circles='
body plainbody
front plainfront plainscalar
query query_parts terms match lists
mergebody mergeweave
'

uses=$(mktemp)
trap 'rm -f "$uses"' EXIT

# file:line folder/module folder/module, of includes; object folder/module folder/module symbol, of symbols
{
	find lib bin -name '*.[ch]' | sort | xargs awk '
	/^#include/ {
		from = FILENAME
		gsub(/^lib\/|\.[ch]$/, "", from)
		split($2, name, /[<">]/)
		print FILENAME ":" FNR, from, name[2], $2 ~ /^"/ ? "include" : "system"
	}'
	nm -A -P "$build"/lib/*/*.o | awk -v build="$build/lib/" '
	{
		object = $1
		sub(/\.o:$/, "", object)
		object = substr(object, length(build) + 1)
		if ($3 == "U")
			wants[object, $2] = 1
		else if ($3 ~ /^[TDRBCV]$/)
			has[$2] = object
	}
	END {
		for (k in wants) {
			split(k, p, SUBSEP)
			if (p[2] in has)
				print "lib/" p[1] ".c", p[1], has[p[2]] ".h", "symbol " p[2]
		}
	}' | sort
} >"$uses"

awk -v floors="$floors" -v libraries="$libraries" -v circles="$circles" '
function wrong(text) {
	print $1 ": " text
	failed = 1
}
BEGIN {
	for (i = split(floors, line, " "); i > 0; i--)
		floor[line[i]] = i
	n = split(libraries, line, "\n")
	for (i = 1; i <= n; i++)
		for (k = split(line[i], word, " "); k > 1; k--)
			knows[word[1], word[k]] = knows[word[1]] = 1
	n = split(circles, line, "\n")
	for (i = 1; i <= n; i++)
		for (k = split(line[i], word, " "); k > 0; k--)
			circle[word[k]] = i
}
{
	split($2, from, "/")
	split($3, to, "/")
	module = to[2]
	sub(/\.h$/, "", module)
}
$4 == "system" {
	if ($3 in knows && !(($3, from[2]) in knows))
		wrong("includes " $3 ", which is for another module")
	next
}
from[1] != "bin" && !(from[1] in floor) {
	wrong("stands in no folder of tests/layers.sh")
	next
}
(from[1] == "bin" && $3 == "tools.h") || (from[2] == "page" && $3 == "pagefiles.h") { # made by the Makefile
	next
}
to[2] == "" || !(to[1] in floor) {
	wrong("includes " $3 " without its folder")
	next
}
from[1] in floor && floor[to[1]] > floor[from[1]] {
	wrong(from[1] " uses " $3 ", a floor above (" $4 " " $5 ")")
}
module ~ /_parts$/ && to[1] != from[1] {
	wrong("includes " $3 ", which stays in its folder")
}
from[1] in floor && module != from[2] {
	edge[from[2], module] = $1 " " $4 " " $5
}
# Two modules are in a circle when each reaches the other.
END {
	for (k in edge) {
		split(k, p, SUBSEP)
		reach[p[1], p[2]] = is[p[1]] = is[p[2]] = 1
	}
	for (m in is)
		for (x in is)
			if ((x, m) in reach)
				for (y in is)
					if ((m, y) in reach)
						reach[x, y] = 1
	for (k in edge) {
		split(k, p, SUBSEP)
		if ((p[2], p[1]) in reach && !(circle[p[1]] && circle[p[1]] == circle[p[2]])) {
			print edge[k] ": " p[1] " and " p[2] " are in a circle"
			failed = 1
		}
	}
	exit failed
}
' "$uses"
