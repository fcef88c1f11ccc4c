#include "query/query_parts.h"
#include "base/sorted.h"

#define QUERY_DEPTH 200

struct query *query_node(struct query_parsing *p, enum query_op op)
{
	struct query *q = arena_alloc(p->arena, sizeof *q);
	q->op = op;
	return q;
}

struct query *query_wrong(struct query_parsing *p, str why)
{
	if (!p->wrong.p)
		p->wrong = why;
	while (*p->at)
		p->at++;
	return query_node(p, OP_ALL);
}

static bool is_word(const char *s, const char *word)
{
	return s && str_ieq(str_of(s), str_of(word));
}

static struct query *missing_before(struct query_parsing *p, const char *s)
{
	return query_wrong(p, arena_printf(p->arena, "query: a term is missing before '%s'", s));
}

static struct query *negated(struct query_parsing *p, struct query *of)
{
	struct query *q = query_node(p, OP_NOT);
	q->left = of;
	return q;
}

static struct query *parse_or(struct query_parsing *p);

static struct query *parse_one(struct query_parsing *p)
{
	const char *s = *p->at;
	if (!s)
		return query_wrong(p, S("query: a term is missing at the end"));
	if (++p->depth > QUERY_DEPTH)
		return query_wrong(p, S("query: nested too deeply"));
	p->at++;
	struct query *q;
	if (is_word(s, "not")) {
		q = negated(p, parse_one(p));
	} else if (is_word(s, "(")) {
		q = parse_or(p);
		if (is_word(*p->at, ")"))
			p->at++;
		else
			query_wrong(p, S("query: ')' is missing"));
	} else if (is_word(s, ")") || is_word(s, "and") || is_word(s, "or")) {
		return missing_before(p, s);
	} else {
		q = query_term(p, str_of(s));
	}
	p->depth--;
	return q;
}

/* Where a chain a op (b op c) ends, one longer. */
static struct query **append(struct query_parsing *p, enum query_op op, struct query **tail, struct query *next)
{
	struct query *q = query_node(p, op);
	q->left = *tail;
	q->right = next;
	*tail = q;
	return &q->right;
}

/* Side by side is and; but of paths, as xargs puts them there, a note can have only one. */
static struct query *parse_and(struct query_parsing *p)
{
	struct query *q = parse_one(p), **last = &q;
	while (*p->at && !is_word(*p->at, "or") && !is_word(*p->at, ")")) {
		bool said = is_word(*p->at, "and");
		p->at += said;
		struct query *next = parse_one(p);
		if (!said && (*last)->op == OP_PATH && next->op == OP_PATH) {
			for (size_t i = 0; i < next->paths.n; i++)
				strs_add(p->arena, &(*last)->paths, next->paths.v[i]);
		} else {
			last = append(p, OP_AND, last, next);
		}
	}
	return q;
}

static struct query *parse_or(struct query_parsing *p)
{
	struct query *q = parse_and(p), **last = &q;
	while (is_word(*p->at, "or")) {
		p->at++;
		last = append(p, OP_OR, last, parse_and(p));
	}
	return q;
}

static bool asks_others(const struct query *q)
{
	return q->op == OP_ENTRY || (q->key.p && field_computed(q->key)) ||
	       (q->op == OP_LIST && (!q->list->query || query_needs_people(q->list->query)));
}

/* What is asked of each term as often as there are notes. */
static void settle(struct query *q)
{
	for (; q; q = q->right) {
		settle(q->left);
		q->others = asks_others(q);
		sorted_sort(q->paths.v, q->paths.n, sizeof *q->paths.v, sorted_str);
	}
}

struct query *query_parse(struct arena *a, const struct book *b, char **terms, str *why)
{
	struct query_parsing p = {.arena = a, .book = b, .at = terms};
	struct query *q = *terms ? parse_or(&p) : query_node(&p, OP_ALL);
	if (*p.at)
		missing_before(&p, *p.at);
	*why = p.wrong;
	if (p.wrong.p) {
		query_release(q);
		return NULL;
	}
	settle(q);
	return q;
}

void query_release(struct query *q)
{
	for (; q; q = q->right) {
		regex_free(q->regex);
		query_release(q->left);
		if (q->list)
			query_release(q->list->query);
	}
}

struct query *query_not(struct arena *a, struct query *q)
{
	struct query_parsing p = {.arena = a};
	return negated(&p, q);
}

bool query_needs_people(const struct query *q)
{
	for (; q; q = q->right)
		if (q->others || query_needs_people(q->left))
			return true;
	return false;
}

bool query_asks(const struct query *q, str field)
{
	for (; q; q = q->right)
		if (str_eq(q->key, field) || query_asks(q->left, field) ||
			(q->list && query_asks(q->list->query, field)))
			return true;
	return false;
}

bool query_is_all(const struct query *q)
{
	return q->op == OP_ALL;
}

bool query_is_broad(const struct query *q)
{
	switch (q->op) {
	case OP_AND:
		return query_is_broad(q->left) && query_is_broad(q->right);
	case OP_OR:
		return query_is_broad(q->left) || query_is_broad(q->right);
	case OP_CONTAINS:
	case OP_IS:
		return str_eq(q->key, S("kind"));
	default:
		return q->op == OP_ALL || q->op == OP_NOT;
	}
}

bool query_wants_book(const struct query *q)
{
	for (; q && q->op != OP_NOT; q = q->right)
		if (str_eq(q->key, S("kind")) || strs_has(q->paths, S("book.md")) || strs_has(q->paths, S("")) ||
			query_wants_book(q->left))
			return true;
	return false;
}
