#include "text/edit.h"
#include "tap.h"
#include <string.h>

#define NO_KEYS "no keys: write 'key: value', with a blank behind the colon"

static struct arena a;
static struct fault why;

enum query_op { SET, ADD, TAKE, UNSET, LIST };

static str apply(enum query_op op, str note, const char *key, const char *text)
{
	str k = str_of(key), t = str_of(text), item;
	struct strs items = {0};

	switch (op) {
	case SET:
		return edit_set(&a, note, k, t, &why);
	case ADD:
		return edit_add(&a, note, k, t, &why);
	case TAKE:
		return edit_take(&a, note, k, t, &why);
	case UNSET:
		return edit_unset(&a, note, k, &why);
	default:
		while (str_cut(&t, ';', &item))
			strs_add(&a, &items, item);
		return edit_set_list(&a, note, k, items, &why);
	}
}

/* An edit of front matter between fences, which are left out of both texts. */
static void edit(
	enum query_op op, const char *yaml, const char *key, const char *text, const char *after, const char *name)
{
	str note = arena_printf(&a, "---\n%s---\nbody: 1\n", yaml);
	str want = arena_printf(&a, "---\n%s---\nbody: 1\n", after);

	is_str(apply(op, note, key, text), want, name);
}

/* An edit of a whole note. */
static void whole(
	enum query_op op, const char *note, const char *key, const char *text, const char *after, const char *name)
{
	is_str(apply(op, str_of(note), key, text), str_of(after), name);
}

static void refused(
	enum query_op op, const char *yaml, const char *key, const char *text, size_t line, const char *reason)
{
	str note = arena_printf(&a, "---\n%s---\n", yaml);

	ok(!apply(op, note, key, text).p, reason);
	is_str(why.text, str_of(reason), "the reason");
	is_int((long)why.line, (long)line, "its line");
}

static void unchanged(enum query_op op, const char *yaml, const char *key, const char *text, const char *name)
{
	str note = arena_printf(&a, "---\n%s---\n", yaml);

	ok(apply(op, note, key, text).p == note.p, name);
}

static void test_pieces(void)
{
	struct fences p = fences_of(S("\xef\xbb\xbf---\r\na: 1\r\n--- \t\r\nbody"));

	is_str(p.mark, S("\xef\xbb\xbf"), "the byte-order mark");
	is_str(p.open, S("---\r\n"), "the opening fence");
	is_str(p.yaml, S("a: 1\r\n"), "the YAML text");
	is_str(p.close, S("--- \t\r\n"), "the closing fence");
	is_str(p.body, S("body"), "the body");
	is_str(p.eol, S("\r\n"), "the line end");
	is_int((long)p.yaml_line, 2, "line of the YAML text");
	is_int((long)p.body_line, 4, "line of the body");
	p = fences_of(S("---\ra: 1\r...\rx\n---\n"));
	is_str(p.yaml, S("a: 1\r"), "lone CR, closed by dots");
	is_str(p.body, S("x\n---\n"), "its body");
	p = fences_of(S("---\n---"));
	ok(p.yaml.p && p.yaml.n == 0 && p.body.n == 0, "empty front matter, no final newline");
	p = fences_of(S("---\na: 1\n"));
	ok(!p.yaml.p && p.body.n == 9 && p.body_line == 1, "no closing fence: no front matter");
	p = fences_of(S("\xef\xbb\xbftext\n---\n"));
	ok(!p.yaml.p && p.body.n == 9, "no opening fence: all behind the mark is body");
	p = fences_of(S(""));
	ok(!p.yaml.p && p.body.n == 0 && p.eol.n == 1, "nothing");
	ok(!fences_of(S(" ---\na: 1\n---\n")).yaml.p, "a blank before the fence is no fence");
	ok(!fences_of(S("----\na: 1\n---\n")).yaml.p, "nor are four dashes");
}

