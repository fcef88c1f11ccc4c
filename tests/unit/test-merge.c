#include "base/buf.h"
#include "text/edit.h"
#include "text/entries.h"
#include "text/front.h"
#include "merge/merge.h"
#include "tap.h"
#include <stdlib.h>
#include <string.h>

static struct arena arena;
static struct entry_rules rules = {.person = true, .file_date = DATE_NONE};
static size_t conflicts;

static str merged(str base, str ours, str theirs)
{
	struct merge m = {.rules = &rules};
	str out = merge_notes(&arena, &m, (str[]){base, ours, theirs});

	conflicts = m.conflicts.n;
	return out;
}

/* --- cases: what becomes of three small notes; ! in front of the name: a conflict */

static const struct {
	const char *name, *base, *ours, *theirs, *want;
} cases[] = {
	{"two fields", "---\na: 1\nb: 2\n---\n", "---\na: 3\nb: 2\n---\n", "---\na: 1\nb: 4\n---\n",
		"---\na: 3\nb: 4\n---\n"},
	{"!one field", "---\ncity: London\n---\n", "---\ncity: Rome\n---\n", "---\ncity: Paris\n---\n",
		"---\ncity: Rome  # theirs: Paris\n---\n"},
	{"!a comment stays", "---\nc: a # x\n---\n", "---\nc: b # x\n---\n", "---\nc: 'd: # e'\n---\n",
		"---\nc: b  # theirs: 'd: # e'\n---\n"},
	{"!several lines", "---\nn: a\n---\n", "---\nn: |\n  b\n  c\n---\n", "---\nn: |\n  d\n  e\n---\n",
		"---\n# theirs: n: \"d\\ne\\n\"\nn: |\n  b\n  c\n---\n"},
	{"!a text against a list", "---\nn: a\n---\n", "---\nn: b\n---\n", "---\nn: [c, d]\n---\n",
		"---\n# theirs: n: [c, d]\nn: b\n---\n"},
	{"!removed by theirs", "---\nn: a\nz: 1\n---\n", "---\nn: b\nz: 1\n---\n", "---\nz: 1\n---\n",
		"---\nn: b  # theirs: (removed)\nz: 1\n---\n"},
	{"!removed by ours", "---\nn: a\nz: 1\n---\n", "---\nz: 1\n---\n", "---\nn: b # why\nz: 1\n---\n",
		"---\nz: 1\nn: b # why  # ours: (removed)\n---\n"},
	{"removed by one", "---\n# of n\nn: a\nz: 1\ny: 1\n---\n", "---\n# of n\nn: a\nz: 2\ny: 1\n---\n",
		"---\nz: 1\ny: 1\n---\n", "---\nz: 2\ny: 1\n---\n"},
	{"added by both, behind", "---\na: 1\n---\n", "---\na: 1\nb: 2\n---\n", "---\na: 1\n# why\nc: \"3\"\n---\n",
		"---\na: 1\nb: 2\n# why\nc: \"3\"\n---\n"},
	{"keys reordered", "---\na: 1\nb: 2\nc: 3\n---\n", "---\nc: 3\na: 1\nb: 2\n---\n",
		"---\nb: 2\na: 9\nc: 3\n---\n", "---\nc: 3\na: 9\nb: 2\n---\n"},
	{"comments of both", "---\n# one\na: 1\nb: 2\n# end\n---\n", "---\n# one\n# two\na: 1\nb: 3\n# end\n---\n",
		"---\n# one\na: 1 # three\n# four\nb: 2\n# end\n---\n",
		"---\n# one\n# two\na: 1 # three\n# four\nb: 3\n# end\n---\n"},
	{"maps in maps", "---\nx:\n  a: 1\n  b:\n    c: 2\n---\n", "---\nx:\n  a: 5\n  b:\n    c: 2\n---\n",
		"---\nx:\n    a: 1\n    b:\n      c: 6\n      d: [7]\n---\n",
		"---\nx:\n  a: 5\n  b:\n    c: 6\n    d: [7]\n---\n"},
	{"!in a map", "---\nx:\n  a: 1\n---\n", "---\nx:\n  a: 2\n---\n", "---\nx:\n  a: 3\n---\n",
		"---\nx:\n  a: 2  # theirs: 3\n---\n"},
	{"a map in flow style", "---\nx: {a: 1, b: 2} # c\n---\n", "---\nx: {a: 3, b: 2} # c\n---\n",
		"---\nx: {a: 1, b: 4, d: 5} # c\n---\n", "---\nx: {a: 3, b: 4, d: 5} # c\n---\n"},
	{"!in a map in flow style", "---\nx: {a: 1}\n---\n", "---\nx: {a: 2}\n---\n", "---\nx: {a: 3}\n---\n",
		"---\n# theirs: x: {a: 3}\nx: {a: 2}\n---\n"},
	{"all in flow style", "---\n{a: 1, b: 2}\n---\n", "---\n{a: 3, b: 2}\n---\n", "---\n{a: 1, b: 4}\n---\n",
		"---\n{a: 3, b: 4}\n---\n"},
	{"a list is a set", "---\nt: [a, b, c]\n---\n", "---\nt: [b, c, d]\n---\n", "---\nt: [a, c, e]\n---\n",
		"---\nt: [c, d, e]\n---\n"},
	{"a block list", "---\nt:\n- a\n- b # x\n---\n", "---\nt:\n- a\n- b # x\n- c\n---\n",
		"---\nt:\n  - b # x\n  - d # y\n---\n", "---\nt:\n- b # x\n- c\n- d # y\n---\n"},
	{"a list left empty", "---\nt:\n- a\n- b\n---\n", "---\nt:\n- a\n---\n", "---\nt:\n- b\n---\n",
		"---\nt: []\n---\n"},
	{"a list made of a text", "---\nt: a\n---\n", "---\nt: [a, b]\n---\n", "---\nt:\n- a\n- c\n---\n",
		"---\nt: [a, b, c]\n---\n"},
	{"tags in a line", "---\ntags: a, b\n---\n", "---\ntags: a, b, c\n---\n", "---\ntags: b, d\n---\n",
		"---\ntags: b, c, d\n---\n"},
	{"front matter of one", "# A\n\nx\n", "---\na: 1\n---\n# A\n\nx\n", "# A\n\ny\n", "---\na: 1\n---\n# A\n\ny\n"},
	{"!an anchor that went", "---\na: &x 1\nb: 2\n---\n", "---\nb: 2\n---\n", "---\na: &x 1\nb: *x\n---\n",
		"---\n# theirs: a: &x 1\n# theirs: b: *x\nb: 2\n---\n"},
	{"!keys that stand twice", "---\na: 1\na: 2\n---\n", "---\na: 1\na: 3\n---\n", "---\na: 4\na: 2\n---\n",
		"---\n# theirs: a: 4\n# theirs: a: 2\na: 1\na: 3\n---\n"},

	{"entries of both, by day", "- 2026-01-01 a\n", "- 2026-01-01 a\n- 2026-01-05 o\n",
		"- 2026-01-01 a\n- 2026-01-03 t\n- 2026-01-07 u\n",
		"- 2026-01-01 a\n- 2026-01-03 t\n- 2026-01-05 o\n- 2026-01-07 u\n"},
	{"newest first", "- 2026-01-02 b\n- 2026-01-01 a\n", "- 2026-01-05 o\n- 2026-01-02 b\n- 2026-01-01 a\n",
		"- 2026-01-07 u\n- 2026-01-03 t\n- 2026-01-02 b\n- 2026-01-01 a\n",
		"- 2026-01-07 u\n- 2026-01-05 o\n- 2026-01-03 t\n- 2026-01-02 b\n- 2026-01-01 a\n"},
	{"one day, ours first", "", "- 2026-01-05 o\n", "- 2026-01-05 t\n", "- 2026-01-05 o\n- 2026-01-05 t\n"},
	{"the same once", "- 2026-01-01 a\n", "- 2026-01-01 a\n- 2026-01-05 o\n- 2026-01-06 x\n",
		"- 2026-01-01 a\n- 2026-01-04 t\n- 2026-01-05 o\n",
		"- 2026-01-01 a\n- 2026-01-04 t\n- 2026-01-05 o\n- 2026-01-06 x\n"},
	{"both begin a log", "# A\n\nx\n", "# A\n\nx\n\n## Log\n\n- 2026-01-05 o\n",
		"# A\n\nx\n\n## Log\n\n- 2026-01-03 t\n", "# A\n\nx\n\n## Log\n\n- 2026-01-03 t\n- 2026-01-05 o\n"},
	{"a loose list", "- 2026-01-01 a\n\n- 2026-01-02 b\n\n# X\n",
		"- 2026-01-01 a\n\n- 2026-01-02 b\n\n- 2026-01-05 o\n\n# X\n",
		"- 2026-01-01 a\n\n- 2026-01-02 b\n\n- 2026-01-03 t\n\n# X\n",
		"- 2026-01-01 a\n\n- 2026-01-02 b\n\n- 2026-01-03 t\n\n- 2026-01-05 o\n\n# X\n"},
	{"a tight list before a heading", "- 2026-01-01 a\n\n# X\n", "- 2026-01-01 a\n- 2026-01-02 o\n\n# X\n",
		"- 2026-01-01 a\n- 2026-01-03 t\n\n# X\n", "- 2026-01-01 a\n- 2026-01-02 o\n- 2026-01-03 t\n\n# X\n"},
	{"two boxes ticked", "- [ ] 2026-02-01 owe: x\n- [ ] owed: y\n", "- [x] 2026-01-09 owe: x\n- [ ] owed: y\n",
		"- [ ] 2026-02-01 owe: x\n- [x] 2026-01-10 owed: y\n",
		"- [x] 2026-01-09 owe: x\n- [x] 2026-01-10 owed: y\n"},
	{"one box ticked twice", "- [ ] 2026-02-01 owe: x\n", "- [x] 2026-01-12 owe: x\n", "- [x] 2026-01-10 owe: x\n",
		"- [x] 2026-01-10 owe: x\n"},
	{"ticked here, edited there", "- [ ] 2026-02-01 owe: x and more\n", "- [x] 2026-01-12 owe: x and more\n",
		"- [ ] 2026-02-01 owe: x, y and more\n", "- [x] 2026-01-12 owe: x, y and more\n"},
	{"!ticked here, dropped there", "- [ ] owe: x\n", "- [x] 2026-01-12 owe: x\n", "- [-] owe: x\n",
		"<<<<<<< ours\n- [x] 2026-01-12 owe: x\n=======\n- [-] owe: x\n>>>>>>> theirs\n"},
	{"an edit beats the ancestor", "- 2026-01-01 call: a\n- 2026-01-02 b\n",
		"- 2026-01-01 call: a c\n- 2026-01-02 b\n", "- 2026-01-01 call: a\n- 2026-01-02 b d\n",
		"- 2026-01-01 call: a c\n- 2026-01-02 b d\n"},
	{"taken out by one", "- 2026-01-01 a\n- 2026-01-02 b\n", "- 2026-01-02 b\n",
		"- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-03 c\n", "- 2026-01-02 b\n- 2026-01-03 c\n"},
	{"!taken out and changed", "- 2026-01-01 call: a\n- 2026-01-02 b\n", "- 2026-01-02 b\n",
		"- 2026-01-01 call: a c\n- 2026-01-02 b\n",
		"<<<<<<< ours\n=======\n- 2026-01-01 call: a c\n>>>>>>> theirs\n- 2026-01-02 b\n"},
	{"nested", "- 2026-01-01 call: a\n  - [ ] x\n  - told y\n",
		"- 2026-01-01 call: a\n  - [x] 2026-01-05 x\n  - told y\n",
		"- 2026-01-01 call: a b\n  - [ ] x\n  - told y\n  - [ ] z\n",
		"- 2026-01-01 call: a b\n  - [x] 2026-01-05 x\n  - told y\n  - [ ] z\n"},
	{"moved by theirs", "## Open\n\n- [ ] x\n- [ ] y\n\n## Log\n\n- 2026-01-01 a\n",
		"## Open\n\n- [ ] x\n- [ ] y\n\n## Log\n\n- 2026-01-01 a\n- 2026-01-02 b\n",
		"## Open\n\n- [ ] y\n\n## Log\n\n- 2026-01-01 a\n- [x] 2026-01-03 x\n",
		"## Open\n\n- [ ] y\n\n## Log\n\n- 2026-01-01 a\n- 2026-01-02 b\n- [x] 2026-01-03 x\n"},
	{"a log turned round", "- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-03 c\n",
		"- 2026-01-03 c\n- 2026-01-02 b\n- 2026-01-01 a\n",
		"- 2026-01-01 a\n- 2026-01-02 b z\n- 2026-01-03 c\n- 2026-01-04 d\n",
		"- 2026-01-04 d\n- 2026-01-03 c\n- 2026-01-02 b z\n- 2026-01-01 a\n"},
	{"the heading of the log renamed", "## Log\n\n- 2026-01-01 a\n", "## Diary\n\n- 2026-01-01 a\n- 2026-01-02 b\n",
		"## Log\n\n- 2026-01-01 a\n- 2026-01-03 c\n",
		"## Diary\n\n- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-03 c\n"},
	{"dated headings", "## 2026-01-01 call: a\n\nx\n", "## 2026-01-01 call: a\n\nx\n\n## 2026-01-02 b\n\nours\n",
		"## 2026-01-01 call: a\n\nx\n\n## 2026-01-03 c\n\ntheirs\n",
		"## 2026-01-01 call: a\n\nx\n\n## 2026-01-02 b\n\nours\n\n## 2026-01-03 c\n\ntheirs\n"},

	{"two paragraphs", "one\n\ntwo\n", "ONE\n\ntwo\n", "one\n\nTWO\n", "ONE\n\nTWO\n"},
	{"!one paragraph", "one\ntwo\n", "ONE\ntwo\n", "Uno\ntwo\n",
		"<<<<<<< ours\nONE\n=======\nUno\n>>>>>>> theirs\ntwo\n"},
	{"!a paragraph added twice", "one\n\nend\n", "one\n\nours\n\nend\n", "one\n\ntheirs\n\nend\n",
		"one\n\n<<<<<<< ours\nours\n=======\ntheirs\n>>>>>>> theirs\n\nend\n"},
	{"a paragraph added, its neighbour changed", "one\n\nend\n", "one\n\nours\n\nend\n", "one\n\nEND\n",
		"one\n\nours\n\nEND\n"},
	{"one change of both, one of one", "a\n\nb\n", "A\n\nB\n", "a\n\nB\n", "A\n\nB\n"},
	{"blank lines of one", "one\n\ntwo\nthree\n", "one\n\n\n\ntwo\nthree\n", "one\n\ntwo\nthree!\n",
		"one\n\n\n\ntwo\nthree!\n"},
	{"!front matter that does not parse", "---\na: \"\n---\nx\n", "---\na: \"\n---\ny\n", "---\na: \"\n---\nz\n",
		"---\na: \"\n---\n<<<<<<< ours\ny\n=======\nz\n>>>>>>> theirs\n"},
	{"!bytes that are no UTF-8", "\xff\na\n", "\xff\nb\n", "\xff\nc\n",
		"\xff\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\n"},

	{"line ends of ours", "---\r\na: 1\r\n---\r\nx\r\n", "---\r\na: 2\r\n---\r\nx\r\n",
		"---\na: 1\nb: 3\n---\nx\n- 2026-01-01 t\n", "---\r\na: 2\r\nb: 3\r\n---\r\nx\r\n- 2026-01-01 t\r\n"},
	{"byte-order mark of ours", "\xef\xbb\xbfx\n\ny\n", "\xef\xbb\xbfX\n\ny\n", "x\n\nY\n", "\xef\xbb\xbfX\n\nY\n"},
	{"no final newline", "- 2026-01-01 a", "- 2026-01-01 a\n- 2026-01-02 b", "- 2026-01-01 a\n- 2026-01-03 c\n",
		"- 2026-01-01 a\n- 2026-01-02 b\n- 2026-01-03 c"},
};

