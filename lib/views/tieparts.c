#include "views/tieparts.h"

#include "base/sorted.h"

/* Parts of the graph as rows: of all in them, or one for each. number: the part of each node. */
struct parts {
	struct ties *t;
	const uint32_t *number;
	uint32_t n;
	uint32_t *first, *nodes; /* by part, the best tied first */
	uint32_t *order;         /* parts as they are told */
};

static void sort_parts(struct parts *p, struct arena *a)
{
	uint32_t nodes = p->t->g->n;
	uint32_t *all = arena_array(a, (size_t)nodes + 1, sizeof *all), *next;
	p->first = arena_array(a, (size_t)p->n + 2, sizeof *p->first);
	next = arena_array(a, (size_t)p->n + 2, sizeof *next);
	p->nodes = arena_array(a, (size_t)nodes + 1, sizeof *p->nodes);
	for (uint32_t v = 0; v < nodes; v++) {
		all[v] = v;
		p->first[p->number[v] + 1]++;
	}
	for (uint32_t i = 0; i < p->n; i++)
		next[i + 1] = p->first[i + 1] += p->first[i];
	next[0] = 0;
	ties_sort(p->t, all, nodes);
	for (uint32_t i = 0; i < nodes; i++)
		p->nodes[next[p->number[all[i]]]++] = all[i];
}

static uint32_t size_of(const struct parts *p, uint32_t part)
{
	return p->first[part + 1] - p->first[part];
}

/* Who gives a part its name: the best tied person in it, but oneself. */
static uint32_t hub_of(const struct parts *p, uint32_t part)
{
	const struct graph *g = p->t->g;
	uint32_t best = NETWORK_NONE;
	for (uint32_t i = p->first[part]; i < p->first[part + 1]; i++) {
		uint32_t v = p->nodes[i];
		if (v != GRAPH_SELF && graph_is_person(g, v))
			return v;
		if (best == NETWORK_NONE || best == GRAPH_SELF)
			best = v;
	}
	return best;
}

struct ranked {
	uint32_t part, size, hub;
};

/* The largest first. */
static int by_size(const void *x, const void *y)
{
	const struct ranked *a = x, *b = y;
	if (a->size != b->size)
		return a->size > b->size ? -1 : 1;
	return (a->hub > b->hub) - (a->hub < b->hub);
}

/* Oneself without a note and without ties is no part. */
static struct ranked *rank(struct parts *p, struct arena *a)
{
	struct ranked *v = arena_array(a, (size_t)p->n + 1, sizeof *v);
	uint32_t n = 0;
	for (uint32_t i = 0; i < p->n; i++)
		if (ties_has(p->t, hub_of(p, i)))
			v[n++] = (struct ranked){i, size_of(p, i), hub_of(p, i)};
	p->n = n;
	sorted_sort(v, n, sizeof *v, by_size);
	return v;
}

static str head_of(struct ties *t, const struct ranked *r, size_t place, bool numbered)
{
	return numbered ? arena_printf(&t->arena, "%zu", place + 1) : t->g->nodes[r->hub].name;
}

/* A row for each of a part, or one for all of it; those who are alone share one then. */
static void put_parts(struct parts *p, bool whole, bool numbered)
{
	struct ties *t = p->t;
	struct arena spare = {0};
	struct ranked *ranks = rank(p, &spare);
	uint32_t *some = arena_array(&spare, (size_t)t->g->n + 1, sizeof *some);
	size_t alone = 0;
	for (size_t k = 0; k < p->n; k++) {
		size_t n = whole ? alone : 0;
		bool single = whole && ranks[k].size == 1;
		if (!single)
			n = 0;
		uint32_t *told = single ? some : arena_array(&spare, ranks[k].size + 1, sizeof *told);
		for (uint32_t i = p->first[ranks[k].part]; i < p->first[ranks[k].part + 1]; i++)
			if (ties_told(t, p->nodes[i]))
				told[n++] = p->nodes[i];
		if (single) {
			alone = n;
			continue;
		}
		str head = head_of(t, &ranks[k], k, numbered);
		for (size_t i = 0; !whole && i < n; i++)
			ties_add(t, told[i], ranks[k].size)->head = head;
		if (whole && n) {
			struct ties_row *row = ties_add(t, NETWORK_NONE, ranks[k].size);
			row->head = head;
			row->list = ties_names(t, told, n);
		}
	}
	if (alone) {
		struct ties_row *row = ties_add(t, NETWORK_NONE, (long)alone);
		row->head = S("(alone)");
		row->list = ties_names(t, some, alone);
	}
	arena_release(&spare);
}

void ties_islands(struct ties *t, bool whole)
{
	struct arena spare = {0};
	uint32_t *island = arena_array(&spare, (size_t)t->g->n + 1, sizeof *island);
	struct parts p = {.t = t, .number = island};
	p.n = network_islands(&t->net, &spare, island);
	sort_parts(&p, &spare);
	put_parts(&p, whole, true);
	arena_release(&spare);
}

void ties_find_groups(struct ties *t)
{
	struct arena spare = {0};
	size_t n = (size_t)t->g->n + 1;
	if (t->group)
		return;
	t->group = arena_array(&t->arena, n, sizeof *t->group);
	t->groups = network_groups(&t->net, t->group);
	t->hub = arena_array(&t->arena, (size_t)t->groups + 1, sizeof *t->hub);
	t->members = arena_array(&t->arena, (size_t)t->groups + 1, sizeof *t->members);
	struct parts p = {.t = t, .number = t->group, .n = t->groups};
	sort_parts(&p, &spare);
	for (uint32_t i = 0; i < t->groups; i++) {
		t->hub[i] = hub_of(&p, i);
		t->members[i] = size_of(&p, i);
	}
	arena_release(&spare);
}

void ties_groups(struct ties *t, bool whole)
{
	struct arena spare = {0};
	ties_find_groups(t);
	struct parts p = {.t = t, .number = t->group, .n = t->groups};
	sort_parts(&p, &spare);
	put_parts(&p, whole, false);
	arena_release(&spare);
}
