#include "merge/mergeweave.h"

/* Items of one place, in order. */
struct order {
	size_t *v;
	size_t n;
};

/* Taken out by one side and left alone by the other. */
static bool is_gone(const struct mergeweave *w, const struct merge_item *i)
{
	const struct merge_unit *b = weave_unit(w, BASE, i->at[BASE]), *o = weave_unit(w, OURS, i->at[OURS]),
			  *t = weave_unit(w, THEIRS, i->at[THEIRS]);

	if (!b || (o && t))
		return false;
	return (!o && !t) || str_eq(o ? o->text : t->text, b->text);
}

static size_t step_of(const struct mergeweave *w, enum merge_side s, size_t number)
{
	return w->plan.host[s][weave_unit(w, s, number)->slot];
}

/* Whether it still follows the line that it follows in the base. */
static bool is_moved(const struct mergeweave *w, const struct merge_item *i, enum merge_side s)
{
	const struct merge_step *step = &w->plan.v[step_of(w, s, i->at[s])];
	size_t slot = weave_unit(w, BASE, i->at[BASE])->slot;

	return slot ? step->at[BASE] != w->u[BASE].prose[slot - 1] : step != w->plan.v;
}

/* The step that an item follows: where ours has it, unless theirs moved it. */
static size_t home_of(const struct mergeweave *w, const struct merge_item *i)
{
	if (i->at[OURS] == STR_NONE || i->at[THEIRS] == STR_NONE)
		return i->at[OURS] == STR_NONE ? step_of(w, THEIRS, i->at[THEIRS]) : step_of(w, OURS, i->at[OURS]);
	bool theirs = i->at[BASE] != STR_NONE && !is_moved(w, i, OURS) && is_moved(w, i, THEIRS);
	return theirs ? step_of(w, THEIRS, i->at[THEIRS]) : step_of(w, OURS, i->at[OURS]);
}

/* As it will stand there. */
static date day_of(const struct mergeweave *w, size_t n)
{
	const struct merge_item *i = &w->items.v[n];
	const struct merge_unit *b = weave_unit(w, BASE, i->at[BASE]), *o = weave_unit(w, OURS, i->at[OURS]),
			  *t = weave_unit(w, THEIRS, i->at[THEIRS]);
	const struct entry *e = !o || (b && t && str_eq(o->text, b->text)) ? t->e : o->e;

	return e->inherited || (e->box && e->state == ENTRY_OPEN) ? DATE_NONE : e->date;
}

/* Above 0: the days fall, below: they rise. */
static long falls(const struct mergeweave *w, const struct order *l)
{
	date before = DATE_NONE;
	long n = 0;

	for (size_t i = 0; i < l->n; i++) {
		date day = day_of(w, l->v[i]);
		if (day != DATE_NONE && before != DATE_NONE && day != before)
			n += day < before ? 1 : -1;
		before = day == DATE_NONE ? before : day;
	}
	return n;
}

static bool as_in_base(const struct mergeweave *w, const struct order *l)
{
	size_t last = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct merge_item *item = &w->items.v[l->v[i]];
		if (item->at[BASE] == STR_NONE || item->at[OURS] == STR_NONE || item->at[THEIRS] == STR_NONE)
			continue;
		if (item->at[BASE] < last)
			return false;
		last = item->at[BASE];
	}
	return true;
}

static bool goes_before(const struct mergeweave *w, size_t x, size_t y, bool falling)
{
	date a = day_of(w, x), b = day_of(w, y);

	return a != DATE_NONE && b != DATE_NONE && (falling ? a > b : a < b);
}

static void reverse(struct order *l)
{
	for (size_t i = 0; i < l->n / 2; i++) {
		size_t last = l->v[l->n - 1 - i];
		l->v[l->n - 1 - i] = l->v[i];
		l->v[i] = last;
	}
}

/* Between two that both lists have, by their days; of one day those of the list come first. */
static void put_until(struct mergeweave *w, struct order *l, size_t end, struct order *more, bool falling)
{
	size_t i = 0, k = 0;

	while (i < end || k < more->n)
		if (i == end || (k < more->n && goes_before(w, more->v[k], l->v[i], falling)))
			weave_item(w, &w->items.v[more->v[k++]]);
		else
			weave_item(w, &w->items.v[l->v[i++]]);
	if (end)
		*l = (struct order){l->v + end, l->n - end};
	more->n = 0;
}

/* One list in the order of the other: that of ours, unless only theirs changed it. */
static void put_list(struct mergeweave *w, struct order ours, struct order theirs)
{
	bool swap = as_in_base(w, &ours) && !as_in_base(w, &theirs);
	struct order l = swap ? theirs : ours, other = swap ? ours : theirs;
	struct order more = {arena_array(w->m->a, other.n, sizeof *more.v), 0};
	long fall = falls(w, &l), other_fall = falls(w, &other);
	size_t done = 0;

	if ((fall > 0 && other_fall < 0) || (fall < 0 && other_fall > 0))
		reverse(&other);
	bool falling = fall ? fall > 0 : other_fall > 0;
	for (size_t i = 0; i < l.n; i++)
		w->place[l.v[i]] = i + 1;
	for (size_t i = 0; i < other.n; i++) {
		size_t place = w->place[other.v[i]];
		if (!place)
			more.v[more.n++] = other.v[i];
		else if (place > done) {
			put_until(w, &l, place - 1 - done, &more, falling);
			put_until(w, &l, 1, &more, falling);
			done = place;
		}
	}
	put_until(w, &l, l.n, &more, falling);
}

static void add(struct arena *a, struct order *l, size_t n)
{
	l->v = arena_more(a, l->v, l->n, sizeof *l->v);
	l->v[l->n++] = n;
}

/* The items of each step, as each side orders them. */
static struct order *lists_of(struct mergeweave *w, enum merge_side s)
{
	struct order *lists = arena_array(w->m->a, w->plan.n, sizeof *lists);

	for (size_t i = 0; i < w->u[s].entries; i++) {
		size_t n = w->items.of[s][i];
		if (!is_gone(w, &w->items.v[n]) && home_of(w, &w->items.v[n]) == step_of(w, s, i))
			add(w->m->a, &lists[step_of(w, s, i)], n);
	}
	return lists;
}

void merge_text(struct merging *m, const struct entrydoc *const d[SIDES], const str text[SIDES], bool plain, struct buf *out)
{
	struct mergeweave w = {.m = m, .out = out, .marks = S(""), .prev = {WEAVE_START, WEAVE_START, WEAVE_START}};

	for (int s = 0; s < SIDES; s++)
		w.u[s] = units_of(m->a, d[s], text[s], plain);
	w.plan = plan_prose(m, w.u, plain);
	w.items = items_match(m->a, w.u);
	w.place = arena_array(m->a, w.items.n, sizeof *w.place);
	struct order *ours = lists_of(&w, OURS), *theirs = lists_of(&w, THEIRS);
	for (size_t i = 0; i < w.plan.n; i++) {
		weave_step(&w, &w.plan.v[i]);
		put_list(&w, ours[i], theirs[i]);
	}
}
