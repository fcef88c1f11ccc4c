#include "views/wanted.h"

#include "base/diag.h"
#include "base/sorted.h"
#include "base/utf8.h"
#include "note/spelling.h"
#include "query/split.h"

enum fit { FIT_PATH, FIT_FILE, FIT_NAME, FIT_ALIAS, FIT_EMAIL, FIT_NONE };

struct ids {
	int *v;
	size_t n;
};

struct wanting {
	struct wanted *w;
	struct pick *pick;
	bool query;     /* is judged note by note while the graph is read */
	str path, bare; /* of the name */
	struct ids fits[FIT_NONE];
	struct ids chosen, there, dead; /* there: whose org is a text, and the name */
};

static bool is_pattern(str s)
{
	return s.n > 1 && s.p[0] == '/' && s.p[s.n - 1] == '/';
}

bool wanted_is_name(char **operands)
{
	if (!operands[0] || operands[1])
		return false;
	str name = str_of(operands[0]);
	if (str_eq(name, S("-")) || split_is_field(name) || is_pattern(name))
		return false;
	return !str_ends(name, S("/"));
}

static void add_id(struct wanting *g, struct ids *ids, int id)
{
	ids->v = arena_more(&g->w->arena, ids->v, ids->n, sizeof *ids->v);
	ids->v[ids->n++] = id;
}

static bool is_one(struct wanting *g, struct arena *a, str text)
{
	text = str_trim(text);
	bool ascii = utf8_ascii(text) == text.n;
	return !(ascii && text.n != g->bare.n) && str_eq(utf8_bare(a, text), g->bare);
}

static bool has_one(struct wanting *g, struct arena *a, struct strs texts)
{
	for (size_t i = 0; i < texts.n; i++)
		if (is_one(g, a, texts.v[i]))
			return true;
	return false;
}

static enum fit fit_of(struct wanting *g, struct note *n)
{
	if (g->path.p)
		return str_eq(g->path, n->path) ? FIT_PATH : FIT_NONE;
	return is_one(g, n->arena, note_stem(n))                   ? FIT_FILE
	       : is_one(g, n->arena, note_name(n))                 ? FIT_NAME
	       : has_one(g, n->arena, note_texts(n, S("aliases"))) ? FIT_ALIAS
	       : has_one(g, n->arena, note_emails(n))              ? FIT_EMAIL
								   : FIT_NONE;
}

static bool is_known(struct note *n)
{
	return note_is(n, "person") || note_is(n, "org") || note_is(n, "group");
}

static void look(struct note *n, int id, void *ctx)
{
	struct wanting *g = ctx;
	bool person = note_is(n, "person");
	if (person && note_field(n, S("died")))
		add_id(g, &g->dead, id);
	if (g->query && pick_matches(g->pick, n))
		add_id(g, &g->chosen, id);
	if (!g->bare.n || !is_known(n))
		return;
	enum fit fit = fit_of(g, n);
	if (fit != FIT_NONE)
		add_id(g, &g->fits[fit], id);
	if (person && has_one(g, n->arena, sight_texts(g->w->reader, n, S("org"))))
		add_id(g, &g->there, id);
}

/* --- the nodes that are meant */

static void add_person(struct wanted *w, uint32_t node)
{
	w->self |= node == GRAPH_SELF;
	w->dead |= w->died[node];
	if (node == GRAPH_SELF || w->died[node])
		return;
	w->people = arena_more(&w->arena, w->people, w->n, sizeof *w->people);
	w->people[w->n++] = node;
}

static void add_node(struct wanted *w, uint32_t node)
{
	const struct graph *g = &w->graph;
	if (graph_is_person(g, node)) {
		add_person(w, node);
		return;
	}
	if (w->name.p)
		w->org = g->nodes[node].name;
	for (uint32_t i = g->net.start[node]; i < g->net.start[node + 1]; i++)
		if (g->edges[g->net.arcs[i].edge].whole == node)
			add_person(w, g->net.arcs[i].to);
}

static void add_nodes(struct wanted *w, struct ids ids)
{
	for (size_t i = 0; i < ids.n; i++)
		if (w->graph.node_of[ids.v[i]] != NETWORK_NONE)
			add_node(w, w->graph.node_of[ids.v[i]]);
}

static void say_several(struct wanting *g, struct ids ids)
{
	struct strs paths = {0};
	for (size_t i = 0; i < ids.n && i < 9; i++)
		strs_add(&g->w->arena, &paths,
			book_shown(&g->pick->book, &g->w->arena, g->w->graph.names.paths.v[ids.v[i]]));
	warn("'" FMT "' may be any of several; say " FMT "%s", ARG(g->w->name),
		ARG(strs_join(&g->w->arena, paths, S(", "))), ids.n > paths.n ? " or another" : "");
}

