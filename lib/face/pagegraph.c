#include "face/page_parts.h"

#include "base/forces.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include "format/htmlout.h"
#include "format/plain.h"

#define MOST   300 /* nodes: of more, nobody sees anything */
#define WIDTH  460
#define HEIGHT 380
#define SIDE   34 /* free at the left and the right, for names */
#define EDGE   16 /* at the top and the bottom */
#define LINE   11 /* of names */
#define LETTER 5.4

struct pagegraph_node {
	uint32_t node;              /* in the graph */
	struct page_person *person; /* NULL: an org or a group */
	double strength;
	uint32_t group; /* ranked: 0 has most members */
	double x, y, r;
	bool named;  /* there is room for its name, */
	double line; /* on that line */
};

struct box {
	double left, top, right, bottom;
};

static int by_strength(const void *x, const void *y)
{
	const struct pagegraph_node *a = x, *b = y;
	if (a->strength != b->strength)
		return a->strength > b->strength ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

static int by_group(const void *x, const void *y)
{
	const struct pagegraph_node *a = x, *b = y;
	return a->group != b->group ? (a->group > b->group) - (a->group < b->group) : by_strength(x, y);
}

/* Those with a card, and the orgs and groups that tie some of them. */
static void choose(struct page *p, struct pagegraph *g)
{
	const struct network *net = &p->graph.net;
	struct page_person **person = p->of_node;
	g->nodes = arena_array(&p->arena, (size_t)p->graph.n + 1, sizeof *g->nodes);
	for (uint32_t v = GRAPH_SELF + 1; v < p->graph.n; v++) {
		double strength = 0;
		int tied = 0;
		for (uint32_t i = net->start[v]; i < net->start[v + 1]; i++)
			if (person[net->arcs[i].to] || person[v]) {
				tied += person[net->arcs[i].to] != NULL;
				strength += net->edges[net->arcs[i].edge].weight;
			}
		if ((person[v] && tied) || (!graph_is_person(&p->graph, v) && tied > 1))
			g->nodes[g->n++] = (struct pagegraph_node){v, person[v], strength, .r = 0};
	}
	sorted_sort(g->nodes, g->n, sizeof *g->nodes, by_strength);
	g->left_out = g->n > MOST ? g->n - MOST : 0;
	g->n -= (uint32_t)g->left_out;
}

static void tie(struct page *p, struct pagegraph *g)
{
	const struct network *net = &p->graph.net;
	struct network_edge *edges = arena_array(&p->arena, net->edge_count + 1, sizeof *edges);
	uint32_t *place = arena_array(&p->arena, (size_t)p->graph.n + 1, sizeof *place);
	size_t n = 0;
	for (uint32_t v = 0; v < g->n; v++)
		place[g->nodes[v].node] = v + 1;
	for (size_t i = 0; i < net->edge_count; i++) {
		struct network_edge e = net->edges[i];
		if (place[e.a] && place[e.b])
			edges[n++] = (struct network_edge){place[e.a] - 1, place[e.b] - 1, e.weight};
	}
	network_make(&g->net, &p->arena, g->n, edges, n);
}

struct ranked {
	uint32_t group, members;
};

static int by_members(const void *x, const void *y)
{
	const struct ranked *a = x, *b = y;
	return a->members != b->members ? (a->members < b->members) - (a->members > b->members)
					: (a->group > b->group) - (a->group < b->group);
}

static void rank_groups(struct page *p, struct pagegraph *g)
{
	uint32_t *group = arena_array(&p->arena, (size_t)g->n + 1, sizeof *group), n = network_groups(&g->net, group);
	struct ranked *ranks = arena_array(&p->arena, (size_t)n + 1, sizeof *ranks);
	uint32_t *rank = arena_array(&p->arena, (size_t)n + 1, sizeof *rank);
	for (uint32_t i = 0; i < n; i++)
		ranks[i].group = i;
	for (uint32_t v = 0; v < g->n; v++)
		ranks[group[v]].members++;
	sorted_sort(ranks, n, sizeof *ranks, by_members);
	for (uint32_t i = 0; i < n; i++)
		rank[ranks[i].group] = i;
	for (uint32_t v = 0; v < g->n; v++)
		g->nodes[v].group = rank[group[v]];
	sorted_sort(g->nodes, g->n, sizeof *g->nodes, by_group);
}

static void place_all(struct page *p, struct pagegraph *g)
{
	struct forces_place *at = arena_array(&p->arena, (size_t)g->n + 1, sizeof *at);
	double most = 1e-9, r = g->n > 120 ? 4 : 6;
	forces_place(&g->net, &p->arena, at);
	for (uint32_t v = 0; v < g->n; v++)
		most = g->nodes[v].strength > most ? g->nodes[v].strength : most;
	for (uint32_t v = 0; v < g->n; v++) {
		struct pagegraph_node *node = &g->nodes[v];
		node->x = SIDE + at[v].x * (WIDTH - 2 * SIDE);
		node->y = EDGE + at[v].y * (HEIGHT - 2 * EDGE - LINE);
		node->r = r * (0.5 + 0.7 * node->strength / most);
		node->line = node->y + node->r + 1 + LINE;
	}
}

static str name_of(const struct page *p, struct arena *a, const struct pagegraph_node *node)
{
	return plain_line(a, p->graph.nodes[node->node].name);
}

static bool meets(struct box a, struct box b)
{
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

static bool has_room(struct page *p, const struct pagegraph_node *node, bool above, const struct box *boxes, size_t n,
	struct box *out)
{
	double half = LETTER * (double)utf8_width(name_of(p, &p->arena, node)) / 2;
	double top = above ? node->y - node->r - LINE - 1 : node->y + node->r + 1;
	*out = (struct box){node->x - half, top, node->x + half, top + LINE};
	for (size_t i = 0; i < n; i++)
		if (meets(*out, boxes[i]))
			return false;
	return out->left >= 0 && out->right <= WIDTH && top >= 0;
}

/* The best tied have their names at them, as many as there is room for; the others when they are looked at. */
static void place_names(struct page *p, struct pagegraph *g)
{
	struct pagegraph_node **order = arena_array(&p->arena, (size_t)g->n + 1, sizeof *order);
	struct box *boxes = arena_array(&p->arena, 2 * (size_t)g->n + 1, sizeof *boxes);
	size_t n = g->n;
	for (uint32_t v = 0; v < g->n; v++) {
		const struct pagegraph_node *at = order[v] = &g->nodes[v];
		boxes[v] = (struct box){at->x - at->r, at->y - at->r, at->x + at->r, at->y + at->r};
	}
	for (uint32_t v = 1; v < g->n; v++) /* few: MOST */
		for (uint32_t w = v; w > 0 && order[w]->strength > order[w - 1]->strength; w--) {
			struct pagegraph_node *other = order[w];
			order[w] = order[w - 1];
			order[w - 1] = other;
		}
	for (uint32_t v = 0; v < g->n; v++)
		if (has_room(p, order[v], false, boxes, n, &boxes[n]) ||
			has_room(p, order[v], true, boxes, n, &boxes[n])) {
			order[v]->named = true;
			order[v]->line = boxes[n++].bottom;
		}
}

void pagegraph_make(struct page *p, struct pagegraph *g)
{
	if (!p->graph.n)
		return;
	choose(p, g);
	tie(p, g);
	rank_groups(p, g);
	tie(p, g);
	place_all(p, g);
	place_names(p, g);
	for (uint32_t v = 0; v < g->n; v++)
		if (g->nodes[v].person && g->nodes[v].group < PAGE_COLORS)
			g->nodes[v].person->color = (int)g->nodes[v].group;
}

static void put_edge(struct page *p, const struct pagegraph *g, const struct network_edge *e)
{
	const struct pagegraph_node *a = &g->nodes[e->a], *b = &g->nodes[e->b];
	buf_printf(p->out, "<line data-a=\"%u\" data-b=\"%u\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
		(unsigned)e->a, (unsigned)e->b, a->x, a->y, b->x, b->y);
}

static void put_shape(struct page *p, const struct pagegraph_node *node)
{
	if (node->person)
		buf_printf(p->out, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", node->x, node->y, node->r);
	else
		buf_printf(p->out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1.5\"/>",
			node->x - node->r, node->y - node->r, 2 * node->r, 2 * node->r);
}

static void put_node(struct page *p, const struct pagegraph *g, uint32_t v)
{
	const struct pagegraph_node *node = &g->nodes[v];
	int color = node->group < PAGE_COLORS ? (int)node->group : -1;
	str name = name_of(p, &p->arena, node);
	buf_printf(p->out, "<g data-n=\"%u\" class=\"c%d%s\">", (unsigned)v, color, node->named ? "" : " late");
	if (node->person)
		buf_printf(p->out, "<a href=\"#p%zu\">", node->person->at);
	buf_puts(p->out, "<title>");
	htmlout_text(p->out, name);
	buf_puts(p->out, "</title>");
	put_shape(p, node);
	buf_printf(p->out, "<text x=\"%.1f\" y=\"%.1f\">", node->x, node->line - 2);
	htmlout_text(p->out, name);
	buf_puts(p->out, node->person ? "</text></a></g>\n" : "</text></g>\n");
}

void pagegraph_put(struct page *p, const struct pagegraph *g)
{
	if (!g->n)
		return;
	buf_printf(p->out,
		"<section id=\"graph\"><h2>Who knows whom <button id=\"large\" class=\"js\" type=\"button\" "
		"aria-label=\"large\" title=\"large (g)\">⤢</button></h2>\n"
		"<svg viewBox=\"0 0 %d %d\" role=\"group\" aria-label=\"Who knows whom\">\n<g class=\"ties\">\n",
		WIDTH, HEIGHT);
	for (size_t i = 0; i < g->net.edge_count; i++)
		put_edge(p, g, &g->net.edges[i]);
	buf_puts(p->out, "</g>\n");
	for (uint32_t v = 0; v < g->n; v++)
		put_node(p, g, v);
	buf_puts(p->out, "</svg>\n");
	if (g->left_out)
		buf_printf(p->out, "<p class=\"quiet\">Left out are those who are tied least: %zu</p>\n", g->left_out);
	buf_puts(p->out, "</section>\n");
}
