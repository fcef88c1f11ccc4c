#include "text/log.h"
#include "tap.h"

static struct arena arena;
static str not_log[] = {{"Career", 6}};
static struct entry_rules rules = {.person = true, .file_date = DATE_NONE, .not_log = {not_log, 1}};

static str add(const char *note, const char *entry)
{
	struct fault why = {0};
	size_t line;
	str after = log_add(&arena, str_of(note), &rules, str_of(entry), &why, &line);

	return after.p ? after : why.text;
}

#define REFUSED "the entry would not stand as one: is there code or HTML without an end?"

static const struct {
	const char *name, *note, *entry, *want;
} adds[] = {
	{"rising", "# A\n\n- 2026-01-01 a\n- 2026-01-03 c\n", "2026-01-02 b",
		"# A\n\n- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-03 c\n"},
	{"rising, newest", "- 2026-01-01 a\n- 2026-01-03 c\n\nend\n", "2026-01-04 d",
		"- 2026-01-01 a\n- 2026-01-03 c\n- 2026-01-04 d\n\nend\n"},
	{"rising, oldest", "- 2026-01-01 a\n- 2026-01-03 c\n", "2025-01-04 d",
		"- 2025-01-04 d\n- 2026-01-01 a\n- 2026-01-03 c\n"},
	{"falling, newest", "## Log\n\n- 2026-01-03 c\n- 2026-01-01 a\n", "2026-01-04 d",
		"## Log\n\n- 2026-01-04 d\n- 2026-01-03 c\n- 2026-01-01 a\n"},
	{"falling, between", "- 2026-01-03 c\n- 2026-01-01 a\n", "2026-01-02 b",
		"- 2026-01-03 c\n- 2026-01-02 b\n- 2026-01-01 a\n"},
	{"falling, same day first", "- 2026-01-03 c\n- 2026-01-01 a\n", "2026-01-03 d",
		"- 2026-01-03 d\n- 2026-01-03 c\n- 2026-01-01 a\n"},
	{"falling, oldest", "- 2026-01-03 c\n- 2026-01-01 a\n- [ ] x\n", "2025-01-03 d",
		"- 2026-01-03 c\n- 2026-01-01 a\n- 2025-01-03 d\n- [ ] x\n"},
	{"a single entry counts as rising", "- 2026-01-03 c\n", "2026-01-03 d", "- 2026-01-03 c\n- 2026-01-03 d\n"},
	{"no date, rising", "- 2026-01-01 a\n- 2026-01-03 c\n", "[ ] owe: x",
		"- 2026-01-01 a\n- 2026-01-03 c\n- [ ] owe: x\n"},
	{"no date, falling", "- 2026-01-03 c\n- 2026-01-01 a\n", "[ ] owe: x",
		"- [ ] owe: x\n- 2026-01-03 c\n- 2026-01-01 a\n"},
	{"a list above an empty Log is no log", "- 2026-01-01 a\n\n## Log\n", "2026-01-02 b",
		"- 2026-01-01 a\n\n## Log\n\n- 2026-01-02 b\n"},
	{"due dates do not make the order", "- [ ] 2027-01-01 x\n- 2026-01-01 a\n- 2026-01-03 c\n", "2026-01-04 d",
		"- [ ] 2027-01-01 x\n- 2026-01-01 a\n- 2026-01-03 c\n- 2026-01-04 d\n"},
	{"CRLF", "- 2026-01-01 a\r\n- 2026-01-03 c\r\n", "2026-01-02 b",
		"- 2026-01-01 a\r\n- 2026-01-02 b\r\n- 2026-01-03 c\r\n"},
	{"lone CR", "- 2026-01-01 a\r- 2026-01-03 c\r", "2026-01-04 b",
		"- 2026-01-01 a\r- 2026-01-03 c\r- 2026-01-04 b\r"},
	{"byte-order mark", "\xEF\xBB\xBF- 2026-01-01 a\n", "2026-01-02 b",
		"\xEF\xBB\xBF- 2026-01-01 a\n- 2026-01-02 b\n"},
	{"front matter", "---\na: b\n---\n- 2026-01-01 a\n", "2026-01-02 b",
		"---\na: b\n---\n- 2026-01-01 a\n- 2026-01-02 b\n"},
	{"no final newline", "- 2026-01-01 a\n- 2026-01-03 c", "2026-01-04 d",
		"- 2026-01-01 a\n- 2026-01-03 c\n- 2026-01-04 d"},
	{"no final newline, above", "- 2026-01-03 c\n- 2026-01-01 a", "2026-01-04 d",
		"- 2026-01-04 d\n- 2026-01-03 c\n- 2026-01-01 a"},
	{"star and four blanks", "*   2026-01-01 a\n*   2026-01-03 c\n", "2026-01-04 d",
		"*   2026-01-01 a\n*   2026-01-03 c\n*   2026-01-04 d\n"},
	{"tabs", "-\t2026-01-01 a\n-\t2026-01-03 c\n", "2026-01-04 d",
		"-\t2026-01-01 a\n-\t2026-01-03 c\n-\t2026-01-04 d\n"},
	{"indented list", "  + 2026-01-01 a\n  + 2026-01-03 c\n", "2026-01-04 d",
		"  + 2026-01-01 a\n  + 2026-01-03 c\n  + 2026-01-04 d\n"},
	{"loose", "- 2026-01-01 a\n\n- 2026-01-03 c\n\nend\n", "2026-01-04 d",
		"- 2026-01-01 a\n\n- 2026-01-03 c\n\n- 2026-01-04 d\n\nend\n"},
	{"loose, between", "- 2026-01-01 a\n\n- 2026-01-03 c\n", "2026-01-02 b",
		"- 2026-01-01 a\n\n- 2026-01-02 b\n\n- 2026-01-03 c\n"},
	{"loose, first", "- 2026-01-03 a\n\n- 2026-01-01 c\n", "2026-01-04 b",
		"- 2026-01-04 b\n\n- 2026-01-03 a\n\n- 2026-01-01 c\n"},
	{"loose, no final newline", "- 2026-01-01 a\n\n- 2026-01-03 c", "2026-01-04 d",
		"- 2026-01-01 a\n\n- 2026-01-03 c\n\n- 2026-01-04 d"},
	{"behind what is nested", "- 2026-01-01 a\n  - x\n\n    y\n\n[l]: /u\n", "2026-01-04 d",
		"- 2026-01-01 a\n  - x\n\n    y\n- 2026-01-04 d\n\n[l]: /u\n"},
	{"several lines", "-\t2026-01-01 a\n", "2026-01-04 call: d\nmore\n\npara\n",
		"-\t2026-01-01 a\n-\t2026-01-04 call: d\n    more\n\n    para\n"},
	{"no log", "# A\n\ntext\n", "2026-01-04 d", "# A\n\ntext\n\n## Log\n\n- 2026-01-04 d\n"},
	{"no log, a blank line is there", "text\n\n", "2026-01-04 d", "text\n\n## Log\n\n- 2026-01-04 d\n"},
	{"no log, no final newline", "text", "2026-01-04 d", "text\n\n## Log\n\n- 2026-01-04 d"},
	{"no log, CRLF", "text\r\n", "2026-01-04 d", "text\r\n\r\n## Log\r\n\r\n- 2026-01-04 d\r\n"},
	{"an empty note", "", "2026-01-04 d", "## Log\n\n- 2026-01-04 d\n"},
	{"front matter alone", "---\na: b\n---\n", "2026-01-04 d", "---\na: b\n---\n\n## Log\n\n- 2026-01-04 d\n"},
	{"front matter alone, no final newline", "---\na: b\n---", "2026-01-04 d",
		"---\na: b\n---\n\n## Log\n\n- 2026-01-04 d"},
	{"below a career of level 1", "# Career\n- 2001 x\n", "2026-01-04 d",
		"# Career\n- 2001 x\n\n# Log\n\n- 2026-01-04 d\n"},
	{"an empty Log at the end", "## Log\n", "2026-01-04 d", "## Log\n\n- 2026-01-04 d\n"},
	{"an empty Log, blank line", "## Log\n\n", "2026-01-04 d", "## Log\n\n- 2026-01-04 d\n"},
	{"an empty Log, no final newline", "## Log", "2026-01-04 d", "## Log\n\n- 2026-01-04 d"},
	{"an empty Log before another", "Log\n---\n\n## B\n", "2026-01-04 d", "Log\n---\n\n- 2026-01-04 d\n\n## B\n"},
	{"a Log with text", "## log\nsome\n", "2026-01-04 d", "## log\n\n- 2026-01-04 d\n\nsome\n"},
	{"a list without dates below Log", "## Log\n- a\n- b\n", "2026-01-04 d", "## Log\n- a\n- b\n- 2026-01-04 d\n"},
	{"Log wins", "- 2026-01-04 a\n\n## Log\n\n- 2025-01-04 b\n", "2026-01-05 c",
		"- 2026-01-04 a\n\n## Log\n\n- 2025-01-04 b\n- 2026-01-05 c\n"},
	{"not the career", "## Career\n- 2025-01-04 b\n\n## X\n- 2026-01-04 a\n", "2025-01-05 c",
		"## Career\n- 2025-01-04 b\n\n## X\n- 2025-01-05 c\n- 2026-01-04 a\n"},
	{"not the tasks", "- [ ] 2026-02-02 a\n", "2026-01-04 d", "- [ ] 2026-02-02 a\n\n## Log\n\n- 2026-01-04 d\n"},
	{"the nearest of several lists", "## 2026\n- 2026-01-04 a\n## 2025\n- 2025-01-04 b\n", "2025-03-01 c",
		"## 2026\n- 2026-01-04 a\n## 2025\n- 2025-01-04 b\n- 2025-03-01 c\n"},
	{"numbered", "1. 2026-01-04 a\n", "2026-01-05 b", "1. 2026-01-04 a\n2. 2026-01-05 b\n"},
	{"not an entry", "x", "call: y", "no entry: it begins with neither a box nor a date"},
	{"an open fence", "```\nx\n", "2026-01-04 d", REFUSED},
	{"open HTML", "<!--\nx\n", "2026-01-04 d", REFUSED},
	{"code behind the log", "- 2026-01-01 a\n```\nx\n", "2026-01-04 d", "- 2026-01-01 a\n- 2026-01-04 d\n```\nx\n"},
	{"HTML behind the log", "- 2026-01-01 a\n<!--\n- 2026-01-02 b\n", "2026-01-04 d",
		"- 2026-01-01 a\n- 2026-01-04 d\n<!--\n- 2026-01-02 b\n"},
	{"a comment behind the log", "- 2026-01-01 a\n\n%%\n- 2026-01-02 b\n%%\n", "2026-01-04 d",
		"- 2026-01-01 a\n- 2026-01-04 d\n\n%%\n- 2026-01-02 b\n%%\n"},
	{"a comment in the log", "- 2026-01-01 a\n%%\n- 2026-01-05 b\n%%\n- 2026-01-06 c\n", "2026-01-04 d",
		"- 2026-01-01 a\n%%\n- 2026-01-05 b\n%%\n- 2026-01-04 d\n- 2026-01-06 c\n"},
	{"a comment in front of it", "%%\n- 2026-01-05 b\n%%\n- 2026-01-04 a\n", "2026-01-06 d",
		"%%\n- 2026-01-05 b\n%%\n- 2026-01-06 d\n- 2026-01-04 a\n"},
	{"an open comment", "- 2026-01-01 a\n%%\nx\n- 2026-01-02 b\n", "2026-01-04 d",
		"- 2026-01-04 d\n- 2026-01-01 a\n%%\nx\n- 2026-01-02 b\n"},
	{"a log in a comment", "%%\n## Log\n\n- 2026-01-01 a\n%%\n", "2026-01-04 d",
		"%%\n## Log\n\n- 2026-01-01 a\n%%\n\n## Log\n\n- 2026-01-04 d\n"},
	{"nothing but an open comment", "a\n\n%% x\n", "2026-01-04 d",
		"a comment without an end hides what is added: write %% where it ends"},
	{"a comment within a line", "- 2026-01-01 a %% b %%\n- 2026-01-05 100%% c\n", "2026-01-06 d",
		"- 2026-01-01 a %% b %%\n- 2026-01-05 100%% c\n- 2026-01-06 d\n"},
	{"a comment on one line", "%% a %%\n- 2026-01-05 b\n", "2026-01-06 d",
		"%% a %%\n- 2026-01-05 b\n- 2026-01-06 d\n"},
	{"marks in code", "```\n%%\n```\n- 2026-01-05 b `%%`\n- 2026-01-07 c\n", "2026-01-06 d",
		"```\n%%\n```\n- 2026-01-05 b `%%`\n- 2026-01-06 d\n- 2026-01-07 c\n"},
	{"two entries at once", "- 2026-01-01 a\n", "2026-01-04 d\n- 2026-01-05 e",
		"a line of it is an entry of its own, to be logged by itself: '- 2026-01-05 e'"},
	{"code in an entry ends with it", "- 2026-01-01 a\n\nx\n", "2026-01-04 d\n\n```\n",
		"- 2026-01-01 a\n- 2026-01-04 d\n\n  ```\n\nx\n"},
};

