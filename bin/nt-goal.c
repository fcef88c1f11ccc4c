/* nt-goal: goals, how far they have come, and who moves them today */
#include "face/chart.h"
#include "face/sink.h"
#include "views/goal.h"

#include "base/diag.h"
#include "base/term.h"
#include <string.h>

#define BAR        20
#define MOST_WIDTH 100
#define INDENT     2

static const struct opt options[] = {
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-goal", "[QUERY...]", "goals, how far they have come, and who moves them today", options, false};

enum { NAME, DONE, TARGET, BY, PACE, SINCE, LEFT, SAYS, MOVERS, KNOWERS, PATH };
static const struct report_column columns[] = {{.name = "name"}, {"done", REPORT_NUMBER, NULL},
	{"target", REPORT_NUMBER, NULL}, {.name = "by"}, {"pace", REPORT_NUMBER, NULL}, {.name = "since"},
	{"left", REPORT_NUMBER, NULL}, {.name = "says"}, {"movers", REPORT_LIST, NULL}, {"knowers", REPORT_LIST, NULL},
	{.name = "path"}, {.name = NULL}};

struct page {
	struct pick pick;
	struct goal_list goals;
	struct report report;
	struct sink sink; /* -s -p -0: the notes themselves */
};

static void put_row(struct page *p, const struct goal_row *row)
{
	struct report *r = &p->report;
	const struct goal *g = row->goal;
	report_text(r, NAME, g->name);
	report_number(r, DONE, row->done);
	if (g->target)
		report_number(r, TARGET, g->target);
	if (g->by != DATE_NONE)
		report_text(r, BY, date_str(&r->scratch, g->by));
	if (row->pace >= 0)
		report_number(r, PACE, row->pace);
	if (g->since != DATE_NONE)
		report_text(r, SINCE, date_str(&r->scratch, g->since));
	if (g->by != DATE_NONE)
		report_number(r, LEFT, g->by - p->goals.today);
	report_text(r, SAYS, goal_words(&p->goals, &r->scratch, row));
	report_list(r, MOVERS, row->movers);
	report_list(r, KNOWERS, row->knowers);
	report_text(r, PATH, book_shown(&p->pick.book, &r->scratch, g->path));
	report_row(r);
}

static void put_goal(struct page *p, const struct goal_row *row)
{
	struct arena *a = &p->report.scratch;
	size_t width = term_width() < MOST_WIDTH ? term_width() : MOST_WIDTH;
	const struct goal *g = row->goal;
	if (p->report.count)
		putchar('\n');
	term_style(stdout, BOLD, opt_color(), g->name);
	putchar('\n');
	if (g->target && g->query)
		printf("%*s" FMT "\n", INDENT, "", ARG(chart_progress(a, (double)row->done, (double)g->target, BAR)));
	term_labelled(stdout, INDENT, S(""), goal_words(&p->goals, a, row), width);
	term_labelled(stdout, INDENT, S("today  "), strs_join(a, row->movers, S(", ")), width);
	term_labelled(stdout, INDENT, S("ask    "), strs_join(a, row->knowers, S(", ")), width);
	arena_reset(a);
	report_counted(&p->report);
}

static int print_rows(struct page *p, bool all)
{
	report_open(&p->report, columns, "name,done,target,by,pace,path", "");
	goal_read(&p->goals, &p->pick, report_reader(&p->report), all);
	bool page = p->report.form == 't' && !p->report.n;
	for (size_t i = 0; i < p->goals.n && !report_full(&p->report); i++)
		(page ? put_goal : put_row)(p, &p->goals.v[i]);
	if (!p->goals.n && !all)
		hint("no goal here; nt-new -k goal NAME makes one, count: says who or what counts");
	return report_close(&p->report);
}

static bool visit(struct note *n, void *ctx)
{
	struct page *p = ctx;
	return !note_is(n, "goal") || sink_note(&p->sink, n);
}

static int print_notes(struct page *p)
{
	sink_open(&p->sink, &p->pick, "", "");
	pick_each(&p->pick, visit, p);
	return sink_close(&p->sink);
}

int main(int argc, char **argv)
{
	struct page p = {.report = {0}};
	char **operands = opt_parse(&tool, argc, argv);
	pick_begin(&p.pick, operands);
	if (p.pick.book.fd < 0)
		book_need(&p.pick.book);
	bool notes = sink_chosen() && strchr("sp0", sink_chosen());
	int answer = notes ? print_notes(&p) : print_rows(&p, operands[0]);
	goal_release(&p.goals);
	pick_release(&p.pick);
	return finish(answer);
}
