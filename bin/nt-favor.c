/* nt-favor: favours given, got, and promised either way */
#include "face/sink.h"
#include "face/tally.h"
#include "views/favors.h"
#include "base/diag.h"
#include <string.h>

static const char *by;
static struct ledger ledger = {.days = DATE_RANGE_ALL};

static const struct opt options[] = {
	{0, "by", OPT_CHOICE, &by, "tag|org|group|year", "sum by what people have in common, or by year"},
	OPT_RANGE(&ledger.days),
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {
	"nt-favor", "[QUERY...]", "favours given, got, and promised either way", options, false};

enum { NAME, GAVE, GOT, OWE, OWED, BALANCE, PEOPLE, LAST, DUE, PROMISE, PATH };
static const struct report_column columns[] = {{.name = "name"}, {"gave", REPORT_NUMBER, NULL},
	{"got", REPORT_NUMBER, NULL}, {"owe", REPORT_NUMBER, NULL}, {"owed", REPORT_NUMBER, NULL},
	{"balance", REPORT_NUMBER, NULL}, {"people", REPORT_NUMBER, NULL}, {.name = "last"}, {.name = "due"},
	{.name = "promise"}, {.name = "path"}, {.name = NULL}};

struct page {
	struct pick pick;
	struct report report;
	struct sink sink; /* -s -p -0: the notes themselves */
};

static enum ledger_by asked_by(void)
{
	static const char *const words[] = {"tag", "org", "group", "year"};
	for (int i = 0; by && i < 4; i++)
		if (strcmp(by, words[i]) == 0)
			return LEDGER_TAG + i;
	return LEDGER_PERSON;
}

static void put_row(struct report *r, const struct ledger_row *row)
{
	const struct ledger_sum *s = &row->sum;
	report_text(r, NAME, row->name);
	report_number(r, GAVE, s->gave);
	report_number(r, GOT, s->got);
	report_number(r, OWE, s->owe);
	report_number(r, OWED, s->owed);
	report_number(r, BALANCE, ledger_balance(s));
	report_number(r, PEOPLE, s->people);
	if (s->last != DATE_NONE)
		report_text(r, LAST, date_str(&r->scratch, s->last));
	if (s->promise && s->promise->date != DATE_NONE)
		report_text(r, DUE, date_str(&r->scratch, s->promise->date));
	if (s->promise)
		report_text(r, PROMISE,
			arena_printf(&r->scratch, "%s: " FMT, s->promise->favor == 'o' ? "owe" : "owed",
				ARG(s->promise->text)));
	report_text(r, PATH, row->path);
	report_row(r);
}

/* Of one person alone the years are told. */
static void put_tally(struct page *p, struct ledger_rows rows)
{
	struct tally t = {.ledger = &ledger, .linked = {&p->pick.book, p->pick.people, ledger.reader}};
	struct ledger_sum all = ledger_total(&ledger);
	bool people = ledger.by == LEDGER_PERSON, one = people && rows.n == 1;
	str name = one ? rows.v[0].name : (str){0};
	size_t n;
	const struct ledger_favor **promises = ledger_promises(&ledger, &n);
	if (one)
		rows = ledger_rows(&ledger, LEDGER_YEAR, false);
	tally_begin(&t, &rows, one ? LEDGER_YEAR : ledger.by);
	for (size_t i = 0; people && i < n && (long)i < report_asked.most; i++)
		tally_promise(&t, promises[i]);
	if (people && n)
		putchar('\n');
	for (size_t i = 0; i < rows.n && !report_full(&p->report); i++) {
		tally_row(&t, &rows.v[i]);
		report_counted(&p->report);
	}
	tally_end(&t, name, &all);
}

static int print_rows(struct page *p)
{
	report_open(&p->report, columns, "name,gave,got,owe,owed,path", "");
	bool whole = p->report.form == 't' && !p->report.n;
	ledger.by = asked_by();
	ledger.reader = report_reader(&p->report);
	favors_read(&ledger, &p->pick);
	struct ledger_rows rows = ledger_rows(&ledger, ledger.by, !whole);
	if (whole && rows.n && !report_full(&p->report))
		put_tally(p, rows);
	for (size_t i = 0; !whole && i < rows.n; i++)
		put_row(&p->report, &rows.v[i]);
	if (!rows.n && p->pick.found)
		hint("no favours; nt-log NAME gave: TEXT notes one");
	return report_close(&p->report);
}

static bool visit(struct note *n, void *ctx)
{
	struct page *p = ctx;
	return !ledger_has(&ledger, n, p->pick.people) || sink_note(&p->sink, n);
}

static int print_notes(struct page *p)
{
	sink_open(&p->sink, &p->pick, "", "");
	ledger.reader = sink_reader(&p->sink);
	ledger.today = date_today();
	pick_read_people(&p->pick);
	pick_each(&p->pick, visit, p);
	return sink_close(&p->sink);
}

int main(int argc, char **argv)
{
	struct page p = {.report = {0}};
	pick_begin(&p.pick, opt_parse(&tool, argc, argv));
	bool notes = sink_chosen() && strchr("sp0", sink_chosen());
	int answer = notes ? print_notes(&p) : print_rows(&p);
	ledger_release(&ledger);
	pick_release(&p.pick);
	return finish(answer);
}
