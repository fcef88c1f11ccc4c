#include "text/entries.h"
#include "tap.h"

static struct arena arena;
static str not_log[] = {{"Career", 6}, {"History", 7}}, private_headings[] = {{"Private", 7}},
	   log_heading[] = {{"log", 3}};
static const struct entry_mark marks[] = {
	{S_INIT("/"), ENTRY_OPEN}, {S_INIT("\xC3\xA9"), ENTRY_DONE}, {S_INIT(" "), ENTRY_DROPPED}};

static struct entry_rules rules_of(bool person)
{
	return (struct entry_rules){.person = person,
		.file_date = DATE_NONE,
		.not_log = {not_log, 2},
		.private_headings = {private_headings, 1}};
}

/* state date time kind dir {text} of an entry */
static str show(const struct entry *e)
{
	char day[DATE_TEXT];

	return arena_printf(&arena, "%c%s %s" FMT " " FMT "%c {" FMT "}", " oxd"[e->state], e -> box ? "#" : "",
		date_text(e->date, day), ARG(e->time), ARG(e->kind), e->dir ? e->dir : ' ', ARG(e->text));
}

static str parsed(const char *text)
{
	struct entry e;

	return entry_parse(&arena, str_of(text), (struct entry_marks){0}, &e) ? show(&e) : S("none");
}

