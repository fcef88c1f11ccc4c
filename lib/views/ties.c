#include "views/ties_parts.h"

#include "base/sorted.h"
#include <math.h>

#define NEAREST 5 /* names that a row of a hub has */

/* A contact says that one knows them, which says nothing of whom they know. */
static bool is_mine(const struct graph_edge *e)
{
	return e->a == GRAPH_SELF && !(e->ties & ~(unsigned)(GRAPH_SHARED | GRAPH_MET));
}

void ties_begin(struct ties *t, const struct graph *g, bool self)
{
	*t = (struct ties){.g = g};
	size_t n = 0, most = g->net.edge_count + 1;
	struct network_edge *edges = arena_array(&t->arena, most, sizeof *edges);
	t->edges = arena_array(&t->arena, most, sizeof(struct graph_edge *));
	t->strength = arena_array(&t->arena, (size_t)g->n + 1, sizeof *t->strength);
	for (size_t i = 0; i < g->net.edge_count; i++) {
		const struct graph_edge *e = &g->edges[i];
		if (!self && is_mine(e))
			continue;
		double weight = !self && e->a == GRAPH_SELF ? fmax(e->weight - e->fresh, GRAPH_FAINT) : e->weight;
		t->strength[e->a] += weight;
		t->strength[e->b] += weight;
		t->edges[n] = e;
		edges[n++] = (struct network_edge){e->a, e->b, weight};
	}
	network_make(&t->net, &t->arena, g->n, edges, n);
}

bool ties_has(const struct ties *t, uint32_t node)
{
	return node != GRAPH_SELF || t->g->nodes[node].path.p || t->net.start[1] > 0;
}

void ties_choose(struct ties *t, uint32_t node)
{
	if (!t->chosen)
		t->chosen = arena_array(&t->arena, (size_t)t->g->n + 1, sizeof *t->chosen);
	t->chosen[node] = true;
}

void ties_around(struct ties *t, long hops)
{
	const struct network *net = &t->net;
	uint32_t *reached = arena_array(&t->arena, (size_t)net->nodes + 1, sizeof *reached), n = 0, at = 0;
	t->part = arena_array(&t->arena, (size_t)net->nodes + 1, sizeof *t->part);
	if (!t->chosen)
		t->chosen = arena_array(&t->arena, (size_t)net->nodes + 1, sizeof *t->chosen);
	for (uint32_t v = 0; v < net->nodes; v++)
		if (t->chosen[v]) {
			t->part[v] = true;
			reached[n++] = v;
		}
	for (; hops > 0 && at < n; hops--)
		for (uint32_t end = n; at < end; at++) {
			uint32_t v = reached[at];
			if (v == GRAPH_SELF && !t->chosen[v])
				continue;
			for (uint32_t i = net->start[v]; i < net->start[v + 1]; i++) {
				uint32_t to = net->arcs[i].to;
				if (!t->part[to])
					reached[n++] = to;
				t->part[to] = true;
			}
		}
}

/* There are rows of those that were chosen; of oneself nobody asks. */
bool ties_told(const struct ties *t, uint32_t v)
{
	return ties_has(t, v) && (!t->chosen || t->chosen[v]);
}

struct ties_row *ties_add(struct ties *t, uint32_t node, long count)
{
	t->rows = arena_more(&t->arena, t->rows, t->n, sizeof *t->rows);
	t->rows[t->n] = (struct ties_row){.node = node, .count = count};
	if (node != NETWORK_NONE)
		t->rows[t->n].name = t->g->nodes[node].name;
	return &t->rows[t->n++];
}

static const struct ties *sorting; /* for by_strength: qsort has no context */

static int by_strength(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
	double s = sorting->strength[a], t = sorting->strength[b];
	if (s != t)
		return s > t ? -1 : 1;
	return (a > b) - (a < b);
}

void ties_sort(const struct ties *t, uint32_t *nodes, size_t n)
{
	sorting = t;
	sorted_sort(nodes, n, sizeof *nodes, by_strength);
}

struct strs ties_names(struct ties *t, const uint32_t *nodes, size_t n)
{
	struct strs names = {0};
	for (size_t i = 0; i < n; i++)
		strs_add(&t->arena, &names, t->g->nodes[nodes[i]].name);
	return names;
}

/* The most by count first, then the best tied, then by number. */
static int by_count(const void *x, const void *y)
{
	const struct ties_row *a = x, *b = y;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	if (a->node == NETWORK_NONE || b->node == NETWORK_NONE)
		return 0;
	return by_strength(&a->node, &b->node);
}

void ties_sort_rows(struct ties *t)
{
	sorting = t;
	sorted_sort(t->rows, t->n, sizeof *t->rows, by_count);
}

struct neighbour {
	uint32_t node;
	double weight;
};