static void check_cases(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool conflict = cases[i].name[0] == '!';
		str out = merged(str_of(cases[i].base), str_of(cases[i].ours), str_of(cases[i].theirs));
		is_str(out, str_of(cases[i].want), cases[i].name);
		ok((conflicts > 0) == conflict, conflict ? "  and is a conflict" : "  and is none");
		arena_reset(&arena);
	}
}

/* --- generated notes: what has to hold whatever the three are */

static unsigned state;

static unsigned below(unsigned n)
{
	state = state * 1103515245u + 12345u;
	return (state >> 16) % n;
}

struct sketch {
	int field[6], nested[3]; /* value, 0: none */
	bool tag[6], reordered;
	int entry[12]; /* what was done to it: 0 nothing is there, 1 open, 2 ticked, 3 edited */
	int prose[4];
	bool falling;
};

static void change(struct sketch *s, int side)
{
	for (unsigned n = below(6); n > 0; n--) {
		unsigned i = below(12);
		switch (below(6)) {
		case 0:
			s->field[i % 6] = (int)below(4) * side;
			break;
		case 1:
			s->nested[i % 3] = (int)below(4) * side;
			break;
		case 2:
			s->tag[i % 6] = !s->tag[i % 6];
			break;
		case 3:
			s->entry[i] = s->entry[i] ? 1 + (int)below(3) : 1;
			break;
		case 4:
			s->prose[i % 4] = (int)below(3) * side;
			break;
		default:
			s->reordered = !s->reordered;
		}
	}
}