static const struct {
	const char *text, *want;
} forms[] = {
	{"2026-09-14 call: She is hiring", "  2026-09-14 call  {She is hiring}"},
	{"2026-09-20 mail>: sent", "  2026-09-20 mail> {sent}"},
	{"2026-09-22 18:30 mail<: she read it", "  2026-09-2218:30 mail< {she read it}"},
	{"2026-09-22T8:05 x", "  2026-09-228:05   {x}"},
	{"2026-09-22 18:30:59: call: x", "  2026-09-2218:30:59 call  {x}"},
	{"2026-09-22 25:30 x", "  2026-09-22   {25:30 x}"},
	{"2026-09-22 18:60 x", "  2026-09-22   {18:60 x}"},
	{"**2026-09-01** - call: hi", "  2026-09-01 call  {hi}"},
	{"2026-09-03 - coffee", "  2026-09-03   {coffee}"},
	{"2026-09-03 \xE2\x80\x94 call: x - y", "  2026-09-03 call  {x - y}"},
	{"2026-09-03 -3 degrees", "  2026-09-03   {-3 degrees}"},
	{"2026-09-03 09:30 - 10:00 Call with", "  2026-09-0309:30   {Call with}"},
	{"2026-09-03 09:30\xE2\x80\x93"
	 "10:00: call: x",
		"  2026-09-0309:30 call  {x}"},
	{"2026-09-03 09:30 - call: x", "  2026-09-0309:30 call  {x}"},
	{"2026-09-03 09:30 - 10 people", "  2026-09-0309:30   {10 people}"},
	{"[ ] 2026-12-01 - owe: x", "o# 2026-12-01 owe  {x}"},
	{"2026-09-22Tea", "none"},
	{"2026-09-14: met her", "  2026-09-14   {met her}"},
	{"2026-09-14: call: x", "  2026-09-14 call  {x}"},
	{"[[2026-09-14]] call: x", "  2026-09-14 call  {x}"},
	{"[[2026-09-14|Mon]]: x", "  2026-09-14   {x}"},
	{"[[2026-09-14x]] x", "none"},
	{"2026-09-14", "  2026-09-14   {}"},
	{"2026-02-30 call: x", "none"},
	{"2026-09-145 x", "none"},
	{"2026-09-14x", "none"},
	{"2026-09 x", "none"},
	{"x 2026-09-14", "none"},
	{"**2026-09-14** call: x", "  2026-09-14 call  {x}"},
	{"**2026-09-14:** call: x", "  2026-09-14 call  {x}"},
	{"_2026-09-14_: x", "  2026-09-14   {x}"},
	{"*2026-09-14* 18:30 call: x", "  2026-09-1418:30 call  {x}"},
	{"[ ] __2026-12-01__ owe: x", "o# 2026-12-01 owe  {x}"},
	{"**2026-09-14 call: x**", "none"},
	{"**2026-09-14* x", "none"},
	{"**2026-09-14**x", "none"},
	{"2026-11-06T12:00:00Z call: x", "  2026-11-0612:00:00 call  {x}"},
	{"2026-11-06T12:00:00.125Z: x", "  2026-11-0612:00:00   {x}"},
	{"2026-11-06T12:00+01:00 call: x", "  2026-11-0612:00 call  {x}"},
	{"2026-11-06T12:00-0100 call: x", "none"},
	{"2026-11-06 12:00Z call: x", "  2026-11-06   {12:00Z call: x}"},
	{"[ ]2026-11-06 owe: x", "o# 2026-11-06 owe  {x}"},
	{"[x]2026-11-6 owe: x", "none"},
	{"[ ] 2026-12-01 owe: intro to [[C]]", "o# 2026-12-01 owe  {intro to [[C]]}"},
	{"[ ] owed: slides", "o#  owed  {slides}"},
	{"[x] 2026-11-02 owe: x", "x# 2026-11-02 owe  {x}"},
	{"[X] done", "x#    {done}"},
	{"[-] 2026-11-02 dropped", "d# 2026-11-02   {dropped}"},
	{"[/] 2026-11-02 x", "none"},
	{"[]  2026-11-02 x", "none"},
	{"[ ]x", "none"},
	{"[ ]", "o#    {}"},
	{"[x](y.md) 2026-11-02", "none"},
	{"2026-09-01 owe: x", "o 2026-09-01 owe  {x}"},
	{"2026-09-01 OWED: x", "o 2026-09-01 OWED  {x}"},
	{"2026-09-01 gave: x", "  2026-09-01 gave  {x}"},
	{"2026-09-01 call:x", "  2026-09-01   {call:x}"},
	{"2026-09-01 call:", "  2026-09-01 call  {}"},
	{"2026-09-01 http://x: y", "  2026-09-01   {http://x: y}"},
	{"2026-09-01 two words: y", "  2026-09-01   {two words: y}"},
	{"2026-09-01 co-work2>: y", "  2026-09-01 co-work2> {y}"},
	{"2026-09-01 2nd: y", "  2026-09-01   {2nd: y}"},
	{"2026-09-01 -x: y", "  2026-09-01   {-x: y}"},
	{"2026-09-01 caf\xC3\xA9: y", "  2026-09-01 caf\xC3\xA9  {y}"},
	{"2026-09-01 call>>: y", "  2026-09-01   {call>>: y}"},
	{"2026-09-01 call:\tx", "  2026-09-01 call  {x}"},
	{"2026-09-01 call: two\n  lines", "  2026-09-01 call  {two lines}"},
	{"", "none"},
	{"[", "none"},
	{"[[", "none"},
	{"[[2026-09-14", "none"},
};

/* The entries of a body, one a line: line number, show(), links, flags. */
static str all(const char *text, struct entry_rules rules)
{
	struct body body;
	struct entries entries;
	struct strs lines = {0};

	body_parse(&arena, str_of(text), &body);
	entries_read(&arena, &body, &rules, &entries);
	for (size_t i = 0; i < entries.n; i++) {
		struct entry *e = &entries.v[i];
		struct strs names = {0};
		for (size_t j = 0; j < e->links.n; j++)
			strs_add(&arena, &names, e->links.v[j].target);
		strs_add(&arena, &lines,
			arena_printf(&arena, "%zu " FMT "%s%s [" FMT "]", e->line, ARG(show(e)),
				e->inherited ? " inherited" : "", e->is_private ? " private" : "",
				ARG(strs_join(&arena, names, S(",")))));
	}
	return strs_join(&arena, lines, S("\n"));
}