static int by_weight(const void *x, const void *y)
{
	const struct neighbour *a = x, *b = y;
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

static struct strs nearest(struct ties *t, uint32_t v)
{
	const struct network *net = &t->net;
	struct arena spare = {0};
	struct neighbour *all = arena_array(&spare, net->start[v + 1] - net->start[v] + 1, sizeof *all);
	size_t n = 0;
	struct strs names = {0};
	for (uint32_t i = net->start[v]; i < net->start[v + 1]; i++)
		if (net->arcs[i].to != GRAPH_SELF)
			all[n++] = (struct neighbour){net->arcs[i].to, net->edges[net->arcs[i].edge].weight};
	sorted_sort(all, n, sizeof *all, by_weight);
	for (size_t i = 0; i < n && i < NEAREST; i++)
		strs_add(&t->arena, &names, t->g->nodes[all[i].node].name);
	arena_release(&spare);
	return names;
}

void ties_hubs(struct ties *t, bool whole)
{
	const struct network *net = &t->net;
	for (uint32_t v = 0; v < net->nodes; v++) {
		uint32_t ties = net->start[v + 1] - net->start[v];
		if (ties && v != GRAPH_SELF && graph_is_person(t->g, v) && ties_told(t, v))
			ties_add(t, v, ties);
	}
	ties_sort_rows(t);
	if (!whole)
		return;
	ties_find_groups(t);
	for (size_t i = 0; i < t->n; i++) {
		t->rows[i].list = nearest(t, t->rows[i].node);
		t->rows[i].head = t->g->nodes[t->hub[t->group[t->rows[i].node]]].name;
	}
}

/* A search for what hangs on v: a stamp says who was seen on the way, a stamp more, who is not held by v alone. */
struct hanging {
	const struct network *net;
	uint32_t *seen, *stack;
	uint32_t v, stamp;
	size_t n;
};

/* All that is reached from a neighbour without v; false: oneself is. */
static bool flood(struct hanging *h, uint32_t from)
{
	const struct network *net = h->net;
	size_t at = h->n;
	h->stack[h->n++] = from;
	h->seen[from] = h->stamp;
	for (; at < h->n; at++) {
		if (h->stack[at] == GRAPH_SELF)
			return false;
		for (uint32_t i = net->start[h->stack[at]]; i < net->start[h->stack[at] + 1]; i++) {
			uint32_t to = net->arcs[i].to;
			if (h->seen[to] == h->stamp + 1)
				return false;
			if (to == h->v || h->seen[to] == h->stamp)
				continue;
			h->seen[to] = h->stamp;
			h->stack[h->n++] = to;
		}
	}
	return true;
}

static struct strs who_hangs(struct ties *t, struct hanging *h, uint32_t v)
{
	const struct network *net = h->net;
	size_t people = 0;
	h->v = v;
	h->stamp = 2 * v + 1;
	h->n = 0;
	for (uint32_t i = net->start[v]; i < net->start[v + 1]; i++) {
		size_t before = h->n;
		uint32_t to = net->arcs[i].to;
		if (h->seen[to] == h->stamp || h->seen[to] == h->stamp + 1 || flood(h, to))
			continue;
		while (h->n > before)
			h->seen[h->stack[--h->n]] = h->stamp + 1;
	}
	for (size_t i = 0; i < h->n; i++)
		if (graph_is_person(t->g, h->stack[i]))
			h->stack[people++] = h->stack[i];
	ties_sort(t, h->stack, people);
	return ties_names(t, h->stack, people);
}

void ties_bridges(struct ties *t, bool whole)
{
	const struct graph *g = t->g;
	struct arena spare = {0};
	uint32_t *hanging = arena_array(&spare, (size_t)g->n + 1, sizeof *hanging);
	uint32_t *island = arena_array(&spare, (size_t)g->n + 1, sizeof *island);
	uint8_t *counts = arena_array(&spare, (size_t)g->n + 1, 1);
	for (uint32_t v = 0; v < g->n; v++)
		counts[v] = graph_is_person(g, v);
	network_islands(&t->net, &spare, island);
	network_hanging(&t->net, &spare, GRAPH_SELF, counts, hanging);
	for (uint32_t v = 1; v < g->n; v++)
		if (hanging[v] && island[v] == island[GRAPH_SELF] && counts[v] && ties_told(t, v))
			ties_add(t, v, hanging[v]);
	ties_sort_rows(t);
	memset(island, 0, g->n * sizeof *island);
	struct hanging h = {.net = &t->net, .seen = island, .stack = hanging};
	for (size_t i = 0; whole && i < t->n; i++)
		t->rows[i].list = who_hangs(t, &h, t->rows[i].node);
	arena_release(&spare);
}

void ties_release(struct ties *t)
{
	arena_release(&t->arena);
}
