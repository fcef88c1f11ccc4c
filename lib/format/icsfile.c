#include "format/icsfile.h"

#include "base/charset.h"
#include "base/diag.h"
#include "base/map.h"
#include <libical/ical.h>
#include <time.h>

struct calendar {
	struct icsfile *f;
	struct arena arena; /* the file's */
	struct arena event_arena;
	struct map moved;        /* "UID day" of what stands elsewhere */
	struct icaltimetype was; /* of an event that moved: when it was to be; else null */
	str file;
	clock_t end;
	bool told;
};

static str text_of(struct arena *a, const char *text)
{
	return text ? str_trim(charset_guessed(a, arena_dup(a, str_of(text)))) : (str){NULL, 0};
}

static str address_of(str uri)
{
	if (str_ieq(str_head(uri, 7), S("mailto:")))
		uri = str_skip(uri, 7);
	return str_trim(uri);
}

static void add_person(struct arena *a, struct icsfile_event *e, icalproperty *p, const char *uri)
{
	icalparameter *part = icalproperty_get_first_parameter(p, ICAL_PARTSTAT_PARAMETER),
		      *name = icalproperty_get_first_parameter(p, ICAL_CN_PARAMETER);
	bool declined = part && icalparameter_get_partstat(part) == ICAL_PARTSTAT_DECLINED;
	struct mail_address person = {
		name ? text_of(a, icalparameter_get_cn(name)) : S(""), address_of(text_of(a, uri))};
	struct mail_address **list = declined ? &e->declined : &e->people;
	size_t *n = declined ? &e->declined_count : &e->count;
	*list = arena_more(a, *list, *n, sizeof **list);
	(*list)[(*n)++] = person;
}

static void add_people(struct arena *a, struct icsfile_event *e, icalcomponent *c)
{
	icalproperty *p;
	for (p = icalcomponent_get_first_property(c, ICAL_ORGANIZER_PROPERTY); p;
		p = icalcomponent_get_next_property(c, ICAL_ORGANIZER_PROPERTY))
		add_person(a, e, p, icalproperty_get_organizer(p));
	for (p = icalcomponent_get_first_property(c, ICAL_ATTENDEE_PROPERTY); p;
		p = icalcomponent_get_next_property(c, ICAL_ATTENDEE_PROPERTY))
		add_person(a, e, p, icalproperty_get_attendee(p));
}

static str moved_key(struct arena *a, str uid, struct icaltimetype t)
{
	return arena_printf(a, FMT " %04d%02d%02d", ARG(uid), t.year, t.month, t.day);
}

/* One that floats is of this clock. */
static int64_t seconds_of(struct icaltimetype t)
{
	if (t.is_date || t.zone || icaltime_is_utc(t))
		return (int64_t)icaltime_as_timet_with_zone(t, t.is_date ? NULL : t.zone);
	struct tm tm = {.tm_year = t.year - 1900,
		.tm_mon = t.month - 1,
		.tm_mday = t.day,
		.tm_hour = t.hour,
		.tm_min = t.minute,
		.tm_sec = t.second,
		.tm_isdst = -1};
	return (int64_t)mktime(&tm);
}

