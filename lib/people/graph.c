#include "people/graph.h"

#include "base/map.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include <math.h>

struct tie { /* one thing that ties two; several are an edge */
	uint32_t a, b, whole, count;
	unsigned kind;
	str relation;
	bool via, by_b; /* by_b: it is the note of b that says so */
	date last;
	double fresh;
};

struct making {
	struct graph *g;
	const struct graphread *read;
	struct arena arena; /* of ties, names and whatever ends with making */
	struct arena scratch;
	struct tie *ties;
	size_t n;
	struct map names; /* folded -> node + 1, of those without a note */
	uint32_t *around; /* nodes of the entry at hand */
	size_t around_count;
};

bool graph_is_person(const struct graph *g, uint32_t node)
{
	str kind = g->nodes[node].kind;
	return node == GRAPH_SELF || !kind.n || str_eq(kind, S("person"));
}

static uint32_t add_node(struct graph *g, struct graph_node node)
{
	g->nodes = arena_more(&g->arena, g->nodes, g->n, sizeof *g->nodes);
	g->nodes[g->n] = node;
	return g->n++;
}

static struct graph_node noted(const struct graph *g, int id, str name, str kind)
{
	str path = g->names.paths.v[id];
	return (struct graph_node){name, path, kind, names_without_md(str_base(path))};
}

static void make_nodes(struct making *m, str me)
{
	struct graph *g = m->g;
	const struct graphread *r = m->read;
	int self = me.n ? names_me(&g->names, me) : NAMES_NONE;
	g->node_of = arena_array(&g->arena, g->names.paths.n + 1, sizeof *g->node_of);
	memset(g->node_of, 0xff, g->names.paths.n * sizeof *g->node_of);
	add_node(g, (struct graph_node){.name = S("me"), .kind = S("person"), .note_name = S("me")});
	if (self >= 0) {
		g->nodes[GRAPH_SELF] = noted(g, self, names_without_md(str_base(g->names.paths.v[self])), S("person"));
		g->node_of[self] = GRAPH_SELF;
	}
	for (size_t i = 0; i < r->noted_count; i++) {
		const struct graphread_noted *n = &r->noted[i];
		if (n->id == self)
			g->nodes[GRAPH_SELF].name = n->name;
		else
			g->node_of[n->id] = add_node(g, noted(g, n->id, n->name, n->kind));
	}
}

static uint32_t unnoted(struct making *m, const struct graphread_say *s)
{
	struct graph *g = m->g;
	str folded = utf8_fold(&m->scratch, str_trim(s->name));
	uint32_t *known = map_get(&m->names, folded);
	if (!known) {
		known = arena_alloc(&m->arena, sizeof *known);
		str name = arena_dup(&g->arena, str_trim(s->name));
		*known = add_node(g, (struct graph_node){.name = name, .kind = S(""), .note_name = name});
		map_put(&m->names, arena_dup(&m->arena, folded), known);
	}
	if (s->tie == GRAPH_ORG)
		g->nodes[*known].kind = S("org");
	g->missing = arena_more(&g->arena, g->missing, g->missing_count, sizeof *g->missing);
	g->missing[g->missing_count++] = (struct graph_link){*known, s->from};
	return *known;
}

/* The node that a link means; NETWORK_NONE: no node, or nobody knows which. */
static uint32_t meant(struct making *m, const struct graphread_say *s)
{
	struct graph *g = m->g;
	struct link link = {.target = s->target, .markdown = s->markdown};
	arena_reset(&m->scratch);
	int id = s->text ? names_target(&g->names, &m->scratch, s->target)
			 : names_link(&g->names, &m->scratch, &link, g->names.paths.v[s->from]);
	if (id >= 0)
		return g->node_of[id];
	g->ambiguous += id == NAMES_AMBIGUOUS && !s->text;
	return id == NAMES_AMBIGUOUS || s->text || !str_trim(s->name).n ? NETWORK_NONE : unnoted(m, s);
}

static struct tie *add_tie(struct making *m, uint32_t a, uint32_t b, unsigned kind)
{
	m->ties = arena_more(&m->arena, m->ties, m->n, sizeof *m->ties);
	m->ties[m->n] = (struct tie){
		.a = a < b ? a : b, .b = a < b ? b : a, .kind = kind, .whole = NETWORK_NONE, .last = DATE_NONE};
	m->n += a != b;
	return &m->ties[m->n - (a != b)];
}

static bool is_whole(const struct graph *g, uint32_t node)
{
	return !graph_is_person(g, node);
}

static bool is_membership(str key)
{
	return str_ieq(key, S("group")) || str_ieq(key, S("groups")) || str_ieq(key, S("member-of"));
}