static void test_add(void)
{
	struct entry_rules custom = rules;
	str names[] = {S("Contacts")};
	struct fault why;
	size_t line;

	for (size_t i = 0; i < sizeof adds / sizeof *adds; i++)
		is_str(add(adds[i].note, adds[i].entry), str_of(adds[i].want), adds[i].name);
	log_add(&arena, S("---\na: b\n---\n- 2026-01-01 a\n"), &rules, S("2026-01-02 b"), &why, &line);
	is_int((long)line, 5, "the line in the file");
	custom.log = (struct strs){names, 1};
	is_str(log_add(&arena, S("- 2026-01-01 a\n"), &custom, S("2026-01-02 b"), &why, &line),
		S("- 2026-01-01 a\n\n## Contacts\n\n- 2026-01-02 b\n"), "the log's own heading");
	is_str(log_add(&arena, S("# contacts\n- x\n"), &custom, S("2026-01-02 b"), &why, &line),
		S("# contacts\n- x\n- 2026-01-02 b\n"), "the log's own heading is there");
}

static str tick(const char *note, size_t line)
{
	struct fault why = {0};
	str after = log_tick(&arena, str_of(note), &rules, line, date_of(2026, 11, 24), &why);

	return after.p ? after : why.text;
}

static str drop(const char *note, size_t line)
{
	struct fault why = {0};
	str after = log_drop(&arena, str_of(note), &rules, line, &why);

	return after.p ? after : why.text;
}

