#include "views/ties.h"

#include "base/sorted.h"
#include <math.h>

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

void ties_release(struct ties *t)
{
	arena_release(&t->arena);
}
