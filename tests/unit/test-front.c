#include "../same.h"
#include "text/plainfront.h"
#include "tap.h"
#include <stdlib.h>
#include <string.h>

#define NO_KEYS "no keys: write 'key: value', with a blank behind the colon"

static struct arena a;
static struct front f;

static bool parse(const char *yaml)
{
	return front_parse(&a, str_of(yaml), 2, &f);
}

static str text(const char *key)
{
	const struct value *v = front_get(&f, str_of(key));

	return v ? v->text : (str){NULL, 0};
}

static str bytes(const struct value *v)
{
	return v ? str_head(str_skip(f.yaml, v->at), v->end - v->at) : (str){NULL, 0};
}

static str source(const char *key)
{
	return bytes(front_get(&f, str_of(key)));
}

static str joined(const char *key)
{
	return strs_join(&a, front_texts(&a, front_get(&f, str_of(key))), S("; "));
}

static void faulty(const char *yaml, size_t line, size_t col, const char *reason)
{
	ok(!parse(yaml), reason);
	is_str(f.fault.text, str_of(reason), "the reason");
	is_int((long)f.fault.line, (long)line, "its line in the file");
	is_int((long)f.fault.col, (long)col, "its column in bytes");
	ok(!f.root, "no tree");
}

static void test_values(void)
{
	parse("name: Ada Lovelace\nno: no\nn: 1_0\nq: 'it''s'\nd: \"a\\tb\"\nl: |\n  one\n  two\nm: {a: 1}\n");
	is_str(text("name"), S("Ada Lovelace"), "a plain text");
	is_str(text("no"), S("no"), "no is a text");
	is_str(text("n"), S("1_0"), "a number is the text as written");
	is_str(text("q"), S("it's"), "single quotes");
	is_str(text("d"), S("a\tb"), "double quotes");
	is_str(text("l"), S("one\ntwo\n"), "a literal text");
	is_str(text("m.a"), S("1"), "a key in a map");
	ok(!front_get(&f, S("m.b")) && !front_get(&f, S("name.x")) && !front_get(&f, S("")), "keys that are not there");
	is_int(front_get(&f, S("q"))->style, '\'', "style '");
	is_int(front_get(&f, S("d"))->style, '"', "style \"");
	is_int(front_get(&f, S("l"))->style, '|', "style |");
	is_int(front_get(&f, S("m"))->style, '{', "style {");
	parse("a.b: 1\na: {b: 2, c: 3}\n");
	is_str(text("a.b"), S("1"), "a key with a dot of its own comes first");
	is_str(text("a.c"), S("3"), "else the dot goes into the map");
	parse("a:\nb: ~\nc: null\nd: Null\ne: NULL\nf: 'null'\ng: #tag\nh: nUll\n");
	for (const char *key = "abcdeg"; *key; key++) {
		char name[2] = {*key, 0};
		is_int(front_get(&f, str_of(name))->kind, VALUE_NULL, "null");
	}
	is_str(text("f"), S("null"), "quoted it is a text");
	is_str(text("h"), S("nUll"), "nUll is a text");
	ok(!text("a").p && front_texts(&a, front_get(&f, S("a"))).n == 0, "null has no text");
	parse("a: [x, {k: y, l: [z, ~]}]\nb: !!str 5\n<<: {c: 1}\n");
	is_str(joined("a"), S("x; y; z"), "all texts, nested too");
	is_str(text("b"), S("5"), "a tag is ignored");
	ok(front_get(&f, S("b"))->anchored && f.root->anchored, "but marked");
	ok(!front_get(&f, S("c")) && front_get(&f, S("<<")), "<< is a key like any other");
	ok(front_texts(&a, NULL).n == 0, "no texts of what is not there");
}

static void test_empty(void)
{
	ok(parse("") && !f.root, "empty");
	ok(parse("\n\n") && !f.root, "blank lines");
	ok(parse("# a\n  # b\n") && !f.root, "comments only");
	ok(front_parse(&a, (str){NULL, 0}, 0, &f) && !f.root, "absent");
	ok(!front_get(&f, S("a")), "and nothing to get");
	ok(parse("{}\n") && f.root && !f.root->first, "an empty flow map");
}

