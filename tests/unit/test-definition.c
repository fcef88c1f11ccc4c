#include "text/body.h"
#include "text/link.h"
#include "tap.h"
#include <stdio.h>
#include <time.h>

static struct arena arena;

/* label=target of each definition in a body, joined by blanks. */
static str said(const char *text)
{
	struct strs parts = {0};
	struct body b;

	body_parse(&arena, str_of(text), &b);
	for (size_t i = 0; i < b.definitions.n; i++)
		strs_add(&arena, &parts,
			arena_printf(&arena, FMT "=" FMT, ARG(b.definitions.v[i].key), ARG(b.definitions.v[i].target)));
	return strs_join(&arena, parts, S(" "));
}

static const struct {
	const char *text, *want, *name;
} cases[] = {
	{"[a]: x.md", "a=x.md", "one line"},
	{"[A  b]: <x y.md> \"t\"\n[c]: d.md 't'\n[e]: f.md (t)", "a b=x y.md c=d.md e=f.md", "titles"},
	{"[a\n b]:\n\tx.md\n 't\nu'\n[c]: d", "a b=x.md c=d", "over lines"},
	{"[a]: x.md\n\"t\" more", "a=x.md", "what looks like a title is text"},
	{"[a]: x.md more", "", "more on the line"},
	{"[a]: x.md \"t\" more", "", "more behind the title"},
	{"[a]:\n\nx.md", "", "nothing on the next line"},
	{"[a]:\n", "", "nothing at all"},
	{"[a]: <>\n[b]: <x\ny>", "a=", "an empty one, and one that ends its line"},
	{"[]: x\n[ ]: x\n[a[]: x\n[a]x", "", "no labels"},
	{"[^1]: x", "", "a footnote"},
	{"text\n[a]: x.md", "", "in a paragraph"},
	{"# h\n[a]: x.md\ntext", "a=x.md", "before a paragraph"},
	{"> [a]: x.md\n> [b]:\n> y.md\n\n- [c]: z.md\n  [d]: w.md\n\n1. > [e]: v.md",
		"a=x.md b=y.md c=z.md d=w.md e=v.md", "in quotes and items"},
	{"    [a]: x.md\n[b]: y.md", "b=y.md", "in indented code"},
	{"    ~~~\n[b]: y.md", "b=y.md", "behind what is no fence"},
	{"~~~\n[a]: x.md\n~~~\n[b]: y.md\n```\n[c]: z.md", "b=y.md", "in fences"},
	{"<div>\n[a]: x.md\n\n[b]: y.md\n<!--\n\n[c]: z.md -->\n[d]: w.md", "b=y.md d=w.md", "in HTML"},
	{"[a]: x.md\r\n[b]: y.md\r[c]: z.md", "a=x.md b=y.md c=z.md", "other line ends"},
	{"\\[a]: x.md\n\n[b\\]]: y.md", "b\\]=y.md", "backslashes"},
};

/* Of many definitions and uses of them; to see that nothing is looked for again and again. */
static double seconds(const char *definition, const char *use)
{
	size_t n = 1500;
	char *text = arena_alloc(&arena, n * 64), *at = text;
	struct body b;
	clock_t start = clock();

	for (size_t i = 0; i < n; i++)
		at += sprintf(at, definition, i);
	*at++ = '\n';
	for (size_t i = 0; i < n; i++)
		at += sprintf(at, use, i);
	body_parse(&arena, str_between(text, at), &b);
	struct links links = {.defined = &b.definitions};
	for (size_t i = 0; i < b.count; i++)
		links_scan(&arena, str_between(b.bytes.p + b.blocks[i].text_at, b.bytes.p + b.blocks[i].text_end), 0,
			&links);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

int main(void)
{
	struct body b;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		is_str(said(cases[i].text), str_of(cases[i].want), cases[i].name);
	body_parse(&arena, S("[\xC3\x84 B]: first\n[\xC3\xA4\nb]: second"), &b);
	is_str(definitions_get(&b.definitions, &arena, S(" \xC3\xA4  b "))->target, S("first"),
		"the first one holds, without case");
	ok(!definitions_get(&b.definitions, &arena, S("\xC3\xA4")), "and no other label");
	ok(seconds("[%zu]: x.md\n", "[%zu] [x][7]\n") < 1, "many");
	ok(seconds("[%zu]:\n", "[%zu][\n") < 1, "many that are none");
	arena_release(&arena);
	return done_testing();
}
