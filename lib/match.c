#include "query_tree.h"

#include "diag.h"
#include "utf8.h"
#include <stdlib.h>

static bool any_contains(struct note *n, struct strs texts, str bare)
{
	for (size_t i = 0; i < texts.n; i++)
		if (utf8_contains(n->arena, texts.v[i], bare))
			return true;
	return false;
}

static bool match_word(struct note *n, str bare)
{
	static const char *const keys[] = {"aliases", "email", "org", "tags"};
	if (utf8_contains(n->arena, note_name(n), bare))
		return true;
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (any_contains(n, note_texts(n, str_of(keys[i])), bare))
			return true;
	return false;
}

static bool match_contains(const struct query *q, struct note *n, const struct people *p)
{
	if (field_type(q->key) == FIELD_TAG)
		return note_has_tag(n, q->text);
	struct field f = field_get(n, p, q->key);
	return any_contains(n, f.texts, q->text);
}

static bool match_is(const struct query *q, struct note *n, const struct people *p)
{
	struct field f = field_get(n, p, q->key);
	if (f.counted && str_eq(arena_printf(n->arena, "%ld", f.count), q->text))
		return true;
	for (size_t i = 0; i < f.texts.n; i++)
		if (str_eq(utf8_fold(n->arena, str_trim(f.texts.v[i])), q->text))
			return true;
	return false;
}

static bool in_numbers(double v, const struct bound *low, const struct bound *high)
{
	if (low->set && (low->strict ? v <= low->number : v < low->number))
		return false;
	return !high->set || (high->strict ? v < high->number : v <= high->number);
}

static bool in_days(double v, struct bound low, struct bound high)
{
	low.number = low.days;
	high.number = high.days;
	return in_numbers(v, &low, &high);
}

static bool in_dates(struct partial v, const struct bound *low, const struct bound *high)
{
	date first = partial_first(v), last = partial_last(v);
	if (low->set && (low->strict ? first <= low->last : last < low->first))
		return false;
	return !high->set || (high->strict ? last < high->first : first <= high->last);
}

static bool in_texts(struct arena *a, str v, const struct bound *low, const struct bound *high)
{
	str key = utf8_sortkey(a, v);
	if (low->set && str_cmp(key, low->sortkey) < (low->strict ? 1 : 0))
		return false;
	return !high->set || str_cmp(key, high->sortkey) <= (high->strict ? -1 : 0);
}

static bool match_range_text(const struct query *q, struct note *n, str text)
{
	const struct bound *low = &q->low, *high = &q->high;
	struct partial part;
	struct span span;
	double number;
	bool dates = (!low->set || low->is_date) && (!high->set || high->is_date);
	bool days = (!low->set || low->is_days) && (!high->set || high->is_days);
	bool numbers = (!low->set || low->is_number) && (!high->set || high->is_number);
	enum field_type type = field_type(q->key);
	text = str_trim(text);
	if (type == FIELD_SPAN)
		return days && span_parse(text, &span) && in_days(span_days(span), *low, *high);
	if (numbers && type != FIELD_DATE && query_number(text, &number))
		return in_numbers(number, low, high);
	if (dates && partial_parse(text, &part))
		return part.year && in_dates(part, low, high);
	return type != FIELD_DATE && in_texts(n->arena, text, low, high);
}

static bool match_range(const struct query *q, struct note *n, const struct people *p)
{
	struct field f = field_get(n, p, q->key);
	if (f.counted) {
		if (field_type(q->key) == FIELD_SPAN)
			return (!q->low.set || q->low.is_days) && (!q->high.set || q->high.is_days) &&
			       in_days((double)f.count, q->low, q->high);
		return in_numbers((double)f.count, &q->low, &q->high);
	}
	for (size_t i = 0; i < f.texts.n; i++)
		if (match_range_text(q, n, f.texts.v[i]))
			return true;
	return false;
}

static bool match_regex(const struct query *q, struct note *n, const struct people *p)
{
	struct field f = field_get(n, p, q->key);
	for (size_t i = 0; i < f.texts.n; i++)
		switch (regex_match(q->regex, f.texts.v[i])) {
		case REGEX_YES:
			return true;
		case REGEX_NO:
			break;
		case REGEX_LIMIT:
			note_warn(n, 0, 0, "the pattern takes too long on this note");
			return false;
		}
	return false;
}

static bool match_entry(const struct query *q, struct note *n, const struct people *p)
{
	struct events events = person_events(n, p, p ? p->today : date_today());
	bool always = !q->low.set && !q->high.set;
	for (size_t i = 0; i < events.n; i++) {
		const struct event *e = &events.v[i];
		if (!str_eq(utf8_fold(n->arena, e->kind), q->text))
			continue;
		if (always || (e->date != DATE_NONE && (!q->low.set || e->date >= q->low.first) &&
				      (!q->high.set || e->date <= q->high.last)))
			return true;
	}
	return false;
}

static bool match_path(str path, str wanted)
{
	return !wanted.n || str_eq(path, wanted) ||
	       (str_starts(path, wanted) && path.n > wanted.n && path.p[wanted.n] == '/');
}

enum maybe { NO, MAYBE, YES };

static enum maybe any_path(const struct query *q, str path, bool folder)
{
	enum maybe best = NO;
	for (size_t i = 0; i < q->paths.n && best != YES; i++)
		if (match_path(path, q->paths.v[i]))
			best = YES;
		else if (folder && match_path(q->paths.v[i], path))
			best = MAYBE;
	return best;
}

bool query_match(const struct query *q, struct note *n, const struct people *p)
{
	switch (q->op) {
	case OP_ALL:
		return true;
	case OP_AND:
		return query_match(q->left, n, p) && query_match(q->right, n, p);
	case OP_OR:
		return query_match(q->left, n, p) || query_match(q->right, n, p);
	case OP_NOT:
		return !query_match(q->left, n, p);
	case OP_WORD:
		return match_word(n, q->text);
	case OP_PATH:
		return n->path.p && any_path(q, n->path, false) == YES;
	case OP_EXISTS: {
		struct field f = field_get(n, p, q->key);
		return f.texts.n > 0 || f.count > 0;
	}
	case OP_CONTAINS:
		return match_contains(q, n, p);
	case OP_IS:
		return match_is(q, n, p);
	case OP_RANGE:
		return match_range(q, n, p);
	case OP_REGEX:
		return match_regex(q, n, p);
	case OP_LIST:
		return list_has(q->list, n, p);
	case OP_ENTRY:
		return match_entry(q, n, p);
	}
	return false;
}

static enum maybe at_path(const struct query *q, str path, bool folder)
{
	enum maybe left, right;
	switch (q->op) {
	case OP_ALL:
		return YES;
	case OP_NOT:
		return (enum maybe)(YES - at_path(q->left, path, folder));
	case OP_AND:
	case OP_OR:
		left = at_path(q->left, path, folder);
		right = at_path(q->right, path, folder);
		return (left < right) == (q->op == OP_AND) ? left : right;
	case OP_PATH:
		return any_path(q, path, folder);
	default:
		return MAYBE;
	}
}

bool query_may_match(const struct query *q, str path, bool folder)
{
	return at_path(q, path, folder) != NO;
}
