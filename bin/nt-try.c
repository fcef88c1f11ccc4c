/* nt-try: which technique to try next, and what came of each */
#include "face/sink.h"
#include "views/tries.h"

#include "base/diag.h"
#include "base/term.h"
#include <string.h>

#define MOST_WIDTH 100
#define NARROW     60
#define INDENT     2

static bool record;

static const struct opt options[] = {
	{0, "record", OPT_FLAG, &record, NULL, "what came of each, and with people of which tags"},
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-try", "[QUERY...]", "which technique to try next, and what came of each", options, false};

enum { NAME, TAG, TRIALS, WORKED, PENDING, RATE, LOW, HIGH, BOUND, LEVEL, COST, LAST, STEPS, PEOPLE, PATH };
static const struct report_column columns[] = {{.name = "name"}, {.name = "tag"}, {"trials", REPORT_NUMBER, NULL},
	{"worked", REPORT_NUMBER, NULL}, {"pending", REPORT_NUMBER, NULL}, {"rate", REPORT_NUMBER, NULL},
	{"low", REPORT_NUMBER, NULL}, {"high", REPORT_NUMBER, NULL}, {"bound", REPORT_NUMBER, NULL}, {.name = "level"},
	{.name = "cost"}, {.name = "last"}, {"steps", REPORT_LIST, NULL}, {"people", REPORT_LIST, NULL},
	{.name = "path"}, {.name = NULL}};

struct page {
	struct pick pick;
	struct tries tries;
	struct report report;
	struct sink sink; /* -s -p -0: the notes themselves */
};

static void put_sum(struct report *r, const struct trials_sum *s)
{
	report_number(r, TRIALS, s->worked + s->flopped);
	report_number(r, WORKED, s->worked);
	report_number(r, PENDING, s->pending);
	if (tries_rate(s) >= 0)
		report_number(r, RATE, tries_rate(s));
	report_number(r, LOW, tries_low(s));
	report_number(r, HIGH, tries_high(s));
}

static void put_row(struct page *p, const struct tries_row *row, const struct trials_tag *tag)
{
	struct report *r = &p->report;
	date last = row->technique && !tag ? row->technique->last : DATE_NONE;
	str of = tag ? p->tries.trials.circles.v[tag->circle]->name : (str){0};
	bool below = tag && r->form == 't' && !report_asked.fields; /* what it is of stands above it */
	report_text(r, NAME, below ? arena_printf(&r->scratch, "  " FMT, ARG(of)) : row->name);
	report_text(r, TAG, of);
	put_sum(r, tag ? &tag->sum : &row->sum);
	if (!tag)
		report_number(r, BOUND, (long)(row->bound * 100 + .5));
	report_text(r, LEVEL, row->level);
	report_text(r, COST, row->cost);
	if (last != DATE_NONE)
		report_text(r, LAST, date_str(&r->scratch, last));
	report_list(r, STEPS, row->steps);
	report_list(r, PEOPLE, tries_people(&p->tries, &r->scratch, row));
	report_text(r, PATH, book_shown(&p->pick.book, &r->scratch, row->path));
	report_row(r);
}

/* Those with people of each tag, below it. */
static void put_tags(struct page *p, const struct tries_row *row)
{
	const struct trials *t = &p->tries.trials;
	for (size_t i = 0; row->technique && i < t->tag_count && !report_full(&p->report); i++)
		if (&t->v[t->tags[i].technique] == row->technique)
			put_row(p, row, &t->tags[i]);
}

static void put_page(struct page *p, const struct tries_row *row)
{
	struct arena *a = &p->report.scratch;
	size_t width = term_width() < MOST_WIDTH ? term_width() : MOST_WIDTH;
	struct strs about = {0};
	if (row->level.n)
		strs_add(a, &about, row->level);
	if (row->cost.n)
		strs_add(a, &about, row->cost);
	strs_add(a, &about, tries_words(a, &row->sum));
	term_style(stdout, BOLD, opt_color(), row->name);
	putchar('\n');
	term_labelled(stdout, INDENT, S(""), strs_join(a, about, S("; ")), width);
	for (size_t i = 0; i < row->steps.n; i++)
		term_labelled(stdout, INDENT, arena_printf(a, row->steps.n > 9 ? "%2zu. " : "%zu. ", i + 1),
			row->steps.v[i], width);
	term_labelled(stdout, INDENT, S("today  "), strs_join(a, tries_people(&p->tries, a, row), S(", ")), width);
	report_counted(&p->report);
}

static int print_rows(struct page *p, bool all)
{
	report_open(&p->report, columns,
		record ? "name,tag,trials,worked,pending,rate,low,high,path" : "name,trials,worked,pending,rate,path",
		term_width() < NARROW ? "name,worked,trials,rate"
		: record              ? "name,trials,worked,pending,rate,low,high"
				      : "name,level,trials,worked,pending,rate");
	tries_read(&p->tries, &p->pick, report_reader(&p->report), all);
	bool page =
		p->report.form == 't' && !record && !report_asked.fields && (report_asked.most == 1 || p->tries.n == 1);
	if (record)
		tries_by_record(&p->tries);
	if (page || report_shows(&p->report, PEOPLE))
		tries_read_due(&p->tries);
	for (size_t i = 0; i < p->tries.n && !report_full(&p->report); i++) {
		if (page)
			put_page(p, &p->tries.v[i]);
		else
			put_row(p, &p->tries.v[i], NULL);
		if (record)
			put_tags(p, &p->tries.v[i]);
	}
	if (!p->tries.n && all && p->pick.found)
		hint("none of these notes is a technique");
	if (!p->tries.n && !all)
		hint("no technique here; nt-new -k technique NAME makes one, its numbered list says how");
	return report_close(&p->report);
}

static int print_notes(struct page *p, bool all)
{
	struct arena a = {0};
	struct buf buf = {0};
	bool more = true;
	sink_open(&p->sink, &p->pick, "", "");
	tries_read(&p->tries, &p->pick, sink_reader(&p->sink), all);
	for (size_t i = 0; i < p->tries.n && more; i++) {
		struct note n;
		arena_reset(&a);
		more = !tries_note(&p->tries, &p->tries.v[i], &a, &buf, &n) || sink_note(&p->sink, &n);
	}
	buf_release(&buf);
	arena_release(&a);
	return sink_close(&p->sink);
}

int main(int argc, char **argv)
{
	struct page p = {.report = {0}};
	char **operands = opt_parse(&tool, argc, argv);
	pick_begin(&p.pick, operands);
	bool notes = sink_chosen() && strchr("sp0", sink_chosen());
	int answer = notes ? print_notes(&p, operands[0]) : print_rows(&p, operands[0]);
	tries_release(&p.tries);
	pick_release(&p.pick);
	return finish(answer);
}