/* Of this clock. */
static str day_of(struct arena *a, struct icaltimetype t)
{
	time_t seconds = (time_t)seconds_of(t);
	struct tm tm = {.tm_year = t.year - 1900, .tm_mon = t.month - 1, .tm_mday = t.day};
	if (!t.is_date)
		localtime_r(&seconds, &tm);
	return arena_printf(a, "%04d%02d%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* False: it is ahead of now, and so are all after it. */
static bool give(struct calendar *c, struct icsfile_event *e, struct icaltimetype t)
{
	e->day = icaltime_is_null_time(c->was) ? day_of(&c->event_arena, t) : day_of(&c->event_arena, c->was);
	e->all_day = t.is_date;
	e->time = seconds_of(t);
	if (e->time > c->f->now) {
		c->f->ahead++;
		return false;
	}
	c->f->event(c->f->to, e);
	return true;
}

static bool is_excluded(icalcomponent *c, struct icaltimetype t)
{
	for (icalproperty *p = icalcomponent_get_first_property(c, ICAL_EXDATE_PROPERTY); p;
		p = icalcomponent_get_next_property(c, ICAL_EXDATE_PROPERTY)) {
		struct icaltimetype x = icalproperty_get_exdate(p);
		if (x.is_date ? icaltime_compare_date_only(x, t) == 0
			      : icaltime_compare(x.zone ? x : icaltime_set_timezone(&x, t.zone), t) == 0)
			return true;
	}
	return false;
}

static bool in_time(const struct calendar *c)
{
	return clock() <= c->end;
}

/* Once a file: what comes behind it is seldom less. */
static void warn_much(struct calendar *c, str name, const char *what)
{
	if (!c->told)
		warn_at(c->file, 0, 0, "a rule of '" FMT "' is too much: %s", ARG(name), what);
	c->told = true;
}

/* How many values a part of a rule has; 1: it is not there. */
static int values(const short *v, int size)
{
	int n = 0;
	while (n < size && v[n] != ICAL_RECURRENCE_ARRAY_MAX)
		n++;
	return n ? n : 1;
}

static int times_a_day(const struct icalrecurrencetype *rule)
{
	return values(rule->by_hour, ICAL_BY_HOUR_SIZE) * values(rule->by_minute, ICAL_BY_MINUTE_SIZE) *
	       values(rule->by_second, ICAL_BY_SECOND_SIZE);
}

/* Rules by the second, minute and hour are of machines, and can take for ever between two days. */
static bool is_of_days(const struct icalrecurrencetype *rule)
{
	return (rule->freq == ICAL_DAILY_RECURRENCE || rule->freq == ICAL_WEEKLY_RECURRENCE ||
		       rule->freq == ICAL_MONTHLY_RECURRENCE || rule->freq == ICAL_YEARLY_RECURRENCE) &&
	       times_a_day(rule) <= ICS_A_DAY;
}

static void give_rule(struct calendar *c, icalcomponent *event, struct icsfile_event *e, struct icaltimetype start,
	struct icalrecurrencetype rule)
{
	struct icaltimetype t;
	int times = 0;
	if (!in_time(c) || !is_of_days(&rule)) {
		warn_much(c, e->uid, "taken for its first day");
		give(c, e, start);
		return;
	}
	icalrecur_iterator *i = icalrecur_iterator_new(rule, start);
	while (i && in_time(c) && !icaltime_is_null_time(t = icalrecur_iterator_next(i))) {
		bool moved = map_get(&c->moved, moved_key(&c->event_arena, e->uid, t)) != NULL;
		if (++times > ICS_TIMES || (!moved && !is_excluded(event, t) && !give(c, e, t)))
			break;
	}
	if (!in_time(c))
		warn_much(c, e->uid, "days of it are left out");
	else if (times > ICS_TIMES)
		warn_at(c->file, 0, 0, "'" FMT "' takes place more than %d times", ARG(e->uid), ICS_TIMES);
	if (i)
		icalrecur_iterator_free(i);
}

/* The zone that TZID of a property names: the calendar's own, else one of the system; NULL: none. */
static icaltimezone *zone_of(icalcomponent *event, icalproperty *p)
{
	icalparameter *parameter = icalproperty_get_first_parameter(p, ICAL_TZID_PARAMETER);
	const char *name = parameter ? icalparameter_get_tzid(parameter) : NULL;
	icaltimezone *zone = NULL;
	for (icalcomponent *k = event; name && k && !zone; k = icalcomponent_get_parent(k))
		zone = icalcomponent_get_timezone(k, name);
	return zone || !name ? zone : icaltimezone_get_builtin_timezone(name);
}

/* First all, then each: a component is gone through in one place at a time. */
static void give_rdates(struct calendar *c, icalcomponent *event, struct icsfile_event *e)
{
	struct icaltimetype *days = NULL;
	size_t n = 0;
	for (icalproperty *p = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY); p;
		p = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
		struct icaltimetype t = icalproperty_get_rdate(p).time;
		icaltimezone *zone = zone_of(event, p);
		if (zone && !icaltime_is_utc(t) && !t.is_date)
			t = icaltime_set_timezone(&t, zone);
		days = arena_more(&c->event_arena, days, n, sizeof *days);
		days[n++] = t;
	}
	for (size_t i = 0; i < n; i++)
		if (!icaltime_is_null_time(days[i]) && !is_excluded(event, days[i]) &&
			!map_get(&c->moved, moved_key(&c->event_arena, e->uid, days[i])))
			give(c, e, days[i]);
}

static void read_event(struct calendar *c, icalcomponent *event)
{
	struct arena *a = &c->event_arena;
	struct icaltimetype start = icalcomponent_get_dtstart(event);
	struct icsfile_event e = {.uid = text_of(a, icalcomponent_get_uid(event)),
		.summary = text_of(a, icalcomponent_get_summary(event))};
	if (icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED)
		return;
	if (icaltime_is_null_time(start) || !icaltime_is_valid_time(start)) {
		warn_at(c->file, 0, 0, "'" FMT "' has no start", ARG(e.uid));
		return;
	}
	if (start.day > icaltime_days_in_month(start.month, start.year)) {
		warn_at(c->file, 0, 0, "'" FMT "': not a day: '%04d%02d%02d'; left out", ARG(e.uid), start.year,
			start.month, start.day);
		return;
	}
	c->was = icalcomponent_get_recurrenceid(event);
	add_people(a, &e, event);
	icalproperty *rule = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
	if (!e.count)
		return;
	if (rule)
		give_rule(c, event, &e, start, icalproperty_get_rrule(rule));
	else
		give(c, &e, start);
	give_rdates(c, event, &e);
}

static void each_event(struct calendar *c, icalcomponent *in, void (*visit)(struct calendar *, icalcomponent *))
{
	for (icalcomponent *k = icalcomponent_get_first_component(in, ICAL_ANY_COMPONENT); k;
		k = icalcomponent_get_next_component(in, ICAL_ANY_COMPONENT)) {
		if (icalcomponent_isa(k) == ICAL_VCALENDAR_COMPONENT) {
			if (icalcomponent_get_method(k) != ICAL_METHOD_CANCEL)
				each_event(c, k, visit);
		} else if (icalcomponent_isa(k) == ICAL_VEVENT_COMPONENT) {
			arena_reset(&c->event_arena);
			visit(c, k);
		}
	}
}

static void note_moved(struct calendar *c, icalcomponent *event)
{
	struct icaltimetype t = icalcomponent_get_recurrenceid(event);
	str uid = text_of(&c->arena, icalcomponent_get_uid(event));
	if (!icaltime_is_null_time(t))
		map_put(&c->moved, moved_key(&c->arena, uid, t), c);
}

/* libical works out all changes of a zone at once, up to a year far ahead: rules are for days of the year, or go. */
static void bound_zone(struct calendar *c, icalcomponent *zone)
{
	icalproperty *name = icalcomponent_get_first_property(zone, ICAL_TZID_PROPERTY), *p, *next;
	for (icalcomponent *k = icalcomponent_get_first_component(zone, ICAL_ANY_COMPONENT); k;
		k = icalcomponent_get_next_component(zone, ICAL_ANY_COMPONENT))
		for (p = icalcomponent_get_first_property(k, ICAL_RRULE_PROPERTY); p; p = next) {
			struct icalrecurrencetype rule = icalproperty_get_rrule(p);
			next = icalcomponent_get_next_property(k, ICAL_RRULE_PROPERTY);
			if (rule.freq == ICAL_YEARLY_RECURRENCE && times_a_day(&rule) == 1)
				continue;
			warn_much(c, text_of(&c->arena, name ? icalproperty_get_tzid(name) : ""), "left out");
			icalcomponent_remove_property(k, p);
			icalproperty_free(p);
		}
}

static void bound_zones(struct calendar *c, icalcomponent *in)
{
	for (icalcomponent *k = icalcomponent_get_first_component(in, ICAL_ANY_COMPONENT); k;
		k = icalcomponent_get_next_component(in, ICAL_ANY_COMPONENT)) {
		if (icalcomponent_isa(k) == ICAL_VTIMEZONE_COMPONENT)
			bound_zone(c, k);
		bound_zones(c, k);
	}
}

/* As icalparser_get_line asks: what fits of the next line, with its end. */
static char *next_piece(char *out, size_t size, void *bytes)
{
	str *rest = bytes;
	size_t end = str_chr(*rest, '\n');
	size_t n = end == STR_NONE ? rest->n : end + 1;
	if (!rest->n)
		return NULL;
	n = n < size ? n : size - 1;
	memcpy(out, rest->p, n);
	out[n] = '\0';
	*rest = str_skip(*rest, n);
	return out;
}

/* 1: the line leads down, where libical goes by calls; -1: back. */
static int step_of(const char *line)
{
	str s = str_of(line), name = str_head(s, str_chr(s, ':')), word = str_head(name, str_chr(name, ';'));
	return str_ieq(str_trim(word), S("BEGIN")) - str_ieq(word, S("END"));
}

/* All calendars of the bytes below one; NULL: there is none, the message is out. */
static icalcomponent *parse(struct calendar *c, str bytes)
{
	icalparser *parser = icalparser_new();
	icalcomponent *all = icalcomponent_new(ICAL_XROOT_COMPONENT), *one;
	const char *fault = "a calendar that cannot be read: is its end missing?";
	int depth = 0;
	char *line;
	icalparser_set_gen_data(parser, &bytes);
	while (depth <= ICS_DEPTH && in_time(c) && (line = icalparser_get_line(parser, next_piece))) {
		int level = depth + step_of(line);
		bool fits = level >= 0 && level <= ICS_DEPTH; /* an end too much libical tells the world */
		depth = level > 0 ? level : 0;
		if (fits && (one = icalparser_add_line(parser, line)))
			icalcomponent_add_component(all, one);
		icalmemory_free_buffer(line);
	}
	icalparser_free(parser);
	if (depth > ICS_DEPTH)
		fault = "a calendar in too many others";
	else if (!in_time(c))
		fault = "a calendar that takes too long to read";
	else if (icalcomponent_get_first_component(all, ICAL_ANY_COMPONENT))
		return all;
	warn_at(c->file, 0, 0, "%s", fault);
	icalcomponent_free(all);
	return NULL;
}

bool icsfile_read(struct icsfile *f, str bytes, str file)
{
	int seconds = f->seconds ? f->seconds : ICS_SECONDS;
	struct calendar c = {.f = f, .file = file, .end = clock() + (clock_t)seconds * CLOCKS_PER_SEC};
	icalerror_set_errors_are_fatal(0);
	icalcomponent *all = parse(&c, bytes);
	if (all) {
		bound_zones(&c, all);
		each_event(&c, all, note_moved);
		each_event(&c, all, read_event);
		icalcomponent_free(all);
	}
	map_release(&c.moved);
	arena_release(&c.event_arena);
	arena_release(&c.arena);
	return all != NULL;
}
