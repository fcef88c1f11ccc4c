#include "note/vocabulary.h"

#include "base/map.h"
#include "base/utf8.h"
#include "base/when.h"
#include "note/email.h"

/* Types. */

static bool is_any(str value)
{
	(void)value;
	return true;
}

static bool is_date(str value)
{
	struct partial part;
	return partial_parse(value, &part);
}

static bool is_day(str value)
{
	struct partial part;
	return partial_parse(value, &part) && part.year;
}

static bool is_archived(str value)
{
	return is_day(value) || str_ieq(value, S("true")) || str_ieq(value, S("false"));
}

static bool is_span(str value)
{
	struct span span;
	return span_parse(value, &span);
}

static bool is_period(str value)
{
	struct span span;
	return span_parse_some(value, &span);
}

static bool is_cadence(str value)
{
	return is_period(value) || str_ieq(value, S("auto")) || str_ieq(value, S("none"));
}

static bool is_count(str value)
{
	long n;
	return str_long(value, &n) && n >= 0;
}

static bool is_closeness(str value)
{
	return value.n == 1 && value.p[0] >= '1' && value.p[0] <= '5';
}

static bool is_level(str value)
{
	return str_eq(value, S("basic")) || str_eq(value, S("advanced")) || str_eq(value, S("wild"));
}

static bool is_of(str value)
{
	return str_eq(value, S("people")) || str_eq(value, S("entries"));
}

static bool is_word(str value)
{
	for (size_t i = 0, n; i < value.n; i += n ? n : 1) {
		n = utf8_alnum(str_skip(value, i));
		if (!n && value.p[i] != '-' && value.p[i] != '_')
			return false;
	}
	return value.n > 0;
}

static bool is_line(str value)
{
	for (size_t i = 0; i < value.n; i++)
		if ((unsigned char)value.p[i] < ' ' || value.p[i] == 0x7f)
			return false;
	return value.n > 0;
}

#define DATES  "a date such as 2026-11-23, 2026-11, "
#define LEVELS "basic, advanced or wild"

static const struct type {
	bool (*is)(str value);
	const char *what, *allowed;
} types[TYPES] = {
	[TYPE_TEXT] = {is_any, "text", "text"},
	[TYPE_LINE] = {is_line, "a line of text", "a line of text"},
	[TYPE_WORD] = {is_word, "one word", "one word of letters, digits, - and _"},
	[TYPE_DATE] = {is_date, "a date", DATES "--11-23, today or 'nov 3'"},
	[TYPE_DAY] = {is_day, "a date with a year", DATES "today, +2w or friday"},
	[TYPE_ARCHIVED] = {is_archived, "a date or true", "true or " DATES "today"},
	[TYPE_SPAN] = {is_span, "a span", "a span such as 10d, 6w, 3m, 1y"},
	[TYPE_PERIOD] = {is_period, "a span from 1d on", "a span from 1d on, such as 10d, 6w, 3m, 1y"},
	[TYPE_CADENCE] = {is_cadence, "a span from 1d on, auto or none",
		"a span from 1d on, such as 10d, 6w, 3m, 1y, monthly, a number of days, auto or none"},
	[TYPE_COUNT] = {is_count, "a number", "a number"},
	[TYPE_CLOSENESS] = {is_closeness, "a number from 1 to 5", "a number from 1 (nearest) to 5"},
	[TYPE_LEVEL] = {is_level, LEVELS, LEVELS},
	[TYPE_OF] = {is_of, "people or entries", "people or entries"},
	[TYPE_EMAIL] = {email_is, "a bare address", "a bare address with an @"},
	[TYPE_TAG] = {is_any, "tags", "tags"},
	[TYPE_LINK] = {is_any, "a link", "a link"},
	[TYPE_QUERY] = {is_any, "a query", "a query"},
	[TYPE_ADDRESS] = {is_any, "an address", "an address"},
	[TYPE_MAP] = {is_any, "a map", "a map"},
};

/* Fields: near-misses of a key are looked up in this order. */

#define PERSON    KIND_PERSON
#define BOOK      KIND_BOOK
#define GOAL      KIND_GOAL
#define TAUGHT    (KIND_TECHNIQUE | KIND_ADVICE)
#define REACHED   (KIND_PERSON | KIND_ORG | KIND_GROUP)
#define ANY       KIND_ANY
#define OWN       IS_COMMON_WORD
#define OF_EVENTS (IS_COMPUTED | IS_OF_BOOK)