static void test_drop(void)
{
	is_str(drop("- a\n- [ ] 2026-12-01 owe: x\n", 2), S("- a\n- [-] 2026-12-01 owe: x\n"), "its date stays");
	is_str(drop("*  2026-09-01 owe: x\r\n", 1), S("*  [-] 2026-09-01 owe: x\r\n"), "a promise gets the box");
	is_str(drop("- 2026-01-01 a\n  - [ ] b\n    - c\n", 2), S("- 2026-01-01 a\n  - [-] b\n    - c\n"),
		"nested, dropped");
	is_str(drop("- [ ]\n", 1), S("- [-]\n"), "an empty box, dropped");
	is_str(drop("- [x] 2026-01-01 a\n", 1), S("no open entry"), "what is done is not dropped");
}

static void test_tick(void)
{
	is_str(tick("- a\n- [ ] 2026-12-01 owe: x\n", 2), S("- a\n- [x] 2026-11-24 owe: x\n"),
		"the due date becomes the day");
	is_str(tick("- [ ] owe: x\r\n  y", 1), S("- [x] 2026-11-24 owe: x\r\n  y"), "a missing date is added");
	is_str(tick("*  2026-09-01 owe: x\n", 1), S("*  [x] 2026-11-24 owe: x\n"), "owe gets the box");
	is_str(tick("- [ ] [[2026-12-01]] call: x\n", 1), S("- [x] [[2026-11-24]] call: x\n"), "a linked date");
	is_str(tick("- [ ]  [[2026-12-01|Tue]] 18:30: x\n", 1), S("- [x]  [[2026-11-24|Tue]] 18:30: x\n"),
		"as it is written");
	is_str(tick("- [ ]\n", 1), S("- [x] 2026-11-24\n"), "an empty box");
	is_str(tick("- [ ] \n  x\n", 1), S("- [x] \n  2026-11-24 x\n"), "text on the next line");
	is_str(tick("- 2026-01-01 a\n  - [ ] b\n    - c\n", 2), S("- 2026-01-01 a\n  - [x] 2026-11-24 b\n    - c\n"),
		"nested");
	is_str(tick("---\na: b\n---\n- [ ] b\n", 4), S("---\na: b\n---\n- [x] 2026-11-24 b\n"), "line of the file");
	is_str(tick("- [x] 2026-01-01 b\n", 1), S("no open entry"), "is done");
	is_str(tick("- [ ] b\n", 2), S("no open entry"), "no such line");
	is_str(tick("# 2026-01-01 owe: x\n", 1), S("this entry cannot be ticked without changing others"), "a heading");
}

