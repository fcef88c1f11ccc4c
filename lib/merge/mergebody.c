#include "merge/mergeweave.h"
#include "base/align.h"

/* Items of one place, in order. */
struct order {
	size_t *v;
	size_t n;
};

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

/* Whether one list is the other from its end: what they share says so, else their days. */
static bool is_turned(const struct mergeweave *w, const struct order *l, const struct order *other)
{
	size_t last = 0, shared = 0;
	long turned = 0, fall = falls(w, l), other_fall = falls(w, other);

	for (size_t i = 0; i < other->n; i++) {
		size_t place = w->place[other->v[i]];
		if (!place)
			continue;
		turned += !shared++ ? 0 : place < last ? 1 : -1;
		last = place;
	}
	return shared > 1 ? turned > 0 : (fall > 0 && other_fall < 0) || (fall < 0 && other_fall > 0);
}

static struct strs names_of(struct arena *a, const struct order *l)
{
	struct strs names = {0};

	for (size_t i = 0; i < l->n; i++)
		strs_add(a, &names, (str){(const char *)&l->v[i], sizeof l->v[i]});
	return names;
}

/* One list in the order of the other: that of ours, unless only theirs changed it. What stands in both in one order is
 * where the rest is put between. */
static void put_list(struct mergeweave *w, struct order ours, struct order theirs)
{
	struct arena *a = w->m->a;
	bool swap = as_in_base(w, &ours) && !as_in_base(w, &theirs);
	struct order l = swap ? theirs : ours, other = swap ? ours : theirs;
	struct order more = {arena_array(a, other.n, sizeof *more.v), 0};
	long fall = falls(w, &l);

	for (size_t i = 0; i < l.n; i++)
		w->place[l.v[i]] = i + 1;
	if (is_turned(w, &l, &other))
		reverse(&other);
	bool falling = fall ? fall > 0 : falls(w, &other) > 0;
	size_t *mate = align(a, names_of(a, &other), names_of(a, &l)), done = 0;
	for (size_t i = 0; i < other.n; i++) {
		if (!w->place[other.v[i]]) {
			more.v[more.n++] = other.v[i];
		} else if (mate[i] != STR_NONE) {
			put_until(w, &l, mate[i] - done, &more, falling);
			put_until(w, &l, 1, &more, falling);
			done = mate[i] + 1;
		}
	}
	put_until(w, &l, l.n, &more, falling);
}

static void add(struct arena *a, struct order *l, size_t n)
{
	l->v = arena_more(a, l->v, l->n, sizeof *l->v);
	l->v[l->n++] = n;
}

/* The items of each list, as each side orders them, if it has them in that section. */
static struct order *lists_of(struct mergeweave *w, const struct merge_body *b, enum merge_side s)
{
	struct order *lists = arena_array(w->m->a, w->plan.n, sizeof *lists);

	for (size_t i = 0; i < w->u[s].entries; i++) {
		size_t n = w->items.of[s][i], home = w->items.v[n].home;
		if (home != STR_NONE && b->list[home].part == body_part(b, s, weave_unit(w, s, i)))
			add(w->m->a, &lists[b->list[home].step], n);
	}
	return lists;
}

void merge_text(
	struct merging *m, const struct entrydoc *const d[SIDES], const str text[SIDES], bool plain, struct buf *out)
{
	struct merge_body b = {.m = m};
	struct mergeweave w = {
		.m = m, .u = b.u, .out = out, .marks = S(""), .prev = {WEAVE_START, WEAVE_START, WEAVE_START}};

	for (int s = 0; s < SIDES; s++)
		b.u[s] = units_of(m->a, d[s], text[s], plain);
	b.items = items_match(m->a, b.u);
	sections_match(&b);
	lists_match(&b);
	parts_order(&b);
	w.items = b.items;
	w.plan = plan_prose(&b, plain);
	w.place = arena_array(m->a, w.items.n, sizeof *w.place);
	struct order *ours = lists_of(&w, &b, OURS), *theirs = lists_of(&w, &b, THEIRS);
	for (size_t i = 0; i < w.plan.n; i++)
		if (w.plan.v[i].kind == STEP_LIST)
			put_list(&w, ours[i], theirs[i]);
		else
			weave_step(&w, &w.plan.v[i]);
}