static void test_links(void)
{
	parse("a: [[Ada]]\nb: [[[Ada]], [[Bob, C]]]\nc: [[Babbage, Charles]]\nd: [ [x] ]\ne: [[\"x\"]]\nf: [[x], [y]]\n"
	      "g: '[[Ada]]'\nh: [[]]\ni: [[a\n  b]]\nj: [[Ada|her]]\nk:\n- [[Ada#x]]\n");
	ok(front_get(&f, S("a"))->link && front_get(&f, S("a"))->kind == VALUE_TEXT, "a link");
	is_str(text("a"), S("[[Ada]]"), "its text");
	is_str(source("a"), S("[[Ada]]"), "its bytes");
	is_str(joined("b"), S("[[Ada]]; [[Bob, C]]"), "links in a list");
	is_int(front_get(&f, S("b"))->kind, VALUE_LIST, "which is one");
	is_str(text("c"), S("[[Babbage, Charles]]"), "a link with a comma");
	is_int(front_get(&f, S("d"))->kind, VALUE_LIST, "brackets apart are lists");
	is_int(front_get(&f, S("e"))->kind, VALUE_LIST, "quotes in it are a list");
	is_str(joined("f"), S("x; y"), "two lists in a list");
	is_str(text("g"), S("[[Ada]]"), "quoted: a text");
	ok(!front_get(&f, S("g"))->link, "that was quoted");
	is_int(front_get(&f, S("h"))->kind, VALUE_LIST, "an empty one is a list");
	is_int(front_get(&f, S("i"))->kind, VALUE_LIST, "over two lines is a list");
	is_str(text("j"), S("[[Ada|her]]"), "with a label");
	is_str(joined("k"), S("[[Ada#x]]"), "in a block list");
	faulty("a: [[Ada]] and more\n", 2, 12, "text behind the closing ]: put all of the value in quotes: \"...\"");
	faulty("[[Ada]]: friend\n", 2, 1, "a key that is not a text");
}

static void test_positions(void)
{
	parse("# top\n\"na me\": \xc3\xa9t\xc3\xa9 # c\ntags:\n  - a # one\n  - \"b\" \n# end\n\nx: [1,\n  2 ] \nl: "
	      "|\n  t\n\n\nk: |+\n  t\n\n"
	      "# c\nm:\n  \xc3\xa9: 1\n  b:   \nn: >-\n    t\n  # not text\nz: \"\xc3\xa9\"\n");
	is_str(source("na me"), S("\xc3\xa9t\xc3\xa9"), "bytes of a plain value");
	const struct value *v = front_get(&f, S("na me"));
	is_str(str_head(str_skip(f.yaml, v->key_at), v->key_end - v->key_at), S("\"na me\""),
		"bytes of the key, quoted");
	is_int(v->line, 3, "line in the file");
	is_int(v->col, 1, "column");
	is_str(source("tags"), S("- a # one\n  - \"b\""), "a block list ends with its last item");
	is_int(front_get(&f, S("tags"))->first->line, 5, "line of an item");
	is_int(front_get(&f, S("tags"))->first->col, 5, "its column");
	is_str(source("x"), S("[1,\n  2 ]"), "a flow list ends behind its bracket");
	is_str(source("l"), S("|\n  t"), "a literal ends before blank lines");
	is_str(source("k"), S("|+\n  t\n"), "with + the blank lines are its own");
	is_str(source("m"), S("\xc3\xa9: 1\n  b:"), "a map ends with its last value");
	is_str(source("n"), S(">-\n    t"), "a folded text ends before a comment");
	is_str(source("z"), S("\"\xc3\xa9\""), "quotes are in");
	is_int(front_get(&f, S("m.b"))->col, 3, "column in bytes");
	parse("a: |\n  t\n   \nb: |2\n    t\nc: |\n\n\nd: {e, f: , g:\n  }\n? h\ni: 1\n");
	is_str(source("a"), S("|\n  t\n   "), "a line of more blanks is text");
	is_str(source("c"), S("|"), "nothing but blank lines");
	v = front_get(&f, S("d.e"));
	ok(v && v->at == v->key_end, "a value that is not there: behind its key");
	v = front_get(&f, S("d.g"));
	ok(v && v->at == v->key_end + 1 && v->end == v->at, "or behind the colon");
	v = front_get(&f, S("h"));
	ok(v && v->kind == VALUE_NULL && v->at == v->key_end, "and of an explicit key");
	parse("a: 1\r\nb: \"x\r\n  y\"\r\nc: 2\rd:\r- x\r\ne: \"x\xc2\x85y\xe2\x80\xa8z\"\nf: 3\n");
	is_str(source("b"), S("\"x\r\n  y\""), "CRLF in a value");
	is_str(source("c"), S("2"), "behind it");
	is_str(source("d"), S("- x"), "behind a lone CR");
	is_int(front_get(&f, S("d"))->line, 6, "CRLF and CR are one line each");
	is_str(source("f"), S("3"), "behind U+0085 and U+2028 in quotes");
	is_int(front_get(&f, S("f"))->line, 9, "which are no lines of the file");
	is_int(front_get(&f, S("f"))->col, 1, "nor columns");
}