static void test_set(void)
{
	edit(SET, "a: 1 # c\nb: 2\n", "a", "x w", "a: x w # c\nb: 2\n", "a plain text");
	edit(SET, "a: 'x'\n", "a", "it's", "a: 'it''s'\n", "in the quotes that were there: single");
	edit(SET, "a: \"x\"\n", "a", "w z", "a: \"w z\"\n", "double");
	edit(SET, "a: 'x'\n", "a", "t\tb", "a: \"t\\tb\"\n", "single cannot say it");
	edit(SET, "a: x\n", "a", "no", "a: \"no\"\n", "quoted where it must");
	edit(SET, "a: x\n", "a", "[[Ada]]", "a: \"[[Ada]]\"\n", "a link");
	edit(SET, "a: [[Ada]]\n", "a", "[[Bob]]", "a: \"[[Bob]]\"\n", "over one without quotes");
	edit(SET, "a: 1\n", "a", "2026-11-23", "a: 2026-11-23\n", "a date");
	edit(SET, "", "m", "3", "m: 3\n", "a number that reads back as it is");
	edit(SET, "", "m", "03", "m: \"03\"\n", "and one that does not");
	edit(SET, "", "m", "true", "m: true\n", "true");
	edit(SET, "a: 1\n# end\n", "b", "2", "a: 1\nb: 2\n# end\n", "a new key before trailing comments");
	edit(SET, "a: 1\n", "b: c", "", "a: 1\n\"b: c\": \"\"\n", "a key that needs quotes");
	edit(SET, "  a: 1\n", "b", "2", "  a: 1\n  b: 2\n", "a mapping that is indented");
	edit(SET, "a: |+\n  x\n\n", "b", "2", "a: |+\n  x\n\nb: 2\n", "behind blank lines that are text");
	edit(SET, "a: |\n  x\n\n# c\n", "b", "2", "a: |\n  x\nb: 2\n\n# c\n", "before those that are not");
	edit(SET, "# only\n", "a", "x", "# only\na: x\n", "after comments only");
	edit(SET, "a: 1\nb: \"x\n  w\"\n", "b", "z", "a: 1\nb: \"z\"\n", "over several lines");
	edit(SET, "a:\nb:  # c\n", "a", "x", "a: x\nb:  # c\n", "over null");
	edit(SET, "a:\nb:  # c\n", "b", "x", "a:\nb: x  # c\n", "over null with a comment");
	edit(SET, "a: ~\n", "a", "x", "a: x\n", "over ~");
	edit(SET, "a: # c\n  - x # one\n  - w # two\nb: 1\n", "a", "z", "a: z # c\nb: 1\n", "over a block list");
	edit(SET, "a:\n  b: 1\n", "a", "z", "a: z\n", "over a map");
	edit(SET, "a: [x, # c\n  w]\n", "a", "z", "a: z\n", "over a flow list");
	edit(SET, "a: |- # c\n  x\n  w\n\nb: 1\n", "a", "z", "a: z # c\n\nb: 1\n", "over a literal text");
	edit(SET, "a: x\nb: 1\n", "a", "one\n\n two", "a: |-\n  one\n\n   two\nb: 1\n", "several lines");
	edit(SET, "a: x # c\n", "a", "one\ntwo\n", "a: | # c\n  one\n  two\n", "with a final newline");
	edit(SET, "a: x\n", "a", "one\n\n", "a: \"one\\n\\n\"\n", "and with two");
	edit(SET, "a: x\n  # c\n", "a", "1\n2", "a: \"1\\n2\"\n  # c\n", "not where a comment would become text");
	edit(SET, "? a\n: b\n", "a", "c", "? a\n: c\n", "an explicit key");
	edit(SET, "{a: 1, b: c}\n", "a", "x: w?", "{a: \"x: w?\", b: c}\n", "in a flow map");
	edit(SET, "{a: 1}\n", "b", "x,w", "{a: 1, b: \"x,w\"}\n", "a new key in a flow map");
	edit(SET, "{a: }\n", "b", "x", "{a: , b: x }\n", "behind one that is empty");
	edit(SET, "{}\n", "b", "x", "{b: x}\n", "in an empty one");
	edit(SET, "{\n  a: 1,\n}\n", "b", "x", "{\n  a: 1,\n  b: x,\n}\n", "over lines, with a trailing comma");
	unchanged(SET, "a: 'x'\n", "a", "x", "what is already so");
	unchanged(SET, "a: [[Ada]]\n", "a", "[[Ada]]", "a link that is already so");
}

