#!/bin/sh
. "${0%/*}/lib.sh"

FIX=$TOP/tests/fixtures/dup
person() { note "people/$1.md"; }
two() { book && printf -- "---\n$1---\n" >people/a.md && printf -- "---\n$2---\n" >people/b.md; }
judged() { python3 "$TOP/tests/dup.py" make "$FIX/$1" && nt-dup -l >pairs && python3 "$TOP/tests/dup.py" judge "$FIX/$1" pairs; }

t 'of the labelled pairs, the half that was looked at: precision 0.95, recall 0.85' 'judged learn.tsv'
t 'of the labelled pairs, the half that was not' 'judged test.tsv'
t 'both halves in one book' '
	cat "$FIX/learn.tsv" >all && sed "/^#/d" "$FIX/test.tsv" >>all && python3 "$TOP/tests/dup.py" make all && nt-dup -l >pairs &&
	python3 "$TOP/tests/dup.py" judge all pairs'

t 'a pair: its columns, and JSON' '
	two "name: Robert Rae\nemail: r@x.example\n" "name: Bob Rae\nemail: R@x.example\n" &&
	is "$(nt-dup -l)" "$(printf "0.92\tRobert Rae\tBob Rae\tsame email r@x.example; short form of the name\tpeople/a.md\tpeople/b.md")" &&
	nt-dup -j >got && has got "\"score\":0.92" && has got "\"why\":[\"same email r@x.example\", \"short form of the name\"]"'
t 'a name alone is no pair, nor a phone of two given names' '
	two "name: Anna Schmidt\n" "name: Anna Schmidt\n" && code 1 nt-dup -l &&
	two "name: Jan Rae\nphone: +44 1632 960001\naddress: 1 Low Road\n" "name: Una Rae\nphone: +44 1632 960001\naddress: 1 Low Road\n" && code 1 nt-dup -l --min 0'
t 'an empty book, a broken note' '
	book && code 1 nt-dup -l && printf -- "---\nname: [\n---\n" >people/x.md && code 2 nt-dup -l 2>err && has err people/x.md'
t 'phones compare by the country of the note, else of the book' '
	two "name: Ada Rae\nphone: 030 123456\n" "name: Ada Rae\nphone: +4930123456\n" && code 1 nt-dup -l &&
	printf -- "---\nkind: book\ncountry: de\n---\n" >book.md && code 0 nt-dup -l >out && has out "same phone" &&
	two "name: Ada Rae\nphone: 030 123456\ncountry: FR\n" "name: Ada Rae\nphone: +4930123456\n" && printf -- "---\nkind: book\ncountry: de\n---\n" >book.md && code 1 nt-dup -l'
t 'an info@ is nobody, a phone of three names is that of a house' '
	two "name: Ada Rae\nphone: +44 1632 960001\n" "name: A. Rae\nphone: +44 1632 960001\n" && nt-dup -l &&
	printf -- "---\nname: Zoe Quill\nphone: +44 1632 960001\n---\n" >people/c.md && code 1 nt-dup -l'
t 'a query: at least one of the two; a stream the same' '
	two "name: Ada Rae\nemail: r@x.example\n" "name: Ada Rae\nemail: r@x.example\ncity: Rome\n" &&
	nt-dup -l city:Rome >one && nt-find -s city:Rome | nt-dup -l - >two && same one two && test -s one && code 1 nt-dup -l name:Zoe 2>err'
t 'the notes of the pairs: -p, -s' '
	two "name: Ada Rae\nemail: r@x.example\n" "name: Ada Rae\nemail: r@x.example\n" && echo "# Zoe" >people/c.md &&
	is "$(nt-dup -p)" "people/a.md
people/b.md" && is "$(nt-dup -s | nt-find -p -)" "$(nt-dup -p)"'
t '-n stops, --min lowers the bar, and both say what they do not take' '
	two "name: Ada Rae\norg: X\n" "name: Adam Rae\norg: X\n" && code 1 nt-dup -l &&
	cp people/a.md people/c.md && cp people/a.md people/d.md && is "$(nt-dup -l -n 2 | wc -l)" 2 && code 2 nt-dup --min x 2>err && has err "not a score" &&
	code 2 nt-dup --dry-run 2>err && has err "only --differ"'
