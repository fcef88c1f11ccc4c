/* nt-advice: what is worth doing of all that is advised */
#include "face/sink.h"
#include "face/sieve.h"
#include "views/advice.h"
#include "base/diag.h"
#include <string.h>

static bool doing, sifts;
static struct advice advice;

static const struct opt options[] = {
	{0, "doing", OPT_FLAG, &doing, NULL, "what is kept against what was tried"},
	{0, "sift", OPT_FLAG, &sifts, NULL, "judge the text of a file, or of standard input"},
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-advice", "[QUERY...]", "what is worth doing of all that is advised", options, false};

enum { NAME, SCORE, VERDICT, PATH, WHY, TECHNIQUES, TRIED, LAST, PARTS };
static struct report_column columns[PARTS + WEIGHTS_PARTS + 1] = {{.name = "name"}, {"score", REPORT_NUMBER, NULL},
	{.name = "verdict"}, {.name = "path"}, {.name = "why"}, {"techniques", REPORT_NUMBER, NULL},
	{"done", REPORT_NUMBER, NULL}, {.name = "last"}};

struct page {
	struct pick pick;
	struct report report;
	struct sink sink; /* -s -p -0: the notes themselves */
};

static void put_row(struct report *r, const struct advice_row *row)
{
	report_text(r, NAME, row->name);
	report_number(r, SCORE, row->score);
	report_text(r, VERDICT, str_of(row->verdict));
	report_text(r, PATH, row->shown);
	report_text(r, WHY, row->why);
	report_number(r, TECHNIQUES, row->techniques);
	report_number(r, TRIED, row->tried);
	if (row->last != DATE_NONE)
		report_text(r, LAST, date_str(&r->scratch, row->last));
	for (int i = 0; i < WEIGHTS_PARTS; i++)
		report_number(r, PARTS + (size_t)i, row->judgement.parts[i]);
	report_row(r);
}

static bool shown(const struct advice_row *row)
{
	return !doing || strcmp(row->verdict, "keep") == 0;
}

static void put_sum(void)
{
	int kept = 0, linked = 0, done = 0;
	for (size_t i = 0; i < advice.n; i++)
		if (shown(&advice.v[i])) {
			kept++;
			linked += advice.v[i].techniques > 0;
			done += advice.v[i].tried > 0;
		}
	printf("\nkept %d of %zu, with a technique %d, of these tried %d\n", kept, advice.n, linked, done);
}

static int print_rows(struct page *p)
{
	for (int i = 0; i < WEIGHTS_PARTS; i++)
		columns[PARTS + i] = (struct report_column){weights_name((enum weights_part)i), REPORT_NUMBER, NULL};
	report_open(&p->report, columns, doing ? "name,techniques,done,last,path" : "name,score,verdict,path",
		doing ? "name,techniques,done,last" : "score,verdict,name,why");
	advice_begin(&advice, &p->pick, report_reader(&p->report));
	advice_read(&advice);
	for (size_t i = 0; i < advice.n && !report_full(&p->report); i++)
		if (shown(&advice.v[i]))
			put_row(&p->report, &advice.v[i]);
	if (!advice.n && p->pick.found)
		hint("no notes of kind advice; nt-new --kind advice NAME makes one");
	bool sum = doing && p->report.form == 't' && advice.n;
	int answer = report_close(&p->report);
	if (sum)
		put_sum();
	return answer;
}

static bool visit(struct note *n, void *ctx)
{
	struct page *p = ctx;
	struct advice_row row;
	if (!advice_judge(&advice, n, &row) || !shown(&row))
		return true;
	note_annotate(n, "score", arena_printf(n->arena, "%ld", row.score));
	note_annotate(n, "verdict", str_of(row.verdict));
	note_annotate(n, "why", row.why);
	return sink_note(&p->sink, n);
}

static int print_notes(struct page *p)
{
	sink_open(&p->sink, &p->pick, "", "");
	advice_begin(&advice, &p->pick, READER_REST); /* a score travels with the note */
	pick_each(&p->pick, visit, p);
	return sink_close(&p->sink);
}

int main(int argc, char **argv)
{
	struct page p = {.report = {0}};
	char **operands = opt_parse(&tool, argc, argv);
	if (sifts && doing)
		die("--sift and --doing: one of them");
	if (sifts)
		return finish(sieve_print(operands));
	pick_begin(&p.pick, operands);
	bool notes = sink_chosen() && strchr("sp0", sink_chosen());
	int answer = notes ? print_notes(&p) : print_rows(&p);
	advice_release(&advice);
	pick_release(&p.pick);
	return finish(answer);
}