static str take_out(const char *note, size_t line)
{
	struct fault why = {0};
	str after = log_remove(&arena, str_of(note), &rules, line, &why);

	return after.p ? after : why.text;
}

/* Adding, then taking out again what was added gives the same bytes. */
static void test_remove(void)
{
	for (size_t i = 0; i < sizeof adds / sizeof *adds; i++) {
		struct fault why;
		size_t line;
		str once = log_add(&arena, str_of(adds[i].note), &rules, str_of(adds[i].entry), &why, &line);
		if (!once.p)
			continue;
		str twice = log_add(&arena, once, &rules, str_of(adds[i].entry), &why, &line);
		is_str(log_remove(&arena, twice, &rules, line, &why), once, adds[i].name);
	}
	is_str(take_out("- 2026-01-01 a\n  - x\n\n    y\n- 2026-01-02 b\n", 1), S("- 2026-01-02 b\n"),
		"with what is nested");
	is_str(take_out("- x\n  - 2026-01-01 a\n  - y\n", 2), S("- x\n  - y\n"), "a nested one");
	is_str(take_out("- a\n", 1), S("no entry"), "no entry");
	is_str(take_out("- - 2026-01-01 a\n", 1), S("this entry does not stand in lines of its own"),
		"in another's line");
	is_str(take_out("P.\n- 2026-01-01 a\n---\n", 2), S("this entry cannot be taken out without changing others"),
		"what would make a heading of the paragraph above");
	is_str(take_out("P.\n\n- 2026-01-01 a\n---\n", 3), S("P.\n\n---\n"), "a rule below it stays one");
	is_str(take_out("## 2026-01-01 a\n", 1), S("this entry does not stand in lines of its own"), "a heading");
}

int main(void)
{
	test_add();
	test_tick();
	test_drop();
	test_remove();
	arena_release(&arena);
	return done_testing();
}