static void test_person(void)
{
	struct entry_rules rules = rules_of(true);

	is_str(all("- 2026-09-14 call: a\n* x\n+ 2026-09-15 b\n1. 2026-09-16 c\n", rules),
		S("1   2026-09-14 call  {a} []\n3   2026-09-15   {b} []\n4   2026-09-16   {c} []"),
		"items of any list");
	is_str(all("2026-09-14 a\n\n    - 2026-09-15 b\n\n```\n- 2026-09-16 c\n```\n> - 2026-09-17 d\n\n<!--\n- "
		   "2026-09-18 e\n-->\n",
		       rules),
		S(""), "not in paragraphs, code, quotes, HTML");
	is_str(all("- 2026-09-14 a\n  two [[L]]\n\n  three [[M]]\n  - plain [[N]]\n    - 2026-09-15 own [[O]]\n  - "
		   "`[[P]]`\n\n        [[Q]]\n",
		       rules),
		S("1   2026-09-14   {a two [[L]]} [L,M,N]\n6   2026-09-15   {own [[O]]} [O]"),
		"what is nested and no entry belongs to the entry");
	is_str(all("### 2026-09-14 call: a\n\n- b\n- [ ] c\n\n### 2026\n\n2026-09-15\n===\n", rules),
		S("1   2026-09-14 call  {a} []\n4 o#    {c} []\n8   2026-09-15   {} []"), "headings with a date");
	is_str(all("- 2026-01-01 a\n# CAREER\n- 2026-01-02 b\n## Sub\n- 2026-01-03 c\n### 2026-01-04 h\n# Other\n- "
		   "2026-01-05 d\n",
		       rules),
		S("1   2026-01-01   {a} []\n8   2026-01-05   {d} []"), "nothing below a career, at any depth");
	rules.log = (struct strs){log_heading, 1};
	is_str(all("- 2026-01-01 a\n# Log #\n- 2026-01-02 b\n## Career\n- 2026-01-03 c\n# Other\n- 2026-01-04 d\n",
		       rules),
		S("3   2026-01-02   {b} []\n5   2026-01-03   {c} []"),
		"only below the log's headings if they are named");
	rules = rules_of(true);
	is_str(all("# private\n- 2026-01-01 a\n## b\n- 2026-01-02 b\n# c\n- 2026-01-03 d\n", rules),
		S("2   2026-01-01   {a} private []\n4   2026-01-02   {b} private []\n6   2026-01-03   {d} []"),
		"private below a private heading");
	is_str(all("- call: [[Ada]]\n## 2026-01-01\n- mail: [[Ada]]\n", rules), S("2   2026-01-01   {} []"),
		"no date is inherited in a person's note");
	is_str(all("[x]: /u\n\n- [x] 2026-01-01 [[x]]\n", rules), S("3 x# 2026-01-01   {[[x]]} [x]"),
		"a definition of x changes no box and no link");
	is_str(all("", rules), S(""), "an empty body");
}

