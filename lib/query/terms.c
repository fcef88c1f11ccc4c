#include "query/query_parts.h"

#include "base/termlist.h"
#include "base/utf8.h"
#include "base/when.h"
#include "note/vocabulary.h"
#include <stdlib.h>
#include <string.h>

bool query_number(str s, double *out)
{
	char text[64], *end;
	size_t sign = s.n && (s.p[0] == '-' || s.p[0] == '+');
	if (s.n == sign || s.n >= sizeof text)
		return false;
	memcpy(text, s.p, s.n);
	text[s.n] = '\0';
	*out = strtod(text, &end);
	return strspn(text + sign, "0123456789.") == s.n - sign && *end == '\0';
}

static struct query_bound read_bound(struct query_parsing *p, str key, str s, bool strict)
{
	struct query_bound b = {.set = s.n > 0, .strict = strict};
	struct span span;
	if (!b.set)
		return b;
	b.sortkey = utf8_sortkey(p->arena, s);
	b.is_number = query_number(s, &b.number);
	b.is_days = span_parse(s, &span);
	if (b.is_days)
		b.days = span_days(span);
	b.is_date = when_range(s, field_sense(key), &b.first, &b.last);
	return b;
}

static struct query *path_term(struct query_parsing *p, str text)
{
	struct query *q = query_node(p, OP_PATH);
	str path = p->book->fd >= 0 ? book_path(p->book, p->arena, text) : text;
	if (!path.p)
		return query_wrong(
			p, arena_printf(p->arena, "no such note or folder in the book: '" FMT "'", ARG(text)));
	strs_add(p->arena, &q->paths, path);
	return q;
}

/* What a field of a type asks of the ends of a range; NULL: it takes them. */
static const char *unfit(str key, const struct query_bound *b)
{
	if (!b->set)
		return NULL;
	switch (field_type(key)) {
	case FIELD_DATE:
		return b->is_date ? NULL : "a date";
	case FIELD_SPAN:
		return b->is_days ? NULL : "a span";
	case FIELD_NUMBER:
		return b->is_number ? NULL : "a number";
	default:
		return NULL;
	}
}

static struct query *range(struct query_parsing *p, str key, str low, str high, bool strict)
{
	struct query *q = query_node(p, OP_RANGE);
	q->key = key;
	q->low = read_bound(p, key, low, strict);
	q->high = read_bound(p, key, high, strict);
	const char *low_is = unfit(key, &q->low), *asked = low_is ? low_is : unfit(key, &q->high);
	if (asked)
		return query_wrong(p,
			arena_printf(p->arena, FMT ": not %s: '" FMT "'", ARG(key), asked, ARG(low_is ? low : high)));
	if (!q->low.set && !q->high.set)
		q->op = OP_EXISTS;
	return q;
}

/* today, 2w beside a date: as it stands in notes. The # of a tag is not its own. */
static str as_written(struct query_parsing *p, str key, str value)
{
	struct partial part;
	date first, last;
	if (field_type(key) == FIELD_TAG && str_starts(value, S("#")))
		return str_skip(value, 1);
	if (field_type(key) != FIELD_DATE || !value.n)
		return value;
	if (partial_parse(value, &part))
		return str_starts(value, S("XXXX")) ? partial_str(p->arena, part) : value;
	bool number = strchr("0123456789", value.p[value.n - 1]);
	if (number ? !when_parse(value, field_sense(key), &first) : !when_range(value, field_sense(key), &first, &last))
		return value;
	return first == DATE_NONE ? value : date_str(p->arena, first);
}

static struct query *is_term(struct query_parsing *p, str key, str value)
{
	struct query *q = query_node(p, OP_IS);
	q->key = key;
	q->text = utf8_fold(p->arena, str_trim(as_written(p, key, value)));
	if (field_type(key) == FIELD_SPAN)
		q->low = read_bound(p, key, value, false);
	return q;
}

static struct query *is_not_term(struct query_parsing *p, str key, str value)
{
	struct query *q = query_node(p, OP_NOT);
	q->left = is_term(p, key, value);
	return q;
}

static struct query *colon_term(struct query_parsing *p, str key, str value)
{
	size_t dots = str_find(value, S(".."));
	if (dots != STR_NONE)
		return range(p, key, str_head(value, dots), str_skip(value, dots + 2), false);
	struct query *q = query_node(p, value.n ? OP_CONTAINS : OP_EXISTS);
	q->key = key;
	q->text = utf8_bare(p->arena, as_written(p, key, value));
	return q;
}

