#include "views/picture.h"

#include "base/sorted.h"
#include "views/tieparts.h"
#include <math.h>
#include <string.h>

struct picture {
	struct ties *t;
	bool drawn; /* to be looked at: without oneself, if nothing ties one */
	struct diagram_node *nodes;
	struct diagram_edge *edges;
	size_t n, edge_count;
	uint32_t *place; /* by node of the graph: in the picture, NETWORK_NONE */
	uint32_t *color; /* by group */
	double most;     /* the greatest strength of one drawn */
};

static bool is_shown(const struct picture *p, uint32_t v)
{
	const struct ties *t = p->t;
	bool alone = v == GRAPH_SELF && t->net.start[1] == 0;
	return (!t->part || t->part[v]) && ties_has(t, v) && !(p->drawn && alone);
}

struct sized {
	uint32_t group, size;
};

static int by_size(const void *x, const void *y)
{
	const struct sized *a = x, *b = y;
	if (a->size != b->size)
		return a->size > b->size ? -1 : 1;
	return (a->group > b->group) - (a->group < b->group);
}

/* The largest groups have colours of their own, and stand in the legend. */
static void choose_colors(struct picture *p, struct diagram *out)
{
	struct ties *t = p->t;
	struct sized *sizes = arena_array(&t->arena, (size_t)t->groups + 1, sizeof *sizes);
	p->color = arena_array(&t->arena, (size_t)t->groups + 1, sizeof *p->color);
	for (uint32_t c = 0; c < t->groups; c++)
		sizes[c].group = c;
	for (uint32_t v = 0; v < t->g->n; v++)
		sizes[t->group[v]].size += is_shown(p, v);
	sorted_sort(sizes, t->groups, sizeof *sizes, by_size);
	for (uint32_t i = 0; i < t->groups; i++) {
		bool own = i < DIAGRAM_COLORS && sizes[i].size > 1;
		p->color[sizes[i].group] = own ? i : DIAGRAM_PLAIN;
		if (own)
			strs_add(&t->arena, &out->legend, t->g->nodes[t->hub[sizes[i].group]].name);
	}
}

static enum diagram_shape shape_of(const struct graph_node *n)
{
	if (str_eq(n->kind, S("org")))
		return DIAGRAM_ORG;
	if (str_eq(n->kind, S("group")))
		return DIAGRAM_GROUP;
	return n->path.p || n->kind.n ? DIAGRAM_PERSON : DIAGRAM_NAME;
}

static double strength(const struct picture *p, uint32_t v)
{
	const struct network *net = &p->t->net;
	double sum = 0;
	for (uint32_t i = net->start[v]; i < net->start[v + 1]; i++)
		sum += is_shown(p, net->arcs[i].to) ? net->edges[net->arcs[i].edge].weight : 0;
	return sum;
}

/* Paths are nobody else's; a name without a note may be the path of another, so it gets a word in front. */
static str id_of(struct arena *a, const struct graph_node *n)
{
	return n->path.p ? n->path : arena_join(a, S("name:"), n->name);
}

static void add_node(struct picture *p, uint32_t v)
{
	struct ties *t = p->t;
	const struct graph_node *n = &t->g->nodes[v];
	uint32_t group = t->group[v];
	p->place[v] = (uint32_t)p->n;
	p->nodes[p->n++] = (struct diagram_node){.name = n->name,
		.kind = n->kind,
		.path = n->path,
		.id = id_of(&t->arena, n),
		.group = t->g->nodes[t->hub[group]].name,
		.color = p->color[group],
		.strength = strength(p, v),
		.shape = shape_of(n)};
	p->most = fmax(p->most, p->nodes[p->n - 1].strength);
}

/* That they know each other is what every edge says. */
static str label_of(struct arena *a, const struct graph_edge *e)
{
	struct strs words = {0};
	for (size_t i = 0; i < e->relations.n; i++)
		if (!str_ieq(e->relations.v[i], S("knows")))
			strs_add(a, &words, e->relations.v[i]);
	return strs_join(a, words, S(", "));
}

static void add_edge(struct picture *p, size_t i)
{
	const struct graph_edge *e = p->t->edges[i];
	struct arena *a = &p->t->arena;
	if (p->place[e->a] == NETWORK_NONE || p->place[e->b] == NETWORK_NONE)
		return;
	p->edges[p->edge_count++] = (struct diagram_edge){p->place[e->a], p->place[e->b], p->t->net.edges[i].weight,
		e->count, graph_why(a, e), e->last == DATE_NONE ? (str){0} : date_str(a, e->last), label_of(a, e)};
}

static void make(struct ties *t, bool drawn, struct diagram *out)
{
	const struct graph *g = t->g;
	struct picture p = {.t = t, .drawn = drawn};
	*out = (struct diagram){0};
	ties_find_groups(t);
	choose_colors(&p, out);
	p.nodes = arena_array(&t->arena, (size_t)g->n + 1, sizeof *p.nodes);
	p.edges = arena_array(&t->arena, t->net.edge_count + 1, sizeof *p.edges);
	p.place = arena_array(&t->arena, (size_t)g->n + 1, sizeof *p.place);
	memset(p.place, 0xff, g->n * sizeof *p.place);
	for (uint32_t v = 0; v < g->n; v++)
		if (is_shown(&p, v))
			add_node(&p, v);
	for (size_t i = 0; i < p.n; i++)
		p.nodes[i].size = p.most > 0 ? sqrt(p.nodes[i].strength / p.most) : 0;
	for (size_t i = 0; i < t->net.edge_count; i++)
		add_edge(&p, i);
	out->nodes = p.nodes;
	out->n = p.n;
	out->edges = p.edges;
	out->edge_count = p.edge_count;
	out->title = arena_printf(&t->arena, "Who knows whom, " FMT, ARG(date_str(&t->arena, g->today)));
}

void picture_write(struct ties *t, const char *format, struct buf *out, struct diagram *made)
{
	static const struct {
		const char *name;
		void (*write)(struct buf *out, const struct diagram *d);
		bool drawn;
	} writers[] = {{"dot", diagram_dot, true}, {"graphml", diagram_graphml, false}, {"json", diagram_json, false},
		{"mermaid", diagram_mermaid, true}};
	size_t i = 0;
	while (strcmp(writers[i].name, format) != 0)
		i++;
	make(t, writers[i].drawn, made);
	writers[i].write(out, made);
}
