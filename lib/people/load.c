#include "people/load.h"

#include "base/sorted.h"
#include <math.h>
#include <stdio.h>

#define SAID_FROM  0.9
#define PARTS_SAID 4

static struct standing *own_standing(struct load *l, struct note *n, date today)
{
	struct standing *s = arena_alloc(&l->arena, sizeof *s);
	struct events own = event_own(n, today);
	standing_init(s);
	for (size_t i = 0; i < own.n; i++)
		standing_add(s, &own.v[i], today);
	return s;
}

void load_note(struct load *l, struct note *n, int id, date today)
{
	if (!note_is(n, "person") || due_over(n))
		return;
	struct cadence c = due_cadence(n);
	if (!c.span.unit && !c.automatic)
		return;
	struct load_person p = {id, c.span, !sight_key(READER_REST, n, S("cadence")), c.automatic ? own_standing(l, n, today) : NULL};
	l->kept = arena_more(&l->arena, l->kept, l->kept_count, sizeof *l->kept);
	l->kept[l->kept_count++] = p;
}

static void add(struct load *l, str cadence, int days)
{
	size_t i = 0;
	while (i < l->n && !str_eq(l->v[i].cadence, cadence))
		i++;
	if (i == l->n) {
		l->v = arena_more(&l->arena, l->v, l->n, sizeof *l->v);
		l->v[l->n++] = (struct load_part){.cadence = arena_dup(&l->arena, cadence)};
	}
	l->v[i].people++;
	l->v[i].a_day += 1.0 / (days > 0 ? days : 1);
}

static int rhythm(const struct load_person *k, const struct people *p)
{
	struct arena a = {0};
	struct standing s = *k->own;
	struct events mentions = due_mentions(&a, p, k->id);
	for (size_t i = 0; i < mentions.n; i++)
		standing_add(&s, &mentions.v[i], p->today);
	arena_release(&a);
	return due_rhythm(&s);
}

static int by_share(const void *x, const void *y)
{
	const struct load_part *a = x, *b = y;
	if (a->a_day != b->a_day)
		return a->a_day > b->a_day ? -1 : 1;
	return str_cmp(a->cadence, b->cadence);
}

void load_end(struct load *l, const struct people *p)
{
	for (size_t i = 0; i < l->kept_count; i++) {
		const struct load_person *k = &l->kept[i];
		char label[32];
		if (k->id == p->me)
			continue;
		int days = k->own ? rhythm(k, p) : span_days(k->span);
		if (k->own && !days)
			continue;
		snprintf(label, sizeof label, "%d%c", k->span.n, k->span.unit);
		add(l, k->is_private ? S("private") : k->own ? S("auto") : str_of(label), days);
	}
	for (size_t i = 0; i < l->n; i++)
		l->a_day += l->v[i].a_day;
	sorted_sort(l->v, l->n, sizeof *l->v, by_share);
}

struct reading {
	struct load *load;
	const struct people *people;
};

static bool read_note(struct note *n, void *ctx)
{
	struct reading *r = ctx;
	if (note_ok(n))
		load_note(r->load, n, people_id(r->people, n), r->people->today);
	return true;
}

void load_read(struct load *l, struct book *b, const struct people *p)
{
	struct reading r = {l, p};
	struct book_walk w = {.visit = read_note, .ctx = &r};
	book_walk(b, &w);
	load_end(l, p);
}

double load_ratio(const struct load *l, long limit)
{
	return limit > 0 ? round(l->a_day / (double)limit * 1e6) / 1e6 : 0; /* thirty tenths are three */
}

/* 3.6, and of the small shares what is not nothing. */
static str rate(struct arena *a, double a_day)
{
	return arena_printf(a, a_day < 0.095 ? "%.2f" : "%.1f", a_day);
}

static str part(struct arena *a, str cadence, int people, double a_day)
{
	return arena_printf(a, FMT ": %d %s, " FMT " a day", ARG(cadence), people, people == 1 ? "person" : "people",
		ARG(rate(a, a_day)));
}

str load_words(struct arena *a, const struct load *l, long limit)
{
	double ratio = load_ratio(l, limit), others = 0;
	struct strs parts = {0};
	int people = 0;
	if (ratio < SAID_FROM)
		return (str){0};
	for (size_t i = 0; i < l->n; i++)
		if (i < PARTS_SAID) {
			strs_add(a, &parts, part(a, l->v[i].cadence, l->v[i].people, l->v[i].a_day));
		} else {
			people += l->v[i].people;
			others += l->v[i].a_day;
		}
	if (people)
		strs_add(a, &parts, part(a, S("others"), people, others));
	str asked = arena_printf(a, "your cadences ask for " FMT " contacts a day, the limit is %ld (" FMT ")",
		ARG(rate(a, l->a_day)), limit, ARG(strs_join(a, parts, S("; "))));
	return ratio > 1 ? arena_printf(a, FMT "; stretched %.1f times they would fit", ARG(asked), ceil(ratio * 10) / 10) : asked;
}

void load_release(struct load *l)
{
	arena_release(&l->arena);
}
