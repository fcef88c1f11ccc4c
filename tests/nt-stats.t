#!/bin/sh
. "${0%/*}/lib.sh"

# person NAME FRONT [LINE...]
# shellcheck disable=SC2059
person() {
	name=$1 front=$2
	shift 2
	{ printf -- "---\n$front---\n" && for line; do echo "- $line"; done; } | note "people/$name.md"
}

# value PERIOD MEASURE [OPTION...]: one number
value() {
	period=$1 measure=$2
	shift 2
	nt-stats -l "$@" | awk -F "\t" -v p="$period" -v m="$measure" '$1 == p && $2 == m { print $3 }'
}

t 'random books: a plain count of the entries agrees' '
	{ command -v python3 >/dev/null || skip "no python3"; }
	PYTHONDONTWRITEBYTECODE=1 python3 "$TOP/tests/stats.py"'

t 'months, quarters, years: each ends with today' '
	book && person ada "met: 2020\n" && nt-stats -l | cut -f 1 | uniq >out && is "$(wc -l <out)" 12 && is "$(head -n 1 out)" 2025-12 &&
	is "$(tail -n 1 out)" 2026-11 && nt-stats -l --by quarter | cut -f 1 | uniq >out && is "$(wc -l <out)" 8 && is "$(head -n 1 out)" 2025-Q1 &&
	is "$(tail -n 1 out)" 2026-Q4 && is "$(nt-stats -l --by=year | cut -f 1 | uniq | tr "\n" " ")" "2022 2023 2024 2025 2026 " &&
	is "$(nt-stats -l --by month | cksum)" "$(nt-stats -l | cksum)" && code 2 nt-stats --by week'

t '--since and --until cut the periods' '
	book && person ada "" "2026-09-09 call: a" "2026-09-10 call: b" "2026-10-20 call: c" "2026-10-21 call: d" &&
	nt-stats -l --since 2026-09-10 --until 2026-10-20 >out && is "$(cut -f 1 out | uniq | tr "\n" " ")" "2026-09 2026-10 " &&
	is "$(value 2026-09 contacts --since 2026-09-10 --until 2026-10-20)" 1 && is "$(value 2026-10 contacts --since 2026-09-10 --until 2026-10-20)" 1 &&
	is "$(nt-stats -l --since 2026 --by year | cut -f 1 | uniq)" 2026 && is "$(nt-stats -l --until 2027 | tail -n 1 | cut -f 1)" 2026-11 &&
	code 2 nt-stats --since 2026-12-01 2>err && has err "no period" && code 2 nt-stats --since 1900 2>err && has err "400"'

t 'answers: in 30 days, by what they did' '
	book && person a "" "2026-03-01 mail>: x" "2026-03-31 mail<: y" && person b "" "2026-03-01 mail>: x" "2026-04-01 mail<: y" &&
	person c "" "2026-03-01 mail>: x" "2026-03-02 call: y" && person d "" "2026-03-01 mail>: x" "2026-03-02 talk: y" &&
	person e "" "2026-03-01 mail>: x" "2026-03-02 got: y" && person f "" "2026-03-01 mail>: x" "2026-03-01 lunch: y" &&
	person g "" "2026-03-01 mail>: x" "2026-03-02 gave: y" && person h "" "2026-03-01 mail>: x" "2026-03-02 call>: y" &&
	is "$(value 2026-03 sent) $(value 2026-03 answered)" "9 4" && for n in a c e f; do is "$(value 2026-03 answered "people/$n.md")" 1 || return 1; done &&
	person late "" "2026-10-24 mail>: x" "2026-10-25 mail>: y" && is "$(value 2026-10 sent)" 1 && is "$(value 2026-10 answered)" 0'

t 'faded and revived: twice the cadence, else a year; once each' '
	book && person a "cadence: 10d\n" "2026-09-01 call: x" "2026-09-21 call: y" "2026-10-12 call: z" &&
	is "$(value 2026-10 faded) $(value 2026-10 revived) $(value 2026-11 faded)" "1 1 1" && rm people/a.md &&
	person b "" "2025-11-24 call: x" && is "$(value 2026-11 faded)" 1 && person b "" "2025-11-25 call: x" && is "$(value 2026-11 faded)" 0 &&
	person b "cadence: none\n" "2024-12-24 call: x" && is "$(value 2025-12 faded)" 0 && person b "archived: true\n" "2024-12-24 call: x" &&
	is "$(value 2025-12 faded)" 0 && person b "died: 2026\n" "2024-12-24 call: x" && is "$(value 2025-12 faded) $(value 2025-12 people)" "0 1" &&
	person b "" "2024-12-24 call: x" && is "$(value 2025-12 faded)" 1'

