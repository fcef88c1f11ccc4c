#include "people/due.h"

#include "base/sorted.h"
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#define AUTO_LEAST_DAYS 14
#define AUTO_LEAST_GAPS 3
#define AUTO_LEAST_TIME 21
#define LATE_MOST       0.9
#define NEGLECT_MOST    2.99
#define GOAL_BONUS      0.25
#define EARLY_FROM      0.8 /* of the span */
#define DAYLESS         2

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

/* What lies past the calendar is never reached. */
static int days_until(const struct judging *j, date d)
{
	return d == DATE_NONE ? INT_MAX : d - j->rules->today;
}

/* The day is what the private key says; that of a cadence only follows from it. */
static bool is_day_private(const struct judging *j, const struct due_reason *r)
{
	bool of_key = r->reason == REASON_NEXT || r->reason == REASON_BIRTHDAY || r->reason == REASON_ANNIVERSARY;
	return (of_key && j->f->hidden >> r->reason & 1) || (r->snoozed && j->f->hides_snooze);
}

static void add_reason(struct judging *j, struct due_reason r)
{
	struct due *d = j->out;
	r.is_private |= j->f->hidden >> r.reason & 1;
	r.dayless = !sight_sees(j->rules->reader, is_day_private(j, &r));
	if (r.dayless && !r.holds)
		return;
	if (r.dayless) {
		r.date = r.since = j->rules->today;
		r.pressure = DAYLESS;
	}
	d->v = arena_more(j->arena, d->v, d->n, sizeof *d->v);
	d->v[d->n++] = r;
}

/* The last day of a time that begins today; the calendar may end before. */
static date last_of(const struct judging *j, struct span ahead)
{
	date d = date_add(j->rules->today, ahead, 1);
	return d == DATE_NONE ? INT_MAX : d;
}

/* A day that holds from its date on, or earlier for who looks ahead. */
static bool reached(const struct judging *j, date d)
{
	return d <= (j->rules->ahead.unit ? last_of(j, j->rules->ahead) : j->rules->today);
}

/* A dated thing that holds from horizon before its date on. */
static bool near(const struct judging *j, date d)
{
	return d <= last_of(j, j->rules->horizon) || reached(j, d);
}

/* What a week late adds is 1, what three weeks add is 2. */
static double lateness(int days)
{
	return log2(1 + days / 7.0);
}

/* Half the peak as the horizon begins, the peak on the day. */
static double dated_pressure(const struct judging *j, date d, double peak)
{
	int left = days_until(j, d), horizon = span_days(j->rules->horizon);
	if (left > 0)
		return left >= horizon ? peak / 2 : peak - peak / 2 * left / horizon;
	return peak + fmin(lateness(-left), LATE_MOST);
}

/* 1 on its day, then more with each day, but never as much as a promise of today; before, the part that is over. */
static double neglect(const struct judging *j, date from, date d)
{
	int left = days_until(j, d);
	if (left <= 0)
		return fmin(1 + lateness(-left), NEGLECT_MOST);
	return from != DATE_NONE && from < j->rules->today
		       ? (j->rules->today - from) / ((double)left + j->rules->today - from)
		       : 0;
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

int due_rhythm(const struct standing *s)
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

/* The day of the year to speak of: the last one if it is no more than two weeks past, else the next. */
static date day_at_hand(const struct judging *j, struct partial p)
{
	int year, month, day;
	date today = j->rules->today;
	date_split(today, &year, &month, &day);
	for (int y = year - 1; y < year + 1; y++)
		if (partial_in_year(p, y) + DUE_AFTER_MOST >= today)
			return partial_in_year(p, y);
	return partial_in_year(p, year + 1);
}

static bool is_ahead(const struct judging *j, struct partial p)
{
	date today = j->rules->today, d = p.day ? day_at_hand(j, p) : today;
	return d > today && d <= date_add(today, j->rules->horizon, 1);
}

/* Whoever will be wished well this week need not be called today for the cadence's sake. */
static bool awaits_day(const struct judging *j)
{
	return is_ahead(j, j->f->birthday) || is_ahead(j, j->f->anniversary);
}

/* The last contact stands where not everybody may look. */
static bool is_secret(const struct judging *j, enum due_basis basis)
{
	return basis == BASIS_CONTACT && j->s.told != j->s.last;
}

/* Who was met long ago and never logged is not as late as that: of no contact a span counts at most once. */
static date begins(const struct judging *j, struct span span, const struct due_reason *r)
{
	date today = j->rules->today, d = r->since == DATE_NONE ? today : date_add(r->since, span, 1);
	date least = date_add(today, span, -1);
	return r->basis == BASIS_MET && d != DATE_NONE && d < least ? least : d;
}

static void judge_cadence(struct judging *j)
{
	const struct due_facts *f = j->f;
	date today = j->rules->today;
	struct span span = f->cadence.span;
	if (f->cadence.automatic)
		span = (struct span){due_rhythm(&j->s), 'd'};
	if (!span.unit || !span.n || (f->next != DATE_NONE && f->next > today))
		return;
	struct due_reason r = {.reason = REASON_CADENCE, .since = j->s.last, .basis = BASIS_CONTACT};
	if (f->cadence.automatic)
		r.usual = span.n / 2;
	if (r.since == DATE_NONE) {
		r.since = f->met;
		r.basis = f->met == DATE_NONE ? BASIS_NOTHING : BASIS_MET;
	}
	r.is_private = is_secret(j, r.basis);
	r.date = begins(j, span, &r);
	date twice = date_add(r.since == DATE_NONE ? today : r.since, span, 2);
	if (awaits_day(j) && (twice == DATE_NONE || today < twice))
		return;
	r.pressure = neglect(j, r.since, r.date);
	add_quietable(j, r);
}

static void judge_next(struct judging *j)
{
	date next = j->f->next;
	if (next == DATE_NONE || (j->s.last != DATE_NONE && j->s.last >= next))
		return;
	add_quietable(
		j, (struct due_reason){
			   .reason = REASON_NEXT, .date = next, .since = next, .pressure = dated_pressure(j, next, 2)});
}

/* A promise says itself; of a task the kind is part of what is to do: "ask: ..." */
static str box_text(struct arena *a, const struct event *e, enum due_reason_kind reason)
{
	str text = str_trim(links_shown(a, e->text));
	if (reason != REASON_TASK || !e->kind.n || entry_is_task(e->kind))
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
			      .text = box_text(j->arena, e, reason),
			      .path = e->path,
			      .line = e->line});
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
	if (d == DATE_NONE) /* past the calendar */
		return;
	int left = days_until(j, d);
	add_reason(j, (struct due_reason){.reason = reason,
			      .date = d,
			      .holds = near(j, d),
			      .years = p.year && year > p.year ? year - p.year : 0,
			      .pressure = left > 0    ? 0
					  : left == 0 ? 4
						      : 2 + 2.0 * left / DUE_AFTER_MOST});
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
	if (d->holding)
		d->pressure = d->v[0].pressure;
}

