/* nt-stats: the network over time */
#include "face/statrows.h"
#include "face/statsheet.h"
#include "people/load.h"

#include "base/diag.h"
#include "base/term.h"
#include <stdarg.h>
#include <string.h>

static const char *by = "month", *format;
static struct date_range days = DATE_RANGE_ALL;
static bool gone;

static const struct opt options[] = {
	{0, "by", OPT_CHOICE, &by, "month|quarter|year|tag|org|group",
		"how long a period is, or what people have in common"},
	{0, "faded", OPT_FLAG, &gone, NULL, "who has faded, with a next step for each"},
	{'f', "format", OPT_CHOICE, &format, "svg", "a figure"},
	OPT_RANGE(&days),
	OPT_TABLE(report_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-stats", "[QUERY...]", "the network over time", options, false};

struct page {
	struct pick pick;
	struct stats stats;
	struct report report;
	struct faded faded;     /* with --faded */
	struct statsby circles; /* with --by tag, org, group */
	struct statslearn learn;
	struct load load;
	bool learns; /* what is learnt is told, too */
	bool whole;  /* nobody is left out: what all ask for can be told */
};

static bool visit(struct note *n, void *ctx)
{
	struct page *p = ctx;
	const struct people *people = p->pick.people;
	struct stats_person person;
	int id = people_id(people, n);
	if (p->whole)
		load_note(&p->load, n, id, p->stats.today);
	if (p->learns)
		statslearn_note(&p->learn, n, id);
	if (!note_is(n, "person") || (id >= 0 && id == people->me))
		return true;
	stats_person(&p->stats, n, people, &person);
	if (gone && person.has_faded)
		faded_add(&p->faded, n, &person);
	if (p->circles.circles.kind)
		statsby_add(&p->circles, n, id, &person);
	return true;
}

static void put_faded(struct page *p)
{
	statrows_faded(&p->report, &p->faded);
}

static void put_circles(struct page *p)
{
	statrows_circles(&p->report, &p->circles, &p->pick);
}

static void put_periods(struct page *p)
{
	statrows_periods(&p->report, &p->stats, p->learns ? &p->learn : NULL);
}

static void put_figure(struct page *p)
{
	struct buf out = {0};
	statsheet_figure(&p->stats, p->learns ? &p->learn : NULL, &out);
	fwrite(out.p, 1, out.n, stdout);
	report_counted(&p->report);
	buf_release(&out);
}

__attribute__((format(printf, 2, 3))) static void say(struct page *p, const char *fmt, ...)
{
	char text[160];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	term_wrap(stdout, str_of(text), p->report.terminal ? term_width() : sizeof text, 0, 0);
	putchar('\n');
}

static void put_sheet(struct page *p)
{
	long limit = p->pick.book.config.limit;
	statsheet_print(&p->stats, p->learns ? &p->learn : NULL);
	putchar('\n');
	if (p->stats.faded)
		say(p, "faded by now: %ld; --faded says who, and what to do", p->stats.faded);
	if (p->whole) {
		load_end(&p->load, p->pick.people);
		say(p, "load %.2f: the cadences ask for %.1f contacts a day, the limit is %ld",
			load_ratio(&p->load, limit), p->load.a_day, limit);
	}
	report_counted(&p->report);
}

static void begin(struct page *p)
{
	enum circle_kind kind = *by == 't'   ? CIRCLE_TAG
				: *by == 'o' ? CIRCLE_ORG
				: *by == 'g' ? CIRCLE_GROUP
					     : CIRCLE_NONE;
	if (gone && kind)
		die("--faded: a list of people is not summed: leave out --by %s", by);
	statrows_open(&p->report, gone ? STATROWS_FADED : kind ? STATROWS_CIRCLES : STATROWS_PERIODS);
	if (format && (gone || kind || report_asked.form || report_asked.fields))
		die("-f: a figure has no rows and is over time: leave out --faded, --by %s, -o and the like", by);
	pick_read_people(&p->pick);
	p->stats = (struct stats){.today = date_today(),
		.reader = report_reader(&p->report),
		.days = days,
		.months = *by == 'q'   ? 3
			  : *by == 'y' ? 12
				       : 1};
	p->faded = (struct faded){.pick = &p->pick, .stats = &p->stats};
	p->circles.circles.kind = kind;
	p->circles.circles.reader = p->stats.reader;
	if (!stats_begin(&p->stats))
		die("--since, --until: no period to count, or more than %d", STATS_PERIODS);
	p->learns = p->whole && !gone && !kind;
	if (p->learns)
		statslearn_begin(&p->learn, &p->stats, &p->pick);
}

int main(int argc, char **argv)
{
	struct page p = {.whole = false};
	char **operands = opt_parse(&tool, argc, argv);
	p.whole = !operands[0];
	pick_begin(&p.pick, operands);
	begin(&p);
	pick_each(&p.pick, visit, &p);
	stats_end(&p.stats);
	if (p.learns)
		statslearn_end(&p.learn);
	bool sheet = p.report.form == 't' && !p.report.n;
	if (stats_all(&p.stats, STATS_PEOPLE))
		(gone                            ? put_faded
			: p.circles.circles.kind ? put_circles
			: format                 ? put_figure
			: sheet                  ? put_sheet
						 : put_periods)(&p);
	else
		hint("nobody is to be counted here: no note of a person was chosen");
	int answer = report_close(&p.report);
	if (p.learns)
		statslearn_release(&p.learn);
	statsby_release(&p.circles);
	load_release(&p.load);
	stats_release(&p.stats);
	pick_release(&p.pick);
	return finish(answer);
}