t 'oneself and other notes are no people; a stream is counted, too' '
	printf -- "---\nkind: book\nme: \"[[ada]]\"\n---\n" | note book.md && person ada "" "2026-11-01 call: x" && person bob "" "2026-11-02 call: x" &&
	echo "- 2026-11-03 dinner: [[Bob]] [[Ada]]" | note journal/x.md && is "$(value 2026-11 people) $(value 2026-11 contacts)" "1 2" &&
	is "$(value 2026-11 by:dinner) $(value 2026-11 by:call)" "1 1" && nt-find -s bob >s && nt-stats -l - <s >out && nt-stats -l bob | same out &&
	code 1 nt-stats ada >out 2>err && has err "nobody is to be counted" && same /dev/null out'

t 'what is private counts on a terminal only' '
	book && person ada "private: {x: 1}\n" "2026-11-01 call: a" && printf "\n## Private\n\n- 2026-11-02 dinner: b\n" >>people/ada.md &&
	is "$(value 2026-11 contacts) $(value 2026-11 by:dinner)" "1 " && on-tty nt-stats --color=never >out && has out "dinner" &&
	on-tty nt-stats -l | hasnt - dinner && nt-stats -f svg >out && hasnt out dinner &&
	printf -- "---\nmet: 2020-01-01\ncadence: 1w\n---\n\n## Private\n\n- 2026-11-23 call: x\n" | note people/bob.md && nt-stats --faded -l | has - bob.md &&
	on-tty nt-stats --faded --color=never | hasnt - bob'

t 'kept: on the last day of the cadence, and not the day after' '
	book && person a "cadence: 10d\n" "2026-11-14 call: x" && is "$(value 2026-11 cadence) $(value 2026-11 kept)" "1 1" && person a "cadence: 10d\n" "2026-11-13 call: x" && is "$(value 2026-11 cadence) $(value 2026-11 kept)" "1 0"'

t '--faded: the latest first, with a next step' '
	book && person ada "name: Ada\ncadence: 1w\n" "2026-10-01 call: the engine" "[ ] owe: the proof" && person bob "name: Bob\ncadence: 1m\n" "2026-09-01 call: her book" &&
	person cy "name: Cy\ncadence: 1w\n" "2026-11-20 call: x" && person old "name: Old\n" "2020-01-01 call: x" &&
	nt-stats --faded -l -o name,last,silent,cadence,path >out && printf "%s\t%s\t%s\t%s\t%s\n" Ada 2026-10-01 54 1w people/ada.md Bob 2026-09-01 84 1m people/bob.md \
		Old 2020-01-01 2519 "" people/old.md | same out && is "$(nt-stats --faded -l -n 1 | cut -f 1-3)" "$(printf "Ada\t2026-10-01\t54")" &&
	is "$(nt-stats --faded -l -o step ada)" "keep your promise: the proof" && nt-stats --faded -j bob | python3 -c "import json, sys
