#include "../same.h"
#include "text/plainbody.h"
#include "tap.h"
#include <cmark.h>
#include <string.h>
#include <time.h>

static struct arena arena;

typedef void parse_fn(struct arena *a, str bytes, struct body *out);

static struct body parse(str text)
{
	struct body b;

	body_parse(&arena, text, &b);
	return b;
}

/* A line for each block: kind level flags line parent heading {text} {all of an item's or heading's bytes}. */
static str show(parse_fn *fn, str text)
{
	struct body b;
	struct strs lines = {0};

	fn(&arena, text, &b);
	for (size_t i = 0; i < b.count; i++) {
		struct body_block *k = &b.blocks[i];
		strs_add(&arena, &lines,
			arena_printf(&arena, "%c%d%s%s %u %d %d {" FMT "} %u-%u", "HIT"[k->kind], k -> level,
				k -> quoted ? "q" : "", k->ordered ? "o" : "", k->line, k->parent, k->heading,
				ARG(body_text(&arena, &b, k)), k->at, k->end));
	}
	return strs_join(&arena, lines, S("\n"));
}

static const struct {
	const char *name, *text, *want;
} cases[] = {
	{"a note", "# A #\n\nxx\nyy\n\n## B\n- i\n",
		"H1 1 -1 -1 {A} 0-6\nT0 3 -1 0 {xx yy} 7-13\nH2 6 -1 0 {B} 14-19\nI1 7 -1 2 {i} 19-23"},
	{"the end of an item is not at the blank line", "- a\n  - b\n\n    c\n\nd\n",
		"I1 1 -1 -1 {a} 0-17\nI2 2 0 -1 {b} 6-17\nT0 4 1 -1 {c} 15-17\nT0 6 -1 -1 {d} 18-20"},
	{"a definition behind an item is not in it", "- a\n\n[x]: /u\n\nb\n",
		"I1 1 -1 -1 {a} 0-4\nT0 5 -1 -1 {b} 14-16"},
	{"a definition in an item is", "- a\n\n  [x]: /u\n\nb\n", "I1 1 -1 -1 {a} 0-15\nT0 5 -1 -1 {b} 16-18"},
	{"an item that is a definition", "- [x]: /u\n- b\n", "I1 1 -1 -1 {} 0-10\nI1 2 -1 -1 {b} 10-14"},
	{"text behind definitions", "[x]: /u\n[y]: <u> \"t\"\ntext\n", "T0 3 -1 -1 {text} 21-26"},
	{"what only looks like one", "[x]: not a definition\n", "T0 1 -1 -1 {[x]: not a definition} 0-22"},
	{"[x](y) ]: is none", "[x](y) ]: t\nz\n", "T0 1 -1 -1 {[x](y) ]: t z} 0-14"},
	{"[[x]]: is none", "[[x]]: y\nz\n", "T0 1 -1 -1 {[[x]]: y z} 0-11"},
	{"a paragraph of definitions is no block", "a\n\n[x]: /u\n\nb\n", "T0 1 -1 -1 {a} 0-2\nT0 5 -1 -1 {b} 12-14"},
	{"setext", "A\nB\n===\nc\n\nD\n--- \n", "H1 1 -1 -1 {A B} 0-8\nT0 4 -1 0 {c} 8-10\nH2 6 -1 0 {D} 11-18"},
	{"setext behind a definition", "[x]: /u\nA\n---\n[y]: /u\nb\n", "H2 2 -1 -1 {A} 8-14\nT0 5 -1 0 {b} 22-24"},
	{"closed headings", "# a ##\n## b#\n### c \\#\n# #\n#\n####### d\n",
		"H1 1 -1 -1 {a} 0-7\nH2 2 -1 0 {b#} 7-13\nH3 3 -1 1 {c \\#} 13-22\nH1 4 -1 -1 {} 22-26\nH1 5 -1 -1 {} "
		"26-28\n"
		"T0 6 -1 4 {####### d} 28-38"},
	{"code and HTML are no blocks", "```\n- a\n# b\n```\n\n    - c\n\n<!--\n- d\n\n- e\n-->\n<div>\n- f\n</div>\n",
		""},
	{"an item ends behind its code", "- a\n\n  ```\n  - b\n\n  ```\n\nc\n",
		"I1 1 -1 -1 {a} 0-24\nT0 8 -1 -1 {c} 25-27"},
	{"HTML comment behind an item", "- a\n<!-- x -->\n- b\n", "I1 1 -1 -1 {a} 0-4\nI1 3 -1 -1 {b} 15-19"},
	{"quotes", "> - a\n>   b\n>\n> c\n> > # d\n",
		"I1q 1 -1 -1 {a b} 2-12\nT0q 4 -1 -1 {c} 16-18\nH1q 5 -1 -1 {d} 22-26"},
	{"a quote in an item", "- > a\n  > b\n- c\n",
		"I1 1 -1 -1 {} 0-12\nT0q 1 0 -1 {a b} 4-12\nI1 3 -1 -1 {c} 12-16"},
	{"lazy lines", "- a\nb\n> c\nd\n", "I1 1 -1 -1 {a b} 0-6\nT0q 3 -1 -1 {c d} 8-12"},
	{"markers", "* a\n+ b\n1. c\n2) d\n",
		"I1 1 -1 -1 {a} 0-4\nI1 2 -1 -1 {b} 4-8\nI1o 3 -1 -1 {c} 8-13\nI1o 4 -1 -1 {d} 13-18"},
	{"items in items", "- - a\n  - b\n", "I1 1 -1 -1 {} 0-12\nI2 1 0 -1 {a} 2-6\nI2 2 0 -1 {b} 8-12"},
	{"text on the line below the marker", "-\n  a\n-\n\n  b\n",
		"I1 1 -1 -1 {a} 0-6\nI1 3 -1 -1 {} 6-8\nT0 5 -1 -1 {b} 11-13"},
	{"tabs", "-\ta\n\n\tb\n-\t\tc\n", "I1 1 -1 -1 {a} 0-8\nT0 3 0 -1 {b} 6-8\nI1 4 -1 -1 {} 8-13"},
	{"a heading in an item holds only there", "# A\n- # B\n  ## C\n\nx\n",
		"H1 1 -1 -1 {A} 0-4\nI1 2 -1 0 {} 4-17\nH1 2 1 0 {B} 6-10\nH2 3 1 2 {C} 12-17\nT0 5 -1 0 {x} 18-20"},
	{"CRLF", "# a\r\n\r\n- b\r\n  c\r\n", "H1 1 -1 -1 {a} 0-5\nI1 3 -1 0 {b c} 7-17"},
	{"lone CR", "# a\r\r- b\r  c\r- d", "H1 1 -1 -1 {a} 0-4\nI1 3 -1 0 {b c} 5-13\nI1 5 -1 0 {d} 13-16"},
	{"a BOM", "\xEF\xBB\xBF- a\n- b", "I1 1 -1 -1 {a} 3-7\nI1 2 -1 -1 {b} 7-10"},
	{"hard breaks", "a\\\nb  \n c\\\n", "T0 1 -1 -1 {a b c\\} 0-11"},
	{"only blank lines", "\n \n\t\n", ""},
	{"nothing", "", ""},
	{"no final newline", "- a\n  b", "I1 1 -1 -1 {a b} 0-7"},
	{"a break ends a paragraph", "a\n***\nb\n* * *\n", "T0 1 -1 -1 {a} 0-2\nT0 3 -1 -1 {b} 6-8"},
};

