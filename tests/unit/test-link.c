#include "text/link.h"
#include "tap.h"
#include <string.h>
#include <time.h>

static struct arena arena;

static struct links scan(const char *text)
{
	struct links links = {0};

	links_scan(&arena, str_of(text), 0, &links);
	return links;
}

/* A case's text as the name of its test: on one line. */
static const char *name_of(const char *text)
{
	char *name = arena_cstr(&arena, str_of(text));

	for (char *p = name; *p; p++)
		if (*p == '\n' || *p == '\r')
			*p = '/';
	return name;
}

/* target#heading|label of each link, joined by blanks; m: in front of Markdown links. */
static str said(const char *text)
{
	struct links links = scan(text);
	struct strs parts = {0};

	for (size_t i = 0; i < links.n; i++) {
		struct link *l = &links.v[i];
		strs_add(&arena, &parts,
			arena_printf(&arena, "%s" FMT "%s" FMT "%s" FMT, l->markdown ? "m:" : "", ARG(l->target),
				l->heading.p ? "#" : "", ARG(l->heading), l->label.p ? "|" : "", ARG(l->label)));
	}
	return strs_join(&arena, parts, S(" "));
}

static const struct {
	const char *text, *want;
} cases[] = {
	{"[[Ada]]", "Ada"},
	{"see [[Ada Lovelace]] and [[people/bob]].", "Ada Lovelace people/bob"},
	{"[[Ada|her]]", "Ada|her"},
	{"[[Ada#Log]]", "Ada#Log"},
	{"[[Ada#Log|her log]]", "Ada#Log|her log"},
	{"[[a|b|c]]", "a|b|c"},
	{"[[Ada\\|her]] | cell", "Ada|her"},
	{"[[ Ada ]]", "Ada"},
	{"[[Ada|]]", "Ada"},
	{"[[ ]] [[]] [[|x]] [[#heading]]", ""},
	{"![[embed]]", "embed"},
	{"\\[[x]] \\\\[[y]]", "y"},
	{"[[[Ada]]]", "Ada"},
	{"[[a [[b]]", "b"},
	{"[[a [b] c]]", "a [b] c"},
	{"[ ] [x] [[Ada]] [", "Ada"},
	{"`[[x]]` [[y]]", "y"},
	{"``[[x]] ` [[y]]`` [[z]]", "z"},
	{"` [[x]] `` [[y]]", "x y"},
	{"`` [[x]] ` [[y]] ` [[z]]", "x z"},
	{"\\`[[x]]`", "x"},
	{"[[Ada\n  Lovelace]]", "Ada Lovelace"},
	{"[[Ada\r\nLovelace|the\nfirst]]", "Ada Lovelace|the first"},
	{"[a](b.md)", "m:b.md|a"},
	{"[Charles](../people/charles.md#Log)", "m:../people/charles.md#Log|Charles"},
	{"[a](<b c.md>) [b](b%20c.md)", "m:b c.md|a m:b c.md|b"},
	{"[a](b.md \"title\") [a](b.md 'ti)tle') [a]( b.md (t) )", "m:b.md|a m:b.md|a m:b.md|a"},
	{"[a](b(1).md) [](b.md) [a]( \nb.md)", "m:b(1).md|a m:b.md m:b.md|a"},
	{"[a](http://x.org/b.md) [a](mailto:b.md) [a](#b.md) [a](b.txt) [a](?b) [a](b/) [a](..) [a](dr.no)", ""},
	{"[a](/b.md) [a](../people/b) [a](Dr.%20No) [a](b#c)", "m:/b.md|a m:../people/b|a m:Dr. No|a m:b#c|a"},
	{"![a](b.md) [a](b.md [a] (b.md) [a](b c.md)", ""},
	{"[![pic](x.png)](b.md)", "m:b.md|![pic](x.png)"},
	{"[see [[Ada]]](b.md)", "Ada"},
	{"[a%](b%2.md%23)", ""},
	{"[a](b%C3%A4.md)", "m:b\xC3\xA4.md|a"},
	{"[[open [a](b.md", ""},
	{"a\\", ""},
	{"[[a\\", ""},
	{"[a](", ""},
	{"[a](<", ""},
};

static const struct {
	const char *text, *want;
} shown[] = {
	{"[[Ada|her]] asked", "her asked"},
	{"met [[Ada]], [[Bob#Log]]", "met Ada, Bob#Log"},
	{"a [t](http://u.org) b", "a t b"},
	{"`[[Ada]]` stays", "`[[Ada]]` stays"},
	{"![[photo]] x", "photo x"},
	{"[ ] open", "[ ] open"},
	{"nothing", "nothing"},
	{"[[#here]]", "#here"},
};

static double seconds(const char *unit, size_t bytes)
{
	size_t n = strlen(unit);
	char *text = arena_alloc(&arena, bytes + n);
	struct links links = {0};
	clock_t start = clock();

	for (size_t i = 0; i < bytes; i += n)
		memcpy(text + i, unit, n);
	links_scan(&arena, (str){text, bytes}, 0, &links);
	links_shown(&arena, (str){text, bytes});
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

int main(void)
{
	static const char *hostile[] = {"[", "[[", "]", "](", "[](", "[](<", "[](x", "[x](y (", "[x](y \"", "[x](y '",
		"[[a", "` ", "[`", "\\["};
	struct links links;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		is_str(said(cases[i].text), str_of(cases[i].want), name_of(cases[i].text));
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		is_str(links_shown(&arena, str_of(shown[i].text)), str_of(shown[i].want), shown[i].text);

	links = scan("x [[Ada]] ![[Bob|b]] [c](c.md)");
	is_int((long)links.n, 3, "three links");
	is_int((long)links.v[0].at, 2, "start of a wikilink");
	is_int((long)links.v[0].end, 9, "end of a wikilink");
	is_int((long)links.v[1].at, 11, "an embed starts behind its !");
	is_int((long)links.v[2].at, 21, "start of a Markdown link");
	is_int((long)links.v[2].end, 30, "end of a Markdown link");
	links_scan(&arena, S("[[Dora]]"), 100, &links);
	is_int((long)links.n, 4, "scanning adds");
	is_int((long)links.v[3].at, 100, "and moves by the base");
	links = (struct links){0};
	links_scan(&arena, S("[[a\0b]]"), 0, &links);
	is_str(links.v[0].target, S("a\0b"), "a NUL in a target");
	links = scan("");
	is_int((long)links.n, 0, "nothing in nothing");

	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++)
		ok(seconds(hostile[i], 1000000) < 2, hostile[i]);
	arena_release(&arena);
	return done_testing();
}