/* Of those without a note, only when no note is called so. */
static bool find_named(struct wanting *g)
{
	struct wanted *w = g->w;
	for (int fit = 0; fit < FIT_NONE; fit++) {
		if (g->fits[fit].n > 1)
			say_several(g, g->fits[fit]);
		if (g->fits[fit].n > 1)
			return false;
		if (g->fits[fit].n) {
			add_nodes(w, g->fits[fit]);
			return true;
		}
	}
	struct arena a = {0};
	for (uint32_t i = 0; i < w->graph.n; i++)
		if (!w->graph.nodes[i].path.p && i != GRAPH_SELF && is_one(g, &a, w->graph.nodes[i].name))
			add_node(w, i);
	arena_release(&a);
	if (g->there.n)
		w->org = w->name;
	add_nodes(w, g->there);
	return true;
}

static bool choose(struct note *n, void *ctx)
{
	struct wanted *w = ctx;
	uint32_t node = n->is_new ? NETWORK_NONE : graph_at(&w->graph, n->path);
	if (node != NETWORK_NONE)
		add_node(w, node);
	return true;
}

static int by_node(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
	return (a > b) - (a < b);
}

bool wanted_read(struct wanted *w, struct pick *p, str name, enum reader reader)
{
	struct wanting g = {.w = w, .pick = p, .query = !name.p && !p->stream && !query_needs_people(p->query)};
	*w = (struct wanted){.name = name};
	w->reader = reader;
	if (name.p) {
		bool file = str_chr(name, '/') != STR_NONE || str_ends(name, S(".md"));
		g.path = file ? book_path(&p->book, &w->arena, name) : (str){0};
		g.bare = utf8_bare(&w->arena, file ? names_without_md(str_trim(name)) : str_trim(name));
	}
	graph_read_with(&w->graph, &p->book, reader, look, &g);
	w->died = arena_array(&w->arena, w->graph.n, sizeof *w->died);
	for (size_t i = 0; i < g.dead.n; i++)
		w->died[w->graph.node_of[g.dead.v[i]]] = true;
	bool clear = !name.p || find_named(&g);
	add_nodes(w, g.chosen);
	if (!name.p && !g.query)
		pick_each(p, choose, w);
	w->n = sorted_unique(w->people, w->n, sizeof *w->people, by_node);
	return clear;
}

/* --- names that are like one */

struct closing {
	struct wanted *w;
	struct arena scratch;
	str bare;
	struct strs names;
	size_t most;
};

static void judge(struct closing *c, str name)
{
	if (c->names.n == c->most || strs_has(c->names, name))
		return;
	arena_reset(&c->scratch);
	str bare = utf8_bare(&c->scratch, name);
	if (spelling_resembles(c->bare, bare) || names_begins_word(&c->scratch, name, c->bare))
		strs_add(&c->w->arena, &c->names, name);
}

struct strs wanted_close(struct wanted *w, size_t most)
{
	struct closing c = {.w = w, .most = most};
	c.bare = utf8_bare(&w->arena, str_trim(w->name));
	for (uint32_t i = 0; c.bare.n && i < w->graph.n; i++)
		judge(&c, w->graph.nodes[i].name);
	arena_release(&c.scratch);
	return c.names;
}

struct seeking {
	struct wanted *w;
	str bare, folded, found;
};

static bool seek(struct note *n, void *ctx)
{
	struct seeking *s = ctx;
	struct arena *a = &s->w->arena;
	if (!note_ok(n))
		return true;
	if (note_has_tag(n, s->folded) && sight_key(READER_REST, n, S("tags")))
		s->found = arena_join(a, S("tag:"), s->w->name);
	else if (note_is(n, "list") && str_eq(utf8_bare(n->arena, note_name(n)), s->bare))
		s->found = arena_join(a, S("@"), s->w->name);
	return !s->found.p;
}

str wanted_query(struct wanted *w, struct book *b)
{
	struct seeking s = {.w = w, .bare = utf8_bare(&w->arena, w->name), .folded = utf8_fold(&w->arena, w->name)};
	struct book_walk walk = {.visit = seek, .ctx = &s};
	str path = w->name.n ? book_path(b, &w->arena, w->name) : (str){0};
	if (path.n && !str_ends(path, S(".md")))
		return arena_join(&w->arena, w->name, S("/"));
	if (s.bare.n)
		book_walk(b, &walk);
	return s.found;
}

void wanted_release(struct wanted *w)
{
	graph_release(&w->graph);
	arena_release(&w->arena);
}
