#include "views/tierows.h"

#include "base/sorted.h"

#define NEAREST 5 /* names that a row of a hub has */

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

/* Of a part of the graph those whom somebody chosen links to. */
static bool is_linked(const struct ties *t, const struct graph_link *links, size_t n)
{
	for (size_t i = 0; t->chosen && i < n; i++) {
		uint32_t from = t->g->node_of[links[i].from];
		if (from != NETWORK_NONE && t->chosen[from])
			return true;
	}
	return !t->chosen;
}

void ties_missing(struct ties *t, bool whole)
{
	const struct graph *g = t->g;
	(void)whole;
	for (size_t i = 0, end; i < g->missing_count; i = end) {
		const struct graph_link *m = &g->missing[i];
		for (end = i + 1; end < g->missing_count && g->missing[end].node == m->node;)
			end++;
		if (!graph_is_person(g, m->node) || !is_linked(t, m, end - i))
			continue;
		struct ties_row *row = ties_add(t, m->node, (long)(end - i));
		for (; m < &g->missing[end]; m++)
			strs_add(&t->arena, &row->list, g->names.paths.v[m->from]);
	}
	ties_sort_rows(t);
}
