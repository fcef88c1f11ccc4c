#include "people/due.h"

#include "base/utf8.h"
#include "base/sorted.h"
#include <math.h>
#include <stdlib.h>

#define AUTO_LEAST_DAYS 14
#define AUTO_LEAST_GAPS 3
#define AUTO_LEAST_TIME 21
#define DAY_AFTER_MOST  14 /* days that a birthday is worth a word after it */

/* A cadence of the tags; of several the shortest. */
static struct span cadence_of_tags(struct note *n)
{
	struct span best = {0};
	const struct config_pairs *tags = &n->config->cadence;
	for (size_t i = 0; i < tags->n; i++) {
		struct span s;
		if (span_parse(tags->v[i].value, &s) && note_has_tag(n, utf8_bare(n->arena, tags->v[i].key)) &&
			(!best.unit || span_days(s) < span_days(best)))
			best = s;
	}
	return best;
}

static void read_cadence(struct note *n, struct due_facts *f)
{
	const struct value *v = note_field(n, S("cadence"));
	str text = v && v->kind == VALUE_TEXT ? str_trim(v->text) : (str){0};
	if (!v)
		f->cadence = cadence_of_tags(n);
	else if (str_ieq(text, S("auto")))
		f->automatic = true;
	else if (!str_ieq(text, S("none")) && !span_parse(text, &f->cadence))
		note_warn_value(n, v, "not a span: '" FMT "'", ARG(text));
}

bool due_over(struct note *n)
{
	str archived = note_text(n, S("archived"));
	return note_field(n, S("died")) ||
	       (archived.n && !str_ieq(archived, S("false")) && !str_ieq(archived, S("no")));
}

static void read_day(struct note *n, str key, struct partial *out)
{
	if (!note_partial(n, key, out) || !out->month || !out->day)
		*out = (struct partial){0};
}

static void hide(struct note *n, struct due_facts *f, enum due_reason_kind reason, const char *key)
{
	if (!(f->hidden & 1u << reason) && !sight_key(READER_REST, n, str_of(key)))
		f->hidden |= 1u << reason;
}

/* Only of what is there: most notes have little of it. */
static void read_hidden(struct note *n, struct due_facts *f)
{
	if (f->cadence.unit || f->automatic) {
		hide(n, f, REASON_CADENCE, "cadence");
		hide(n, f, REASON_CADENCE, "met");
		hide(n, f, REASON_CADENCE, "last");
	}
	if (f->next != DATE_NONE)
		hide(n, f, REASON_NEXT, "next");
	if (f->verified != DATE_NONE)
		hide(n, f, REASON_REFRESH, "verified");
	if (f->birthday.day)
		hide(n, f, REASON_BIRTHDAY, "birthday");
	if (f->anniversary.day)
		hide(n, f, REASON_ANNIVERSARY, "anniversary");
	f->hides_snooze = f->snooze != DATE_NONE && !sight_key(READER_REST, n, S("snooze"));
}

void due_facts_read(struct note *n, struct arena *keep, date today, struct due_facts *out)
{
	*out = (struct due_facts){.path = arena_dup(keep, n->path), .name = arena_dup(keep, note_name(n))};
	out->never = !note_is(n, "person") || due_over(n);
	standing_init(&out->own);
	if (out->never)
		return;
	read_cadence(n, out);
	out->met = note_date(n, S("met"));
	out->next = note_date(n, S("next"));
	out->snooze = note_date(n, S("snooze"));
	out->verified = note_date(n, S("verified"));
	read_day(n, S("birthday"), &out->birthday);
	read_day(n, S("anniversary"), &out->anniversary);
	read_hidden(n, out);
	struct events own = event_own(n, today);
	for (size_t i = 0; i < own.n; i++) {
		struct event e = own.v[i];
		standing_add(&out->own, &e, today);
		if (e.state != ENTRY_OPEN || !e.box || e.date == DATE_NONE)
			continue;
		e.kind = arena_dup(keep, e.kind);
		e.text = arena_dup(keep, e.text);
		e.path = out->path;
		event_add(keep, &out->open, e);
	}
}

struct events due_mentions(struct arena *a, const struct people *p, int id)
{
	struct events list = {0};
	size_t at, end;
	people_mentions(p, id, &at, &end);
	list.v = arena_array(a, end - at + 1, sizeof *list.v);
	for (; at < end; at++)
		list.v[list.n++] = p->events.v[p->mentions[at].event];
	return list;
}

