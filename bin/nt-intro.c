/* nt-intro: the warmest chain of introductions to somebody */
#include "face/chain.h"
#include "face/sink.h"
#include "base/diag.h"
#include <limits.h>
#include <string.h>

static const struct opt options[] = {
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-intro", "TARGET...", "the warmest chain of introductions to somebody", options, false};

enum { RANK, HOP, NAME, WHY, LAST, PATH, LENGTH };
static const struct report_column columns[] = {{"rank", REPORT_NUMBER, NULL}, {"hop", REPORT_NUMBER, NULL},
	{.name = "name"}, {.name = "why"}, {.name = "last"}, {.name = "path"}, {.name = "length"}, {.name = NULL}};

struct page {
	struct pick pick;
	struct paths paths;
	struct report report;
	struct sink sink; /* -s -p -0: the notes of who is in the chains */
	bool *told;       /* by node */
};

static void put_rows(struct page *p, long rank, const struct paths_chain *chain)
{
	struct report *r = &p->report;
	for (size_t i = 0; i < chain->n; i++) {
		const struct paths_hop *hop = &chain->hops[i];
		report_number(r, RANK, rank);
		report_number(r, HOP, (long)i + 1);
		report_text(r, NAME, p->paths.wanted.graph.nodes[hop->node].name);
		report_text(r, WHY, paths_why(&p->paths, &r->scratch, hop));
		if (paths_last(hop) != DATE_NONE)
			report_text(r, LAST, date_str(&r->scratch, paths_last(hop)));
		report_text(r, PATH, p->paths.wanted.graph.nodes[hop->node].path);
		report_text(r, LENGTH, arena_printf(&r->scratch, "%.2f", hop->length));
		report_row(r);
	}
}

static void put_notes(struct page *p, const struct paths_chain *chain)
{
	struct arena a = {0};
	struct buf buf = {0};
	for (size_t i = 0; i < chain->n; i++) {
		uint32_t node = chain->hops[i].node;
		str path = p->paths.wanted.graph.nodes[node].path;
		struct note n;
		if (path.p && !p->told[node] && book_load(&p->pick.book, &a, &buf, path, &n) && note_ok(&n))
			sink_note(&p->sink, &n);
		p->told[node] = true;
		arena_reset(&a);
	}
	buf_release(&buf);
	arena_release(&a);
}

static void put_chains(struct page *p, bool notes)
{
	bool drawn = !notes && p->report.form == 't' && !p->report.n;
	p->told = arena_array(&p->pick.arena, p->paths.wanted.graph.n, sizeof *p->told);
	for (size_t i = 0; i < p->paths.n; i++) {
		if (drawn)
			chain_put(&p->paths, i);
		else if (notes)
			put_notes(p, &p->paths.chains[i]);
		else
			put_rows(p, (long)i + 1, &p->paths.chains[i]);
		if (drawn)
			report_counted(&p->report);
	}
	if (drawn && p->paths.n)
		chain_end(&p->paths, &p->pick.book);
	if (!p->paths.n && !diag_trouble())
		chain_none(&p->paths, &p->pick.book, p->pick.found);
}

int main(int argc, char **argv)
{
	struct page p = {.report = {0}};
	static char *all[] = {NULL};
	char **operands = opt_parse(&tool, argc, argv);
	size_t most = report_asked.most == LONG_MAX ? 1 : (size_t)report_asked.most;
	bool notes = sink_chosen() && strchr("sp0", sink_chosen());
	report_asked.most = LONG_MAX; /* of rows: -n counts chains */
	bool name = wanted_is_name(operands);
	pick_begin(&p.pick, name ? all : operands);
	if (p.pick.book.fd < 0)
		book_need(&p.pick.book);
	if (notes)
		sink_open(&p.sink, &p.pick, "", "");
	else
		report_open(&p.report, columns, "rank,hop,name,why,last,path", "");
	enum reader reader = notes ? sink_reader(&p.sink) : report_reader(&p.report);
	if (wanted_read(&p.paths.wanted, &p.pick, name ? str_of(operands[0]) : (str){0}, reader))
		paths_find(&p.paths, most);
	put_chains(&p, notes);
	int answer = notes ? sink_close(&p.sink) : report_close(&p.report);
	paths_release(&p.paths);
	pick_release(&p.pick);
	return finish(answer);
}