static const struct vocabulary all[] = {
	{S_INIT("name"), NULL, ANY, TYPE_LINE, IS_SHARED, "FN", "Name,Full Name"},
	{S_INIT("sort-name"), NULL, ANY, TYPE_TEXT, IS_SHARED, "N", NULL},
	{S_INIT("aliases"), "alias", ANY, TYPE_TEXT, IS_LIST | IS_FOUND, "NICKNAME", "Nickname"},
	{S_INIT("email"), "emails", REACHED, TYPE_EMAIL, IS_SEVERAL | IS_FOUND, "EMAIL", "Email,E-mail,Email Address"},
	{S_INIT("phone"), NULL, REACHED, TYPE_TEXT, IS_SEVERAL, "TEL", "Phone,Phone Number"},
	{S_INIT("url"), NULL, ANY, TYPE_TEXT, IS_SEVERAL, "URL", "URL,Website"},
	{S_INIT("im"), NULL, REACHED, TYPE_TEXT, IS_SEVERAL, "IMPP", "IM"},
	{S_INIT("address"), NULL, REACHED, TYPE_ADDRESS, 0, "ADR", "Address"},
	{S_INIT("city"), NULL, REACHED, TYPE_TEXT, IS_PART, NULL, "City"},
	{S_INIT("country"), NULL, REACHED, TYPE_TEXT, IS_PART | IS_SHARED, NULL, "Country"},
	{S_INIT("org"), NULL, PERSON, TYPE_TEXT, IS_FOUND, "ORG", "Company,Organization"},
	{S_INIT("title"), NULL, PERSON, TYPE_TEXT, 0, "TITLE", "Position,Title,Job Title"},
	{S_INIT("role"), NULL, PERSON, TYPE_TEXT, 0, "ROLE", "Role"},
	{S_INIT("birthday"), NULL, PERSON, TYPE_DATE, IS_PAST, "BDAY", "Birthday"},
	{S_INIT("anniversary"), NULL, PERSON, TYPE_DATE, IS_PAST, "ANNIVERSARY", "Anniversary"},
	{S_INIT("died"), NULL, PERSON, TYPE_DATE, IS_PAST, "DEATHDATE", NULL},
	{S_INIT("tags"), "tag", ANY, TYPE_TAG, IS_LIST | IS_SHARED | IS_FOUND, "CATEGORIES", "Tags,Labels"},
	{S_INIT("uid"), NULL, ANY, TYPE_LINE, 0, "UID", NULL},
	{S_INIT("met"), NULL, PERSON, TYPE_DAY, IS_PAST, NULL, "Connected On"},
	{S_INIT("how"), NULL, PERSON, TYPE_TEXT, 0, NULL, NULL},
	{S_INIT("cadence"), NULL, PERSON, TYPE_CADENCE, IS_SHARED, NULL, NULL},
	{S_INIT("next"), NULL, PERSON, TYPE_DAY, IS_SHARED | IS_AHEAD, NULL, NULL},
	{S_INIT("snooze"), NULL, PERSON, TYPE_DAY, IS_SHARED | IS_AHEAD, NULL, NULL},
	{S_INIT("archived"), NULL, ANY, TYPE_ARCHIVED, IS_SHARED, NULL, NULL},
	{S_INIT("verified"), NULL, PERSON | KIND_LIST, TYPE_DAY, IS_SHARED | IS_PAST, NULL, NULL},
	{S_INIT("last"), NULL, PERSON, TYPE_DAY, OF_EVENTS | IS_PAST, NULL, NULL},
	{S_INIT("closeness"), NULL, PERSON, TYPE_CLOSENESS, IS_SHARED, NULL, NULL},
	{S_INIT("from"), NULL, ANY, TYPE_MAP, 0, NULL, NULL},
	{S_INIT("not"), NULL, ANY, TYPE_LINK, IS_LIST, NULL, NULL},
	{S_INIT("members"), NULL, KIND_ORG | KIND_GROUP | KIND_LIST, TYPE_LINK, IS_LIST, "MEMBER", NULL},
	{S_INIT("query"), NULL, KIND_LIST, TYPE_QUERY, 0, NULL, NULL},
	{S_INIT("refresh"), NULL, KIND_LIST, TYPE_PERIOD, 0, NULL, NULL},
	{S_INIT("count"), NULL, GOAL, TYPE_QUERY, 0, NULL, NULL},
	{S_INIT("of"), NULL, GOAL, TYPE_OF, OWN, NULL, NULL},
	{S_INIT("entries"), NULL, GOAL, TYPE_TEXT, 0, NULL, NULL},
	{S_INIT("since"), NULL, GOAL, TYPE_DAY, OWN, NULL, NULL},
	{S_INIT("target"), NULL, GOAL, TYPE_COUNT, OWN, NULL, NULL},
	{S_INIT("by"), NULL, GOAL, TYPE_DAY, OWN | IS_AHEAD, NULL, NULL},
	{S_INIT("level"), NULL, TAUGHT, TYPE_LEVEL, OWN, NULL, NULL},
	{S_INIT("cost"), NULL, KIND_TECHNIQUE, TYPE_TEXT, 0, NULL, NULL},
	{S_INIT("source"), NULL, KIND_ADVICE, TYPE_TEXT, 0, NULL, NULL},
	{S_INIT("reviews"), NULL, KIND_ADVICE, TYPE_TEXT, 0, NULL, NULL},
	{S_INIT("vouched"), NULL, KIND_ADVICE, TYPE_TEXT, 0, NULL, NULL},
	{S_INIT("kind"), NULL, ANY | BOOK, TYPE_WORD, IS_SHARED, NULL, NULL},
	{S_INIT("me"), NULL, ANY | BOOK, TYPE_LINK, 0, NULL, NULL},
	{S_INIT("up"), NULL, ANY, TYPE_LINK, 0, NULL, NULL},
	{S_INIT("related"), NULL, ANY, TYPE_LINK, 0, "RELATED", NULL},
	{S_INIT("spouse"), NULL, ANY, TYPE_LINK, 0, "RELATED", NULL},
	{S_INIT("introduced-by"), NULL, ANY, TYPE_LINK, 0, "RELATED", NULL},
	{S_INIT("private"), NULL, ANY | BOOK, TYPE_TEXT, 0, NULL, NULL},

	{S_INIT("folders"), NULL, BOOK, TYPE_MAP, 0, NULL, NULL},
	{S_INIT("kinds"), NULL, BOOK, TYPE_MAP, 0, NULL, NULL},
	{S_INIT("default-kind"), NULL, BOOK, TYPE_WORD, OWN, NULL, NULL},
	{S_INIT("limit"), NULL, BOOK, TYPE_COUNT, OWN, NULL, NULL},
	{S_INIT("horizon"), NULL, BOOK, TYPE_SPAN, OWN, NULL, NULL},
	{S_INIT("quiet"), NULL, BOOK, TYPE_SPAN, OWN, NULL, NULL},
	{S_INIT("hype"), NULL, BOOK, TYPE_TEXT, 0, NULL, NULL},
	{S_INIT("weights"), NULL, BOOK, TYPE_MAP, 0, NULL, NULL},
	{S_INIT("log"), NULL, BOOK, TYPE_TEXT, OF_EVENTS, NULL, NULL},
	{S_INIT("boxes"), NULL, BOOK, TYPE_MAP, 0, NULL, NULL},
	{S_INIT("map"), NULL, BOOK, TYPE_MAP, 0, NULL, NULL},
	{S_INIT("not-relations"), NULL, BOOK, TYPE_TEXT, 0, NULL, NULL},
	{S_INIT("ignore"), NULL, BOOK, TYPE_TEXT, 0, NULL, NULL},
	{S_INIT("vdir"), NULL, BOOK, TYPE_TEXT, 0, NULL, NULL},

	{S_INIT("street"), NULL, 0, TYPE_TEXT, IS_PART, NULL, "Street"},
	{S_INIT("postcode"), NULL, 0, TYPE_TEXT, IS_PART, NULL, "Postal Code,ZIP"},
	{S_INIT("region"), NULL, 0, TYPE_TEXT, IS_PART | IS_SHARED, NULL, "Region,State"},
	{S_INIT("box"), NULL, 0, TYPE_TEXT, IS_PART, NULL, "PO Box"},
	{S_INIT("extra"), NULL, 0, TYPE_TEXT, IS_PART, NULL, NULL},

	{S_INIT("first"), NULL, 0, TYPE_DAY, OF_EVENTS, NULL, NULL},
	{S_INIT("contacts"), NULL, 0, TYPE_COUNT, OF_EVENTS, NULL, NULL},
	{S_INIT("due"), NULL, 0, TYPE_DAY, OF_EVENTS | IS_AHEAD, NULL, NULL},
	{S_INIT("overdue"), NULL, 0, TYPE_SPAN, OF_EVENTS, NULL, NULL},
	{S_INIT("gave"), NULL, 0, TYPE_COUNT, OF_EVENTS, NULL, NULL},
	{S_INIT("got"), NULL, 0, TYPE_COUNT, OF_EVENTS, NULL, NULL},
	{S_INIT("owe"), NULL, 0, TYPE_COUNT, OF_EVENTS, NULL, NULL},
	{S_INIT("owed"), NULL, 0, TYPE_COUNT, OF_EVENTS, NULL, NULL},
	{S_INIT("task"), NULL, 0, TYPE_TEXT, OF_EVENTS, NULL, NULL},
	{S_INIT("backlink"), NULL, 0, TYPE_LINK, OF_EVENTS, NULL, NULL},
	{S_INIT("link"), NULL, 0, TYPE_LINK, IS_COMPUTED, NULL, NULL},
	{S_INIT("age"), NULL, 0, TYPE_SPAN, IS_COMPUTED, NULL, NULL},
	{S_INIT("path"), NULL, 0, TYPE_LINE, IS_COMPUTED, NULL, NULL},
	{S_INIT("text"), NULL, 0, TYPE_TEXT, IS_COMPUTED, NULL, NULL},
};

