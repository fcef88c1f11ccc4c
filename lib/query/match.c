#include "query/query_parts.h"

#include "base/diag.h"
#include "base/natural.h"
#include "base/utf8.h"
#include "note/vocabulary.h"
#include "base/sorted.h"

static bool any_contains(struct note *n, struct strs texts, str bare)
{
	for (size_t i = 0; i < texts.n; i++)
		if (utf8_contains(n->arena, texts.v[i], bare))
			return true;
	return false;
}

static bool match_word(struct note *n, str bare)
{
	if (utf8_contains(n->arena, note_name(n), bare))
		return true;
	for (const struct vocabulary *v = NULL; (v = vocabulary_next(v));)
		if ((v->flags & IS_FOUND) && any_contains(n, note_texts(n, v->field), bare))
			return true;
	return false;
}

/* Whether a value is what is asked for. */
typedef bool value_test(const struct query *q, struct note *n, str value);

static str value_of(const struct field *f, size_t i)
{
	return i < f->texts.n ? f->texts.v[i] : f->also.v[i - f->texts.n];
}

/* Of several values one is enough; a link is also what a reader sees of it. */
static bool any_value(const struct query *q, struct note *n, const struct field *f, value_test *test)
{
	struct partial day;
	for (size_t i = 0; i < f->texts.n + f->also.n; i++) {
		str raw = value_of(f, i);
		if (test(q, n, raw))
			return true;
		str shown = links_shown(n->arena, raw);
		if (shown.p != raw.p && test(q, n, shown))
			return true;
		if (field_type(q->key) == FIELD_DATE && partial_parse(raw, &day) &&
			test(q, n, partial_str(n->arena, day)))
			return true; /* --11-23, written XXXX-11-23 */
	}
	return false;
}

static bool contains(const struct query *q, struct note *n, str value)
{
	return utf8_contains(n->arena, value, q->text);
}

/* A key that is none of ours may be written in other capitals. */
static struct field field_of(const struct query *q, struct note *n, const struct people *p)
{
	struct field f = field_get(n, p, q->key);
	const struct value *root = q->any_case && !f.texts.n && !f.counted ? note_front(n)->root : NULL;
	for (const struct value *v = root ? root->first : NULL; v && !f.texts.n; v = v->next)
		if (!str_eq(v->key, q->key) && str_eq(utf8_fold(n->arena, v->key), utf8_fold(n->arena, q->key)))
			f = field_get(n, p, v->key);
	return f;
}

/* A count of none is a number, but nothing that is there. */
static bool match_exists(const struct query *q, struct note *n, const struct people *p)
{
	struct field f = field_of(q, n, p);
	return f.counted ? f.count > 0 : f.texts.n > 0;
}

static bool match_contains(const struct query *q, struct note *n, const struct people *p)
{
	if (field_type(q->key) == FIELD_TAG)
		return note_has_tag(n, q->text);
	struct field f = field_of(q, n, p);
	return any_value(q, n, &f, contains);
}

static bool is(const struct query *q, struct note *n, str value)
{
	struct span span;
	value = str_trim(value);
	return str_eq(utf8_fold(n->arena, value), q->text) ||
	       (q->low.is_days && span_parse(value, &span) && span_days(span) == q->low.days);
}

static bool match_is(const struct query *q, struct note *n, const struct people *p)
{
	struct field f = field_of(q, n, p);
	if (f.counted && str_eq(arena_printf(n->arena, "%ld", f.count), q->text))
		return true;
	return any_value(q, n, &f, is);
}

static bool in_numbers(double v, const struct query_bound *low, const struct query_bound *high)
{
	if (low->set && (low->strict ? v <= low->number : v < low->number))
		return false;
	return !high->set || (high->strict ? v < high->number : v <= high->number);
}

static bool in_days(double v, struct query_bound low, struct query_bound high)
{
	low.number = low.days;
	high.number = high.days;
	return in_numbers(v, &low, &high);
}

static bool in_dates(struct partial v, const struct query_bound *low, const struct query_bound *high)
{
	date first = partial_first(v), last = partial_last(v);
	if (low->set && (low->strict ? first <= low->last : last < low->first))
		return false;
	return !high->set || (high->strict ? last < high->first : first <= high->last);
}

static bool in_texts(struct arena *a, str v, const struct query_bound *low, const struct query_bound *high)
{
	str key = utf8_sortkey(a, v);
	if (low->set && natural_cmp(key, low->sortkey) < (low->strict ? 1 : 0))
		return false;
	return !high->set || natural_cmp(key, high->sortkey) <= (high->strict ? -1 : 0);
}

/* The ends are of the field's type; where it has none, they say whether numbers, dates or texts are compared. */
static bool in_range(const struct query *q, struct note *n, str text)
{
	const struct query_bound *low = &q->low, *high = &q->high;
	struct partial part;
	struct span span;
	double number;
	bool dates = (!low->set || low->is_date) && (!high->set || high->is_date);
	bool numbers = (!low->set || low->is_number) && (!high->set || high->is_number);
	text = str_trim(text);
	switch (field_type(q->key)) {
	case FIELD_DATE:
		return partial_parse(text, &part) && part.year && in_dates(part, low, high);
	case FIELD_SPAN:
		return span_parse(text, &span) && in_days(span_days(span), *low, *high);
	case FIELD_NUMBER:
		return query_number(text, &number) && in_numbers(number, low, high);
	default:
		break;
	}
	if (numbers && query_number(text, &number))
		return in_numbers(number, low, high);
	if (dates && partial_parse(text, &part) && part.year)
		return in_dates(part, low, high);
	return !numbers && !dates && in_texts(n->arena, links_shown(n->arena, text), low, high);
}