static void add_field(struct buf *b, const struct sketch *s, int i)
{
	if (s->field[i])
		buf_printf(b,
			i == 5   ? "f%d: |\n  text\n  %d\n"
			: i == 4 ? "f%d: \"%d: x\" # of f4\n"
				 : "f%d: v%d\n",
			i, s->field[i]);
}

static void add_entry(struct buf *b, const struct sketch *s, int i)
{
	static const char *const forms[] = {"", "- [ ] 2026-11-%02d owe: thing number %02d\n",
		"- [x] 2026-10-%02d owe: thing number %02d\n",
		"- [ ] 2026-11-%02d owe: thing number %02d, or another\n"};

	if (s->entry[i])
		buf_printf(b, forms[s->entry[i]], i + 10, i);
}

static str write_sketch(const struct sketch *s)
{
	struct buf b = {0};

	buf_puts(&b, "---\n# head\n");
	for (int i = 0; i < 6; i++)
		add_field(&b, s, s->reordered ? 5 - i : i);
	buf_puts(&b, "address:\n  city: A\n");
	for (int i = 0; i < 3; i++)
		if (s->nested[i])
			buf_printf(&b, "  n%d: %d\n", i, s->nested[i]);
	buf_puts(&b, "tags:\n  - always\n");
	for (int i = 0; i < 6; i++)
		if (s->tag[i])
			buf_printf(&b, "  - t%d\n", i);
	buf_puts(&b, "---\n\n# Name\n");
	for (int i = 0; i < 4; i++)
		buf_printf(&b, "\nparagraph %d, version %d\n", i, s->prose[i]);
	buf_puts(&b, "\n## Log\n\n");
	for (int i = 0; i < 12; i++)
		add_entry(&b, s, s->falling ? 11 - i : i);
	str text = arena_dup(&arena, buf_str(&b));
	buf_release(&b);
	return text;
}