/* Few keys of few letters, against every pair. */
static void test_every_duplicate(void)
{
	unsigned seed = 1, wrong = 0;
	char yaml[256];

	for (int turn = 0; turn < 3000; turn++) {
		size_t n = 0;
		for (int i = 0; i < 12; i++, seed = seed * 1103515245u + 12345u)
			n += (size_t)snprintf(yaml + n, sizeof yaml - n, "%c%.*s%c: 1\n", 'a' + (int)(seed >> 16) % 7,
				(int)(seed >> 22) % 3, "xyz", 'a' + (int)(seed >> 25) % 5);
		parse(yaml);
		for (const struct value *v = f.root->first; v; v = v->next) {
			bool before = false;
			for (const struct value *o = f.root->first; o != v; o = o->next)
				before |= str_eq(o->key, v->key);
			wrong += before != v->duplicate;
		}
	}
	is_int((long)wrong, 0, "a key is marked where one before it is the same, and nowhere else");
}

static void test_duplicates(void)
{
	struct arena big = {0};
	size_t n = 0;
	char *many = malloc(1 << 20);

	parse("a: 1\nb: 2\na: 3\nm: {a: 1, a: 2}\n");
	is_str(text("a"), S("1"), "the first of two counts");
	ok(!f.root->first->duplicate && f.root->first->next->next->duplicate, "the second is marked");
	ok(!front_get(&f, S("m"))->duplicate && front_get(&f, S("m.a"))->next->duplicate, "in each map by itself");
	for (int i = 0; i < 80000; i++)
		n += (size_t)snprintf(many + n, 32, "k%d: 1\n", i % 79999);
	front_parse(&big, (str){many, n}, 1, &f);
	int twice = 0;
	for (const struct value *v = f.root->first; v; v = v->next)
		twice += v->duplicate;
	is_int(twice, 1, "one duplicate among 80,000 keys");
	arena_release(&big);
	free(many);
}

static void test_anchors(void)
{
	parse("a: &x one\nb: *x\nc: [1, *x]\nd: &y\ne: *y\n&k g: *k\n? *k\n: 2\n");
	is_str(text("b"), S("one"), "an alias is its anchor's text");
	ok(front_get(&f, S("a"))->anchored && front_get(&f, S("b"))->anchored, "both are marked");
	ok(front_get(&f, S("c"))->anchored && !front_get(&f, S("c"))->first->anchored, "and what holds them");
	is_int(front_get(&f, S("e"))->kind, VALUE_NULL, "an alias of nothing");
	is_str(text("g"), S("g"), "a key's anchor");
	ok(parse("&x ~: 1\nnull: 2\n") && front_get(&f, S("~")) && front_get(&f, S("null")),
		"keys are texts, ~ and null too");
	parse("a: &x one\n");
	is_str(source("a"), S("&x one"), "the anchor is part of the bytes");
	faulty("a: 1\nb: *no\n", 3, 4, "what begins with '*' needs quotes: \"...\"");
	faulty("a: &x [1]\nb: *x\n", 3, 4, "an alias of a list or map");
	faulty("a: &x [*x]\n", 2, 8, "an alias of a list or map");
	faulty("*x : 1\n", 2, 1, "what begins with '*' needs quotes: \"...\"");
}