static struct query *regex_term(struct query_parsing *p, str key, str pattern)
{
	struct query *q = query_node(p, OP_REGEX);
	struct fault why = {0};
	q->key = key;
	q->regex = regex_new(pattern, p->arena, &why);
	if (!q->regex)
		query_wrong(p, arena_printf(p->arena, "pattern '" FMT "': " FMT, ARG(pattern), ARG(why.text)));
	return q;
}

/* Tag is tags; a key of the owner's own stays as it is written. */
static str meant_key(struct arena *a, str key)
{
	if (vocabulary_find(key))
		return field_key(key);
	char *small = arena_cstr(a, key);
	for (size_t i = 0; i < key.n; i++)
		small[i] = (char)(small[i] + (small[i] >= 'A' && small[i] <= 'Z' ? 'a' - 'A' : 0));
	return vocabulary_find(str_of(small)) ? field_key(str_of(small)) : key;
}

static struct query *field_term(struct query_parsing *p, str key, str op, str value)
{
	key = meant_key(p->arena, key);
	if (str_eq(op, S(":")))
		return colon_term(p, key, value);
	if (str_eq(op, S("=")))
		return is_term(p, key, value);
	if (str_eq(op, S("!=")))
		return is_not_term(p, key, value);
	if (str_eq(op, S("~")))
		return regex_term(p, key, value);
	if (!value.n)
		return query_wrong(
			p, arena_printf(p->arena, "query: a value is missing behind '" FMT FMT "'", ARG(key), ARG(op)));
	bool strict = op.n == 1, below = op.p[0] == '<';
	return range(p, key, below ? S("") : value, below ? value : S(""), strict);
}

static struct query *list_term(struct query_parsing *p, str name)
{
	struct query *q = query_node(p, OP_LIST);
	bool several;
	q->list = lists_find(p->arena, p->book, name, &several);
	if (!q->list)
		return query_wrong(p, arena_printf(p->arena, "%s called '" FMT "'",
					      several ? "several lists are" : "no list is", ARG(name)));
	if (q->list->wrong)
		query_wrong(p, arena_printf(p->arena, "the list '" FMT "' cannot be used", ARG(name)));
	return q;
}

/* KIND or KIND/A..B; no KIND: any */
static struct query *entry_term(struct query_parsing *p, str value)
{
	str kind;
	str_cut(&value, '/', &kind);
	size_t dots = str_find(value, S(".."));
	struct query *q = query_node(p, OP_ENTRY);
	q->text = utf8_fold(p->arena, kind);
	q->low = read_bound(p, S(""), dots == STR_NONE ? value : str_head(value, dots), false);
	q->high = read_bound(p, S(""), dots == STR_NONE ? value : str_skip(value, dots + 2), false);
	if ((q->low.set && !q->low.is_date) || (q->high.set && !q->high.is_date))
		return query_wrong(p, arena_printf(p->arena, "entry:" FMT ": not a range of dates: '" FMT "'",
					      ARG(kind), ARG(value)));
	return q;
}

static struct query *word_term(struct query_parsing *p, str text)
{
	struct query *q = query_node(p, OP_WORD);
	q->text = utf8_bare(p->arena, text);
	return q->text.n ? q : query_wrong(p, S("query: an empty term"));
}

static struct query *read_term(struct query_parsing *p, str text)
{
	str op;
	if (str_starts(text, S("@")) && text.n > 1)
		return list_term(p, str_skip(text, 1));
	if (str_ieq(str_head(text, 6), S("entry:")))
		return entry_term(p, str_skip(text, 6));
	size_t n = termlist_key(text, &op);
	if (n)
		return field_term(p, str_head(text, n), op, str_skip(text, n + op.n));
	if (text.n > 2 && text.p[0] == '/' && text.p[text.n - 1] == '/' &&
		(p->book->fd < 0 || !book_path(p->book, p->arena, text).p))
		return regex_term(p, S("text"), str_head(str_skip(text, 1), text.n - 2));
	if (str_chr(text, '/') != STR_NONE || str_ends(text, S(".md")) || str_eq(text, S(".")) || str_eq(text, S("..")))
		return path_term(p, text);
	return word_term(p, text);
}

struct query *query_term(struct query_parsing *p, str text)
{
	struct query *q = read_term(p, text), *term = q->op == OP_NOT ? q->left : q;
	term->said = text;
	term->any_case = term->key.p && !vocabulary_find(term->key);
	return q;
}
