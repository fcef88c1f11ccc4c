#!/bin/sh
# The pictures of README.md show what the tools print now.
. "${0%/*}/lib.sh"

/usr/bin/python3 -c '' 2>/dev/null || { echo '1..0 # SKIP no python3' && exit 0; }
export PICTURES="$TOP/examples/pictures"
picture() {
	/usr/bin/python3 -B "$TOP/tests/picture.py" "$@"
}

# drawn TEXT: the picture of a terminal where that is printed
drawn() {
	mkdir -p bin out && printf '#!/bin/sh\nprintf '\''%s'\''\n' "$1" >bin/nt-show && printf '#!/bin/sh\n' | tee bin/nt-due >bin/nt-remind &&
		chmod +x bin/* && PATH=$PWD/bin:$PATH picture out && cat out/card-light.svg
}

t 'the pictures of a terminal are those that make picture makes' '
	mkdir out && picture out && for file in out/*.svg; do cmp "$file" "$PICTURES/${file##*/}" || { echo "make picture" && return 1; }; done &&
	is "$(ls out)" "$(cd "$PICTURES" && ls | grep svg\$)"'
t 'the pictures of the page are of the page that nt-export makes' '
	{ command -v chromium || skip "no chromium to make them again"; } && { command -v sha256sum || skip "no sha256sum"; } &&
	nt-export -b "$TOP/examples/book" -f html | sha256sum | cut -c 1-64 >want && [ -s want ] &&
	for theme in light dark; do picture --told "$PICTURES/page-$theme.png" | same want - || return 1; done'
t 'they are well-formed, and load and run nothing' '
	for file in "$PICTURES"/*.svg; do
		/usr/bin/python3 -c "import sys, xml.dom.minidom as m; print(m.parse(sys.argv[1]).documentElement.tagName)" "$file" | has - svg || return 1
	done && is "$(grep -lE "href|url\(|@import|<script|<image| on[a-z]+=" "$PICTURES"/*.svg)" ""'
t 'README.md shows each of them, and no other' '
	grep -o "examples/pictures/[a-z-]*\.[a-z]*" "$TOP/README.md" | sort >got && (cd "$TOP" && ls examples/pictures/*) | sort | same got'
t 'a picture is no larger than a page may be' 'is "$(find "$PICTURES" -type f -size +150k)" ""'
t 'wide letters take two cells, marks none; what is markup is text' '
	drawn "李 e\314\201 <b>&amp; \360\237\252\201x\n" >got && has got "x=\"18.0\" y=\"51\" textLength=\"16.8\" lengthAdjust=\"spacingAndGlyphs\">李<" &&
	has got "x=\"43.2\"" && has got "textLength=\"84.0\" lengthAdjust=\"spacingAndGlyphs\">$(printf "e\314\201") &lt;b&gt;&amp;amp;<" &&
	has got "x=\"135.6\" y=\"51\" textLength=\"16.8\"" && has got "x=\"152.4\""'
t 'colours are classes, and go on in the next line' '
	drawn "\033[36mdo\nit\033[0m now\n" >got && is "$(grep -c "class=\"cyan\"" got)" 2 && has got "class=\"ink\" x=\"43.2\""'
t 'what is not drawn, or does not fit, is said' '
	code 1 drawn "a\033[2Jb" 2>err && has err "not drawn" && code 1 drawn "a\tb" 2>err && has err "not drawn" &&
	code 1 drawn "$(printf "%081d" 0)" 2>err && has err "wider than 80" && code 1 drawn "\033[5mx" 2>err && has err 5'
done_testing
