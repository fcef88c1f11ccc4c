#include "merge/mergesettle.h"

str settle_text(const struct planning *p, enum merge_side s, size_t n)
{
	const struct merge_line *line = &p->u[s].line[n];

	if (!line->run)
		return p->u[s].v[line->unit].text;
	bool known = p->b->list[line->list].at[BASE] != STR_NONE;
	return known ? arena_printf(p->m->a, "\1%zu", line->list) : S("\1");
}

void settle_step(struct planning *p, enum merge_step_kind kind, const size_t at[SIDES])
{
	struct merge_plan *plan = &p->plan;
	struct merge_step step = {.kind = kind};

	for (int s = 0; s < SIDES; s++)
		step.at[s] = at[s];
	plan->v = arena_more(p->m->a, plan->v, plan->n, sizeof *plan->v);
	plan->v[plan->n++] = step;
}

static void add_mark(struct planning *p, enum merge_step_kind kind)
{
	settle_step(p, kind, (size_t[]){STR_NONE, STR_NONE, STR_NONE});
}

static struct merge_list *list_at(const struct planning *p, enum merge_side s, size_t line)
{
	bool run = line != STR_NONE && p->u[s].line[line].run;

	return run ? &p->b->list[p->u[s].line[line].list] : NULL;
}

void settle_line(struct planning *p, size_t b, size_t o, size_t t)
{
	const size_t at[SIDES] = {b, o, t};
	size_t unit[SIDES], step = STR_NONE;
	bool run = false;

	for (int s = 0; s < SIDES; s++) {
		const struct merge_list *list = list_at(p, s, at[s]);
		run = run || list;
		step = list && list->step != STR_NONE ? list->step : step;
		unit[s] = at[s] == STR_NONE ? STR_NONE : p->u[s].line[at[s]].unit;
	}
	if (step == STR_NONE) {
		step = p->plan.n;
		settle_step(p, run ? STEP_LIST : STEP_LINE, unit);
	}
	for (int s = 0; s < SIDES; s++)
		if (list_at(p, s, at[s]))
			list_at(p, s, at[s])->step = step;
}

static bool same_lines(const struct planning *p, const struct chunk *c, enum merge_side s, enum merge_side t)
{
	if (c->end[s] - c->at[s] != c->end[t] - c->at[t])
		return false;
	for (size_t i = 0; i < c->end[s] - c->at[s]; i++)
		if (!str_eq(settle_text(p, s, c->at[s] + i), settle_text(p, t, c->at[t] + i)))
			return false;
	return true;
}

/* Whether it is a list that the chunk has no more in that side. */
static bool is_lost(const struct planning *p, const struct chunk *c, enum merge_side s, size_t n, enum merge_side in)
{
	const struct merge_line *line = &p->u[s].line[n];
	size_t at = line->run ? p->b->list[line->list].at[in] : 0;

	return line->run && (at == STR_NONE || at < c->at[in] || at >= c->end[in]);
}

static void take_line(struct planning *p, enum merge_side s, size_t n)
{
	settle_line(p, STR_NONE, s == OURS ? n : STR_NONE, s == OURS ? STR_NONE : n);
}

static bool is_heading(const struct planning *p, enum merge_side s, size_t n)
{
	return p->u[s].v[p->u[s].line[n].unit].heading;
}

/* A list that this side has taken out keeps its place, above another heading there: of its entries the other side may
 * have more. */
void settle_taken(struct planning *p, const struct chunk *c, enum merge_side s)
{
	enum merge_side other = s == OURS ? THEIRS : OURS;
	size_t at = c->at[s], lost = c->at[other];

	for (; at < c->end[s] || lost < c->end[other]; at++, lost++) {
		bool some = at < c->end[s], keeps = lost < c->end[other] && is_lost(p, c, other, lost, s);
		bool below = keeps && some && is_heading(p, s, at);
		if (below)
			take_line(p, other, lost);
		if (some)
			take_line(p, s, at);
		if (keeps && !below)
			take_line(p, other, lost);
	}
}

static void take_both(struct planning *p, struct chunk *c, size_t n)
{
	for (; n > 0; n--)
		settle_line(p, STR_NONE, c->at[OURS]++, c->at[THEIRS]++);
}

static bool is_run(const struct planning *p, enum merge_side s, size_t n)
{
	return p->u[s].line[n].run;
}

static size_t first_run(const struct planning *p, const struct chunk *c, enum merge_side s)
{
	size_t n = c->at[s];

	while (n < c->end[s] && !is_run(p, s, n))
		n++;
	return n;
}