static int by_bytes(const void *x, const void *y)
{
	return str_cmp(*(const str *)x, *(const str *)y);
}

/* The same lines in any order. */
static bool same_lines(str x, str y)
{
	struct strs l[2] = {{0}, {0}};
	str rest[2] = {x, y}, line;

	for (int i = 0; i < 2; i++) {
		while (str_line(&rest[i], &line))
			if (str_trim(line).n)
				strs_add(&arena, &l[i], line);
		qsort(l[i].v, l[i].n, sizeof *l[i].v, by_bytes);
	}
	bool same = l[0].n == l[1].n;
	for (size_t i = 0; same && i < l[0].n; i++)
		same = str_eq(l[0].v[i], l[1].v[i]);
	return same;
}

/* Each thing stands there in one of the versions it has; what neither took out is there. */
static bool has_entries(const struct sketch s[3], str text)
{
	for (int i = 0; i < 12; i++) {
		bool wanted = s[1].entry[i] || s[2].entry[i];
		str name = arena_printf(&arena, "thing number %02d", i);
		size_t at = str_find(text, name);
		if (wanted != (at != STR_NONE))
			return false;
		if (wanted && s[0].entry[i] && !conflicts &&
			str_find(str_skip(text, at + name.n), arena_printf(&arena, FMT "\n", ARG(name))) != STR_NONE)
			return false;
	}
	return true;
}