/* A tie of a note with what it links to. */
static void tie_note(struct making *m, const struct graphread_say *s, uint32_t to)
{
	struct graph *g = m->g;
	uint32_t from = g->node_of[s->from];
	bool group = is_membership(s->relation);
	if (!s->tie || from == NETWORK_NONE)
		return;
	struct tie *t = add_tie(m, from, to, s->tie);
	t->relation = s->relation;
	t->via = s->via;
	t->by_b = from > to;
	if (s->tie == GRAPH_ORG && !is_whole(g, to))
		t->kind = GRAPH_MENTION;
	else if (s->tie == GRAPH_ORG || (group && is_whole(g, to)))
		t->whole = to;
	else if (s->tie == GRAPH_GROUP)
		t->whole = from;
	if (t->whole != NETWORK_NONE) {
		t->kind = str_eq(g->nodes[t->whole].kind, S("org")) ? GRAPH_ORG : GRAPH_GROUP;
		t->relation = (str){0};
	}
}

static int by_number(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
	return (a > b) - (a < b);
}

static void tie_pair(struct making *m, uint32_t a, uint32_t b, const struct graphread_say *s, size_t people)
{
	bool both = graph_is_person(m->g, a) && graph_is_person(m->g, b);
	if (b == GRAPH_SELF || a == GRAPH_SELF)
		return;
	struct tie *t = add_tie(m, a, b, both ? s->tie : GRAPH_MENTION);
	if (both && s->fresh) {
		t->kind |= GRAPH_SHARED;
		t->last = s->date;
		t->count = 1;
		t->fresh = graphread_fresh(m->g->today, s->date) / log2(2 + (double)people);
	}
}

