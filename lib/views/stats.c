#include "views/stats.h"

#include "base/sorted.h"
#include "base/utf8.h"
#include <string.h>

#define REPLY_DAYS 30

const char *const stats_names[STATS_MEASURES] = {"people", "new", "contacts", "reached", "cadence", "kept", "faded",
	"revived", "sent", "answered", "gave", "got"};

bool stats_is_state(enum stats_measure m)
{
	return m == STATS_PEOPLE || m == STATS_CADENCE || m == STATS_KEPT;
}

/* Periods are counted from the year 0. */
static int number_of(const struct stats *s, date d)
{
	int year, month, day;
	date_split(d, &year, &month, &day);
	return (year * 12 + month - 1) / s->months;
}

static date first_of(const struct stats *s, int number)
{
	int month = number * s->months;
	return date_of(month / 12, month % 12 + 1, 1);
}

static str name_of(struct stats *s, int number)
{
	int month = number * s->months, year = month / 12;
	if (s->months == 12)
		return arena_printf(&s->arena, "%04d", year);
	if (s->months == 3)
		return arena_printf(&s->arena, "%04d-Q%d", year, month % 12 / 3 + 1);
	return arena_printf(&s->arena, "%04d-%02d", year, month % 12 + 1);
}

static struct stats_period *period_of(const struct stats *s, date d)
{
	if (d == DATE_NONE || d < s->v[0].first || d > s->v[s->n - 1].last)
		return NULL;
	return &s->v[number_of(s, d) - number_of(s, s->v[0].first)];
}

bool stats_begin(struct stats *s)
{
	static const struct span usual[] = {{11, 'm'}, {21, 'm'}, {4, 'y'}};
	date last = s->days.last == DATE_NONE || s->days.last > s->today ? s->today : s->days.last,
	     first = s->days.first;
	if (first == DATE_NONE)
		first = first_of(s, number_of(s, date_add(last, usual[s->months / 3 > 1 ? 2 : s->months / 3], -1)));
	if (first > last || number_of(s, last) - number_of(s, first) >= STATS_PERIODS)
		return false;
	s->days = (struct date_range){first, last};
	int from = number_of(s, first), to = number_of(s, last);
	s->v = arena_array(&s->arena, (size_t)to - (size_t)from + 1, sizeof *s->v);
	for (int i = from; i <= to; i++) {
		date ends = i == to ? last : first_of(s, i + 1) - 1;
		s->v[s->n++] = (struct stats_period){name_of(s, i), i == from ? first : first_of(s, i), ends, {0}};
	}
	return true;
}

/* One person, while they are counted. */
struct counting {
	struct stats *s;
	struct stats_person *person;
	struct events events; /* oldest first, those that the reader may see */
	struct span cadence;  /* unit 0: none */
	bool never;           /* archived or died, or none is wanted: neither kept nor faded */
	date known;           /* since when; DATE_NONE: always */
};

static void count(struct counting *c, date d, enum stats_measure m)
{
	struct stats_period *p = period_of(c->s, d);
	if (!p)
		return;
	p->values[m]++;
	c->person->values[m]++;
}

static bool is_contact(const struct counting *c, const struct event *e)
{
	return e->contact && e->date != DATE_NONE && e->date <= c->s->today;
}

/* What was sent is answered by a later entry, the next ones of its day included. */
static void count_sent(struct counting *c, size_t at)
{
	date sent = c->events.v[at].date, until = sent + REPLY_DAYS;
	bool answered = false;
	for (size_t i = at + 1; i < c->events.n && !answered; i++) {
		const struct event *e = &c->events.v[i];
		if (e->date == DATE_NONE || e->date > until)
			break;
		answered = is_contact(c, e) && event_answers(e);
	}
	if (!answered && until >= c->s->today)
		return;
	count(c, sent, STATS_SENT);
	if (answered)
		count(c, sent, STATS_ANSWERED);
}

static struct stats_channel *channel_of(struct stats *s, struct arena *scratch, str kind)
{
	str folded = utf8_fold(scratch, kind);
	struct stats_channel *c = map_get(&s->known, folded);
	if (c)
		return c;
	c = arena_alloc(&s->arena, sizeof *c);
	c->kind = arena_dup(&s->arena, folded.p ? folded : S(""));
	c->values = arena_array(&s->arena, s->n, sizeof *c->values);
	map_put(&s->known, c->kind, c);
	s->channels = arena_more(&s->arena, s->channels, s->channel_count, sizeof(struct stats_channel *));
	return s->channels[s->channel_count++] = c;
}

static void count_contact(struct counting *c, struct note *n, const struct event *e)
{
	struct stats_period *p = period_of(c->s, e->date);
	count(c, e->date, STATS_CONTACTS);
	if (!p)
		return;
	struct stats_channel *channel = channel_of(c->s, n->arena, e->kind);
	channel->values[p - c->s->v]++;
	channel->all++;
}

static void count_events(struct counting *c, struct note *n)
{
	const struct stats_period *reached = NULL;
	for (size_t i = 0; i < c->events.n; i++) {
		const struct event *e = &c->events.v[i];
		if (!is_contact(c, e))
			continue;
		count_contact(c, n, e);
		if (e->dir == '>')
			count_sent(c, i);
		if (e->favor == 'g' || e->favor == 'G')
			count(c, e->date, e->favor == 'g' ? STATS_GAVE : STATS_GOT);
		const struct stats_period *p = period_of(c->s, e->date);
		if (p && p != reached)
			count(c, e->date, STATS_REACHED);
		reached = p;
	}
}

