#include "views/paths.h"

#include "base/networkpath.h"
#include "base/sorted.h"
#include "base/term.h"
#include "base/utf8.h"
#include "sys/run.h"
#include <math.h>

#define COLDEST 0.1 /* a tie is no colder: what is long past is no nearer than what is longer past */
#define TRIES   16  /* paths for a chain: one that a group shortens is of the same people */

/* Whether the tie leads on: between people, or into the org or group that it is of. */
static bool leads(const struct paths *p, const struct graph_edge *e)
{
	const struct graph *g = &p->wanted.graph;
	bool people = graph_is_person(g, e->a) && graph_is_person(g, e->b);
	return !p->wanted.died[e->a] && !p->wanted.died[e->b] && (people || e->whole != NETWORK_NONE);
}

static double *make_lengths(struct paths *p)
{
	const struct graph *g = &p->wanted.graph;
	double *lengths = arena_array(&p->arena, g->net.edge_count + 1, sizeof *lengths);
	for (size_t i = 0; i < g->net.edge_count; i++) {
		const struct graph_edge *e = &g->edges[i];
		lengths[i] = 1 + 1 / fmax(e->weight, COLDEST);
		if (e->whole != NETWORK_NONE)
			lengths[i] /= 2;
		if (!leads(p, e))
			lengths[i] = INFINITY;
	}
	return lengths;
}

static int by_to(const void *arc, const void *node)
{
	uint32_t to = ((const struct network_arc *)arc)->to, wanted = *(const uint32_t *)node;
	return (to > wanted) - (to < wanted);
}

static const struct graph_edge *edge_of(const struct graph *g, uint32_t from, uint32_t to)
{
	const struct network_arc *arcs = g->net.arcs + g->net.start[from];
	size_t n = g->net.start[from + 1] - g->net.start[from], i = sorted_first(arcs, n, sizeof *arcs, &to, by_to);
	return i < n && arcs[i].to == to ? &g->edges[arcs[i].edge] : NULL;
}

const struct graph_edge *paths_direct(const struct paths *p, uint32_t node)
{
	return edge_of(&p->wanted.graph, GRAPH_SELF, node);
}

static struct paths_chain make_chain(struct paths *p, const struct networkpath *path, const double *lengths)
{
	const struct graph *g = &p->wanted.graph;
	struct paths_chain c = {arena_array(&p->arena, path->n, sizeof *c.hops), 0};
	struct paths_hop hop = {.from = GRAPH_SELF, .whole = NETWORK_NONE};
	for (uint32_t i = 1; i < path->n; i++) {
		hop.node = path->nodes[i];
		hop.length += lengths[path->edges[i - 1]];
		if (!graph_is_person(g, hop.node)) {
			hop.whole = hop.node;
			continue;
		}
		hop.edge = edge_of(g, hop.from, hop.node);
		c.hops[c.n++] = hop;
		hop = (struct paths_hop){.from = hop.node, .whole = NETWORK_NONE};
	}
	return c;
}

static bool same_people(const struct paths_chain *x, const struct paths_chain *y)
{
	bool same = x->n == y->n;
	for (size_t i = 0; same && i < x->n; i++)
		same = x->hops[i].node == y->hops[i].node;
	return same;
}

static void add_chain(struct paths *p, struct paths_chain chain)
{
	for (size_t i = 0; i < p->n; i++)
		if (same_people(&p->chains[i], &chain))
			return;
	p->chains = arena_more(&p->arena, p->chains, p->n, sizeof *p->chains);
	p->chains[p->n++] = chain;
}

void paths_find(struct paths *p, size_t most)
{
	static const uint32_t self[] = {GRAPH_SELF};
	struct networkpaths search = {
		.g = &p->wanted.graph.net, .lengths = make_lengths(p), .sources = self, .source_count = 1};
	struct networkpath path;
	search.targets = p->wanted.people;
	search.target_count = p->wanted.n;
	networkpaths_begin(&search);
	for (size_t spare = TRIES; p->n < most && spare && networkpaths_next(&search, &path);) {
		size_t before = p->n;
		add_chain(p, make_chain(p, &path, search.lengths));
		spare = p->n > before ? TRIES : spare - 1;
	}
	networkpaths_release(&search);
}