static void test_inherited(void)
{
	struct entry_rules rules = rules_of(false);

	is_str(all("- 2026-11-23 dinner:\n  - with [[Ada]]\n  - and [[Bob]]\n", rules),
		S("1   2026-11-23 dinner  {} [Ada,Bob]"), "one dinner with two");
	is_str(all("## 2026-11-23\n- call: [[Ada]]\n- met [[Bob]]\n- plain\n- mood: fine\n### [[2026-11-24]] x\n- "
		   "mail>: [[C]]\n## end\n- met [[D]]\n",
		       rules),
		S("2   2026-11-23 call  {[[Ada]]} inherited [Ada]\n3   2026-11-23   {met [[Bob]]} inherited [Bob]\n"
		  "7   2026-11-24 mail> {[[C]]} inherited [C]"),
		"the date of the nearest heading that has one");
	is_str(all("- call: [[Ada]]\n- met [[Bob]]\n- [ ] task [[C]]\n- 2026-01-01 nobody\n", rules),
		S("3 o#    {task [[C]]} [C]\n4   2026-01-01   {nobody} []"), "without a date only boxes stand");
	rules.file_date = date_of(2026, 11, 1);
	is_str(all("- call: [[Ada]]\n- met [[Bob]]\n- [x] mail: [[C]]\n- [ ] nobody\n- owe: [[D]] a book\n", rules),
		S("1   2026-11-01 call  {[[Ada]]} inherited [Ada]\n2   2026-11-01   {met [[Bob]]} inherited [Bob]\n"
		  "3 x# 2026-11-01 mail  {[[C]]} inherited [C]\n4 o#    {nobody} []\n"
		  "5 o 2026-11-01 owe  {[[D]] a book} inherited [D]"),
		"the file name's date");
	is_str(all("- 2026-11-23 party\n  - call: [[Ada]]\n  - x\n    - [[Bob]]\n", rules),
		S("1   2026-11-23   {party} [Bob]\n2   2026-11-23 call  {[[Ada]]} inherited [Ada]"),
		"with a kind an entry of its own");
	is_str(all("- dinner:\n  - with [[Ada]]\n- lunch:\n  - alone\n", rules),
		S("1   2026-11-01 dinner  {} inherited [Ada]"), "links of what is nested count");
	is_str(all("- 2026-11-23 dinner: x\n  - people:\n    - [[Ada]]\n", rules),
		S("1   2026-11-23 dinner  {x} [Ada]"), "a list in an entry with a kind is the entry's");
	is_str(all("- 2026-01-01\n  - dinner: at the cafe\n    - so many\n      - [[Ada]] brought cake\n", rules),
		S("1   2026-01-01   {} []\n2   2026-01-01 dinner  {at the cafe} inherited [Ada]"),
		"guests one level deeper");
	is_str(all("- 2026-01-01 Rome\n  - dinner: x\n    - [[Ada]]\n  - lunch: alone\n  - [[Bob]] wrote\n", rules),
		S("1   2026-01-01   {Rome} [Bob]\n2   2026-01-01 dinner  {x} inherited [Ada]"),
		"below an entry without a kind");
	is_str(all("- [x] dinner: x\n  - y\n    - [[Ada]]\n- [x] lunch:\n  - alone\n- [ ] tea:\n  - [[Bob]]\n", rules),
		S("1 x# 2026-11-01 dinner  {x} inherited [Ada]\n4 x#  lunch  {} []\n6 o# 2026-11-01 tea  {} inherited "
		  "[Bob]"),
		"guests below a box");
	is_str(all("- 18:30 call: [[Ada]]\n- 9:05: [[Bob]]\n- 25:00 call: [[C]]\n- 18:30x call: [[D]]\n", rules),
		S("1   2026-11-0118:30 call  {[[Ada]]} inherited [Ada]\n2   2026-11-019:05   {[[Bob]]} inherited "
		  "[Bob]\n"
		  "3   2026-11-01   {25:00 call: [[C]]} inherited [C]\n4   2026-11-01   {18:30x call: [[D]]} inherited "
		  "[D]"),
		"a time alone");
	is_str(all("- [/] ask: [[Ada]]\n- [] ask: [[Ada]]\n- [é] call: [[Ada]]\n- [1](x.md) [[Bob]]\n", rules),
		S("4   2026-11-01   {[1](x.md) [[Bob]]} inherited [x.md,Bob]"), "no box that means anything, no entry");
	rules.marks = (struct entry_marks){marks, 3};
	is_str(all("- [/] ask: [[Ada]]\n- [é] call: [[Ada]]\n- [ ] tea: x\n- [>] x\n", rules),
		S("1 o# 2026-11-01 ask  {[[Ada]]} inherited [Ada]\n2 x# 2026-11-01 call  {[[Ada]]} inherited [Ada]\n3 "
		  "d#  tea  {x} []"),
		"boxes that the book names");
	rules.marks = (struct entry_marks){0};
	is_str(all("- people\n  - [[Ada]]\n", rules), S("2   2026-11-01   {[[Ada]]} inherited [Ada]"),
		"an item in a plain item");
	is_str(all("## 2026-11-23 call: [[Ada]]\n", rules), S(""), "a heading gives its date only");
	is_str(all("# History\n- 2026-11-23 dinner: with [[Ada]]\n- with [[Ada]]\n", rules), S(""),
		"not below History");
	is_str(all("> - call: [[Ada]]\n", rules), S(""), "nothing in quotes");
}