static void test_nested(void)
{
	char deep[2 * FRONT_DEPTH + 4];

	edit(SET, "a: 1\n", "address.city", "Rome", "a: 1\naddress:\n  city: Rome\n", "a new map");
	edit(SET, "", "a.b.c", "x", "a:\n  b:\n    c: x\n", "two of them");
	edit(SET, "a: # c\n", "a.b", "x", "a: # c\n  b: x\n", "over null");
	edit(SET, "a:\n    b: 1\n\nc: 1\n", "a.d", "x", "a:\n    b: 1\n    d: x\n\nc: 1\n",
		"in a map, with its indent");
	edit(SET, "a: {b: 1}\n", "a.d", "x", "a: {b: 1, d: x}\n", "in a flow map");
	edit(SET, "a: {}\n", "a.d", "x", "a: {d: x}\n", "in an empty map");
	edit(SET, "{a: 1}\n", "b.c", "x", "{a: 1, b: {c: x}}\n", "a new map in a flow map");
	edit(SET, "a:\n  b: 1\n", "a.b", "2", "a:\n  b: 2\n", "a value");
	edit(SET, "a.b: 1\n", "a.b", "2", "a.b: 2\n", "a key with a dot of its own");
	edit(ADD, "a:\n  b:\n  - x\n", "a.b", "w", "a:\n  b:\n  - x\n  - w\n", "a list in a map");
	edit(UNSET, "a:\n  b: 1\n  c: 2\n", "a.b", NULL, "a:\n  c: 2\n", "one of two");
	edit(UNSET, "a:\n  b: 1\nc: 2\n", "a.b", NULL, "c: 2\n", "an empty map goes with its last key");
	edit(UNSET, "c: {a: {b: 1}}\n", "c.a.b", NULL, "", "and those around it");
	unchanged(UNSET, "a:\n", "a.b", NULL, "nothing below null");
	refused(SET, "a: x\n", "a.b", "w", 2, "'a' is not a map");
	refused(SET, "a: x\n", "b..c", "w", 2, "cannot change 'b..c': not a key");
	refused(SET, "a: x\n", "", "w", 2, "a key without a name");
	memset(deep, '.', sizeof deep - 1);
	for (size_t i = 0; i < sizeof deep; i += 2)
		deep[i] = 'k';
	deep[sizeof deep - 1] = 0;
	ok(!apply(SET, S("x"), deep, "w").p, "a key of more levels than can be read");
}

static void test_add(void)
{
	edit(ADD, "tags:\n-   x # c\n", "tags", "w", "tags:\n-   x # c\n-   w\n", "the dash style of the list");
	edit(ADD, "tags:\n  - 'x'\n    # of x\n# end\n", "tags", "w", "tags:\n  - 'x'\n    # of x\n  - 'w'\n# end\n",
		"the quotes of the last item, below its comment");
	edit(ADD, "tags: [x, w] # c\n", "tags", "a,b", "tags: [x, w, \"a,b\"] # c\n", "a flow list");
	edit(ADD, "tags: [x,w]\n", "tags", "z", "tags: [x,w,z]\n", "without blanks");
	edit(ADD, "tags: [ x ]\n", "tags", "z", "tags: [ x, z ]\n", "with blanks");
	edit(ADD, "tags: []\n", "tags", "z", "tags: [z]\n", "an empty one");
	edit(ADD, "tags: [x,]\n", "tags", "z", "tags: [x, z,]\n", "a trailing comma");
	edit(ADD, "t: [\n  x, # one\n  w # two\n]\n", "t", "z", "t: [\n  x, # one\n  w, # two\n  z\n]\n", "over lines");
	edit(ADD, "t: [\n  x, # one\n]\n", "t", "z", "t: [\n  x, # one\n  z,\n]\n", "over lines with a trailing comma");
	edit(ADD, "t: [x,\n    w]\n", "t", "z", "t: [x,\n    w,\n    z]\n", "the bracket on the last line");
	edit(ADD, "a: 1\n", "tags", "x", "a: 1\ntags:\n  - x\n", "a new list");
	edit(ADD, "a: [x]\n", "tags", "x", "a: [x]\ntags: [x]\n", "in flow style if others are");
	edit(ADD, "a: [x]\nb:\n- w\n", "tags", "x", "a: [x]\nb:\n- w\ntags:\n- x\n", "in block style if one is");
	edit(ADD, "tags:\n", "tags", "x", "tags:\n  - x\n", "over null");
	edit(ADD, "tags: # c\nb: [w]\n", "tags", "x", "tags: [x] # c\nb: [w]\n", "over null in flow style");
	edit(ADD, "email: a@b.c # c\n", "email", "d@e.f", "email: # c\n  - a@b.c\n  - d@e.f\n",
		"a text becomes a list");
	edit(ADD, "org: [[A]]\nb: [x]\n", "org", "[[B]]", "org: [\"[[A]]\", \"[[B]]\"]\nb: [x]\n",
		"a link becomes one");
	edit(ADD, "org: 'A'\n", "org", "B", "org:\n  - 'A'\n  - 'B'\n", "with its quotes");
	edit(ADD, "tags: a, b # c\n", "tags", "d", "tags: a, b, d # c\n", "tags in one text");
	edit(ADD, "tags: \"a,b\"\n", "tags", "d", "tags: \"a,b, d\"\n", "in quotes");
	edit(ADD, "tags: a, b,\n", "tags", "d", "tags: a, b, d\n", "with a comma at the end");
	edit(ADD, "tags: \"a\\0b, c\"\n", "tags", "d", "tags: \"a\\x00b, c, d\"\n", "with a NUL in one");
	edit(ADD, "name: a, b\n", "name", "d", "name:\n  - a, b\n  - d\n", "other keys: a comma is text");
	edit(ADD, "{tags: x}\n", "tags", "w", "{tags: [x, w]}\n", "in a flow map");
	unchanged(ADD, "tags:\n  - ' x '\n", "tags", "x", "an item that is there");
	unchanged(ADD, "tags: [x]\n", "tags", "x", "in a flow list");
	unchanged(ADD, "tags: a, b\n", "tags", "b", "in one text");
	unchanged(ADD, "a: x\n", "a", "x", "a text that is it");
	refused(ADD, "a: {b: 1}\n", "a", "x", 2, "cannot change 'a': it is a map");
	edit(LIST, "a: 1\n", "b", "x;w", "a: 1\nb:\n  - x\n  - w\n", "a whole list");
	edit(LIST, "a: # c\n-  \"x\"\n", "a", "w;z", "a: # c\n-  \"w\"\n-  \"z\"\n", "over a block list");
	edit(LIST, "a: [x]\n", "a", "w;z", "a: [w, z]\n", "over a flow list");
	edit(LIST, "a: x # c\n", "a", "w", "a: # c\n  - w\n", "over a text");
	edit(LIST, "a: |\n  x\nb: 1\n", "a", "w", "a:\n  - w\nb: 1\n", "over a literal text");
	edit(LIST, "a:\n- x\n", "a", NULL, "a: []\n", "an empty list");
	unchanged(LIST, "a:\n- x\n- w\n", "a", "x;w", "the same list");
}