static void test_faults(void)
{
	char deep[400] = "a: ";

	faulty("- a\n", 2, 1, NO_KEYS);
	faulty("# c\n\njust text\n", 4, 1, NO_KEYS);
	faulty("a: 1\n--- \nb: 2\n", 3, 1, "more than one document");
	faulty("a: 1\n... # c\n", 3, 1, "more than one document");
	faulty("--- a\n", 2, 1, "more than one document");
	faulty("{a: 1}\nb\n", 3, 1, "more than one document");
	faulty("# c\n%TAG ! x\n---\na: 1\n", 3, 1, "a YAML directive");
	faulty("? [a]\n: b\n", 2, 3, "a key that is not a text");
	faulty("a: &x\n*x : b\n", 3, 1, "a key that is not a text");
	faulty("? {a: b}\n: b\n", 2, 3, "a key that is not a text");
	faulty("\xc3\xa9: 1\nb: \xc3\xa9 \xff\n", 3, 7, "not UTF-8");
	faulty("a: x\xe2\x80\xa8y\n", 2, 5, "a Unicode line separator outside quotes");
	faulty("a: \"\xe2\x80\xa8\"\n# \xc2\x85\n", 3, 3, "a Unicode line separator outside quotes");
	faulty("a: \"\xc3\xa9\x01\"\n", 2, 7, "control characters are not allowed");
	faulty("a: \xc3\xa9 @\nb: @x\n", 3, 4, "what begins with '@' needs quotes: \"...\"");
	faulty("a:\n-\tb\n", 3, 2, "a tab where only blanks may stand");
	faulty("a: 'x\n", 2, 4, "this ' is never closed");
	memset(deep + 3, '[', FRONT_DEPTH);
	faulty(deep, 2, 3 + FRONT_DEPTH, "nested too deeply");
	ok(!front_parse(&a, (str){"a: \0b\n", 6}, 1, &f) && f.fault.col == 4, "NUL");
	is_str(f.fault.text, S("a NUL byte"), "the reason");
}

/* What libyaml refuses, in words that say what to do. */
static void test_words(void)
{
	static const char tab[] = "a tab where only blanks may stand",
			  colon[] = "a value that holds ': ' needs quotes: \"...\"",
			  indent[] = "indented unlike the lines above that it belongs to";

	faulty("\ta: b\n", 2, 1, tab);
	faulty("a: b\n\tc: d\n", 3, 1, tab);
	faulty("a: b\n\t# c\n", 3, 1, tab);
	faulty("a:\n  - b\n\t- c\n", 4, 1, tab);
	faulty("a: |\n\tb\n", 3, 1, tab);
	faulty("a: b: c\n", 2, 5, colon);
	faulty("\xc3\xa9: b: c: d\n", 2, 6, colon);
	faulty("a:\n  - b: c: d\n", 3, 9, colon);
	faulty("a: {b: c: d}\n", 2, 9, colon);
	faulty("a: [b: c: d]\n", 2, 9, colon);
	faulty("a: b\n  c: d\n", 3, 4, indent);
	faulty("a:\n  b: c\n d: e\n", 4, 2, indent);
	faulty("a:\n  - b\n  c: d\n", 4, 3, indent);
	faulty(" a: b\nc: d\n", 3, 1, indent);
	faulty("a: [`x`]\n", 2, 5, "what begins with '`' needs quotes: \"...\"");
	faulty("a: %x\n", 2, 4, "what begins with '%' needs quotes: \"...\"");
	faulty("a: **b**\n", 2, 4, "what begins with '*' needs quotes: \"...\"");
	faulty("a: *b*\n", 2, 4, "what begins with '*' needs quotes: \"...\"");
	faulty("a: & b\n", 2, 4, "what begins with '&' needs quotes: \"...\"");
	faulty("a: !<b c\n", 2, 4, "what begins with '!' needs quotes: \"...\"");
	faulty("a: > b\n", 2, 4, "what begins with '>' needs quotes: \"...\"");
	faulty("a: - b\n", 2, 4, "what begins with '-' needs quotes: \"...\"");
	faulty("a: ]b\n", 2, 4, "what begins with ']' needs quotes: \"...\"");
	faulty("a: [[B]], [[C]]\n", 2, 9, "several links are a list: a line '- [[...]]' for each");
	faulty("a: [b], c\n", 2, 7, "text behind the closing ]: put all of the value in quotes: \"...\"");
	faulty("a: {b: c} d\n", 2, 11, "text behind the closing }: put all of the value in quotes: \"...\"");
	faulty("a: \"b\" c\n", 2, 8, "text behind the closing \": within these quotes it is written \\\"");
	faulty("a: 'it's'\n", 2, 8, "text behind the closing ': within these quotes it is written ''");
	faulty("a: \"b\nc: d\ne: \"f\"\n", 2, 4, "this \" is not closed in its line");
	faulty("a: \"b\nc: d\n", 2, 4, "this \" is never closed");
	faulty("a: \"b\\d\"\n", 2, 6, "in double quotes '\\' is written '\\\\'");
	faulty("a: [b, c\nd: e\n", 2, 4, "this list in [ ] is not closed, or a ',' is missing");
	faulty("a: [\"b\" c]\n", 2, 9, "this list in [ ] is not closed, or a ',' is missing");
	faulty("a: {b: c\nd: e\n", 2, 4, "this map in { } is not closed, or a ',' is missing");
	faulty("a: b\nc d\ne: f\n", 3, 1, "a key without ': ' and a value");
	faulty("a: b\nc:d\n", 3, 1, "a key without ': ' and a value");
}