/* The day on which who was last heard of then has faded. */
static date fades(const struct counting *c, date last)
{
	return c->cadence.unit ? date_add(last, c->cadence, 2) : last + STATS_SILENT;
}

/* Heard of on that day, after all that was told before. */
static void hear(struct counting *c, date day)
{
	date last = c->person->last;
	if (last != DATE_NONE && fades(c, last) < day) {
		count(c, fades(c, last), STATS_FADED);
		count(c, day, STATS_REVIVED);
	}
	c->person->last = day;
}

static void count_silence(struct counting *c, date met)
{
	bool to_meet = met != DATE_NONE && met <= c->s->today;
	for (size_t i = 0; i < c->events.n; i++) {
		date day = c->events.v[i].date;
		if (!is_contact(c, &c->events.v[i]))
			continue;
		if (to_meet && met <= day)
			hear(c, met);
		to_meet &= met > day;
		hear(c, day);
	}
	if (to_meet)
		hear(c, met);
	date last = c->person->last;
	c->person->has_faded = last != DATE_NONE && fades(c, last) <= c->s->today;
	if (c->person->has_faded)
		count(c, fades(c, last), STATS_FADED);
}

/* How things stand at the end of each period. */
static void count_states(struct counting *c, date met)
{
	date last = DATE_NONE;
	size_t at = 0;
	for (size_t i = 0; i < c->s->n; i++) {
		struct stats_period *p = &c->s->v[i];
		long *own = c->person->values;
		for (; at < c->events.n && c->events.v[at].date != DATE_NONE && c->events.v[at].date <= p->last; at++)
			if (is_contact(c, &c->events.v[at]))
				last = c->events.v[at].date;
		date since = met != DATE_NONE && met <= p->last && (last == DATE_NONE || met > last) ? met : last;
		own[STATS_PEOPLE] = c->known == DATE_NONE || c->known <= p->last;
		own[STATS_CADENCE] = own[STATS_PEOPLE] && c->cadence.unit && !c->never;
		own[STATS_KEPT] = own[STATS_CADENCE] && since != DATE_NONE && date_add(since, c->cadence, 1) >= p->last;
		p->values[STATS_PEOPLE] += own[STATS_PEOPLE];
		p->values[STATS_CADENCE] += own[STATS_CADENCE];
		p->values[STATS_KEPT] += own[STATS_KEPT];
	}
}

static struct events seen_events(const struct stats *s, struct note *n, const struct people *p)
{
	struct events all = people_events(n, p, s->today), seen = {0};
	for (size_t i = 0; i < all.n; i++)
		if (sight_sees(s->reader, all.v[i].is_private))
			event_add(n->arena, &seen, all.v[i]);
	return seen;
}

static date met_of(const struct stats *s, struct note *n)
{
	struct partial met;
	return sight_key(s->reader, n, S("met")) && note_partial(n, S("met"), &met) ? partial_first(met) : DATE_NONE;
}

void stats_person(struct stats *s, struct note *n, const struct people *p, struct stats_person *out)
{
	*out = (struct stats_person){.last = DATE_NONE};
	struct cadence cadence = sight_key(s->reader, n, S("cadence")) ? due_cadence(n) : (struct cadence){0};
	struct counting c = {.s = s, .person = out, .events = seen_events(s, n, p), .cadence = cadence.span};
	struct standing st = standing_of(c.events, s->today, READER_STREAM);
	date met = met_of(s, n);
	c.never = due_over(n) || (note_field(n, S("cadence")) && !cadence.automatic && !cadence.span.unit);
	if (cadence.automatic)
		c.cadence = (struct span){due_rhythm(&st), due_rhythm(&st) ? 'd' : 0};
	c.known = met == DATE_NONE || (st.first != DATE_NONE && st.first < met) ? st.first : met;
	c.person->cadence = c.cadence;
	count_events(&c, n);
	if (c.known != DATE_NONE)
		count(&c, c.known, STATS_NEW);
	if (!c.never)
		count_silence(&c, met);
	count_states(&c, met);
	s->reached += out->values[STATS_REACHED] > 0;
	s->faded += out->has_faded;
}

static int by_most(const void *x, const void *y)
{
	const struct stats_channel *a = *(struct stats_channel *const *)x, *b = *(struct stats_channel *const *)y;
	return a->all != b->all ? (a->all > b->all ? -1 : 1) : str_cmp(a->kind, b->kind);
}

void stats_end(struct stats *s)
{
	sorted_sort(s->channels, s->channel_count, sizeof(struct stats_channel *), by_most);
}

long stats_all(const struct stats *s, enum stats_measure m)
{
	long all = 0;
	if (m == STATS_REACHED)
		return s->reached;
	if (stats_is_state(m))
		return s->v[s->n - 1].values[m];
	for (size_t i = 0; i < s->n; i++)
		all += s->v[i].values[m];
	return all;
}

int stats_share(long part, long whole)
{
	return whole ? (int)((part * 100 + whole / 2) / whole) : -1;
}

void stats_release(struct stats *s)
{
	map_release(&s->known);
	arena_release(&s->arena);
}