str paths_why(const struct paths *p, struct arena *a, const struct paths_hop *hop)
{
	struct strs why = {0};
	if (hop->whole != NETWORK_NONE) {
		const struct graph_node *whole = &p->wanted.graph.nodes[hop->whole];
		str kind = str_eq(whole->kind, S("org")) ? S("same org") : S("same group");
		strs_add(a, &why, arena_printf(a, FMT ": " FMT, ARG(kind), ARG(whole->name)));
	}
	if (hop->edge)
		strs_add(a, &why, graph_why(a, hop->edge));
	return strs_join(a, why, S("; "));
}

date paths_last(const struct paths_hop *hop)
{
	return hop->edge ? hop->edge->last : DATE_NONE;
}

bool paths_self_tied(const struct paths *p)
{
	const uint32_t *start = p->wanted.graph.net.start;
	return start[GRAPH_SELF] < start[GRAPH_SELF + 1];
}

/* --- nearest misses */

static int by_length(const void *x, const void *y)
{
	const struct paths_hop *a = x, *b = y;
	if (a->length != b->length)
		return a->length < b->length ? -1 : 1;
	return a->from != b->from ? (a->from < b->from ? -1 : 1) : (a->node > b->node) - (a->node < b->node);
}

struct paths_chain paths_misses(struct paths *p, size_t most)
{
	const struct graph *g = &p->wanted.graph;
	struct paths_chain c = {0};
	for (size_t i = 0; i < p->wanted.n; i++) {
		uint32_t node = p->wanted.people[i];
		for (uint32_t k = g->net.start[node]; k < g->net.start[node + 1]; k++) {
			struct network_arc arc = g->net.arcs[k];
			const struct graph_edge *e = &g->edges[arc.edge];
			if (p->wanted.died[arc.to] || arc.to == GRAPH_SELF)
				continue;
			c.hops = arena_more(&p->arena, c.hops, c.n, sizeof *c.hops);
			c.hops[c.n++] = (struct paths_hop){arc.to, node, NETWORK_NONE, e, 1 / fmax(e->weight, COLDEST)};
		}
	}
	sorted_sort(c.hops, c.n, sizeof *c.hops, by_length);
	c.n = c.n < most ? c.n : most;
	return c;
}

/* --- the next step */

/* As an operand of a shell: the name if it means this note and nothing in it would drive a terminal, else the path. */
static str operand(const struct paths *p, const struct book *b, struct arena *a, uint32_t node)
{
	const struct graph *g = &p->wanted.graph;
	const struct graph_node *n = &g->nodes[node];
	str name = n->name;
	int id = n->path.p ? names_target(&g->names, a, name) : NAMES_NONE;
	bool clean = str_eq(term_visible(a, name), name) && name.n && name.p[0] != '-';
	if (n->path.p && (id < 0 || g->node_of[id] != node || !clean))
		name = book_shown(b, a, n->path);
	return run_word(a, name);
}

static str make_note(const struct paths *p, const struct book *b, struct arena *a, uint32_t node)
{
	bool noted = p->wanted.graph.nodes[node].path.p;
	return noted ? S("") : arena_printf(a, "nt-new " FMT " && ", ARG(operand(p, b, a, node)));
}

str paths_check_in(const struct paths *p, const struct book *b, struct arena *a, uint32_t node)
{
	return arena_printf(
		a, FMT "nt-draft check-in " FMT, ARG(make_note(p, b, a, node)), ARG(operand(p, b, a, node)));
}

str paths_step(const struct paths *p, const struct book *b, struct arena *a, const struct paths_chain *chain)
{
	uint32_t first = chain->hops[0].node;
	if (chain->n == 1)
		return paths_check_in(p, b, a, first);
	return arena_printf(a, FMT "nt-draft ask " FMT, ARG(make_note(p, b, a, first)), ARG(operand(p, b, a, first)));
}

void paths_release(struct paths *p)
{
	wanted_release(&p->wanted);
	arena_release(&p->arena);
}
