/* nt-journal: entries over all notes, in time order */
#include "face/daybook.h"
#include "face/sink.h"
#include "base/diag.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

static struct date_range days = DATE_RANGE_ALL;
static struct strs kinds;
static const char *technique;
static bool open_only, reverse;

static const struct opt options[] = {
	{'k', "kind", OPT_WORDS, &kinds, "KIND[,...]", "entries of these kinds only"},
	{0, "open", OPT_FLAG, &open_only, NULL, "open tasks and promises, by the day on which they are due"},
	{'r', "reverse", OPT_FLAG, &reverse, NULL, "the newest first"},
	OPT_RANGE(&days),
	{0, "technique", OPT_TEXT, &technique, "NAME", "entries that link to this technique only"},
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-journal", "[QUERY...]", "entries over all notes, in time order", options, false};

enum { DATE, TIME, KIND, DIR, NAME, TEXT, PATH, LINE, STATE, OVERDUE, PEOPLE, LINKS };
static const struct report_column columns[] = {
	{.name = "date"}, {.name = "time"}, {.name = "kind"}, {.name = "dir"}, {.name = "name"}, {.name = "text"},
	{.name = "path"}, {"line", REPORT_NUMBER, NULL}, {.name = "state"}, {"overdue", REPORT_NUMBER, NULL},
	{"people", REPORT_LIST, NULL}, {"links", REPORT_LIST, NULL}, {.name = NULL}};

struct page {
	struct pick pick;
	struct journal journal;
	struct report report;
	struct daybook days;
	struct sink sink; /* -s -p -0: the notes themselves */
};

static struct strs people_paths(struct page *p, struct arena *a, const struct journal_line *line)
{
	struct strs list = {0};
	for (size_t i = 0; i < line->people_count; i++)
		strs_add(a, &list, p->pick.people->names.paths.v[line->people[i]]);
	return list;
}

static void put_row(struct page *p, const struct journal_line *line)
{
	static const char *const states[] = {"happened", "open", "done", "dropped"};
	const struct event *e = &line->event;
	struct report *r = &p->report;
	int late = journal_overdue(&p->journal, e);
	if (e->date != DATE_NONE)
		report_text(r, DATE, date_str(&r->scratch, e->date));
	report_text(r, TIME, e->time);
	report_text(r, KIND, e->kind);
	report_text(r, DIR, e->dir == '>' ? S(">") : e->dir == '<' ? S("<") : (str){0});
	report_text(r, NAME, strs_join(&r->scratch, journal_names(&p->journal, &r->scratch, line), S("; ")));
	report_text(r, TEXT, e->text);
	report_text(r, PATH, e->path);
	report_number(r, LINE, (long)e->line);
	report_text(r, STATE, str_of(states[e->state]));
	if (late)
		report_number(r, OVERDUE, late);
	report_list(r, PEOPLE, people_paths(p, &r->scratch, line));
	report_list(r, LINKS, line->links);
	report_row(r);
}

static void put_day(struct page *p, const struct journal_line *line)
{
	daybook_put(&p->days, line);
	report_counted(&p->report);
}

static void put_all(struct page *p)
{
	bool rows = p->report.form != 't' || p->report.n;
	daybook_begin(&p->days, &p->journal);
	for (size_t i = 0; i < p->journal.n && !report_full(&p->report); i++)
		(rows ? put_row : put_day)(p, &p->journal.v[i]);
	daybook_release(&p->days);
}

static bool visit_note(struct note *n, void *ctx)
{
	struct page *p = ctx;
	return !journal_has(&p->journal, n) || sink_note(&p->sink, n);
}

static void read_kinds(struct page *p)
{
	for (size_t i = 0; i < kinds.n; i++)
		strs_add(&p->pick.arena, &p->journal.kinds, utf8_fold(&p->pick.arena, kinds.v[i]));
}

static void read_options(struct page *p)
{
	struct journal *j = &p->journal;
	j->days = days;
	read_kinds(p);
	if (technique && !journal_about(j, technique))
		exit(STATUS_TROUBLE);
	j->open = open_only;
	j->past = !open_only && days.first != DATE_NONE && days.first <= j->today && days.last == DATE_NONE;
	j->reverse = reverse;
}

static int print_notes(struct page *p)
{
	sink_open(&p->sink, &p->pick, "", "");
	p->journal.reader = sink_reader(&p->sink);
	pick_each(&p->pick, visit_note, p);
	return sink_close(&p->sink);
}

static int print_entries(struct page *p)
{
	report_open(&p->report, columns, "date,kind,dir,name,text,path,line", "");
	p->journal.reader = report_reader(&p->report);
	p->journal.keep_links = report_shows(&p->report, LINKS);
	journal_read(&p->journal);
	put_all(p);
	return report_close(&p->report);
}

/* A kind that no entry has is told, as a term of a query is. */
static void explain_kinds(struct page *p)
{
	for (size_t i = 0; i < kinds.n && p->pick.found && !diag_trouble(); i++)
		pick_explain(&p->pick, arena_printf(&p->pick.arena, "entry:" FMT, ARG(kinds.v[i])));
}

int main(int argc, char **argv)
{
	struct page p = {0};
	pick_begin(&p.pick, opt_parse(&tool, argc, argv));
	journal_begin(&p.journal, &p.pick);
	read_options(&p);
	bool notes = sink_chosen() && strchr("sp0", sink_chosen());
	int answer = notes ? print_notes(&p) : print_entries(&p);
	if (answer == STATUS_NO)
		explain_kinds(&p);
	journal_release(&p.journal);
	pick_release(&p.pick);
	return finish(answer);
}
