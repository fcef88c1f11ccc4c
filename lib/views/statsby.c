#include "views/statsby.h"

#include "base/sorted.h"

void statsby_add(struct statsby *s, struct note *n, int id, const struct stats_person *counted)
{
	s->people = arena_more(&s->arena, s->people, s->people_count, sizeof *s->people);
	s->people[s->people_count] = (struct statsby_person){id, *counted};
	circles_person(&s->circles, n, (int)s->people_count++);
}

struct placing {
	struct statsby *to;
	struct pick *pick;
};

static bool place(struct note *n, void *ctx)
{
	struct placing *p = ctx;
	int id = people_id(p->pick->people, n);
	if (id >= 0 && note_ok(n))
		circles_place(&p->to->circles, n, id);
	return true;
}

static void settle(struct statsby *s, struct pick *p)
{
	size_t n = p->people ? p->people->names.paths.n : 0;
	int *numbers = arena_array(&s->arena, n + 1, sizeof *numbers);
	struct placing placing = {s, p};
	struct book_walk w = {.visit = place, .ctx = &placing};
	for (size_t i = 0; i < n; i++)
		numbers[i] = -1;
	for (size_t i = 0; i < s->people_count; i++)
		if (s->people[i].id >= 0)
			numbers[s->people[i].id] = (int)i;
	if (p->people && s->circles.kind != CIRCLE_TAG)
		book_walk(&p->book, &w);
	circles_end(&s->circles, p->people, numbers);
}

static struct statsby_row *row(struct statsby *s, str name, str path)
{
	s->v = arena_more(&s->arena, s->v, s->n, sizeof *s->v);
	s->v[s->n] = (struct statsby_row){name, path, {0}};
	return &s->v[s->n++];
}

static void sum(struct statsby_row *to, const struct stats_person *from)
{
	for (int m = 0; m < STATS_MEASURES; m++)
		to->values[m] += m == STATS_REACHED ? from->values[m] > 0 : from->values[m];
}

/* Who is in none stands at the end. */
static int by_size(const void *x, const void *y)
{
	const struct statsby_row *a = x, *b = y;
	if (!a->name.p != !b->name.p)
		return a->name.p ? -1 : 1;
	if (a->values[STATS_PEOPLE] != b->values[STATS_PEOPLE])
		return a->values[STATS_PEOPLE] > b->values[STATS_PEOPLE] ? -1 : 1;
	int order = str_cmp(a->name, b->name);
	return order ? order : str_cmp(a->path, b->path);
}

void statsby_end(struct statsby *s, struct pick *p)
{
	const struct circles *c = &s->circles;
	bool *placed = arena_array(&s->arena, s->people_count + 1, sizeof *placed);
	struct statsby_row none = {{0}, {0}, {0}}, *at = NULL;
	settle(s, p);
	for (size_t i = 0; i < c->tie_count; i++) {
		const struct circle *circle = c->v[c->ties[i].circle];
		if (!i || c->ties[i].circle != c->ties[i - 1].circle)
			at = row(s, circle->name, circle->path);
		sum(at, &s->people[c->ties[i].person].counted);
		placed[c->ties[i].person] = true;
	}
	bool any = false;
	for (size_t i = 0; i < s->people_count; i++)
		if (!placed[i]) {
			sum(&none, &s->people[i].counted);
			any = true;
		}
	if (any)
		*row(s, none.name, none.path) = none;
	sorted_sort(s->v, s->n, sizeof *s->v, by_size);
}

void statsby_release(struct statsby *s)
{
	circles_release(&s->circles);
	arena_release(&s->arena);
}
