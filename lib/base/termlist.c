#include "base/termlist.h"

#include "base/utf8.h"
#include <string.h>

size_t termlist_key(str term, str *op)
{
	size_t n = 0;
	static const char *const ops[] = {"!=", "<=", ">=", ":", "=", "<", ">", "~"};
	while (n < term.n && !strchr(":=<>~!/", term.p[n]))
		n++;
	if (!n || n == term.n || (!utf8_letter(term) && term.p[0] != '_') || str_starts(str_skip(term, n), S("://")))
		return 0;
	for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
		if (str_starts(str_skip(term, n), str_of(ops[i]))) {
			*op = str_of(ops[i]);
			return n;
		}
	return 0;
}

static bool ends_term(char c)
{
	return str_blank(c) || str_eol(c);
}

static size_t skip_blanks(str query, size_t i)
{
	while (i < query.n && ends_term(query.p[i]))
		i++;
	return i;
}

/* Where a quote begins it stands first or behind an operator, and it ends somewhere. */
static bool opens_quote(str query, size_t start, size_t i)
{
	char c = query.p[i];
	return (c == '\'' || c == '"') && (i == start || strchr(":=<>~(", query.p[i - 1])) &&
	       str_chr(str_skip(query, i + 1), c) != STR_NONE;
}

/* The term at i, without its quotes, in out, and where it ends. */
static str read_term(char *out, str query, size_t *i)
{
	str term = {out, 0};
	char quote = 0;
	for (size_t start = *i; *i < query.n && (quote || !ends_term(query.p[*i])); ++*i) {
		char c = query.p[*i];
		if (quote && c == quote)
			quote = 0;
		else if (!quote && opens_quote(query, start, *i))
			quote = c;
		else
			out[term.n++] = c;
	}
	return term;
}

/* How many of its last parentheses close none of its own. */
static size_t closing(str term)
{
	size_t last = 0, open = 0, own = 0;
	while (last < term.n && term.p[term.n - 1 - last] == ')')
		last++;
	for (size_t i = 0; i < term.n - last; i++)
		open += term.p[i] == '(', own += term.p[i] == ')';
	size_t unclosed = open > own ? open - own : 0;
	return last > unclosed ? last - unclosed : 0;
}

static void add_term(struct arena *a, struct strs *terms, str term)
{
	for (; str_starts(term, S("(")); term = str_skip(term, 1))
		strs_add(a, terms, S("("));
	size_t close = closing(term);
	if (term.n > close)
		strs_add(a, terms, str_head(term, term.n - close));
	while (close--)
		strs_add(a, terms, S(")"));
}

struct strs termlist_read(struct arena *a, str query)
{
	struct strs terms = {0};
	char *room = arena_alloc(a, query.n + 1);
	for (size_t i = skip_blanks(query, 0); i < query.n; i = skip_blanks(query, i)) {
		bool quoted = query.p[i] == '"' || query.p[i] == '\'';
		str term = read_term(room, query, &i);
		room += term.n;
		if (quoted && term.n)
			strs_add(a, &terms, term);
		else
			add_term(a, &terms, term);
	}
	return terms;
}
