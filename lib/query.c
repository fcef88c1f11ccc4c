#include "query_tree.h"

#include "utf8.h"
#include <stdlib.h>
#include <string.h>

#define QUERY_DEPTH 200

struct parsing {
	struct arena *arena;
	const struct book *book;
	char **at;
	int depth;
	str wrong; /* the first thing that is; absent: none so far */
};

static struct query *node(struct parsing *p, enum op op)
{
	struct query *q = arena_alloc(p->arena, sizeof *q);
	q->op = op;
	return q;
}

/* The end of the parsing. */
static struct query *wrong(struct parsing *p, str why)
{
	if (!p->wrong.p)
		p->wrong = why;
	while (*p->at)
		p->at++;
	return node(p, OP_ALL);
}

bool query_number(str s, double *out)
{
	char text[64], *end;
	if (!s.n || s.n >= sizeof text || !strchr("0123456789-+.", s.p[0]))
		return false;
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	*out = strtod(text, &end);
	return *end == '\0';
}

static struct bound read_bound(struct parsing *p, str s, bool strict)
{
	struct bound b = {.set = s.n > 0, .strict = strict};
	struct partial part;
	struct span span;
	if (!b.set)
		return b;
	b.sortkey = utf8_sortkey(p->arena, s);
	b.is_number = query_number(s, &b.number);
	b.is_days = span_parse(s, &span);
	if (b.is_days)
		b.days = span_days(span);
	if (partial_parse(s, &part) && part.year) {
		b.is_date = true;
		b.first = partial_first(part);
		b.last = partial_last(part);
	} else if (date_parse_arg(s, &b.first)) {
		b.is_date = true;
		b.last = b.first;
	} else if (b.is_days) {
		b.is_date = true;
		b.first = b.last = date_add(date_today(), span, -1);
	}
	return b;
}

static struct query *path_term(struct parsing *p, str text)
{
	struct query *q = node(p, OP_PATH);
	str path = p->book->fd >= 0 ? book_path(p->book, p->arena, text) : text;
	if (!path.p)
		return wrong(p, arena_printf(p->arena, "no such note or folder in the book: '" FMT "'", ARG(text)));
	strs_add(p->arena, &q->paths, path);
	return q;
}

static struct query *range(struct parsing *p, str key, str low, str high, bool strict)
{
	struct query *q = node(p, OP_RANGE);
	q->key = key;
	q->low = read_bound(p, low, strict);
	q->high = read_bound(p, high, strict);
	if (!q->low.set && !q->high.set)
		q->op = OP_EXISTS;
	return q;
}

static struct query *negated(struct parsing *p, struct query *of)
{
	struct query *q = node(p, OP_NOT);
	q->left = of;
	return q;
}

static struct query *is_term(struct parsing *p, str key, str value)
{
	struct query *q = node(p, OP_IS);
	q->key = key;
	q->text = utf8_fold(p->arena, value);
	return q;
}

static struct query *colon_term(struct parsing *p, str key, str value)
{
	size_t dots = str_find(value, S(".."));
	date day;
	if (dots != STR_NONE)
		return range(p, key, str_head(value, dots), str_skip(value, dots + 2), false);
	if (field_type(key) == FIELD_DATE && !date_parse(value, &day) && date_parse_arg(value, &day))
		return range(p, key, value, value, false);
	struct query *q = node(p, value.n ? OP_CONTAINS : OP_EXISTS);
	q->key = key;
	q->text = utf8_bare(p->arena, value);
	return q;
}

static struct query *regex_term(struct parsing *p, str key, str pattern)
{
	struct query *q = node(p, OP_REGEX);
	struct fault why = {0};
	q->key = key;
	q->regex = regex_new(pattern, p->arena, &why);
	if (!q->regex)
		return wrong(p, arena_printf(p->arena, "pattern '" FMT "': " FMT, ARG(pattern), ARG(why.text)));
	return q;
}

/* The length of the key that a term begins with, 0 if none; *op: what stands behind it. */
static size_t key_length(str term, str *op)
{
	size_t n = 0;
	static const char *const ops[] = {"!=", "<=", ">=", ":", "=", "<", ">", "~"};
	while (n < term.n && !strchr(":=<>~!/", term.p[n]))
		n++;
	if (!n || n == term.n || !utf8_letter(term) || str_starts(str_skip(term, n), S("://")))
		return 0;
	for (size_t i = 0; i < sizeof ops / sizeof *ops; i++)
		if (str_starts(str_skip(term, n), str_of(ops[i]))) {
			*op = str_of(ops[i]);
			return n;
		}
	return 0;
}

static struct query *field_term(struct parsing *p, str key, str op, str value)
{
	key = field_key(key);
	if (str_eq(op, S(":")))
		return colon_term(p, key, value);
	if (str_eq(op, S("=")))
		return is_term(p, key, value);
	if (str_eq(op, S("!=")))
		return negated(p, is_term(p, key, value));
	if (str_eq(op, S("~")))
		return regex_term(p, key, value);
	bool strict = op.n == 1, below = op.p[0] == '<';
	return range(p, key, below ? S("") : value, below ? value : S(""), strict);
}