static void test_nul(void)
{
	struct body b = parse(S("\0\0- x\n\0 # y\n\n- \0a\n# b\0\n"));

	is_int((long)b.count, 3, "NUL: text, item, heading");
	is_int((long)b.blocks[1].at, 13, "NUL shifts nothing");
	is_str(body_text(&arena, &b, &b.blocks[1]), S("\0a"), "NUL stays in the text");
	is_str(body_text(&arena, &b, &b.blocks[2]), S("b\0"), "NUL stays in a heading");
}

/* The same headings, items and paragraphs as in libcmark's own tree, with its start lines. */
static bool agrees(str text, size_t *count)
{
	struct body b;
	body_parse_full(&arena, text, &b);
	cmark_node *root = cmark_parse_document(text.p, text.n, CMARK_OPT_DEFAULT), *node;
	cmark_iter *it = cmark_iter_new(root);
	bool good = true;
	size_t n = 0;

	for (cmark_event_type e; good && (e = cmark_iter_next(it)) != CMARK_EVENT_DONE;) {
		if (e != CMARK_EVENT_ENTER)
			continue;
		node = cmark_iter_get_node(it);
		cmark_node_type type = cmark_node_get_type(node);
		bool of_item = type == CMARK_NODE_PARAGRAPH && !cmark_node_previous(node) &&
			       cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM;
		if (of_item || (type != CMARK_NODE_HEADING && type != CMARK_NODE_ITEM && type != CMARK_NODE_PARAGRAPH))
			continue;
		enum body_block_kind kind = type == CMARK_NODE_HEADING ? BLOCK_HEADING
					    : type == CMARK_NODE_ITEM  ? BLOCK_ITEM
								       : BLOCK_TEXT;
		uint32_t line = (uint32_t)cmark_node_get_start_line(node);
		good = n < b.count && b.blocks[n].kind == kind && b.blocks[n].line == line &&
		       (kind != BLOCK_HEADING || b.blocks[n].level == cmark_node_get_heading_level(node));
		n++;
	}
	*count = n;
	cmark_iter_free(it);
	cmark_node_free(root);
	return good && n == b.count;
}