/* All that an entry links to is tied with each other, and with oneself, who wrote it. */
static void tie_entry(struct making *m, const struct graphread_say *s)
{
	size_t n = sorted_unique(m->around, m->around_count, sizeof *m->around, by_number), people = 0;
	for (size_t i = 0; i < n; i++)
		people += graph_is_person(m->g, m->around[i]);
	for (size_t i = 0; s->fresh && i < n; i++) {
		if (!graph_is_person(m->g, m->around[i]) || m->around[i] == GRAPH_SELF)
			continue;
		struct tie *t = add_tie(m, GRAPH_SELF, m->around[i], GRAPH_SHARED);
		t->last = s->date;
		t->count = 1;
		t->fresh = graphread_fresh(m->g->today, s->date);
	}
	for (size_t i = 0; s->tie && people <= GRAPH_TABLE && n <= 2 * GRAPH_TABLE && i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			tie_pair(m, m->around[i], m->around[k], s, people);
	m->around_count = 0;
}

static void make_ties(struct making *m)
{
	const struct graphread *r = m->read;
	for (size_t i = 0; i < r->n; i++) {
		const struct graphread_say *s = &r->says[i];
		uint32_t to = meant(m, s);
		if (to != NETWORK_NONE && !s->entry)
			tie_note(m, s, to);
		else if (to != NETWORK_NONE) {
			m->around = arena_more(&m->arena, m->around, m->around_count, sizeof *m->around);
			m->around[m->around_count++] = to;
		}
		if (s->entry && (i + 1 == r->n || r->says[i + 1].entry != s->entry))
			tie_entry(m, s);
	}
	for (size_t i = 0; i < r->own_count; i++) {
		const struct graphread_own *own = &r->own[i];
		unsigned kind = (own->count ? GRAPH_SHARED : 0) | (own->met ? GRAPH_MET : 0);
		struct tie *t = add_tie(m, GRAPH_SELF, m->g->node_of[own->id], kind);
		t->last = own->last;
		t->count = own->count;
		t->fresh = own->fresh;
	}
}

static int by_ends(const void *x, const void *y)
{
	const struct tie *s = x, *t = y;
	if (s->a != t->a)
		return s->a < t->a ? -1 : 1;
	return (s->b > t->b) - (s->b < t->b);
}

static void join_tie(struct graph *g, struct graph_edge *e, const struct tie *t)
{
	e->ties |= t->kind;
	e->count += t->count;
	e->fresh += t->fresh;
	if (t->whole != NETWORK_NONE)
		e->whole = t->whole;
	if (t->last != DATE_NONE && (e->last == DATE_NONE || t->last > e->last))
		e->last = t->last;
	e->a_via_b |= t->via && !t->by_b;
	e->b_via_a |= t->via && t->by_b;
	if (!t->relation.n)
		return;
	size_t i = 0;
	while (i < e->relations.n && !str_eq(e->relations.v[i], t->relation))
		i++;
	if (i == e->relations.n && i < GRAPH_RELATIONS)
		strs_add(&g->arena, &e->relations, arena_dup(&g->arena, t->relation));
	if (i < GRAPH_RELATIONS)
		*(t->by_b ? &e->by_b : &e->by_a) |= UINT32_C(1) << i;
}

static void make_edges(struct making *m)
{
	struct graph *g = m->g;
	size_t pairs = 0;
	sorted_sort(m->ties, m->n, sizeof *m->ties, by_ends);
	for (size_t i = 0; i < m->n; i++)
		pairs += !i || by_ends(&m->ties[i - 1], &m->ties[i]);
	g->edges = arena_array(&g->arena, pairs + 1, sizeof *g->edges);
	struct graph_edge *e = g->edges - 1;
	for (size_t i = 0; i < m->n; i++) {
		const struct tie *t = &m->ties[i];
		if (!i || by_ends(&m->ties[i - 1], t))
			*++e = (struct graph_edge){.a = t->a, .b = t->b, .last = DATE_NONE, .whole = NETWORK_NONE};
		join_tie(g, e, t);
	}
	g->net.edge_count = pairs;
}

static double weight_of(const struct graph_edge *e, const uint32_t *size)
{
	double w = e->fresh;
	w += e->ties & GRAPH_RELATION ? 1 : 0;
	w += e->ties & GRAPH_INTRODUCED ? 1 : 0;
	w += e->whole != NETWORK_NONE ? 1 / log2(2 + (double)size[e->whole]) : 0;
	return e->ties & (GRAPH_MENTION | GRAPH_MET) && w < GRAPH_FAINT ? GRAPH_FAINT : w;
}

static void weigh(struct making *m)
{
	struct graph *g = m->g;
	size_t n = g->net.edge_count;
	uint32_t *size = arena_array(&m->arena, (size_t)g->n + 1, sizeof *size);
	struct network_edge *edges = arena_array(&g->arena, n + 1, sizeof *edges);
	for (size_t i = 0; i < n; i++)
		if (g->edges[i].whole != NETWORK_NONE)
			size[g->edges[i].whole]++;
	for (size_t i = 0; i < n; i++) {
		struct graph_edge *e = &g->edges[i];
		e->weight = weight_of(e, size);
		edges[i] = (struct network_edge){e->a, e->b, e->weight};
	}
	network_make(&g->net, &g->arena, g->n, edges, n);
}

static int by_missing(const void *x, const void *y)
{
	const struct graph_link *a = x, *b = y;
	if (a->node != b->node)
		return a->node < b->node ? -1 : 1;
	return (a->from > b->from) - (a->from < b->from);
}

struct walking {
	struct graphread *read;
	graph_visit *visit;
	void *ctx;
};

void graph_begin(struct graph *g, struct graphread *r, enum reader reader)
{
	*g = (struct graph){.today = date_today()};
	*r = (struct graphread){.names = &g->names, .arena = &g->arena, .today = g->today, .reader = reader};
}

int graph_note(struct graphread *r, struct note *n)
{
	r->id = names_add(r->names, n);
	graphread_note(r, n);
	return r->id;
}

void graph_end(struct graph *g, struct graphread *r, const struct book *b)
{
	struct making m = {.g = g, .read = r};
	make_nodes(&m, b->config.me);
	make_ties(&m);
	make_edges(&m);
	weigh(&m);
	g->missing_count = sorted_unique(g->missing, g->missing_count, sizeof *g->missing, by_missing);
	map_release(&m.names);
	arena_release(&m.scratch);
	arena_release(&m.arena);
	arena_release(&r->keep);
}

static bool visit(struct note *n, void *ctx)
{
	struct walking *w = ctx;
	if (!note_ok(n))
		return true;
	int id = graph_note(w->read, n);
	if (w->visit)
		w->visit(n, id, w->ctx);
	return true;
}

void graph_read(struct graph *g, struct book *b, enum reader reader)
{
	graph_read_with(g, b, reader, NULL, NULL);
}

void graph_read_with(struct graph *g, struct book *b, enum reader reader, graph_visit *each, void *ctx)
{
	struct graphread r;
	struct walking walking = {&r, each, ctx};
	struct book_walk w = {.visit = visit, .ctx = &walking};
	graph_begin(g, &r, reader);
	book_walk(b, &w);
	graph_end(g, &r, b);
}

uint32_t graph_at(const struct graph *g, str path)
{
	int id = path.p ? names_path(&g->names, path) : NAMES_NONE;
	return id < 0 ? NETWORK_NONE : g->node_of[id];
}

str graph_why(struct arena *a, const struct graph_edge *e)
{
	static const struct {
		unsigned tie;
		const char *word;
	} words[] = {{GRAPH_INTRODUCED, "introduced"}, {GRAPH_ORG, "org"}, {GRAPH_GROUP, "group"}, {GRAPH_MET, "met"},
		{GRAPH_MENTION, "mention"}};
	struct strs why = {0};
	for (size_t i = 0; i < e->relations.n; i++)
		strs_add(a, &why, e->relations.v[i]);
	if (e->count)
		strs_add(a, &why, arena_printf(a, "entries: %u", e->count));
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (e->ties & words[i].tie)
			strs_add(a, &why, str_of(words[i].word));
	return strs_join(a, why, S("; "));
}

void graph_release(struct graph *g)
{
	names_release(&g->names);
	arena_release(&g->arena);
}