row = json.loads(sys.stdin.read())
assert row[\"silent\"] == 84 and row[\"path\"] == \"people/bob.md\" and \"her book\" in row[\"step\"], row" && code 1 nt-stats --faded cy >out && same /dev/null out'

t 'the sheet: the share of those within their cadence, kinds by number, load' '
	book && person a "cadence: 1w\n" "2026-11-20 call: x" "2026-11-21 call: x" && person b "cadence: 1w\n" "2026-10-02 mail: x" && person c "" "2026-11-02 coffee: x" &&
	on-tty nt-stats --color=never >out && has out "3 people, 2025-12 to 2026-11" && has out "50 %" && grep -q "^call  *2  ██" out && hasnt out others &&
	has out "faded by now: 1" && has out "load 0.10: the cadences ask for 0.3 contacts a day, the limit is 3" && on-tty nt-stats --color=never a >out && has out "1 person" && hasnt out "load " &&
	for w in 33 40 60 80 120; do COLUMNS=$w on-tty nt-stats --color=never | sed "s/[▁▂▃▄▅▆▇█▉▊▋▌▍▎▏…]/./g" | awk -v w=$w "length > w { print w \": \" \$0; bad = 1 } END { exit bad }" || return 1; done &&
	for kind in d e f g h i j k l; do person $kind "" "2026-11-01 $kind: x" || return 1; done && on-tty nt-stats --color=never | grep -q "^(others)  *5"'

t '-o, -j and -n' '
	book && person a "" "2026-11-20 call: x" && is "$(nt-stats -n 1 -l)" "$(printf "2025-12\tpeople\t0")" && is "$(nt-stats -n 1 -l -o value,period)" "$(printf "0\t2025-12")" &&
	is "$(nt-stats -j | tail -n 1)" "{\"period\":\"2026-11\",\"measure\":\"by:call\",\"value\":1}" && code 2 nt-stats -o name 2>err && has err name &&
	nt-stats -t -o measure -n 2 | sed 1d | same - <<-E || nt-stats -t -o measure -n 2
		people
		new
	E'

t 'a figure is XML, whatever names it has; light and dark' '
	book && person a "name: \"<b>&\\\\x1b\"\n" "2026-11-20 call: x" "2026-11-21 gave: y" && nt-stats -f svg >out && python3 -c "
import xml.etree.ElementTree as t
root = t.parse(\"out\").getroot()
ns = \"{http://www.w3.org/2000/svg}\"
titles = [e.text for e in root.iter(ns + \"text\") if e.get(\"class\") == \"t\"]
assert titles == [\"People\", \"Contacts\", \"New\", \"Favours\"], titles
assert len(list(root.iter(ns + \"rect\"))) > 3" && has out "prefers-color-scheme:dark" && hasnt out NaN && hasnt out nan && hasnt out inf && hasnt out http://www.w3.org/1999 &&
	code 2 nt-stats -f svg --faded 2>err && has err "leave out" && code 2 nt-stats -f svg -l && code 2 nt-stats -f png'

t 'nobody, one note, dates ahead, a broken one' '
	book && code 1 nt-stats >out 2>err && same /dev/null out && has err "nobody" && code 1 nt-stats -f svg 2>/dev/null >out && same /dev/null out &&
	person a "" "2027-01-01 call: x" && is "$(value 2026-11 people) $(value 2026-11 contacts) $(value 2026-11 new)" "1 0 0" && nt-stats -f svg >out && hasnt out nan &&
	on-tty nt-stats >out && printf -- "---\n\tx\n---\n" | note people/b.md && code 2 nt-stats >out 2>err && has err people/b.md && has out "people	1"'

t '--by tag, org, group: all periods together, each person in each' '
	book && person a "name: A\ntags: [x, y/z]\norg: Acme\ncadence: 1w\n" "2026-11-20 call: x" "2026-10-21 mail>: x" && person b "name: B\ntags: [X]\n" "2026-11-20 gave: x" &&
	person c "name: C\norg: \"[[acme]]\"\n" && printf -- "---\nname: Acme\n---\n" | note orgs/acme.md && printf -- "---\nname: Club\nmembers: [\"[[B]]\"]\n---\n" | note groups/club.md &&
	nt-stats -l --by tag -o name,people,contacts,cadence,kept,reached,answered,gave >out && printf "%s\n" "X	2	3	1	1	2	1	1" "y	1	2	1	1	1	1	0" "y/z	1	2	1	1	1	1	0" \
		"	1	0	0	0	0	0	0" | same out && nt-stats -l --by org -o name,people,path >out && printf "%s\n" "Acme	2	orgs/acme.md" "	1	" | same out &&
	nt-stats --by group -l -o name,people,path - <people/b.md >out && nt-stats --by group -l -o name,people,path b >out && is "$(cat out)" "Club	1	groups/club.md" &&
	nt-find -s b | nt-stats --by group -l -o name,people,path - | same out && cd people && nt-stats --by org -l -o path c | has - "../orgs/acme.md" &&
	on-tty nt-stats --by tag --color=never | has - "(none)" && for o in "--faded" "-f svg"; do code 2 nt-stats --by tag $o || return 1; done && is "$(nt-stats --by tag -l | awk "{ print NF }" FS="\t" | uniq)" 10'

t 'doing against reading: trials by their day, advice that was tried by then' '
	book && printf -- "---\nkind: technique\nname: Ask\n---\n" | note techniques/ask.md && printf -- "---\nkind: technique\nname: Give\n---\n" | note techniques/give.md &&
	printf -- "---\nkind: advice\n---\nSee [[Ask]].\n" | note advice/a.md && printf -- "---\nkind: advice\n---\nSee [[Give]].\n" | note advice/b.md &&
	printf -- "---\nkind: advice\n---\nSee [[nobody]].\n" | note advice/c.md && printf -- "---\nkind: advice\narchived: true\n---\nSee [[Ask]].\n" | note advice/d.md &&
	person ada "" "2026-09-09 mail>: as in [[Ask]]" "2026-10-10 mail>: as in [[Ask]]" && person bob "" "2026-10-31 call: [[Ask]]" "2026-12-01 call: [[Give]]" &&
	for m in 08,0,3,0 09,1,3,1 10,2,3,1 11,0,3,1; do is "$(for k in tried advice doing; do printf ",%s" "$(value "2026-${m%%,*}" $k)"; done)" ",${m#*,}" || return 1; done &&
	on-tty nt-stats --color=never >out && grep -qE "^tried +[^ ]+ +0 +2 +3$" out && grep -qE "^doing +[^ ]+ +33 % +33 % +33 %$" out &&
	nt-stats -f svg >out && has out ">Tried<" && nt-stats -l ada >out && hasnt out tried && hasnt out advice && nt-stats -l --by year >out && grep -q "^2026	doing	1$" out &&
	nt-set give.md name="Giving" && printf -- "---\nhow: \"[[Giving]]\"\n---\n" | note people/eve.md && is "$(value 2025-12 doing)" 1'

t 'goals: what counts in each period; of people, how many there are now' '
	book && printf -- "---\nkind: goal\nname: Coffees\ncount: tag:dev\nof: entries\nentries: [coffee]\nsince: 2026-09-10\nby: 2026-12-31\ntarget: 8\n---\n" | note goals/a.md &&
	printf -- "---\nkind: goal\nname: Devs\ncount: tag:dev\n---\n" | note goals/b.md && printf -- "---\nkind: goal\nname: Old\ncount: tag:dev\narchived: true\n---\n" | note goals/c.md &&
	printf -- "---\nkind: goal\nname: Nobody\n---\n" | note goals/d.md && person ada "tags: [dev]\n" "2026-09-09 coffee: a" "2026-09-10 coffee: b" "2026-10-01 coffee: c" "2026-10-02 call: d" &&
	person bob "tags: [dev]\n" "2026-10-05 coffee: a" && person eve "" "2026-10-06 coffee: a" && printf -- "- 2026-10-07 coffee: [[ada]] and [[bob]]\n" | note journal/2026-10-07.md &&
	is "$(value 2026-08 goal:Coffees) $(value 2026-09 goal:Coffees) $(value 2026-10 goal:Coffees) $(value 2026-11 goal:Coffees)" "0 1 3 0" &&
	is "$(value 2026-10 goal:Devs)" "" && is "$(value 2026-11 goal:Devs)" 2 && is "$(value 2026-08 goals) $(value 2026-10 goals)" "2 3" && nt-stats -l >out && hasnt out Old && hasnt out goal:Nobody &&
	nt-stats -l --until 2026-10 >out && hasnt out goal:Devs && on-tty nt-stats --color=never >out && grep -qE "^Coffees +4 of 8  ████░░░░$" out && grep -qE "^Devs +2 *$" out && hasnt out Nobody'

t 'goals and trials that are private are not told' '
	book && printf -- "---\nprivate: [secret, count]\nkind: book\n---\n" >book.md && printf -- "---\nkind: goal\nname: Hush\ncount: tag:dev\n---\n" | note goals/a.md &&
	printf -- "---\nkind: technique\nname: Ask\n---\n" | note techniques/ask.md && person ada "tags: [dev]\n" && printf -- "\n## secret\n\n- 2026-11-09 mail>: [[Ask]]\n" >>people/ada.md &&
	printf -- "---\nkind: advice\n---\n## secret\n\n[[Ask]]\n" | note advice/a.md && nt-stats -l >out && hasnt out Hush && is "$(value 2026-11 tried) $(value 2026-11 doing)" "0 0" &&
	on-tty nt-stats --color=never >out && has out Hush && grep -qE "^tried .* 1 " out && grep -qE "^doing .*100 %" out'

done_testing
