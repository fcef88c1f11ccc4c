/* nt-graph: who knows whom */
#include "face/sink.h"
#include "views/picture.h"

#include "base/diag.h"
#include <string.h>
#include <unistd.h>

#define AROUND_UNSET -1

static const char *format;
static bool bridges, groups, hubs, islands, me, missing;
static long around = AROUND_UNSET;

static const struct opt options[] = {
	{0, "around", OPT_NUMBER, &around, "N", "so many ties away from whom QUERY selects; 1 if not given"},
	{0, "bridges", OPT_FLAG, &bridges, NULL, "people who alone connect you to a part of the network"},
	{'f', "format", OPT_CHOICE, &format, "dot|graphml|mermaid|json", "the graph, for other programs"},
	{0, "groups", OPT_FLAG, &groups, NULL, "who belongs together, each group by its best tied"},
	{0, "hubs", OPT_FLAG, &hubs, NULL, "who is tied with most; what is shown without an option"},
	{0, "islands", OPT_FLAG, &islands, NULL, "parts that no tie connects"},
	{0, "me", OPT_FLAG, &me, NULL, "with oneself, and all whom one is in touch with"},
	{0, "missing", OPT_FLAG, &missing, NULL, "linked people without a note, and where"},
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-graph", "[QUERY...]", "who knows whom", options, false};

enum { NAME, COUNT, LIST, PATH, HEAD };
#define COLUMNS(count, list, head)                                                                                     \
	{                                                                                                              \
		{.name = "name"}, {count, REPORT_NUMBER, NULL}, {list, REPORT_LIST, NULL}, {.name = "path"},           \
			{.name = head},                                                                                \
		{                                                                                                      \
			.name = NULL                                                                                   \
		}                                                                                                      \
	}
static const struct view {
	const bool *wanted;
	void (*make)(struct ties *t, bool whole);
	const char *lines, *table;
	struct report_column columns[6];
} views[] = {
	{&bridges, ties_bridges, "name,hangs,path", "name,hangs,who", COLUMNS("hangs", "who", NULL)},
	{&groups, ties_groups, "group,name,path", "group,size,who", COLUMNS("size", "who", "group")},
	{&islands, ties_islands, "island,size,name,path", "island,size,who", COLUMNS("size", "who", "island")},
	{&missing, ties_missing, "name,links,where", "name,links,where", COLUMNS("links", "where", NULL)},
	{&hubs, ties_hubs, "name,ties,path", "name,ties,group,nearest", COLUMNS("ties", "nearest", "group")},
};

struct graphing {
	struct pick pick;
	struct graph graph;
	struct ties ties;
	struct report report;
	struct sink sink; /* -s -p -0: the notes themselves */
	bool *told;       /* by node: there is a row of it */
};

static bool choose(struct note *n, void *ctx)
{
	struct graphing *g = ctx;
	uint32_t node = n->is_new ? NETWORK_NONE : graph_at(&g->graph, n->path);
	if (node != NETWORK_NONE)
		ties_choose(&g->ties, node);
	return true;
}

static void read_graph(struct graphing *g, enum reader reader, bool all)
{
	if (g->pick.book.fd < 0)
		book_need(&g->pick.book);
	graph_read(&g->graph, &g->pick.book, reader);
	ties_begin(&g->ties, &g->graph, me || bridges);
	if (g->graph.ambiguous)
		hint("links that fit several notes tie nobody: %zu; nt-check says which", g->graph.ambiguous);
	if (all)
		return;
	pick_each(&g->pick, choose, g);
	if (!g->ties.chosen && g->pick.found)
		hint("of the notes chosen, none is of a person, an org or a group");
	ties_around(&g->ties, around == AROUND_UNSET ? 1 : around);
}

static const struct view *view_wanted(void)
{
	const size_t n = sizeof views / sizeof *views;
	const struct view *wanted = NULL;
	for (size_t i = 0; i < n; i++) {
		if (*views[i].wanted && wanted)
			die("one of --bridges, --groups, --hubs, --islands and --missing at a time");
		if (*views[i].wanted)
			wanted = &views[i];
	}
	if (format && (wanted || sink_chosen() || report_asked.fields))
		die("-f is the graph, not rows of it: leave out --groups, -l, -o and the like");
	return wanted ? wanted : &views[n - 1];
}

static void put_graph(struct graphing *g)
{
	static const struct {
		const char *name;
		void (*put)(struct buf *out, const struct diagram *d);
		bool drawn;
	} writers[] = {{"dot", diagram_dot, true}, {"graphml", diagram_graphml, false}, {"json", diagram_json, false},
		{"mermaid", diagram_mermaid, true}};
	struct diagram d;
	struct buf out = {0};
	size_t i = 0;
	while (strcmp(writers[i].name, format) != 0)
		i++;
	picture_make(&g->ties, writers[i].drawn, &d);
	writers[i].put(&out, &d);
	fwrite(out.p, 1, out.n, stdout);
	buf_release(&out);
	if (*format == 'm' && d.edge_count > DIAGRAM_MERMAID_EDGES)
		hint("Mermaid draws %d edges, if its maxEdges is no more, and these are %zu: choose a part by a QUERY",
			DIAGRAM_MERMAID_EDGES, d.edge_count);
	g->report.count += (long)d.n;
}

static void put_row(struct graphing *g, const struct ties_row *row)
{
	struct report *r = &g->report;
	report_text(r, NAME, row->name);
	report_number(r, COUNT, row->count);
	report_list(r, LIST, row->list);
	if (r->columns[PATH].name && row->node != NETWORK_NONE)
		report_text(r, PATH, g->graph.nodes[row->node].path);
	if (r->columns[PATH].name && r->columns[HEAD].name)
		report_text(r, HEAD, row->head);
	report_row(r);
}

static bool put_note(struct note *n, void *ctx)
{
	struct graphing *g = ctx;
	uint32_t node = graph_at(&g->graph, n->path);
	return node == NETWORK_NONE || !g->told[node] || sink_note(&g->sink, n);
}

/* The notes that the rows are of, each once, in the book's order. */
static int put_notes(struct graphing *g)
{
	g->told = arena_array(&g->ties.arena, (size_t)g->graph.n + 1, sizeof *g->told);
	for (size_t i = 0; i < g->ties.n; i++)
		g->told[g->ties.rows[i].node] = true;
	pick_each(&g->pick, put_note, g);
	return sink_close(&g->sink);
}

int main(int argc, char **argv)
{
	struct graphing g = {.told = NULL};
	char **operands = opt_parse(&tool, argc, argv);
	const struct view *view = view_wanted();
	bool notes = sink_chosen() && strchr("sp0", sink_chosen());
	pick_begin(&g.pick, operands);
	if (around != AROUND_UNSET && !operands[0])
		die("--around: around whom? Name a QUERY");
	if (notes)
		sink_open(&g.sink, &g.pick, "", "");
	else
		report_open(&g.report, view->columns, view->lines, view->table);
	read_graph(&g,
		notes    ? sink_reader(&g.sink)
		: format ? sight_of(STDOUT_FILENO)
			 : report_reader(&g.report),
		!operands[0]);
	if (!format)
		view->make(&g.ties, !notes && (g.report.form == 't' || report_shows(&g.report, LIST)));
	if (format)
		put_graph(&g);
	for (size_t i = 0; !format && !notes && i < g.ties.n && !report_full(&g.report); i++)
		put_row(&g, &g.ties.rows[i]);
	int answer = notes ? put_notes(&g) : report_close(&g.report);
	ties_release(&g.ties);
	graph_release(&g.graph);
	pick_release(&g.pick);
	return finish(answer);
}