static void test_limits(void)
{
	char *big = malloc(FRONT_BYTES + 1);

	memset(big, '[', FRONT_BYTES + 1);
	ok(!front_parse(&a, (str){big, FRONT_BYTES}, 1, &f), "a megabyte of brackets");
	is_str(f.fault.text, S(NO_KEYS), "at once");
	ok(!front_parse(&a, (str){big, FRONT_BYTES + 1}, 1, &f), "too large");
	is_str(f.fault.text, S("front matter too large"), "the reason");
	memset(big, '-', FRONT_BYTES);
	for (size_t i = 1; i < FRONT_BYTES; i += 2)
		big[i] = ' ';
	memcpy(big, "a:\n", 3);
	ok(!front_parse(&a, (str){big, FRONT_BYTES}, 1, &f), "a megabyte of dashes");
	is_str(f.fault.text, S("nested too deeply"), "the reason");
	memcpy(big, "a: [", 4);
	for (size_t i = 4; i < FRONT_BYTES; i++)
		big[i] = i % 2 ? ',' : 'x';
	ok(!front_parse(&a, (str){big, FRONT_BYTES}, 1, &f), "half a million items");
	is_str(f.fault.text, S("too many values"), "the reason");
	free(big);
}

static void test_quote(void)
{
	static const char *const plain[] = {"Ada Lovelace", "2026-11-23", "2026-11", "--11-23", "XXXX-11-23", "a:b",
		"a#b", "6w", "it's", "http://x.org/a?b", "caf\xc3\xa9", "-x", "a, b", "yes please", "2026-11-23 lunch",
		"2026-11-23T", "x=1", "a]", "\xf0\x9f\x98\x80"};
	static const char *const quoted[] = {"", "~", "null", "NULL", "true", "False", "yes", "No", "on", "OFF", "y",
		"N", "1", "-1", "+49151", "0x1F", "0o17", "0b1", "1_0", "1.5", ".5", "1.", "1e3", "-.inf", ".NaN",
		"12:30", "=", "<<", " x", "x ", "a: b", "a:", "a #b", "#x", "- x", "-", "?", "? x", "[[Ada]]", "{x",
		"]", ",", "&a", "*a", "!a", "|", ">", "'x", "\"x\"", "%x", "@x", "`x", "---", "...", "2026-1-2",
		"2026-13-45", "2026-11-23 18:30", "2026-11-23T18:30", "a\tb", "a\nb", "\x01", "\x7f", "\xc2\x85",
		"\xe2\x80\xa8", "\xef\xbb\xbf", "\xef\xbf\xbe", "back\\slash\n", "01", "0"};
	static const char *const in_flow[] = {"a,b", "a]", "x}", "what?", "a:b", "[x", "-x"};

	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		is_str(front_quote(&a, str_of(plain[i]), false), str_of(plain[i]), "plain");
	for (size_t i = 0; i < sizeof quoted / sizeof *quoted; i++) {
		str q = front_quote(&a, str_of(quoted[i]), i % 2);
		is_int(q.p[0], '"', quoted[i][0] < ' ' ? "quoted" : quoted[i]);
		parse(arena_cstr(&a, arena_printf(&a, "k: " FMT "\nl: [" FMT "]\n", ARG(q), ARG(q))));
		is_str(text("k"), str_of(quoted[i]), "reads back");
		is_str(joined("l"), str_of(quoted[i]), "in a list too");
	}
	for (size_t i = 0; i < sizeof in_flow / sizeof *in_flow; i++)
		is_int(front_quote(&a, str_of(in_flow[i]), true).p[0], '"', in_flow[i]);
	is_str(front_quote(&a, S("a\n\t\x01\"\\"), false), S("\"a\\n\\t\\x01\\\"\\\\\""), "escapes");
	is_str(front_quote(&a, S("\xe2\x80\xa8\xc2\x85"), false), S("\"\\u2028\\x85\""), "escapes of line separators");
	is_str(front_quote_as(&a, S("it's"), '\'', false), S("'it''s'"), "single quotes when asked");
	is_str(front_quote_as(&a, S("a\nb"), '\'', false), S("\"a\\nb\""), "double where single cannot");
	is_str(front_quote_as(&a, S("x"), '"', false), S("\"x\""), "double when asked");
}