/* What is being judged: everything the reasons look at. */
struct judging {
	struct arena *arena;
	const struct due_facts *f;
	const struct due_rules *rules;
	struct standing s;
	struct due *out;
};

static int days_until(const struct judging *j, date d)
{
	return d - j->rules->today;
}

static void add_reason(struct judging *j, struct due_reason r)
{
	struct due *d = j->out;
	r.is_private |= j->f->hidden >> r.reason & 1;
	d->v = arena_more(j->arena, d->v, d->n, sizeof *d->v);
	d->v[d->n++] = r;
}

/* A day that holds from its date on, or earlier for who looks ahead. */
static bool reached(const struct judging *j, date d)
{
	date seen = j->rules->ahead.unit ? date_add(j->rules->today, j->rules->ahead, 1) : j->rules->today;
	return d <= seen;
}

/* A dated thing that holds from horizon before its date on. */
static bool near(const struct judging *j, date d)
{
	return d <= date_add(j->rules->today, j->rules->horizon, 1) || reached(j, d);
}

/* Doubles its distance for one step: 1 at 1, 2 at 2, 3 at 4. */
static double steps(double ratio)
{
	return ratio <= 0 ? 0 : ratio < 1 ? ratio : 1 + log2(ratio);
}

/* Half the peak as the horizon begins, the peak on the day, one more when a week late, two at three weeks. */
static double dated_pressure(const struct judging *j, date d, double peak)
{
	int left = days_until(j, d), horizon = span_days(j->rules->horizon);
	if (left > 0)
		return left >= horizon ? peak / 2 : peak - peak / 2 * left / horizon;
	return peak + log2(1 - left / 7.0);
}

/* cadence, next and refresh hold from their date on, but not before a snooze is over. */
static void add_quietable(struct judging *j, struct due_reason r)
{
	date snooze = j->f->snooze;
	if (r.date == DATE_NONE) /* past the calendar */
		return;
	r.snoozed = snooze != DATE_NONE && snooze > j->rules->today && snooze > r.date;
	if (r.snoozed) {
		r.date = snooze;
		r.is_private |= j->f->hides_snooze;
	}
	r.holds = reached(j, r.date) && (snooze == DATE_NONE || reached(j, snooze));
	add_reason(j, r);
}

/* Days after the last contact at which cadence: auto is due; 0 while the rhythm is not known. */
static int auto_days(const struct standing *s)
{
	int gaps[STANDING_RECENT], n = s->recents - 1;
	if (n < AUTO_LEAST_GAPS || s->recent[0] - s->recent[n] < AUTO_LEAST_TIME)
		return 0;
	for (int i = 0; i < n; i++)
		gaps[i] = s->recent[i] - s->recent[i + 1];
	sorted_sort(gaps, (size_t)n, sizeof *gaps, sorted_int);
	int twice = n % 2 ? 2 * gaps[n / 2] : gaps[n / 2 - 1] + gaps[n / 2];
	return twice < AUTO_LEAST_DAYS ? AUTO_LEAST_DAYS : twice;
}

static void judge_cadence(struct judging *j)
{
	const struct due_facts *f = j->f;
	date today = j->rules->today;
	int automatic = f->automatic ? auto_days(&j->s) : 0;
	if ((!f->cadence.unit && !automatic) || (f->next != DATE_NONE && f->next > today))
		return;
	struct due_reason r = {.reason = REASON_CADENCE, .usual = automatic / 2};
	r.contacted = j->s.last != DATE_NONE;
	r.since = r.contacted ? j->s.last : f->met;
	date from = r.since == DATE_NONE ? today : r.since;
	r.date = automatic ? from + automatic : date_add(from, f->cadence, 1);
	r.pressure = r.date > from ? steps((double)(today - from) / (r.date - from)) : 1;
	add_quietable(j, r);
}

static void judge_next(struct judging *j)
{
	date next = j->f->next;
	if (next == DATE_NONE || (j->s.last != DATE_NONE && j->s.last >= next))
		return;
	add_quietable(
		j, (struct due_reason){.reason = REASON_NEXT, .date = next, .pressure = dated_pressure(j, next, 2)});
}

/* A promise says itself; of a task the kind is part of what is to do: "ask: ..." */
static str box_text(struct arena *a, const struct event *e, enum due_reason_kind reason)
{
	str text = str_trim(links_shown(a, e->text));
	if (reason != REASON_TASK || !e->kind.n || str_ieq(e->kind, S("todo")))
		return text;
	return arena_printf(a, FMT ": " FMT, ARG(e->kind), ARG(text));
}

