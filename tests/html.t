#!/bin/sh
# make html: a page for each page, and links that lead somewhere.
. "${0%/*}/lib.sh"

command -v mandoc >/dev/null || { echo '1..0 # SKIP no mandoc' && exit 0; }
/usr/bin/python3 -c '' 2>/dev/null || { echo '1..0 # SKIP no python3' && exit 0; }
check() {
	/usr/bin/python3 -B "$TOP/tests/htmllinks.py" "$1"
}

sh "$TOP/man/html.sh" "$TMP/html" 2>"$TMP/err"
t 'every page is there, and mandoc had nothing to say' '
	is "$(cat "$TMP/err")" "" && for page in "$TOP"/man/*.[1-9]; do [ -s "$TMP/html/${page##*/}.html" ] || { echo "$page" && return 1; }; done'
t 'every link leads somewhere, and nothing else is loaded' 'check "$TMP/html"'
t 'the check finds what does not' '
	for s in "s,\"nt-note.5.html\",\"https://manpages.debian.org/nt-nota.5\"," "s/\"nt-note.5.html\"/\"nt-nota.5.html\"/" "s/id=\"NAME\"/id=\"NOM\"/" "s,manpages.debian.org,example.org," "s,</section>,," "s,</head>,<script></script>&,"; do
		rm -rf x && cp -R "$TMP/html" x && sed -i.bak "$s" x/nt.1.html x/nt-note.5.html x/nt-due.1.html && code 1 check x >out && has out .html: || { echo "$s" && return 1; }
	done'
t 'twice the same' 'sh "$TOP/man/html.sh" x && diff -r x "$TMP/html"'
t 'html5lib finds no fault' '
	/usr/bin/python3 -c "import html5lib" 2>/dev/null || skip "no html5lib for Python" &&
	for page in index nt.7 nt.1 nt-note.5 nt-query.7 nt-find.1; do
		/usr/bin/python3 -B "$TOP/tests/page.py" valid "$TMP/html/$page.html" || return 1
	done'
done_testing