/* What is read without libyaml is what would be read with it. */
static bool plain_agrees(str yaml, size_t *plain)
{
	struct front own = {.yaml = yaml}, full;

	if (!plainfront_parse(&a, 2, &own))
		return true;
	++*plain;
	return front_parse_full(&a, yaml, 2, &full) && same_value(own.root, full.root);
}

/* Front matter put together at random from lines that matter. */
static void test_plain(void)
{
	static const char *const plain[] = {"a: b", "name: Ada Lovelace ", "tags: [x, y z,  1]", "list:", "  - one",
		"- two", "  - 'q'", "m:", "  k: v", "  k: \"w\"", "e:", "", "  ", "a: ~", "met: 2026-01-02",
		"u: https://x.org/#a", "f: []", "s: 'it'", "d: \"[[Ada]]\"", "n: null # p",
		"p: ['q', \"[[r]]\" , s] # t", "# u", "  # v", "b: |", "B: >", "  text", "    # more", "  s: >",
		"    te xt", "G: \"H\"  # I", "g: Ren\xC3\xA9", "    deep:", "      x: y", "    - z", "o: [ ]",
		"l: [[Ada]]", "- [[Ada#x|her]]", "- colleague: \"[[x]]\"", "- name: A", "  since: 2020", "  - role: B",
		"    at: [[C]]", "EMAIL[HOME]: a@b", "\"TEL[CELL]\": \"+49\"", "first name: x y", "'it''s': 'it''s'",
		"- ", "-", "  -", "h: \"a\\tb\\u00e9\\x41 \\\"c\\\\\"",
		"O\xE2\x80\x99R: O\xE2\x80\x99R \xE2\x80\x93 \xF0\x9F\x98\x80", "K: |-", "M: >-", "v : w",
		"A: {b: c, \"d\": [e], b: f}", "- {a: b}", "- - x", "- y:", "  z:", "- -1", "N: --11-23",
		"P: [[a, b], [[c]], [d]]", "X: [https://x.org/#a, 1:2]"};
	static const char *const odd[] = {"c: x # y", "# z", "t: a: b", "w: -", "M: > # c", "  trail ", "r: [a, ]",
		"i: &x y", "h: \"\\ud83d\\q\"", "h: \"\\0\\N\\L\"", "l: [[Ada]] x", "l: [[Ada", "l: [ [Ada]]",
		"- [[A]]: x", "- \"a\": b", "- 'a':b", "-  a: b", "   c: d", " e: f", "\"a\":b", "\"a\" : b", "'a: b",
		"- a: b # c: d", "- a # b: c", "? a", "-", "[[A]]: x", "{a: b}: c", "A: {b, c}", "A: {b: }", "A: {b:c}",
		"A: {\"b\":c}", "A: {~: b, ? c}", "A: {b: c", "~: x", "null: y", "%: x", "... : x", "---: x", "- ---",
		"- - - - - - - - - x", "x: a\xC2\xA0 b", "x: \xC2\x85", "x: \xEF\xBB\xBF", "x: \xEF\xBD\xB1",
		"x: \xC2\x81", "E: |+", "  >", "- |", "- >-", "x: [a?, b]", "x: [a:, b]", "x: [a #b]", "x: [a#b]",
		"x: [-, - a, -b]", "j: @k", "---", "...", "k:v", "x: y:", "y: [a: b]", "\tz: a", "z: \ta", " a: b",
		"  - k: v", "  -", "- ", "? k", "-x: y", "B: a :b", "C: 'x' y", "D: 'x", "E: \xE2\x80\xA8", "F: >-",
		"J: # K", "L: 'M'#N", "O: [P] #", "Q: ['R' S]", "T: [U]V", "W: [X", "Y: [a@b.c, it's, 5%, e!]",
		"Z: [@f, !g]"};
	unsigned seed = 11;
	size_t bad = 0, count = 0;

	for (int i = 0; i < 80000; i++) {
		char text[512];
		size_t n = 0, plains = sizeof plain / sizeof *plain, all = plains + sizeof odd / sizeof *odd;
		for (int j = 0; j < 2 + i % 7; j++) {
			seed = seed * 1103515245u + 12345u;
			size_t k = (seed >> 16) % (i % 4 ? plains : all);
			const char *line = k < plains ? plain[k] : odd[k - plains];
			n += (size_t)snprintf(text + n, sizeof text - n, "%s%s", line, i % 5 ? "\n" : "\r\n");
		}
		n -= i % 7 == 0;
		if (!plain_agrees((str){text, n}, &count) && bad++ == 0)
			printf("# '%.*s'\n", (int)n, text);
		arena_reset(&a);
	}
	is_int((long)bad, 0, "plain front matter is read as libyaml reads it");
	ok(count > 5000, "and much was plain");
	printf("# plain: %zu of 80000\n", count);
}