static struct due_reason refresh_by(const struct judging *j, const struct refresh *list)
{
	const struct {
		date day;
		enum due_basis basis;
	} from[] = {{j->f->verified, BASIS_VERIFIED}, {list->verified, BASIS_LIST}, {j->s.last, BASIS_CONTACT},
		{j->f->met, BASIS_MET}};
	struct due_reason r = {.reason = REASON_REFRESH,
		.text = list->list,
		.said = list->said,
		.since = DATE_NONE,
		.date = j->rules->today};
	for (size_t i = 0; i < sizeof from / sizeof *from && r.since == DATE_NONE; i++) {
		r.since = from[i].day;
		r.basis = from[i].basis;
	}
	r.is_private = r.basis == BASIS_LIST ? list->is_private : is_secret(j, r.basis);
	if (r.since == DATE_NONE)
		r.basis = BASIS_NOTHING;
	else
		r.date = date_add(r.since, list->span, 1);
	if (r.date != DATE_NONE && r.date <= j->rules->today &&
		j->s.last == j->rules->today) { /* not on the day of a contact */
		r.date = date_add(j->rules->today, (struct span){1, 'd'}, 1);
		r.is_private |= is_secret(j, BASIS_CONTACT);
	}
	r.pressure = neglect(j, r.since, r.date) / 2;
	return r;
}

/* Of several lists the one that asks soonest. */
static void judge_refresh(struct judging *j, struct refreshes lists)
{
	struct due_reason soonest = {.date = DATE_NONE};
	for (size_t i = 0; i < lists.n; i++) {
		struct due_reason r = refresh_by(j, &lists.v[i]);
		if (r.date != DATE_NONE && (soonest.date == DATE_NONE || r.date < soonest.date))
			soonest = r;
	}
	add_quietable(j, soonest);
}

/* It makes nobody due, and presses less than what has its day today. */
static void judge_goal(struct judging *j)
{
	struct due *d = j->out;
	enum due_reason_kind first = d->holding ? d->v[0].reason : REASON_GOAL;
	if (!j->f->goal.n || (first != REASON_CADENCE && first != REASON_NEXT && first != REASON_REFRESH))
		return;
	d->v[0].pressure = fmin(d->v[0].pressure + GOAL_BONUS, NEGLECT_MOST);
	add_reason(j, (struct due_reason){.reason = REASON_GOAL,
			      .date = d->date,
			      .holds = true,
			      .text = j->f->goal,
			      .is_private = j->f->hides_goal});
	sum_up(d);
}

void due_judge(struct arena *a, const struct due_facts *f, struct events mentions, struct refreshes lists,
	const struct due_rules *rules, struct due *out)
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
	judge_refresh(&j, lists);
	sum_up(out);
	judge_goal(&j);
}

bool due_early(struct due *d)
{
	for (size_t i = 0; i < d->n; i++) {
		struct due_reason *r = &d->v[i];
		if (r->reason != REASON_CADENCE || r->holds || r->snoozed || r->pressure < EARLY_FROM)
			continue;
		r->holds = r->early = true;
		sum_up(d);
		return true;
	}
	return false;
}