/* Documents put together at random from lines that matter. */
static void test_against_cmark(void)
{
	static const char *lines[] = {"", "", "- a", "  - b", "    c", "\td", "> e", "> - f", "# g", "  ## h #",
		"===", "---", "***", "```", "~~~", "<!--", "-->", "<div>", "1. i", "2) j", "   k", "-", "    - l",
		"- [ ] m", "-\tn", "> ", "+ - o", "p", "- # q", "      r"};
	unsigned seed = 1;
	size_t bad = 0, blocks = 0, count;

	for (int i = 0; i < 20000; i++) {
		char text[512];
		size_t n = 0;
		for (int j = 0; j < 12; j++) {
			seed = seed * 1103515245u + 12345u;
			const char *line = lines[(seed >> 16) % (sizeof lines / sizeof *lines)];
			n += (size_t)snprintf(text + n, sizeof text - n, "%s%s", line, i % 3 ? "\n" : "\r\n");
		}
		if (!agrees((str){text, n}, &count) && bad++ == 0)
			printf("# '%s'\n", text);
		blocks += count;
		arena_reset(&arena);
	}
	is_int((long)bad, 0, "random documents read as libcmark reads them");
	ok(blocks > 50000, "and they held blocks");
}

/* What is read without libcmark is what would be read with it. */
static bool plain_agrees(str text, size_t *plain)
{
	struct body b = {.bytes = text}, full;

	if (!plainbody_parse(&arena, &b))
		return true;
	++*plain;
	body_parse_full(&arena, text, &full);
	return same_body(&b, &full);
}

static void test_plain(void)
{
	static const char *const plain[] = {"", "", "- a", "  - b", "    c", "# d", "## e ##", "f", "  g", " - h ",
		"- [ ] i", "-   j", "     - k", "    - l", "* **m**", "**n**", "[[o]]: p", "[x] q", "[r](s) ]: t", "#u",
		"  ", "+ v", "   w", "> a", "1. b", "***", "c\td", "-\te", "\t- f", "\tg", "\t\t- h", "2. i", "3) j",
		"   k", "```", "```sh", "    code", "> - l", "> [!note] m", ">", "> # n", ">   o", "---",
		"===", "<!-- p -->", "<!--", "q -->", "- ", "1.", "> ```", "~~~", "   - r", "* * *", "10. s"};
	static const char *const odd[] = {"- [y]: z", "- - f", "- # g", "[h", "i]: j", "<k>", "> > a", "- > b", "  > c",
		"- ```", "  ```", "    ```", "````", "``` `x`", "> ---", "> ===", "    ---", "    ===", "- ***",
		"<!-->", "<!--->", "<div>", ">\tx", "> \ty", ">\t- z", "-\t\ta", " \t- b", "  \tc", "\t\t\td", "0. e",
		"01. f", "1.\tg", "1.  h", "1.     i", "-     j", "> > ", "    > ", "   > k", "  -->", "> -->",
		"> <!--", "- a\n\n      code", "+++", "--", "= =", "_ _ _", "---\t", ">- l", "> \\", "[^1]: m",
		"    - n", "      - o", ">     p", "- [ ] q", "> 2. r", "* ", "+", "\xEF\xBB\xBF", "```\xFF", "\xFF-->",
		"--", "      l", "=m", "- ", "``n``", "2026: o", "\xF0\x9F\x98\x80 p  ", "-    q", "-     r", "_s_",
		"-\ft", "1)\vu"};
	unsigned seed = 7;
	size_t bad = 0, count = 0;

	for (int i = 0; i < 60000; i++) {
		char text[512];
		size_t n = 0, plains = sizeof plain / sizeof *plain, all = plains + sizeof odd / sizeof *odd;
		for (int j = 0; j < 3 + i % 9; j++) {
			seed = seed * 1103515245u + 12345u;
			size_t k = (seed >> 16) % (i % 4 ? plains : all);
			const char *line = k < plains ? plain[k] : odd[k - plains];
			n += (size_t)snprintf(text + n, sizeof text - n, "%s%s", line, i % 5 ? "\n" : "\r\n");
		}
		n -= i % 7 == 0;
		if (!plain_agrees((str){text, n}, &count) && bad++ == 0)
			printf("# '%.*s'\n" FMT "\n\n" FMT "\n", (int)n, text, ARG(show(body_parse, (str){text, n})),
				ARG(show(body_parse_full, (str){text, n})));
		arena_reset(&arena);
	}
	is_int((long)bad, 0, "plain documents read as libcmark reads them");
	ok(count > 20000, "and many were plain");
	printf("# plain: %zu of 60000\n", count);
}