static struct query *list_term(struct parsing *p, str name)
{
	struct query *q = node(p, OP_LIST);
	q->list = list_find(p->arena, p->book, name);
	if (!q->list)
		return wrong(p, arena_printf(p->arena, "no list is called '" FMT "'", ARG(name)));
	return q;
}

/* KIND or KIND/A..B */
static struct query *entry_term(struct parsing *p, str value)
{
	str kind;
	str_cut(&value, '/', &kind);
	size_t dots = str_find(value, S(".."));
	struct query *q = node(p, OP_ENTRY);
	q->text = utf8_fold(p->arena, kind);
	q->low = read_bound(p, dots == STR_NONE ? value : str_head(value, dots), false);
	q->high = read_bound(p, dots == STR_NONE ? value : str_skip(value, dots + 2), false);
	if ((q->low.set && !q->low.is_date) || (q->high.set && !q->high.is_date))
		return wrong(p, arena_printf(p->arena, "entry:" FMT ": not a range of dates: '" FMT "'", ARG(kind),
					ARG(value)));
	return q;
}

static struct query *term(struct parsing *p, str text)
{
	str op;
	if (str_starts(text, S("@")) && text.n > 1)
		return list_term(p, str_skip(text, 1));
	if (str_starts(text, S("entry:")))
		return entry_term(p, str_skip(text, 6));
	size_t n = key_length(text, &op);
	if (n)
		return field_term(p, str_head(text, n), op, str_skip(text, n + op.n));
	if (text.n > 2 && text.p[0] == '/' && text.p[text.n - 1] == '/' &&
		(p->book->fd < 0 || !book_path(p->book, p->arena, text).p))
		return regex_term(p, S("text"), str_head(str_skip(text, 1), text.n - 2));
	if (str_chr(text, '/') != STR_NONE || str_ends(text, S(".md")) || str_eq(text, S(".")) || str_eq(text, S("..")))
		return path_term(p, text);
	struct query *q = node(p, OP_WORD);
	q->text = utf8_bare(p->arena, text);
	return q;
}

static bool is_word(const char *s, const char *word)
{
	return s && str_ieq(str_of(s), str_of(word));
}

static struct query *missing_before(struct parsing *p, const char *s)
{
	return wrong(p, arena_printf(p->arena, "query: a term is missing before '%s'", s));
}

static struct query *parse_or(struct parsing *p);

static struct query *parse_one(struct parsing *p)
{
	const char *s = *p->at;
	if (!s)
		return wrong(p, S("query: a term is missing at the end"));
	if (++p->depth > QUERY_DEPTH)
		return wrong(p, S("query: nested too deeply"));
	p->at++;
	struct query *q;
	if (is_word(s, "not")) {
		q = negated(p, parse_one(p));
	} else if (is_word(s, "(")) {
		q = parse_or(p);
		if (!is_word(*p->at, ")"))
			return wrong(p, S("query: ')' is missing"));
		p->at++;
	} else if (is_word(s, ")") || is_word(s, "and") || is_word(s, "or")) {
		return missing_before(p, s);
	} else {
		q = term(p, str_of(s));
	}
	p->depth--;
	return q;
}

static struct query *join(struct parsing *p, enum op op, struct query *left, struct query *right)
{
	struct query *q = node(p, op);
	q->left = left;
	q->right = right;
	return q;
}

/* Side by side is and; but of paths, as xargs puts them there, a note can have only one. */
static struct query *parse_and(struct parsing *p)
{
	struct query *q = parse_one(p), *last = q;
	while (*p->at && !is_word(*p->at, "or") && !is_word(*p->at, ")")) {
		bool said = is_word(*p->at, "and");
		p->at += said;
		struct query *next = parse_one(p);
		if (!said && last->op == OP_PATH && next->op == OP_PATH) {
			for (size_t i = 0; i < next->paths.n; i++)
				strs_add(p->arena, &last->paths, next->paths.v[i]);
		} else {
			q = join(p, OP_AND, q, next);
			last = next;
		}
	}
	return q;
}

static struct query *parse_or(struct parsing *p)
{
	struct query *q = parse_and(p);
	while (is_word(*p->at, "or")) {
		p->at++;
		q = join(p, OP_OR, q, parse_and(p));
	}
	return q;
}

struct query *query_parse(struct arena *a, const struct book *b, char **terms, str *why)
{
	struct parsing p = {.arena = a, .book = b, .at = terms};
	struct query *q = *terms ? parse_or(&p) : node(&p, OP_ALL);
	if (*p.at)
		missing_before(&p, *p.at);
	*why = p.wrong;
	if (!p.wrong.p)
		return q;
	query_release(q);
	return NULL;
}

void query_release(struct query *q)
{
	if (!q)
		return;
	regex_free(q->regex);
	query_release(q->left);
	query_release(q->right);
	if (q->list)
		query_release(q->list->query);
}

struct query *query_not(struct arena *a, struct query *q)
{
	struct parsing p = {.arena = a};
	return negated(&p, q);
}

bool query_needs_people(const struct query *q)
{
	if (!q)
		return false;
	if (q->op == OP_ENTRY || (q->key.p && field_computed(q->key)))
		return true;
	return query_needs_people(q->left) || query_needs_people(q->right) ||
	       (q->op == OP_LIST && (!q->list->query || query_needs_people(q->list->query)));
}