static bool match_range(const struct query *q, struct note *n, const struct people *p)
{
	struct field f = field_of(q, n, p);
	if (f.counted)
		return field_type(q->key) == FIELD_SPAN ? in_days((double)f.count, q->low, q->high)
							: in_numbers((double)f.count, &q->low, &q->high);
	for (size_t i = 0; i < f.texts.n + f.also.n; i++)
		if (in_range(q, n, value_of(&f, i)))
			return true;
	return false;
}

/* Past the limits a note is neither a match nor none, and left out even below not. */
static bool matches_regex(const struct query *q, struct note *n, str value)
{
	switch (regex_match(q->regex, value)) {
	case REGEX_YES:
		return true;
	case REGEX_NO:
		return false;
	case REGEX_LIMIT:
		break;
	}
	if (!n->broken)
		note_warn(n, 0, 0, "the pattern takes too long on this note");
	n->broken = true;
	return false;
}

static bool match_regex(const struct query *q, struct note *n, const struct people *p)
{
	struct field f = field_of(q, n, p);
	if (str_eq(q->key, S("text")))
		return f.texts.n && matches_regex(q, n, f.texts.v[0]);
	return any_value(q, n, &f, matches_regex);
}

static bool match_entry(const struct query *q, struct note *n, const struct people *p)
{
	struct events events = people_events(n, p, p ? p->today : date_today());
	bool always = !q->low.set && !q->high.set;
	for (size_t i = 0; i < events.n; i++) {
		const struct event *e = &events.v[i];
		if (!e->line || (q->text.n && !str_eq(utf8_fold(n->arena, e->kind), q->text)))
			continue;
		if (always || (e->date != DATE_NONE && (!q->low.set || e->date >= q->low.first) &&
				      (!q->high.set || e->date <= q->high.last)))
			return true;
	}
	return false;
}

/* Where wanted stands among the paths, or would. */
static size_t place_of(const struct query *q, str wanted)
{
	return sorted_first(q->paths.v, q->paths.n, sizeof wanted, &wanted, sorted_str);
}

static bool has_path(const struct query *q, str path)
{
	size_t i = place_of(q, path);
	return i < q->paths.n && str_eq(q->paths.v[i], path);
}

enum maybe { NO, MAYBE, YES };

/* The path, or a folder above it; of a folder, perhaps what is below it. */
static enum maybe any_path(const struct query *q, str path, bool folder)
{
	for (str up = path;; up = str_dir(up)) {
		if (has_path(q, up))
			return YES;
		if (!up.n)
			break;
	}
	for (size_t i = place_of(q, path); folder && i < q->paths.n && str_starts(q->paths.v[i], path); i++)
		if (q->paths.v[i].n > path.n && q->paths.v[i].p[path.n] == '/')
			return MAYBE;
	return NO;
}

static bool matches(const struct query *q, struct note *n, const struct people *p)
{
	for (; q->op == OP_AND || q->op == OP_OR; q = q->right)
		if (matches(q->left, n, p) == (q->op == OP_OR))
			return q->op == OP_OR;
	switch (q->op) {
	case OP_AND:
	case OP_OR:
	case OP_ALL:
		return true;
	case OP_NOT:
		return !matches(q->left, n, p);
	case OP_WORD:
		return match_word(n, q->text);
	case OP_PATH:
		return n->path.p && any_path(q, n->path, false) == YES;
	case OP_EXISTS:
		return match_exists(q, n, p);
	case OP_CONTAINS:
		return match_contains(q, n, p);
	case OP_IS:
		return match_is(q, n, p);
	case OP_RANGE:
		return match_range(q, n, p);
	case OP_REGEX:
		return match_regex(q, n, p);
	case OP_LIST:
		return lists_has(q->list, n, p);
	case OP_ENTRY:
		return match_entry(q, n, p);
	}
	return false;
}

bool query_match(const struct query *q, struct note *n, const struct people *p)
{
	return matches(q, n, p) && !n->broken;
}

/* A term and what is known of it. */
typedef enum maybe term_fn(const struct query *q, void *ctx);

static enum maybe sum_up(const struct query *q, term_fn *term, void *ctx)
{
	enum query_op op = q->op;
	if (op == OP_NOT)
		return (enum maybe)(YES - sum_up(q->left, term, ctx));
	if (op != OP_AND && op != OP_OR)
		return op == OP_ALL ? YES : term(q, ctx);
	enum maybe sum = sum_up(q->left, term, ctx), one;
	for (q = q->right; q; q = q->op == op ? q->right : NULL) {
		one = sum_up(q->op == op ? q->left : q, term, ctx);
		sum = (sum < one) == (op == OP_AND) ? sum : one;
	}
	return sum;
}

struct place {
	str path;
	bool folder;
};

static enum maybe at_place(const struct query *q, void *place)
{
	const struct place *p = place;
	return q->op == OP_PATH ? any_path(q, p->path, p->folder) : MAYBE;
}

bool query_may_match(const struct query *q, str path, bool folder)
{
	return sum_up(q, at_place, &(struct place){path, folder}) != NO;
}

static enum maybe of_itself(const struct query *q, void *note)
{
	return q->others ? MAYBE : matches(q, note, NULL) ? YES : NO;
}

bool query_rules_out(const struct query *q, struct note *n)
{
	return sum_up(q, of_itself, n) == NO;
}