/* The same from pieces of lines. */
static void test_plain_pieces(void)
{
	static const char *const pieces[] = {" ", " ", "  ", "\t", ">", "> ", "- ", "- ", "-", "--", "*", "+ ", "1. ",
		"2) ", "10.", "# ", "#", "```", "~~~", "`", "=", "==", "_", "a", "b c", "\n", "\n", "\n", "\n", "\n\n",
		"\n- ", "\n  ", "\n\t", "\n> ", "\r\n", "<!--", "-->", "<", "[", "]", ":", "!", "\\", "\xC3\xA9",
		"\xFF", "0", "."};
	unsigned seed = 3;
	size_t bad = 0, count = 0;

	for (int i = 0; i < 150000; i++) {
		char text[256];
		size_t n = 0;
		for (int j = 0; j < 3 + i % 21; j++) {
			seed = seed * 1103515245u + 12345u;
			n += (size_t)snprintf(text + n, sizeof text - n, "%s",
				pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
		}
		if (!plain_agrees((str){text, n}, &count) && bad++ == 0)
			printf("# '%.*s'\n" FMT "\n\n" FMT "\n", (int)n, text, ARG(show(body_parse, (str){text, n})),
				ARG(show(body_parse_full, (str){text, n})));
		arena_reset(&arena);
	}
	is_int((long)bad, 0, "pieces of them too");
	ok(count > 50000, "and many were plain");
	printf("# plain: %zu of 150000\n", count);
}

static void hostile(const char *name, const char *unit, size_t times, bool nested, const char *why)
{
	size_t n = strlen(unit), size = 0;
	char *text = arena_alloc(&arena, times * (n + (nested ? times : 0)) + 1);

	for (size_t i = 0; i < times; i++) {
		if (nested) {
			memset(text + size, ' ', i * 2);
			size += i * 2;
		}
		memcpy(text + size, unit, n);
		size += n;
	}
	clock_t start = clock();
	struct body b = parse((str){text, size});
	ok((double)(clock() - start) / CLOCKS_PER_SEC < 5, name);
	is_str(b.by_lines ? str_head(b.fault.text, strlen(why)) : S(""), str_of(why), name);
	arena_reset(&arena);
}

static void test_hostile(void)
{
	struct body b;

	hostile("levels on a line", "- ", 100000, false, "line too deeply nested");
	hostile("quotes on a line", ">", 100000, false, "line too deeply nested");
	hostile("levels by indent", "- a\n", 1000, true, "line too deeply nested");
	hostile("99 levels", "- ", 99, false, "");
	hostile("brackets", "[", 900000, false, "paragraph too long");
	hostile("a long line", "x", 10000000, false, "body too large");
	hostile("a long paragraph", "*a_ b\n", 20000, false, "paragraph too long");
	hostile("a log of 70,000", "- 2026-01-02 call: she is hiring in Q1\n", 70000, false, "");
	hostile("carriage returns", "\r", 3000000, false, "");
	hostile("indent", " ", 3000000, false, "");

	char *text = arena_alloc(&arena, 200100);
	memset(text, '>', 200000);
	memcpy(text + 200000, "\n# a\n- b\n  - c\n* d\n## e\n-\n", 27);
	b = parse((str){text, 200027});
	is_int((long)b.fault.line, 1, "the line that is too deep");
	is_int((long)b.count, 4, "read by lines");
	is_int(b.blocks[1].line, 3, "an item's line");
	is_int(b.blocks[2].heading, 0, "below its heading");
	is_int(b.blocks[3].heading, 0, "a heading below a heading");
}

int main(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (int full = 0; full < 2; full++)
			is_str(show(full ? body_parse_full : body_parse, str_of(cases[i].text)), str_of(cases[i].want),
				cases[i].name);
	test_nul();
	test_against_cmark();
	test_plain();
	test_plain_pieces();
	test_hostile();
	arena_release(&arena);
	return done_testing();
}
