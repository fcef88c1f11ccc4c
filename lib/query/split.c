#include "query/split.h"

#include "base/termlist.h"

bool split_is_field(str term)
{
	str op;
	return termlist_key(term, &op) || (str_starts(term, S("@")) && term.n > 1);
}

static char **strings(struct arena *a, struct strs terms)
{
	char **out = arena_array(a, terms.n + 1, sizeof *out);
	for (size_t i = 0; i < terms.n; i++)
		out[i] = arena_cstr(a, terms.v[i]);
	return out;
}

char **split_terms(struct arena *a, str query)
{
	return strings(a, termlist_read(a, query));
}

static bool is_between(str term)
{
	return str_ieq(term, S("and")) || str_ieq(term, S("or"));
}

static bool is_operator(str term)
{
	return is_between(term) || str_ieq(term, S("not")) || str_eq(term, S("(")) || str_eq(term, S(")"));
}

static bool is_query(struct strs terms)
{
	size_t fields = 0, beside = 0, between = 0;
	for (size_t i = 0; i < terms.n; i++) {
		bool before = i && is_operator(terms.v[i - 1]), behind = i + 1 < terms.n && is_between(terms.v[i + 1]);
		bool field = split_is_field(terms.v[i]);
		fields += field;
		beside += field && (before || behind);
		between += i && i + 1 < terms.n && is_between(terms.v[i]);
	}
	return fields > 1 || beside || (between && !fields);
}

static bool is_path(struct arena *a, const struct book *b, str operand)
{
	return (str_chr(operand, '/') != STR_NONE || str_ends(operand, S(".md"))) && b->fd >= 0 &&
	       book_path(b, a, operand).p;
}

/* What may hold blanks as it is: /pattern/, key~pattern, a path that is there. */
static bool is_whole(struct arena *a, const struct book *b, str operand, struct strs terms)
{
	str op;
	bool leads =
		split_is_field(terms.v[1]) || (is_between(terms.v[1]) && terms.n > 2 && split_is_field(terms.v[2]));
	if (termlist_key(terms.v[0], &op))
		return str_eq(op, S("~")) && !leads;
	return (operand.p[0] == '/' && operand.p[operand.n - 1] == '/') || is_path(a, b, operand);
}

char **split_operands(struct arena *a, const struct book *b, char **operands)
{
	struct strs out = {0};
	for (; *operands; operands++) {
		str operand = str_of(*operands);
		struct strs terms = termlist_read(a, operand);
		if (terms.n < 2 || is_whole(a, b, operand, terms) || !is_query(terms)) {
			terms = (struct strs){0};
			strs_add(a, &terms, operand);
		}
		for (size_t i = 0; i < terms.n; i++)
			strs_add(a, &out, terms.v[i]);
	}
	return strings(a, out);
}