static void judge_box(struct judging *j, const struct event *e)
{
	static const double peaks[] = {[REASON_PROMISE] = 3, [REASON_TASK] = 2.5, [REASON_OWED] = 1.5};
	if (e->state != ENTRY_OPEN || !e->box || e->date == DATE_NONE)
		return;
	enum due_reason_kind reason = e->favor == 'o' ? REASON_PROMISE : e->favor == 'O' ? REASON_OWED : REASON_TASK;
	add_reason(j, (struct due_reason){.reason = reason,
			      .date = e->date,
			      .holds = near(j, e->date),
			      .pressure = dated_pressure(j, e->date, peaks[reason]),
			      .is_private = e->is_private,
			      .text = box_text(j->arena, e, reason)});
}

/* The day of the year to speak of: the last one if it is no more than two weeks past, else the next. */
static date day_at_hand(const struct judging *j, struct partial p)
{
	int year, month, day;
	date today = j->rules->today;
	date_split(today, &year, &month, &day);
	for (int y = year - 1; y < year + 1; y++)
		if (partial_in_year(p, y) + DAY_AFTER_MOST >= today)
			return partial_in_year(p, y);
	return partial_in_year(p, year + 1);
}

static void judge_day(struct judging *j, enum due_reason_kind reason, struct partial p)
{
	if (!p.day)
		return;
	date d = day_at_hand(j, p), last = j->s.last;
	int year, month, day;
	date_split(d, &year, &month, &day);
	if (d <= j->rules->today && last != DATE_NONE && last >= d)
		d = partial_in_year(p, ++year);
	int left = days_until(j, d);
	add_reason(j, (struct due_reason){.reason = reason,
			      .date = d,
			      .holds = near(j, d),
			      .years = p.year && year > p.year ? year - p.year : 0,
			      .pressure = left < 0 ? 2 + 2.0 * left / DAY_AFTER_MOST : dated_pressure(j, d, 3)});
}

static int by_pressure(const void *x, const void *y)
{
	const struct due_reason *a = x, *b = y;
	if (a->holds != b->holds)
		return a->holds ? -1 : 1;
	if (a->holds && a->pressure != b->pressure)
		return a->pressure > b->pressure ? -1 : 1;
	if (a->date != b->date)
		return a->date < b->date ? -1 : 1;
	if (a->reason != b->reason)
		return a->reason < b->reason ? -1 : 1;
	return str_cmp(a->text, b->text);
}

static void sum_up(struct due *d)
{
	d->holding = 0;
	d->date = DATE_NONE;
	d->pressure = 0;
	if (!d->n)
		return;
	sorted_sort(d->v, d->n, sizeof *d->v, by_pressure);
	while (d->holding < d->n && d->v[d->holding].holds)
		d->holding++;
	size_t counted = d->holding ? d->holding : d->n;
	for (size_t i = 0; i < counted; i++)
		if (d->date == DATE_NONE || d->v[i].date < d->date)
			d->date = d->v[i].date;
	for (size_t i = 0; i < d->holding; i++)
		d->pressure += i ? d->v[i].pressure / 10 : d->v[i].pressure;
}

void due_judge(struct arena *a, const struct due_facts *f, struct events mentions, const struct due_rules *rules,
	struct due *out)
{
	*out = (struct due){.date = DATE_NONE};
	if (f->never)
		return;
	struct judging j = {a, f, rules, f->own, out};
	for (size_t i = 0; i < mentions.n; i++)
		standing_add(&j.s, &mentions.v[i], rules->today);
	judge_cadence(&j);
	judge_next(&j);
	for (size_t i = 0; i < f->open.n; i++)
		judge_box(&j, &f->open.v[i]);
	for (size_t i = 0; i < mentions.n; i++)
		judge_box(&j, &mentions.v[i]);
	judge_day(&j, REASON_BIRTHDAY, f->birthday);
	judge_day(&j, REASON_ANNIVERSARY, f->anniversary);
	sum_up(out);
}

void due_refresh(struct arena *a, const struct due_facts *f, str list, struct span refresh,
	const struct due_rules *rules, struct due *out)
{
	if (f->never)
		return;
	struct judging j = {a, f, rules, f->own, out};
	date from = f->verified != DATE_NONE ? f->verified : rules->today;
	struct due_reason r = {
		.reason = REASON_REFRESH, .date = date_add(from, refresh, 1), .since = f->verified, .text = list};
	r.pressure = r.date > from ? steps((double)(rules->today - from) / (r.date - from)) / 2 : 0.5;
	add_quietable(&j, r);
	sum_up(out);
}
