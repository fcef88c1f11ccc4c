#include "base/network.h"

/* Counts the arcs of each node into the rows' starts. */
static void make_rows(struct network *g)
{
	for (size_t i = 0; i < g->edge_count; i++) {
		const struct network_edge *e = &g->edges[i];
		g->start[e->a + 1] += e->a != e->b;
		g->start[e->b + 1] += e->a != e->b;
	}
	for (uint32_t v = 0; v < g->nodes; v++)
		g->start[v + 1] += g->start[v];
}

static void fill_rows(struct network *g, struct network_arc *arcs, uint32_t *next)
{
	memcpy(next, g->start, g->nodes * sizeof *next);
	for (size_t i = 0; i < g->edge_count; i++) {
		const struct network_edge *e = &g->edges[i];
		if (e->a == e->b)
			continue;
		arcs[next[e->a]++] = (struct network_arc){e->b, (uint32_t)i};
		arcs[next[e->b]++] = (struct network_arc){e->a, (uint32_t)i};
	}
}

/* Every arc has its twin, so going through the rows in order and writing the twins sorts each of them. */
static void sort_rows(struct network *g, const struct network_arc *arcs, uint32_t *next)
{
	memcpy(next, g->start, g->nodes * sizeof *next);
	for (uint32_t v = 0; v < g->nodes; v++)
		for (uint32_t i = g->start[v]; i < g->start[v + 1]; i++)
			g->arcs[next[arcs[i].to]++] = (struct network_arc){v, arcs[i].edge};
}

void network_make(struct network *g, struct arena *a, uint32_t nodes, const struct network_edge *edges, size_t n)
{
	*g = (struct network){.nodes = nodes, .edges = edges, .edge_count = n};
	g->start = arena_array(a, (size_t)nodes + 1, sizeof *g->start);
	make_rows(g);
	g->arcs = arena_array(a, (size_t)g->start[nodes] + 1, sizeof *g->arcs);
	struct arena spare = {0};
	struct network_arc *arcs = arena_array(&spare, (size_t)g->start[nodes] + 1, sizeof *arcs);
	uint32_t *next = arena_array(&spare, (size_t)nodes + 1, sizeof *next);
	fill_rows(g, arcs, next);
	sort_rows(g, arcs, next);
	arena_release(&spare);
}

static void flood(const struct network *g, uint32_t from, uint32_t number, uint32_t *island, uint32_t *stack)
{
	size_t n = 0;
	stack[n++] = from;
	island[from] = number;
	while (n) {
		uint32_t v = stack[--n];
		for (uint32_t i = g->start[v]; i < g->start[v + 1]; i++) {
			uint32_t to = g->arcs[i].to;
			if (island[to] != NETWORK_NONE)
				continue;
			island[to] = number;
			stack[n++] = to;
		}
	}
}

uint32_t network_islands(const struct network *g, struct arena *a, uint32_t *island)
{
	uint32_t *stack = arena_array(a, (size_t)g->nodes + 1, sizeof *stack), islands = 0;
	memset(island, 0xff, g->nodes * sizeof *island);
	for (uint32_t v = 0; v < g->nodes; v++)
		if (island[v] == NETWORK_NONE)
			flood(g, v, islands++, island, stack);
	return islands;
}

struct search {
	const struct network *g;
	const uint8_t *counts;
	uint32_t *seen; /* when, from 1; 0: not yet */
	uint32_t *low;  /* the earliest that is reached from below */
	uint32_t *next; /* its arc to look at */
	uint32_t *size; /* counts of it and all below */
	uint32_t *path; /* from the root */
	uint32_t time, depth;
	uint32_t *hanging;
};

static void enter(struct search *s, uint32_t v)
{
	s->seen[v] = s->low[v] = ++s->time;
	s->next[v] = s->g->start[v];
	s->size[v] = s->counts ? s->counts[v] : 1;
	s->path[s->depth++] = v;
}

/* All below v has been seen. */
static void leave(struct search *s, uint32_t v)
{
	s->depth--;
	if (!s->depth)
		return;
	uint32_t up = s->path[s->depth - 1];
	s->size[up] += s->size[v];
	s->low[up] = s->low[v] < s->low[up] ? s->low[v] : s->low[up];
	if (s->low[v] >= s->seen[up])
		s->hanging[up] += s->size[v];
}

/* An arc back to where one came from makes low no lower than what leave() compares with. */
static void search_from(struct search *s, uint32_t root)
{
	uint32_t children = 0;
	enter(s, root);
	while (s->depth) {
		uint32_t v = s->path[s->depth - 1];
		if (s->next[v] == s->g->start[v + 1]) {
			leave(s, v);
			continue;
		}
		uint32_t to = s->g->arcs[s->next[v]++].to;
		if (!s->seen[to]) {
			children += v == root;
			enter(s, to);
		} else if (s->seen[to] < s->low[v])
			s->low[v] = s->seen[to];
	}
	if (children < 2)
		s->hanging[root] = 0;
}

void network_hanging(const struct network *g, struct arena *a, uint32_t root, const uint8_t *counts, uint32_t *hanging)
{
	size_t n = (size_t)g->nodes + 1;
	struct search s = {.g = g, .counts = counts, .hanging = hanging};
	uint32_t **arrays[] = {&s.seen, &s.low, &s.next, &s.size, &s.path};
	for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
		*arrays[i] = arena_array(a, n, sizeof(uint32_t));
	memset(hanging, 0, g->nodes * sizeof *hanging);
	if (root < g->nodes)
		search_from(&s, root);
	for (uint32_t v = 0; v < g->nodes; v++)
		if (!s.seen[v])
			search_from(&s, v);
}