static const char *const kinds[] = {
	"person", "org", "group", "list", "goal", "technique", "advice", "journal", "book", NULL};

#define COUNT (sizeof all / sizeof *all)

static void index_names(struct map *names)
{
	for (size_t i = 0; i < COUNT; i++) {
		str rest = str_of(all[i].others), other;
		map_put(names, all[i].field, (void *)&all[i]);
		while (rest.n && str_cut(&rest, ' ', &other))
			map_put(names, other, (void *)&all[i]);
	}
}

const struct vocabulary *vocabulary_find(str name)
{
	static struct map names;
	static bool indexed;
	if (!indexed)
		index_names(&names);
	indexed = true;
	return map_get(&names, name);
}

const struct vocabulary *vocabulary_in(str field, str kind)
{
	const struct vocabulary *v = vocabulary_find(field);
	return v && vocabulary_belongs(v, vocabulary_kind(kind)) ? v : NULL;
}

bool vocabulary_belongs(const struct vocabulary *v, unsigned kind)
{
	return v->kinds && (kind & ((v->flags & IS_COMMON_WORD) ? v->kinds : v->kinds | KIND_ANY));
}

bool vocabulary_is_part(str key)
{
	const struct vocabulary *v = vocabulary_find(key);
	return v && (v->flags & IS_PART);
}