static void test_take(void)
{
	edit(TAKE, "t:\n  - x # c\n    # of x\n  - w\n", "t", "x", "t:\n  - w\n", "the first item, with its comments");
	edit(TAKE, "t:\n  - x\n  - w # c\n# end\n", "t", "w", "t:\n  - x\n# end\n", "the last");
	edit(TAKE, "t:\n  - -x\n  - \"w\n    z\"\n", "t", "w z", "t:\n  - -x\n", "over two lines");
	edit(TAKE, "t:\n  -\n    x\n  - w\n", "t", "x", "t:\n  - w\n", "below its dash");
	edit(TAKE, "t: # c\n  - x # one\nb: 1\n", "t", "x", "t: [] # c\nb: 1\n", "the only one");
	edit(TAKE, "t: [x, w, z]\n", "t", "x", "t: [w, z]\n", "of a flow list: first");
	edit(TAKE, "t: [x, w, z]\n", "t", "w", "t: [x, z]\n", "middle");
	edit(TAKE, "t: [x, w, z,]\n", "t", "z", "t: [x, w,]\n", "last");
	edit(TAKE, "t: [ x ]\n", "t", "x", "t: []\n", "only");
	edit(TAKE, "t: [\n  x, # one\n  w # two\n]\n", "t", "w", "t: [\n  x # one\n]\n", "over lines: last");
	edit(TAKE, "t: [\n  x, # one\n  w, # two\n]\n", "t", "w", "t: [\n  x, # one\n]\n", "with a trailing comma");
	edit(TAKE, "t: [\n  x, # one\n  w # two\n]\n", "t", "x", "t: [\n  w # two\n]\n", "first");
	edit(TAKE, "t: [[[A]], [[B]]]\n", "t", "[[A]]", "t: [[[B]]]\n", "a link");
	edit(TAKE, "tags: a, b,c\n", "tags", "b", "tags: a, c\n", "a tag of one text");
	edit(TAKE, "tags: a, a\n", "tags", "a", "tags: []\n", "its last");
	edit(TAKE, "t: x\n", "t", "x", "t: []\n", "a text that is it");
	unchanged(TAKE, "t: [x]\nu: w\n", "t", "w", "what is not there");
	unchanged(TAKE, "t: x\nu: w\n", "t", "w", "nor a text");
	unchanged(TAKE, "t: x\n", "u", "x", "nor a key");
}