void settle_marked(struct planning *p, const struct chunk *c)
{
	bool some = c->end[OURS] > c->at[OURS];

	merge_conflict(
		p->m, str_trim(some ? settle_text(p, OURS, c->at[OURS]) : settle_text(p, THEIRS, c->at[THEIRS])));
	add_mark(p, STEP_OURS);
	for (size_t i = c->at[OURS]; i < c->end[OURS]; i++)
		settle_line(p, STR_NONE, i, STR_NONE);
	add_mark(p, STEP_MIDDLE);
	for (size_t i = c->at[THEIRS]; i < c->end[THEIRS]; i++)
		settle_line(p, STR_NONE, STR_NONE, i);
	add_mark(p, STEP_THEIRS);
}

/* No list stands in a conflict: what is above the first one of a side is settled, then the list is put, and what is
 * below it is left. A side without that list has all of its lines above. */
static void put_conflict(struct planning *p, struct chunk c)
{
	for (;;) {
		size_t at[SIDES] = {STR_NONE, first_run(p, &c, OURS), first_run(p, &c, THEIRS)};
		enum merge_side s = at[OURS] < c.end[OURS] ? OURS : THEIRS, other = s == OURS ? THEIRS : OURS;
		if (at[s] == c.end[s]) {
			settle_marked(p, &c);
			return;
		}
		const struct merge_list *list = &p->b->list[p->u[s].line[at[s]].list];
		bool known = list->at[BASE] != STR_NONE || list->at[other] != STR_NONE;
		bool both = known ? list->at[other] >= c.at[other] && list->at[other] < c.end[other]
				  : at[other] < c.end[other] && str_eq(settle_text(p, other, at[other]), S("\1"));
		struct chunk first = c;
		at[other] = !both ? STR_NONE : known ? list->at[other] : at[other];
		if (list->at[BASE] != STR_NONE && list->at[BASE] >= c.at[BASE] && list->at[BASE] < c.end[BASE])
			at[BASE] = list->at[BASE];
		for (int k = 0; k < SIDES; k++) {
			first.end[k] = at[k] != STR_NONE ? at[k] : c.end[k];
			c.at[k] = at[k] != STR_NONE ? at[k] + 1 : first.end[k];
		}
		settle_chunk(p, first);
		settle_line(p, STR_NONE, at[OURS], at[THEIRS]);
		if (same_lines(p, &c, BASE, OURS) || same_lines(p, &c, BASE, THEIRS) ||
			same_lines(p, &c, OURS, THEIRS)) {
			settle_chunk(p, c);
			return;
		}
	}
}

/* Beside what both put in its place, one side may have left the rest of the base alone. */
static void narrow_base(const struct planning *p, struct chunk *c, bool before, bool behind)
{
	for (int s = OURS; s <= THEIRS; s++)
		for (int at_end = 0; at_end < 2; at_end++) {
			size_t n = c->end[s] - c->at[s];
			struct chunk part = *c;
			if (!n || n > c->end[BASE] - c->at[BASE] || !(at_end ? before : behind))
				continue;
			if (at_end)
				part.at[BASE] = part.end[BASE] - n;
			else
				part.end[BASE] = part.at[BASE] + n;
			if (same_lines(p, &part, BASE, s)) {
				*c = part;
				return;
			}
		}
}

/* What both have at the ends of a chunk is no conflict. */
void settle_chunk(struct planning *p, struct chunk c)
{
	size_t n = 0, behind = 0;

	if (same_lines(p, &c, BASE, OURS)) {
		settle_taken(p, &c, THEIRS);
		return;
	}
	if (same_lines(p, &c, BASE, THEIRS)) {
		settle_taken(p, &c, OURS);
		return;
	}
	while (c.at[OURS] + n < c.end[OURS] && c.at[THEIRS] + n < c.end[THEIRS] &&
		str_eq(settle_text(p, OURS, c.at[OURS] + n), settle_text(p, THEIRS, c.at[THEIRS] + n)))
		n++;
	take_both(p, &c, n);
	while (c.at[OURS] < c.end[OURS] && c.at[THEIRS] < c.end[THEIRS] &&
		str_eq(settle_text(p, OURS, c.end[OURS] - 1), settle_text(p, THEIRS, c.end[THEIRS] - 1))) {
		c.end[OURS]--;
		c.end[THEIRS]--;
		behind++;
	}
	narrow_base(p, &c, n > 0, behind > 0);
	bool none[SIDES] = {c.at[BASE] == c.end[BASE], c.at[OURS] == c.end[OURS], c.at[THEIRS] == c.end[THEIRS]};
	if (none[OURS] && none[THEIRS])
		;
	else if (!none[BASE] && same_lines(p, &c, BASE, OURS))
		settle_taken(p, &c, THEIRS);
	else if (!none[BASE] && same_lines(p, &c, BASE, THEIRS))
		settle_taken(p, &c, OURS);
	else if (none[BASE] && (none[OURS] || none[THEIRS]))
		settle_taken(p, &c, none[OURS] ? THEIRS : OURS);
	else
		put_conflict(p, c);
	c.at[OURS] = c.end[OURS];
	c.at[THEIRS] = c.end[THEIRS];
	take_both(p, &c, behind);
}
