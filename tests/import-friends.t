#!/bin/sh
# shellcheck disable=SC2015,SC2059
. "${0%/*}/lib.sh"

# friends TEXT: printf's, into friends.md
friends() {
	mkdir -p in && printf "$1" >in/friends.md
}

# entries NAME: of the note of that name, from a stream
entries() {
	nt-import in/friends.md 2>/dev/null | awk -v name="name: $1" '/^name: / { on = $0 == name } on && /^- 2/' >log
}

t 'a friend: nicknames, place, tags, in any mix' '
	friends "### Friends:\n- Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [New York] @navy @science:compilers\n- Zoë\n- Old (Way)\n- No [Bern]\n- Tag @x\n" && is "$(nt-import -l -o name,aliases,city,tags in/friends.md)" "Grace Hopper	The Admiral; Amazing Grace	New York	navy; science/compilers
Zoë			
Old	Way		
No		Bern	
Tag			x"'

t 'an activity is of everyone it names, by name or nickname; who is in no list is somebody' '
	friends "### Activities:\n- 2025-02-01: **The Admiral** met **Bob** and **Ann**. @fun\n- 2025-01-01: so **very** nice, **grace hopper** ** 2\n\n### Friends:\n- Grace Hopper (a.k.a. The Admiral)\n- Ann\n" && is "$(nt-import -l -o name in/friends.md | tr "\n" " ")" "Grace Hopper Ann Bob " &&
	entries Ann && is "$(cat log)" "- 2025-02-01 [[The Admiral]] met [[Bob]] and [[Ann]]. @fun" && entries Bob && is "$(wc -l <log)" 1 && entries "Grace Hopper" && is "$(cat log)" "- 2025-02-01 [[The Admiral]] met [[Bob]] and [[Ann]]. @fun
- 2025-01-01 so **very** nice, [[grace hopper]] ** 2"'

t 'a note, a time in a text, a name that nt-export put in front, nobody' '
	friends "### Activities:\n- 2025-01-04: **Ann**: call>: she asks\n- 2025-01-03: 12:30 with **Ann**\n- 2025-01-02: alone\n\n### Notes:\n- 2025-01-05: **Ann** moved\n" && entries Ann && is "$(cat log)" "- 2025-01-05 note: [[Ann]] moved
- 2025-01-04 call>: she asks
- 2025-01-03: 12:30 with [[Ann]]" && nt-import -s in/friends.md | has - "kind: journal" && book && nt-import in/friends.md | nt-save >/dev/null && is "$(nt-journal -l -o date,kind,dir,text people/ | sort)" "2025-01-03			12:30 with [[Ann]]
2025-01-04	call	>	she asks
2025-01-05	note		[[Ann]] moved" && has journal/2025-01-02.md alone'

t 'places: with other names, or where nobody was, a note; else said by who was there; out again as it was' '
	friends "### Activities:\n- 2025-01-01: **Ann** in _Rome_\n\n### Notes:\n\n### Friends:\n- Ann [Bern]\n\n### Locations:\n- Bern\n- NYC (a.k.a. New York)\n- Oslo\n- Rome\n- Ulm\n" && nt-import -s in/friends.md 2>err >out && is "$(cat err)" "" && is "$(grep -c "kind: place" out)" 3 && has out "aliases: New York" && has out "name: Ulm" &&
	book && mv in/friends.md in/f.txt && nt-import in/f.txt | nt-save >/dev/null && nt-import in/f.txt | nt-save >again && is "$(cat again)" "" && nt-export -f friends | same in/f.txt && is "$(nt-due -a -l -o name)" Ann && is "$(nt-find -l -o name kind:person)" Ann && code 0 nt-check &&
	sed "s/in _Rome_/in _Rome_ and _Oslo_/" in/f.txt >in/g.txt && nt-import in/g.txt | nt-save >/dev/null && nt-export -f friends >out && is "$(grep -c "^- Oslo" out)" 1 && has out "- Ulm" && friends "### Friends:\n- Ann\n\n### Locations:\n- Ann\n- Ulm\n- ulm\n" && nt-import -l -o name,kind in/friends.md 2>err >out && is "$(cat out)" "Ann	person
Ulm	place" && has err "a place that is called as a friend, left out: '"'Ann'"'"'

t 'what is no line of friends is told, with its line' '
	friends "hello\n### Activities:\n- 2025-02-30: **Ann**\n- soon: **Ann**\n- 2025-02-01:\n2025-02-01: x\n### Friends:\n- (a.k.a. x)\n- Ann y@x z\n- Bob [Rome] z\n" && code 2 nt-import -f friends -l -o name in/friends.md >out 2>err && is "$(cat out)" "Ann y
Bob" && is "$(cut -d: -f 3 err | tr "\n" " ")" "1 3 4 5 6 8 9 10 "'

t 'again, moved there, edited here; a hand-made note is the same person; a source of other ids too' '
	book && printf -- "---\nname: Zoë\nemail: z@b.example\n---\n" >people/zoe.md && printf -- "---\nname: Marie Curie\nuid: linkedin:marie\ncity: Paris\n---\n" >people/marie.md &&
	friends "### Activities:\n- 2025-01-01: **Zoë**\n\n### Friends:\n- Marie Curie [Paris]\n- Zoë\n" && nt-import in/friends.md | nt-save >/dev/null && nt-import in/friends.md | nt-save >out && is "$(cat out)" "" && is "$(nt-find -l people/)" "Marie Curie	people/marie.md
Zoë	people/zoe.md" && sed "s/Paris/Oslo/; s/^- Zoë/- Zoë [Bern]/; s/^### A.*/&\n- 2026-01-01: Called **Zoë**/" in/friends.md >in/g.txt && nt-import in/g.txt | nt-save >/dev/null && is "$(nt-find -l -o name,city,last people/)" "Marie Curie	Oslo	
Zoë	Bern	2026-01-01" && nt-set zoe city=Ulm >/dev/null && sed "s/Bern/Rome/" in/g.txt >in/h.txt && { nt-import in/h.txt | nt-save >/dev/null 2>&1; is "$(nt-find -l -o city zoe)" Ulm; }'

t 'real files: every line is told in a note; out again as it was' '
	data=$TOP/../shared/data && { [ -d "$data" ] || skip "no real files here"; } && for f in "$data"/friends/friends.md "$data"/synthetic/friends/edge.md; do
		rm -rf people journal *.md && book && nt-import "$f" 2>err | nt-save >/dev/null && is "$(cat err)" "" && nt-import "$f" | nt-save >out && is "$(cat out)" "" && cat people/*.md journal/*.md *.md >all 2>/dev/null; sed -n "s/^- [0-9-]*: //p" "$f" | sed "s/\*\*\([^*]*\)\*\*/[[\1]]/g" | while read -r line; do has all "$line" || return 1; done || return 1
		! command -v nt-export >/dev/null || nt-export -f friends | same "$f" - || return 1; done'

done_testing