const struct vocabulary *vocabulary_next(const struct vocabulary *v)
{
	v = v ? v + 1 : all;
	return v < all + COUNT ? v : NULL;
}

unsigned vocabulary_kind(str kind)
{
	for (unsigned i = 0; kinds[i]; i++)
		if (str_eq(kind, str_of(kinds[i])))
			return 1u << i;
	return 0;
}

const char *vocabulary_kind_name(size_t i)
{
	return kinds[i];
}

bool vocabulary_right(const struct vocabulary *v, str value)
{
	return types[v->type].is(value);
}

enum when_sense vocabulary_sense(const struct vocabulary *v)
{
	return v->flags & IS_AHEAD ? WHEN_AHEAD : WHEN_PAST;
}

bool vocabulary_to_come(const struct vocabulary *v, str value)
{
	struct partial part;
	return (v->flags & IS_PAST) && partial_parse(value, &part) && part.year && partial_first(part) > date_today();
}

/* What is typed for a day, as it is written; absent: it is none. A birthday has no year that nobody said. */
static str day_typed(const struct vocabulary *v, struct arena *a, str typed)
{
	char day[DATE_TEXT];
	struct span span;
	struct partial part;
	date d;
	if (v->type == TYPE_DATE && when_yearless(typed, &part))
		return partial_str(a, part);
	if (vocabulary_right(v, typed) || (typed.n && !str_digit(typed.p[0]) && span_parse(typed, &span))) /* monthly */
		return (str){0};
	if (!when_parse(typed, vocabulary_sense(v), &d))
		return (str){0};
	return arena_dup(a, str_of(date_text(d, day)));
}

bool vocabulary_doubtful(const struct vocabulary *v, str value)
{
	struct partial part;
	return v->type == TYPE_DATE && value.n == 5 && value.p[2] == '-' && partial_parse(value, &part) &&
	       !when_yearless(value, &part);
}

bool vocabulary_write(const struct vocabulary *v, struct arena *a, str *value)
{
	bool dates = v->type == TYPE_DATE || v->type == TYPE_DAY || v->type == TYPE_ARCHIVED;
	str day = dates ? day_typed(v, a, *value) : (str){0};
	if (day.p)
		*value = day;
	return vocabulary_right(v, *value) && !vocabulary_doubtful(v, *value);
}

bool vocabulary_typed(const struct vocabulary *v)
{
	return types[v->type].is != is_any;
}

const char *vocabulary_what(const struct vocabulary *v)
{
	return types[v->type].what;
}

const char *vocabulary_allowed(const struct vocabulary *v)
{
	return types[v->type].allowed;
}
