#!/bin/sh
. "${0%/*}/lib.sh"

# page CHECK FILE: by a parser of HTML; shown CHECK FILE: by Chromium
page() {
	/usr/bin/python3 -c 'import html5lib' 2>/dev/null || skip "no html5lib for Python"
	PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$TOP/tests/page.py" "$1" "$PWD/$2"
}

shown() {
	/usr/bin/python3 -c 'import selenium' 2>/dev/null || skip "no selenium for Python"
	{ command -v chromium && command -v chromedriver; } >/dev/null || skip "no chromium"
	PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$TOP/tests/page.py" "$1" "$PWD/$2"
}

people() {
	printf -- '---\nkind: book\nprivate: [private, pay]\n---\n' >book.md
	note people/ada.md <<-'E'
	---
	name: Ada Lovelace
	email: {work: "Ada <ada@engine.example>", home: al@home.example}
	phone: {mobile: "+44 7700 900 123"}
	url: [https://ada.example/?a=1&b=2, "ftp://ada.example"]
	address: {work: {street: "1 St James's Sq", city: London}}
	org: "[[Acme|The Acme]]"
	title: Analyst
	birthday: 1988-02-29
	tags: friend, maths
	cadence: 6w
	pay: secret1
	phone-private: secret2
	---
	- 2026-10-01 call>: about [[Bob]] & the <engine>
	- 2026-11-01 note: nothing
	- [ ] 2026-11-20 owe: the letter for [[bob]]

	# Private

	- 2026-11-02 call: secret3
	- [ ] 2026-11-03 owe: secret4
	E
	note people/bob.md <<-'E'
	---
	name: Bob
	pay: {birthday: secret5}
	how: "[[Ada Lovelace]]"
	---
	E
	note people/zoe.md <<-'E'
	---
	name: Zoë Müller
	city: Lisbon
	tags: friend
	---
	- 2026-11-22 lunch: with [[Ada Lovelace]]
	E
	note orgs/acme.md <<-'E'
	---
	name: Acme
	kind: org
	---
	E
}

# hostile: each text sets window.ran, if a browser takes it for more than text
hostile() {
	book
	i=0
	while IFS= read -r text; do
		i=$((i + 1))
		{
			echo ---
			for key in name email phone url im org title city tags how met birthday address; do
				printf '%s: %s\n' $key "$(printf %s "$text" | jq -R .)"
			done
			printf 'urls: x\n---\n'
			printf -- '- 2026-11-01 call: %s and [[%s]]\n- [ ] 2026-11-01 owe: %s\n- 2026-11-02 %s: x\n' "$text" "$text" "$text" "$text"
			printf -- '- 2026-11-03 call: [[P%s]] [x](%s)\n' $((i - 1)) "$text"
		} >people/p$i.md
	done <<-'E'
	<script>window.ran=1</script>
	</script><script>window.ran=1</script>
	</style><script>window.ran=1</script>
	</title></textarea></svg><svg onload=window.ran=1>
	"><img src=x onerror=window.ran=1>
	'><img src=x onerror='window.ran=1'>
	" onmouseover="window.ran=1" x="
	' onfocus='window.ran=1' autofocus x='
	javascript:window.ran=1
	 JaVaScRiPt:window.ran=1//@x.example
	java	script:window.ran=1
	data:text/html,<script>window.ran=1</script>
	https://x.example/" onclick="window.ran=1
	https://x.example/'><script>window.ran=1</script>
	http://javascript:window.ran=1@x.example/
	vbscript:window.ran=1
	a@x.example" onclick="window.ran=1
	a@x.example?subject=x&body=<script>window.ran=1</script>
	&lt;script&gt;window.ran=1&lt;/script&gt;
	&#x6a;avascript:window.ran=1
	<!--<script>window.ran=1</script>-->
	<![CDATA[<script>window.ran=1</script>]]>
	{{constructor.constructor('window.ran=1')()}}${window.ran=1}
	__proto__
	<iframe srcdoc="<script>parent.ran=1</script>"></iframe>
	<meta http-equiv=refresh content="0;url=javascript:window.ran=1">
	E
}

t 'one file, valid, that refers to nothing outside of itself' '
	people && nt-export -f html >out 2>err && is "$(cat err)" "" && is "$(head -n 1 out)" "<!DOCTYPE html>" && hasnt out "src=" && hasnt out "@import" && hasnt out "url(" && page valid out'

t 'its policy names its script and its style, and lets nothing else run' '
	people && nt-export -f html >out && page policy out'

t 'a card of each person: contact data as links, what is open, the last entries, whom they know' '
	people && nt-export -f html >out && is "$(grep -c "<details id" out)" 3 &&
	has out "href=\"mailto:ada@engine.example\">ada@engine.example</a> <small>work</small>" && has out "href=\"tel:+447700900123\">+44 7700 900 123</a> <small>mobile</small>" &&
	has out "href=\"https://ada.example/?a=1&amp;b=2\">ada.example/?a=1&amp;b=2</a>" && has out "<dd>ftp://ada.example</dd>" &&
	has out "<dd>1 St James'\''s Sq, London <small>work</small></dd>" && has out "<span class=\"does\">Analyst, The Acme</span>" &&
	has out "<div class=\"open\"><dt>open</dt><dd><time datetime=\"2026-11-20\">2026-11-20</time> <b>owe</b> the letter for bob</dd></div>" &&
	has out "<b>call →</b> about Bob &amp; the &lt;engine&gt;</dd>" && has out "<span>#friend</span><span>#maths</span>" &&
	has out "<dt>via</dt><dd><a href=\"#p0\">Ada Lovelace</a></dd>"'

t 'who is due and why, as nt-due says, in its order' '
	nt-export -b "$TOP/examples/book" -f html >out && grep "^<li>" out | sed "s/<[^>]*>/|/g; s/||*/|/g; s/^|//; s/|\$//" >got &&
	nt-due -b "$TOP/examples/book" -l -o name,why | tr "\t" "|" | sed "s/&/\&amp;/g; s/\"/\&quot;/g" >want && [ -s want ] && same got want'

t 'nobody is due, nobody is chosen, no graph: still a page' '
	people && nt-export -f html bob >out && has out "Nobody. A quiet day." && hasnt out "id=\"graph\"" && page valid out &&
	code 0 nt-export -f html nobody-here 2>/dev/null >out && page valid out && code 0 nt-export -f html orgs/ 2>err >out && has err "nobody among the notes chosen for -f html"'

t 'only whom QUERY chooses has a card or a place in the graph; links go to cards that are there' '
	people && nt-export -f html tag:friend >out && is "$(grep -c "<details id" out)" 2 && is "$(grep -c "<circle" out)" 2 && page valid out && has out "<dt>knows</dt>"'

t 'a stream has the page that the query has' '
	people && nt-find -s tag:friend | nt-export -f html - >got && nt-export -f html tag:friend >want && same got want &&
	mkdir none && cd none && printf -- "---\nname: New\n---\n- 2026-11-01 call: hello\n" | nt-export -f html - >out && has out "hello" && page valid out'

t 'private parts leave by --private only' '
	people && nt-export -f html >out && hasnt out secret && has out "2026-11-01" && hasnt out 2026-11-02 &&
	nt-export -f html --private >out && has out secret3 && has out secret4'

t 'the same book is the same page' '
	nt-export -b "$TOP/examples/book" -f html >one && nt-export -b "$TOP/examples/book" -f html >two && cmp one two && has one "<svg"'

t 'namesakes: a link goes to whom it means' '
	book && for i in 1 2; do printf -- "---\nname: Ada\n---\n" >people/a$i.md; done && printf -- "---\nname: Bob\n---\n- 2026-11-01 call: [[people/a2]]\n" >people/b.md &&
	nt-export -f html 2>/dev/null >out && is "$(grep -c "<details id" out)" 3 && has out "<dt>knows</dt><dd><a href=\"#p1\">Ada</a></dd>" && page valid out'

t 'markup in a note stays text, whatever it is in' '
	{ command -v jq >/dev/null || skip "no jq"; } && hostile && code 2 nt-export -f html >out 2>err && is "$(grep -c "<details id" out)" 26 && page tame out'

t 'markup in a note does not run in Chromium' '
	{ command -v jq >/dev/null || skip "no jq"; } && hostile && code 2 nt-export -f html >out.html 2>err && shown harmless out.html'

t 'bytes that are no text, control characters, marks of direction: a valid page' '
	book && printf -- "---\nname: \"a\\\\0b\\\\x1b[1m\\\\u202e\\\\uffffc\"\ntags: \"\\\\x7f\\\\x85\"\n---\n- 2026-11-01 call: \377\300\001 \033[31m\n" >people/x.md && printf -- "---\nname: \"\"\n---\n" >people/y.md &&
	{ nt-export -f html >out 2>err || :; } && page valid out && LC_ALL=C grep -c "$(printf "[\001\033\177]")" out | has - 0'

t 'a long word, and many: nothing is wider than the screen in Chromium' '
	people && w=$(printf "%0300d" 0) && printf -- "---\nname: %s\nemail: %s@x.example\norg: %s %s\ntags: %s\n---\n- 2026-11-01 call: %s [[Ada Lovelace]]\n- [ ] 2026-11-01 owe: %s\n" $w $w $w $w $w $w $w >people/w.md &&
	nt-export -f html >out.html && shown narrow out.html'

t 'search, keys, links, light and dark in Chromium' '
	people && nt-export -f html >out.html && shown works out.html'

t 'without scripts the cards open, in Chromium' '
	people && nt-export -f html >out.html && shown unscripted out.html'

done_testing
