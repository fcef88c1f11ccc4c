#include "text/yamlfault.h"
#include "text/yamlplace.h"
#include <string.h>

#define COLON S("a value that holds ': ' needs quotes: \"...\"")

static char byte_at(const struct yamlfault *f, size_t at)
{
	return at < f->yaml.n ? f->yaml.p[at] : '\0';
}

static bool is_one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

static bool is_problem(const struct yamlfault *f, const char *words)
{
	return strstr(f->problem, words);
}

static bool is_in(const struct yamlfault *f, const char *what)
{
	return f->context && str_starts(str_of(f->context), str_of(what));
}

static bool same_line(const struct yamlfault *f, size_t a, size_t b)
{
	return yamlplace_line(f->yaml, a) == yamlplace_line(f->yaml, b);
}

/* The last byte before it in its line that is no blank; NUL: none. */
static char before(const struct yamlfault *f)
{
	size_t line = yamlplace_line(f->yaml, f->at);
	str head = str_trim(str_head(str_skip(f->yaml, line), f->at - line));
	return head.n ? head.p[head.n - 1] : '\0';
}

str yamlfault_begins(struct arena *a, char first)
{
	return arena_printf(a, "what begins with '%c' needs quotes: \"...\"", first);
}

str yamlfault_indented(void)
{
	return S("indented unlike the lines above that it belongs to");
}

/* In quotes from f->from. */
static str quote_fault(struct arena *a, struct yamlfault *f)
{
	if (is_problem(f, "escape"))
		return S("in double quotes '\\' is written '\\\\'");
	f->at = f->from;
	return arena_printf(a, "this %c is never closed", byte_at(f, f->at));
}

static str flow_fault(struct arena *a, struct yamlfault *f)
{
	char open = byte_at(f, f->from);
	if (!same_line(f, f->at, f->from))
		f->at = f->from;
	else if (byte_at(f, f->at) == ':')
		return COLON;
	return arena_printf(
		a, "this %s is not closed, or a ',' is missing", open == '[' ? "list in [ ]" : "map in { }");
}

/* A ':' where no key can be: in a value, or below a key that has one. */
static str colon_fault(const struct yamlfault *f)
{
	size_t line = yamlplace_line(f->yaml, f->at);
	str head = str_head(str_skip(f->yaml, line), f->at - line);
	return str_find(head, S(": ")) == STR_NONE ? yamlfault_indented() : COLON;
}

static bool are_links(const struct yamlfault *f)
{
	str rest = str_skip(f->yaml, f->at);
	return str_starts(rest, S(",")) && str_starts(str_trim(str_skip(rest, 1)), S("[["));
}

/* Something stands behind a value that has ended, or a line begins in no column of those above. */
static str rest_fault(struct arena *a, struct yamlfault *f)
{
	char end = before(f);
	if (!end)
		return yamlfault_indented();
	if (end == ']' && are_links(f))
		return S("several links are a list: a line '- [[...]]' for each");
	if (end != '"' && end != '\'')
		return arena_printf(a, "text behind the closing %c: put all of the value in quotes: \"...\"", end);
	if (same_line(f, f->last, f->at))
		return arena_printf(a, "text behind the closing %c: within these quotes it is written %s", end,
			end == '"' ? "\\\"" : "''");
	f->at = f->last;
	return arena_printf(a, "this %c is not closed in its line", end);
}

str yamlfault_words(struct arena *a, struct yamlfault *f)
{
	if (byte_at(f, f->at) == '\t')
		return S("a tab where only blanks may stand");
	if (is_in(f, "while scanning a quoted scalar") || is_in(f, "while parsing a quoted scalar"))
		return quote_fault(a, f);
	if (is_in(f, "while scanning a") && is_one_of(byte_at(f, f->from), "*&!|>")) {
		f->at = f->from;
		return yamlfault_begins(a, byte_at(f, f->at));
	}
	if (is_in(f, "while parsing a flow ") && is_problem(f, "expected ','"))
		return flow_fault(a, f);
	if (is_problem(f, "mapping values are not allowed"))
		return colon_fault(f);
	if (is_problem(f, "could not find expected ':'")) {
		f->at = f->from;
		return S("a key without ': ' and a value");
	}
	if (is_problem(f, "did not find expected key") || is_problem(f, "expected '-' indicator"))
		return rest_fault(a, f);
	if (is_one_of(byte_at(f, f->at), "@`%-?,]}"))
		return yamlfault_begins(a, byte_at(f, f->at));
	return arena_printf(a, "%s%s%s", f->problem, f->context ? " " : "", f->context ? f->context : "");
}