static void test_unset(void)
{
	edit(UNSET, "a: 1\nb: # c\n  - x\n  # - w\n# c\nc: 2\n", "b", NULL, "a: 1\n# c\nc: 2\n",
		"with its own comments");
	edit(UNSET, "a: |+\n  x\n\nb: 1\n  # c\nd: 2\n", "b", NULL, "a: |+\n  x\n\nd: 2\n",
		"below |+ an indented comment goes along");
	edit(UNSET, "a: |+\n  x\n\nb: 1\n", "a", NULL, "b: 1\n", "blank lines that are text go along");
	edit(UNSET, "a: |\n  x\n\nb: 1\n", "a", NULL, "\nb: 1\n", "others stay");
	edit(UNSET, "? a\n: b\nc: 1\n", "a", NULL, "c: 1\n", "an explicit key");
	edit(UNSET, "a: 1\n", "a", NULL, "", "the only key");
	edit(UNSET, "{a: 1, b: 2}\n", "b", NULL, "{a: 1}\n", "of a flow map");
	edit(UNSET, "{a: 1}\n", "a", NULL, "{}\n", "its only key");
	unchanged(UNSET, "a: 1\n", "b", NULL, "what is not there");
	refused(UNSET, "a: |+\n  x\nb: 1\n\nc: 2\n", "b", NULL, 4,
		"cannot change 'b': something else would change too");
}

static void test_refused(void)
{
	refused(SET, "a: 1\nb: 2\na: 3\n", "a", "x", 2, "key stands twice: lines 2 and 4");
	edit(SET, "a: 1\nb: 2\na: 3\n", "b", "x", "a: 1\nb: x\na: 3\n", "other keys can be changed");
	refused(SET, "a: &x 1\nb: *x\n", "a", "w", 2, "cannot change 'a': it has an anchor, a tag or an alias");
	refused(UNSET, "a: &x 1\nb: *x\n", "b", NULL, 3, "cannot change 'b': it has an anchor, a tag or an alias");
	refused(ADD, "a: [&x w]\n", "a", "z", 2, "cannot change 'a': it has an anchor, a tag or an alias");
	edit(SET, "a: &x 1\nb: *x\n", "c", "w", "a: &x 1\nb: *x\nc: w\n", "other keys can be changed");
	refused(SET, "a: 1\n- b\n", "a", "x", 3,
		"front matter does not parse: indented unlike the lines above that it belongs to");
	refused(SET, "just text\n", "a", "x", 2, "front matter does not parse: " NO_KEYS);
	refused(SET, "a: 1\n", "a", "\xff", 2, "cannot change 'a': not UTF-8");
	refused(ADD, "? a\n: b\n", "a", "x", 2,
		"cannot change 'a': it is written in a way that only a person can change");
	refused(SET, "? b\nc: 1\n", "b", "x", 2, "cannot change 'b': something else would change too");
}

static void test_notes(void)
{
	whole(SET, "", "a", "x", "---\na: x\n---\n", "an empty file");
	whole(SET, "# Ada\n", "a", "x", "---\na: x\n---\n# Ada\n", "no front matter");
	whole(SET, "\xef\xbb\xbf# Ada\r\n", "a", "x", "\xef\xbb\xbf---\r\na: x\r\n---\r\n# Ada\r\n", "behind the mark");
	whole(ADD, "# Ada\rx", "a", "x", "---\ra:\r  - x\r---\r# Ada\rx", "lone CR");
	whole(SET, "---\n---", "a", "x", "---\na: x\n---", "no final newline");
	whole(SET, "---\n# c\n---", "a", "x", "---\n# c\na: x\n---", "comments only");
	whole(SET, "---\nx", "a", "w", "---\na: w\n---\n---\nx", "no closing fence");
	whole(SET, "---\r\na: 1\r\nb: 2\n...\r\nx", "c", "w", "---\r\na: 1\r\nb: 2\nc: w\n...\r\nx", "mixed line ends");
	whole(SET, "---\r\na: 1\r\n---\r\nx\n", "a", "1\n2", "---\r\na: |-\r\n  1\r\n  2\r\n---\r\nx\n",
		"CRLF in a text");
	whole(ADD, "---\ra:\r- x\r---\rx", "a", "w", "---\ra:\r- x\r- w\r---\rx", "a list with lone CR");
	whole(UNSET, "\xef\xbb\xbf---\na: 1\n---\nx", "a", NULL, "\xef\xbb\xbf---\n---\nx", "to empty front matter");
	whole(UNSET, "x", "a", NULL, "x", "nothing to take from none");
	whole(SET, "---\na: 1\n---\n---\nText.\n---\n", "a", "2", "---\na: 2\n---\n---\nText.\n---\n",
		"a rule in the body");
	refused(SET, "a: 1\n---\n---\nb: 1\n", "a", "2", 4, "a second front matter, which is not read: one has all the keys");
}

int main(void)
{
	test_pieces();
	test_set();
	test_nested();
	test_add();
	test_take();
	test_unset();
	test_refused();
	test_notes();
	arena_release(&a);
	return done_testing();
}
