#!/bin/sh
# html.sh FOLDER: the pages as a small site there. nt.1 says in which order and groups, .Nd what each page is.
set -eu
mkdir -p "$1"
to=$(cd "$1" && pwd)
cd "$(dirname "$0")"
elsewhere=https://manpages.debian.org/%N.%S # a link to what is not of nt

head_of() {
	cat <<-E
		<!DOCTYPE html>
		<html lang="en">
		<head>
		<meta charset="utf-8">
		<meta name="viewport" content="width=device-width, initial-scale=1">
		<title>$1</title>
		<link rel="stylesheet" href="style.css">
		</head>
		<body>
	E
}

# By mandoc: a .Nd may have macros and escapes.
does() {
	mandoc -T html -O fragment "$1" | tr -s '\n ' ' ' | sed 's,.*class="Nd">,,; s,</span></p>.*,,; s,<[^>]*>,,g'
}

# links TITLE PAGE...: a group of the index
links() {
	title=$1
	shift
	echo "<section><h2>$title</h2><dl>"
	for page; do
		[ -f "$page" ] || { echo "html.sh: nt.1 names $page, which is not there" >&2 && exit 1; }
		echo "<div><dt><a href=\"$page.html\">${page%.*}<small>(${page##*.})</small></a></dt><dd>$(does "$page")</dd></div>"
	done
	echo '</dl></section>'
}

# Each group of nt.1, a line: its title, a tab, its pages.
groups() {
	awk '/^\.Bl/ && last ~ /:$/ { line = substr(last, 1, length(last) - 1) "\t" }
	     /^\.It Xr/ { line = line $3 "." $4 " " }
	     /^\.El/ { if (line ~ /\t/) print line; line = "" }
	     { last = $0 }' nt.1
}

cp style.css "$to/"
for page in *.[1-9]; do
	name=${page%.*} section=${page##*.}
	{
		head_of "$name($section)"
		echo "<header><a href=\"index.html\">nt</a> $name<small>($section)</small></header>"
		echo '<main>'
		mandoc -I os=nt -T html -O "fragment,man=%N.%S.html;$elsewhere" "$page"
		printf '</main>\n</body>\n</html>\n'
	} >"$to/$page.html"
done

{
	head_of nt
	echo '<header>nt</header><main><h1>The pages of nt</h1><p>nt keeps a network of people as plain text, in small programs.</p>'
	links 'To read first' nt.7 nt.1 nt-*.[2-9]
	tab=$(printf '\t')
	groups | while IFS=$tab read -r title pages; do links "$title" $pages; done
	printf '</main>\n</body>\n</html>\n'
} >"$to/index.html"