static void test_contact(void)
{
	static const struct {
		const char *text;
		bool person, note;
		char favor;
	} facts[] = {
		{"2026-01-01 call: x", true, true, 0},
		{"2026-01-01 x", true, false, 0},
		{"2026-01-01 note: x", false, false, 0},
		{"2026-01-01 Note: x", false, false, 0},
		{"2026-01-01 gave: x", true, true, 'g'},
		{"2026-01-01 got: x", true, true, 'G'},
		{"2026-01-01 owe: x", false, false, 'o'},
		{"2026-01-01 owed: x", false, false, 'O'},
		{"[ ] 2026-01-01 call: x", false, false, 0},
		{"[ ] owe: x", false, false, 'o'},
		{"[ ] owed: x", false, false, 'O'},
		{"[ ] gave: x", false, false, 0},
		{"[x] 2026-01-01 owe: x", true, true, 'g'},
		{"[x] 2026-01-01 OWED: x", true, true, 'G'},
		{"[x] 2026-01-01 call: x", true, true, 0},
		{"[x] call: x", false, false, 0},
		{"[x] 2026-01-01 x", false, false, 0},
		{"[x] 2026-01-01 todo: x", false, false, 0},
		{"[x] 2026-01-01 note: x", false, false, 0},
		{"2026-01-01 todo: x", false, false, 0},
		{"2026-01-01 Task: x", false, false, 0},
		{"2026-01-01 idea>: x", false, false, 0},
		{"[x] 2026-01-01 todo: x", false, false, 0},
		{"[x] 2026-01-01 task: x", false, false, 0},
		{"[x] 2026-01-01 idea: x", false, false, 0},
		{"[x] 2026-01-01 x", false, false, 0},
		{"2026-01-01 ask: x", true, true, 0},
		{"[-] 2026-01-01 call: x", false, false, 0},
		{"[-] 2026-01-01 owe: x", false, false, 0},
	};

	for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
		struct entry e;
		bool is = entry_parse(&arena, str_of(facts[i].text), (struct entry_marks){0}, &e);
		ok(is && entry_contact(&e, true) == facts[i].person && entry_contact(&e, false) == facts[i].note &&
				entry_favor(&e) == facts[i].favor,
			facts[i].text);
	}
}

/* A line read and written again is the same line. */
static void test_line(void)
{
	static const char *const lines[] = {"2026-09-14 call: text", "2026-09-14 18:30 call>: text", "2026-09-14 text",
		"[ ] 2026-12-01 mail<: a: b", "[ ] call>: no day", "[ ] nothing but text",
		"[x] 2026-12-01 09:05 owe: x", "[-] 2026-12-01 owe: x", "[ ] 2026-12-01"};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct entry e;
		ok(entry_parse(&arena, str_of(lines[i]), (struct entry_marks){0}, &e), "an entry");
		is_str(str_trim(entry_line(&arena, &e)), str_of(lines[i]), lines[i]);
	}
}

int main(void)
{
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		is_str(parsed(forms[i].text), str_of(forms[i].want), forms[i].want);
	test_person();
	test_inherited();
	test_contact();
	test_line();
	arena_release(&arena);
	return done_testing();
}
