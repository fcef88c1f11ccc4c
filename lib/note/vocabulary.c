#include "note/vocabulary.h"

#include "base/date.h"
#include "base/utf8.h"

static bool is_date(struct arena *a, str *value)
{
	struct partial part;
	date d;
	if (partial_parse(*value, &part))
		return true;
	if (date_parse_arg(*value, &d))
		*value = date_str(a, d);
	return date_parse(*value, &d);
}

static bool is_day(struct arena *a, str *value)
{
	struct partial part;
	return is_date(a, value) && partial_parse(*value, &part) && part.year;
}

static bool is_archived(struct arena *a, str *value)
{
	return str_eq(*value, S("true")) || is_day(a, value);
}

static bool is_span(struct arena *a, str *value)
{
	struct span span;
	(void)a;
	return span_parse(*value, &span);
}

static bool is_cadence(struct arena *a, str *value)
{
	return is_span(a, value) || str_ieq(*value, S("auto")) || str_ieq(*value, S("none"));
}

static bool is_closeness(struct arena *a, str *value)
{
	(void)a;
	return value->n == 1 && value->p[0] >= '1' && value->p[0] <= '5';
}

static bool is_email(struct arena *a, str *value)
{
	size_t at = str_rchr(*value, '@');
	(void)a;
	for (size_t i = 0; i < value->n; i++)
		if ((unsigned char)value->p[i] <= ' ')
			return false;
	return at != STR_NONE && at > 0 && at + 1 < value->n;
}

static bool is_word(struct arena *a, str *value)
{
	(void)a;
	for (size_t i = 0, n; i < value->n; i += n ? n : 1) {
		n = utf8_alnum(str_skip(*value, i));
		if (!n && value->p[i] != '-' && value->p[i] != '_')
			return false;
	}
	return value->n > 0;
}

static bool is_line(struct arena *a, str *value)
{
	(void)a;
	for (size_t i = 0; i < value->n; i++)
		if ((unsigned char)value->p[i] < ' ' || value->p[i] == 0x7f)
			return false;
	return value->n > 0;
}

#define DATES "a date such as 2026-11-23, 2026-11, "

static const struct vocabulary all[] = {
	{"birthday", is_date, DATES "--11-23, today or +2w", false},
	{"anniversary", is_date, DATES "--11-23, today or +2w", false},
	{"died", is_day, DATES "today or today-3d", false},
	{"met", is_day, DATES "today or today-3d", false},
	{"last", is_day, DATES "today or today-3d", false},
	{"verified", is_day, DATES "today or today-3d", false},
	{"next", is_day, DATES "tomorrow or +2w", false},
	{"snooze", is_day, DATES "tomorrow or +2w", false},
	{"since", is_day, DATES "today or today-3d", false},
	{"by", is_day, DATES "tomorrow or +2w", false},
	{"archived", is_archived, "true or " DATES "today", false},
	{"cadence", is_cadence, "a span such as 10d, 6w, 3m, 1y, monthly, a number of days, auto or none", false},
	{"refresh", is_span, "a span such as 10d, 6w, 3m, 1y", false},
	{"closeness", is_closeness, "a number from 1 (nearest) to 5", false},
	{"kind", is_word, "one word of letters, digits, - and _", false},
	{"name", is_line, "a line of text", false},
	{"uid", is_line, "a line of text", false},
	{"email", is_email, "an address with an @", true},
};

const struct vocabulary *vocabulary_typed(str field)
{
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (str_eq(field, str_of(all[i].field)))
			return &all[i];
	return NULL;
}