static bool holds(unsigned seed)
{
	struct sketch s[3] = {0};
	struct front front;
	str note[3];

	state = seed;
	s[0].falling = below(2);
	change(&s[0], 1);
	change(&s[0], 1);
	for (int i = 1; i < 3; i++) {
		s[i] = s[0];
		change(&s[i], i + 1);
		change(&s[i], i + 1);
	}
	for (int i = 0; i < 3; i++)
		note[i] = write_sketch(&s[i]);
	str out = merged(note[0], note[1], note[2]);
	size_t found = conflicts;
	struct fences p = fences_of(out);
	bool good = front_parse(&arena, p.yaml, 2, &front) && front.root && has_entries(s, out);
	str mirrored = merged(note[0], note[2], note[1]);
	good = good && found == conflicts && (found || same_lines(out, mirrored));
	good = good && str_eq(merged(note[0], note[0], note[2]), note[2]) &&
	       str_eq(merged(note[0], note[1], note[0]), note[1]);
	good = good && str_eq(merged(note[0], note[2], note[2]), note[2]) && !conflicts;
	if (!good)
		printf("# seed %u\n# --- base\n" FMT "# --- ours\n" FMT "# --- theirs\n" FMT "# --- merged\n" FMT, seed,
			ARG(note[0]), ARG(note[1]), ARG(note[2]), ARG(out));
	arena_reset(&arena);
	return good;
}

int main(void)
{
	bool good = true;

	check_cases();
	for (unsigned seed = 1; seed <= 2000 && good; seed++)
		good = holds(seed);
	ok(good, "2000 generated merges: nothing lost, symmetric, the front matter parses");
	arena_release(&arena);
	return done_testing();
}
