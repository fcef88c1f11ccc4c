#include "views/agenda.h"

#include "format/plain.h"
#include "views/dated.h"

#define MORNING 8 /* o'clock */

struct giving {
	struct digest *digest;
	struct dated dated;
	struct dated_person person;
	occasion_fn *give;
	void *to;
};

static void give_step(struct giving *g, struct digest_person *p)
{
	struct digest *d = g->digest;
	struct arena *a = &d->arena;
	struct strs more = {0};
	for (size_t i = 0; i < p->brief.n; i++)
		strs_add(a, &more, p->brief.v[i]);
	if (p->other_said.n)
		strs_add(a, &more, arena_printf(a, "said: " FMT, ARG(p->other_said)));
	str names = plain_line(a, digest_names(d, READER_REST, p)), step = plain_line(a, p->step);
	g->give(&(struct occasion){.uid = dated_uid(&g->dated, a, &g->person, "step", S("")),
			.summary = step.n ? arena_printf(a, FMT ": " FMT, ARG(names), ARG(step)) : names,
			.description = strs_join(a, more, S("\n")),
			.category = S("reach out"),
			.todo = true,
			.hour = MORNING,
			.first = d->today,
			.last = d->today},
		g->to);
}

static void give_yearly(struct giving *g, struct digest_person *p, enum due_reason_kind kind)
{
	struct partial day;
	str key = kind == REASON_BIRTHDAY ? S("birthday") : S("anniversary");
	if (!note_partial(&p->note, key, &day) || !day.month || !day.day)
		return;
	struct occasion o = dated_yearly(&g->dated, &g->digest->arena, &g->person, kind, day);
	o.hour = MORNING;
	g->give(&o, g->to);
}

static void give_once(struct giving *g, const struct due_reason *r)
{
	struct due_facts none = {.never = true};
	date today = g->digest->today;
	struct occasion o = dated_once(&g->dated, &g->digest->arena, &g->person, &none, r, today, READER_REST);
	o.hour = o.first >= today ? MORNING : 0; /* what is late has been called to mind */
	g->give(&o, g->to);
}

static void give_dated(struct giving *g, struct digest_person *p)
{
	struct due_reason r;
	for (size_t i = 0; i < p->days.n; i++) {
		if (!dated_read(p->days.v[i], &r))
			continue;
		if (dated_is_yearly(r.reason))
			give_yearly(g, p, r.reason);
		else
			give_once(g, &r);
	}
}

/* A day of theirs is today, or lasts until today. */
static bool is_told(const struct digest *d, const struct digest_person *p)
{
	struct due_reason r;
	for (size_t i = 0; i < p->days.n; i++)
		if (dated_read(p->days.v[i], &r) && r.date <= d->today &&
			(r.date == d->today || !dated_is_yearly(r.reason)))
			return true;
	return false;
}

void agenda_each(struct digest *d, bool apart, occasion_fn *give, void *to)
{
	struct giving g = {.digest = d, .give = give, .to = to};
	for (size_t i = 0; i < d->n; i++) {
		struct digest_person *p = d->v[i];
		g.person = dated_person(&d->arena, &p->note, sight_name(READER_REST, &p->note));
		if (p->full && !p->led && (apart || !is_told(d, p)))
			give_step(&g, p);
		give_dated(&g, p);
	}
	dated_release(&g.dated);
}
