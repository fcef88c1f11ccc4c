#include "views/known.h"

#include "base/sorted.h"

struct knowing {
	const struct graph *g;
	struct arena *arena;
	struct known *out;
	uint32_t node; /* NETWORK_NONE: the note is none */
	bool *told;    /* by node */
};

static void add(struct knowing *k, struct strs *list, uint32_t other)
{
	strs_add(k->arena, list, k->g->nodes[other].name);
	k->told[other] = true;
}

/* What the other's note says stands for itself only if one's own says nothing. That they know each other is told of
 * all. */
static void add_relations(struct knowing *k, const struct graph_edge *e, uint32_t other)
{
	uint32_t own = e->a == k->node ? e->by_a : e->by_b, theirs = e->a == k->node ? e->by_b : e->by_a;
	str name = k->g->nodes[other].name;
	for (size_t i = 0; i < e->relations.n; i++) {
		str word = e->relations.v[i];
		bool mine = own >> i & 1;
		if (str_ieq(word, S("knows")) || (!mine && (own || !(theirs >> i & 1))))
			continue;
		strs_add(k->arena, &k->out->relations,
			mine ? arena_printf(k->arena, FMT ": " FMT, ARG(word), ARG(name))
			     : arena_printf(k->arena, FMT ": " FMT, ARG(name), ARG(word)));
		k->told[other] = true;
	}
}

static void add_introductions(struct knowing *k, const struct graph_edge *e, uint32_t other)
{
	bool via = e->a == k->node ? e->a_via_b : e->b_via_a, made = e->a == k->node ? e->b_via_a : e->a_via_b;
	if (via && graph_is_person(k->g, other))
		add(k, &k->out->via, other);
	if (made && graph_is_person(k->g, other))
		add(k, &k->out->brought, other);
}

static void add_membership(struct knowing *k, const struct graph_edge *e, uint32_t other)
{
	if (e->whole == k->node)
		add(k, &k->out->members, other);
	else if (e->whole == other && e->ties & GRAPH_GROUP)
		add(k, &k->out->groups, other);
}

static void add_ties(struct knowing *k)
{
	const struct network *net = &k->g->net;
	for (uint32_t i = net->start[k->node]; i < net->start[k->node + 1]; i++) {
		const struct graph_edge *e = &k->g->edges[net->arcs[i].edge];
		uint32_t other = net->arcs[i].to;
		add_relations(k, e, other);
		add_introductions(k, e, other);
		add_membership(k, e, other);
	}
}

/* People with a note, as the note calls them. */
static void add_linked(struct knowing *k, struct note *n, enum reader reader)
{
	const struct links *links = note_links(n);
	for (size_t i = 0; i < links->n; i++) {
		const struct link *link = &links->v[i];
		int id = names_link(&k->g->names, n->arena, link, n->path);
		uint32_t other = id < 0 ? NETWORK_NONE : k->g->node_of[id];
		if (other == NETWORK_NONE || k->told[other] || !graph_is_person(k->g, other) ||
			!sight_at(reader, n, link->at))
			continue;
		k->told[other] = true;
		strs_add(k->arena, &k->out->others, link->markdown && link->label.p ? link->label : link->target);
	}
}

struct acquaintance {
	uint32_t node;
	double weight;
};

static int by_weight(const void *x, const void *y)
{
	const struct acquaintance *a = x, *b = y;
	if (a->weight != b->weight)
		return a->weight > b->weight ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

/* Oneself knows everybody who has a note of one's own making: that says nothing. */
static void add_others(struct knowing *k)
{
	const struct network *net = &k->g->net;
	uint32_t first = net->start[k->node], end = net->start[k->node + 1];
	struct acquaintance *v = arena_array(k->arena, end - first + 1, sizeof *v);
	size_t n = 0;
	for (uint32_t i = first; i < end && k->node != GRAPH_SELF; i++) {
		uint32_t other = net->arcs[i].to;
		if (other != GRAPH_SELF && !k->told[other] && graph_is_person(k->g, other))
			v[n++] = (struct acquaintance){other, k->g->edges[net->arcs[i].edge].weight};
	}
	sorted_sort(v, n, sizeof *v, by_weight);
	for (size_t i = 0; i < n && i < KNOWN_OTHERS; i++)
		strs_add(k->arena, &k->out->others, k->g->nodes[v[i].node].name);
	k->out->more = n > KNOWN_OTHERS ? n - KNOWN_OTHERS : 0;
}

void known_of(const struct graph *g, struct arena *a, struct note *n, enum reader reader, struct known *out)
{
	*out = (struct known){.more = 0};
	struct knowing k = {
		g, a, out, n->is_new ? NETWORK_NONE : graph_at(g, n->path), arena_array(a, (size_t)g->n + 1, 1)};
	if (k.node != NETWORK_NONE) {
		k.told[k.node] = true;
		add_ties(&k);
	}
	add_linked(&k, n, reader);
	if (k.node != NETWORK_NONE)
		add_others(&k);
}