/* The same from pieces of lines. */
static void test_plain_pieces(void)
{
	static const char *const pieces[] = {"a", "b c", ": ", ": ", ": ", ":", "- ", "- ", "\n", "\n", "\n", "\n  ",
		"\n    ", "  ", "[", "]", "[[", "]]", "{", "}", ", ", ",", "'", "\"", "''", "\\", "\\n", "\\x4",
		"\\u00e9", "#", " # ", "|", "|-", ">", "~", "\xC3\xA9", "\xE2\x80\x99", "-", "?", "? ", "&x ", "!",
		"\r\n", "a: ", "\nb: ", "\n- "};
	unsigned seed = 5;
	size_t bad = 0, count = 0;

	for (int i = 0; i < 200000; i++) {
		char text[256];
		size_t n = (size_t)snprintf(text, sizeof text, "a: ");
		for (int j = 0; j < 2 + i % 13; j++) {
			seed = seed * 1103515245u + 12345u;
			n += (size_t)snprintf(text + n, sizeof text - n, "%s",
				pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
		}
		if (!plain_agrees((str){text, n}, &count) && bad++ == 0)
			printf("# '%.*s'\n", (int)n, text);
		arena_reset(&a);
	}
	is_int((long)bad, 0, "pieces of it too");
	ok(count > 5000, "and many were plain");
	printf("# plain: %zu of 200000\n", count);
}

int main(void)
{
	test_plain();
	test_plain_pieces();
	test_values();
	test_empty();
	test_links();
	test_positions();
	test_duplicates();
	test_every_duplicate();
	test_anchors();
	test_faults();
	test_words();
	test_limits();
	test_quote();
	arena_release(&a);
	return done_testing();
}