t 'conflict copies of any kind are pairs; a number only if the name is one' '
	book && mkdir notes && for f in "x" "x (conflicted copy 2026-01-02)" "x.sync-conflict-20260102-101010-ABCDEFG" "x~HEAD"; do
		printf -- "---\nkind: note\n---\n# List\n" >"notes/$f.md"; done && is "$(nt-dup -l | wc -l)" 6 && nt-dup -l >out && has out "copy of the file" &&
	rm notes/* && printf -- "---\nkind: note\n---\n# One\n" >"notes/x.md" && printf -- "---\nkind: note\n---\n# Two\n" >"notes/x (1).md" && code 1 nt-dup -l &&
	printf -- "---\nkind: note\n---\n# One\n" >"notes/x (1).md" && is "$(nt-dup -l -o path,otherpath)" "$(printf "notes/x.md\tnotes/x (1).md")"'
t 'what is private pairs, and is shown to nobody else' '
	two "name: Ada Rae\nphone:\n  private: +44 1632 960001\n" "name: Ada Rae\nphone: +44 1632 960001\n" &&
	nt-dup -l >out && has out "same phone (private)" && hasnt out 960001 && on-tty nt-dup >out && has out 960001'
t '--differ: in both notes, once, and never shown again' '
	two "name: Ada Rae\nemail: r@x.example\n" "name: Ada  Rae\nemail: r@x.example\n" && nt-dup -l && nt-dup --differ -n a b >patch && has patch "+not" &&
	nt-dup -l && code 0 nt-dup --differ people/a.md people/b.md && code 1 nt-dup -l && cp -r people .was && code 0 nt-dup --differ b a && same .was/a.md people/a.md && same .was/b.md people/b.md'
t '--differ: two notes with one name are told apart by their files; either note is enough' '
	two "name: Ada Rae\nemail: r@x.example\n" "name: Ada Rae\nemail: r@x.example\n" && nt-dup --differ people/a.md people/b.md && has people/a.md "[[b]]" && has people/b.md "[[a]]" &&
	nt-set people/b.md not= && code 1 nt-dup -l && nt-set people/a.md not= && nt-dup -l'
t '--differ: what it refuses' '
	two "name: Ada Rae\n" "name: Bea Rae\n" && code 2 nt-dup --differ a a 2>err && has err "this one note" && code 1 nt-dup --differ a zoe 2>err && has err zoe &&
	code 2 nt-dup --differ a 2>err && code 2 nt-dup --differ a b c 2>err && code 2 nt-dup --differ - a 2>err'
t 'nothing quadratic: 3000 of one name and org take no longer than 3000 of many' '
	book && i=0 && while [ $i -lt 3000 ]; do printf -- "---\nname: Wang Wei\norg: X\nphone: +86 1\nbirthday: 1990-01-01\n---\n" >people/$i.md; i=$((i + 1)); done &&
	code 1 nt-dup -l && printf -- "---\nname: Wang Wei\nemail: w@x.example\n---\n" >people/x.md && cp people/x.md people/y.md && is "$(nt-dup -l | wc -l)" 1'
t 'without a book: a stream is judged by itself' '
	printf -- "---\nnt-rev: new\nname: Ada Rae\nemail: r@x.example\n---\n\f\n---\nnt-rev: new\nname: Rae, Ada\nemail: r@x.example\n---\n\f\n" >s &&
	is "$(nt-dup -l -o name,other - <s)" "$(printf "Ada Rae\tRae, Ada")" && code 1 nt-dup -p - <s'
t 'birthdays that differ, a junior and a senior: only when asked for little' '
	two "name: Ada Rae\nphone: +44 1632 960001\nbirthday: 1950-01-01\n" "name: Ada Rae\nphone: +44 1632 960001\nbirthday: 1980-01-01\n" && code 1 nt-dup -l && nt-dup -l --min 0.5 &&
	two "name: Ada Rae jr.\nphone: +44 1632 960001\n" "name: Ada Rae sr\nphone: +44 1632 960001\n" && code 1 nt-dup -l && code 1 nt-dup -l --min 0.5 && nt-dup -l --min 0.4'
t 'a name of five notes wants more than an org; notes of a hostile name are shown as text' '
	book && for i in 1 2 3 4; do printf -- "---\nname: Ada Rae\norg: Mill\n---\n" >people/$i.md; done && is "$(nt-dup -l | wc -l)" 6 && cp people/1.md people/5.md && code 1 nt-dup -l &&
	two "name: \"Ada \\\\e[31mRae\"\nemail: r@x.example\n" "name: Ada Rae\nemail: r@x.example\n" && rm people/[0-9].md && on-tty nt-dup -o name,other,why >out && hasnt out "$(printf "\033[31mRae")"'
t 'a link cycle and a link to oneself are no matter' '
	two "name: Ada Rae\nemail: r@x.example\nfriend: \"[[b]]\"\n" "name: Ada Rae\nemail: r@x.example\nfriend: [\"[[a]]\", \"[[b]]\"]\nnot: \"[[b]]\"\n" && is "$(nt-dup -l | wc -l)" 1'
t '--differ: what is wrong with another note is no failure' '
	two "name: Ada Rae\n" "name: Bea Rae\n" && printf -- "---\nname: [\n---\n" >people/x.md && code 0 nt-dup --differ people/a.md people/b.md && has people/b.md "[[Ada Rae]]" &&
	code 2 nt-dup --differ people/a.md people/x.md'
done_testing
