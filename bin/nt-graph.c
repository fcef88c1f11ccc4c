/* nt-graph: who knows whom */
#include "face/sink.h"
#include "face/tiesheet.h"
#include "views/picture.h"

#include "base/diag.h"
#include "base/term.h"
#include <string.h>
#include <unistd.h>

#define AROUND_UNSET (-1)

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

static const struct tiesheet_view *view_wanted(void)
{
	const bool wanted[] = {bridges, groups, hubs, islands, missing};
	int n = 0, last = TIESHEET_HUBS;
	for (int i = 0; i < TIESHEET_VIEWS; i++)
		if (wanted[i]) {
			last = i;
			n++;
		}
	if (n > 1)
		die("one of --bridges, --groups, --hubs, --islands and --missing at a time");
	if (format && (n || sink_chosen() || report_asked.fields))
		die("-f is the graph, not rows of it: leave out --groups, -l, -o and the like");
	return &tiesheet_views[last];
}

static void put_graph(struct graphing *g)
{
	struct buf out = {0};
	struct diagram made;
	picture_write(&g->ties, format, &out, &made);
	term_print(buf_str(&out));
	buf_release(&out);
	if (*format == 'm' && made.edge_count > DIAGRAM_MERMAID_EDGES)
		hint("Mermaid draws %d edges if its maxEdges is left alone, and these are %zu: choose a part by a "
		     "QUERY",
			DIAGRAM_MERMAID_EDGES, made.edge_count);
	g->report.count += (long)made.n;
}

static bool put_note(struct note *n, void *ctx)
{
	struct graphing *g = ctx;
	uint32_t node = graph_at(&g->graph, n->path);
	return node == NETWORK_NONE || !g->told[node] || sink_note(&g->sink, n);
}

/* The notes that the rows are of, each once, in the book's order. */
static int put_notes(struct graphing *g, const struct tiesheet_view *view, bool all)
{
	sink_open(&g->sink, &g->pick, "", "");
	read_graph(g, sink_reader(&g->sink), all);
	view->make(&g->ties, false);
	g->told = arena_array(&g->ties.arena, (size_t)g->graph.n + 1, sizeof *g->told);
	for (size_t i = 0; i < g->ties.n; i++)
		g->told[g->ties.rows[i].node] = true;
	pick_each(&g->pick, put_note, g);
	return sink_close(&g->sink);
}

static int put_all(struct graphing *g, const struct tiesheet_view *view, bool all)
{
	report_open(&g->report, view->columns, view->lines, view->table);
	read_graph(g, format ? sight_of(STDOUT_FILENO) : report_reader(&g->report), all);
	if (format)
		put_graph(g);
	else
		tiesheet_make(&g->ties, view, &g->report);
	for (size_t i = 0; i < g->ties.n && !report_full(&g->report); i++)
		tiesheet_row(&g->report, &g->ties, &g->ties.rows[i]);
	return report_close(&g->report);
}

int main(int argc, char **argv)
{
	struct graphing g = {.told = NULL};
	char **operands = opt_parse(&tool, argc, argv);
	const struct tiesheet_view *view = view_wanted();
	bool notes = sink_chosen() && strchr("sp0", sink_chosen()), all = !operands[0];
	pick_begin(&g.pick, operands);
	if (around != AROUND_UNSET && (all || !format))
		die("--around is for -f with a QUERY: so far around whom it selects");
	int answer = (notes ? put_notes : put_all)(&g, view, all);
	ties_release(&g.ties);
	graph_release(&g.graph);
	pick_release(&g.pick);
	return finish(answer);
}
