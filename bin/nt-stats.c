/* nt-stats: the network over time */
#include "face/report.h"
#include "face/statsheet.h"
#include "people/load.h"
#include "query/pick.h"
#include "views/brief.h"

#include "base/diag.h"
#include "base/sorted.h"
#include "base/term.h"
#include <stdarg.h>

static const char *by = "month", *format;
static struct date_range days = DATE_RANGE_ALL;
static bool faded;

static const struct opt options[] = {
	{0, "by", OPT_CHOICE, &by, "month|quarter|year", "how long a period is"},
	{0, "faded", OPT_FLAG, &faded, NULL, "who has faded, with a next step for each"},
	{'f', "format", OPT_CHOICE, &format, "svg", "a figure"},
	OPT_RANGE(&days),
	OPT_TABLE(report_options),
	OPT_TABLE(book_options),
	OPT_END,
};
static const struct opt_tool tool = {"nt-stats", "[QUERY...]", "the network over time", options, false};

enum { PERIOD, MEASURE, VALUE };
static const struct report_column columns[] = {
	{.name = "period"}, {.name = "measure"}, {"value", REPORT_NUMBER, NULL}, {.name = NULL}};

enum { NAME, LAST, SILENT, CADENCE, STEP, PATH };
static const struct report_column faded_columns[] = {{.name = "name"}, {.name = "last"},
	{"silent", REPORT_NUMBER, "days"}, {.name = "cadence"}, {.name = "step"}, {.name = "path"}, {.name = NULL}};

struct gone {
	str name, path, cadence, step;
	date last;
};

struct counting {
	struct pick pick;
	struct stats stats;
	struct report report;
	struct gone *gone; /* with --faded */
	size_t n;
	struct load load;
	bool whole; /* nobody is left out: what all ask for can be told */
};

static str step_of(struct counting *c, struct note *n)
{
	struct brief brief = {{&c->pick.book, c->pick.people}, c->stats.today, c->stats.reader};
	struct due_facts facts;
	struct due due;
	field_due(n, c->pick.people, &facts, &due);
	brief_annotate(&brief, n, &facts, &due, people_events(n, c->pick.people, c->stats.today));
	return note_annotation(n, S("step"));
}

static void keep_gone(struct counting *c, struct note *n, const struct stats_person *person)
{
	struct arena *a = &c->pick.arena;
	struct span cadence = person->cadence;
	c->gone = arena_more(a, c->gone, c->n, sizeof *c->gone);
	c->gone[c->n++] = (struct gone){arena_dup(a, note_name(n)), arena_dup(a, n->shown),
		cadence.unit ? arena_printf(a, "%d%c", cadence.n, cadence.unit) : S(""), arena_dup(a, step_of(c, n)),
		person->last};
}

static bool visit(struct note *n, void *ctx)
{
	struct counting *c = ctx;
	const struct people *people = c->pick.people;
	struct stats_person person;
	int id = people_id(people, n);
	if (c->whole)
		load_note(&c->load, n, id, c->stats.today);
	if (!note_is(n, "person") || (id >= 0 && id == people->me))
		return true;
	stats_person(&c->stats, n, people, &person);
	if (faded && person.has_faded)
		keep_gone(c, n, &person);
	return true;
}

/* Who was heard of last comes first: they are the nearest. */
static int by_last(const void *x, const void *y)
{
	const struct gone *a = x, *b = y;
	return (a->last < b->last) - (a->last > b->last);
}

static void put_gone(struct counting *c)
{
	struct report *r = &c->report;
	sorted_sort(c->gone, c->n, sizeof *c->gone, by_last);
	for (size_t i = 0; i < c->n && !report_full(r); i++) {
		const struct gone *g = &c->gone[i];
		report_text(r, NAME, g->name);
		report_text(r, LAST, date_str(&r->scratch, g->last));
		report_number(r, SILENT, c->stats.today - g->last);
		report_text(r, CADENCE, g->cadence);
		report_text(r, STEP, g->step);
		report_text(r, PATH, g->path);
		report_row(r);
	}
}

static void put_row(struct report *r, str period, str measure, long value)
{
	report_text(r, PERIOD, period);
	report_text(r, MEASURE, measure);
	report_number(r, VALUE, value);
	report_row(r);
}

static void put_periods(struct counting *c)
{
	struct report *r = &c->report;
	const struct stats *s = &c->stats;
	for (size_t i = 0; i < s->n && !report_full(r); i++) {
		for (int m = 0; m < STATS_MEASURES; m++)
			put_row(r, s->v[i].name, str_of(stats_names[m]), s->v[i].values[m]);
		for (size_t k = 0; k < s->channel_count; k++)
			put_row(r, s->v[i].name, arena_printf(&r->scratch, "by:" FMT, ARG(s->channels[k]->kind)),
				s->channels[k]->values[i]);
	}
}

static void put_figure(struct counting *c)
{
	struct buf out = {0};
	statsheet_figure(&c->stats, S(""), &out);
	fwrite(out.p, 1, out.n, stdout);
	report_counted(&c->report);
	buf_release(&out);
}

__attribute__((format(printf, 2, 3))) static void say(struct counting *c, const char *fmt, ...)
{
	char text[160];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	term_wrap(stdout, str_of(text), c->report.terminal ? term_width() : sizeof text, 0, 0);
	putchar('\n');
}

static void put_sheet(struct counting *c)
{
	long limit = c->pick.book.config.limit;
	statsheet_print(&c->stats, S(""));
	putchar('\n');
	if (c->stats.faded)
		say(c, "faded by now: %ld; --faded says who, and what to do", c->stats.faded);
	if (c->whole) {
		load_end(&c->load, c->pick.people);
		say(c, "load %.2f: the cadences ask for %.1f contacts a day, the limit is %ld",
			load_ratio(&c->load, limit), c->load.a_day, limit);
	}
	report_counted(&c->report);
}

static void begin(struct counting *c)
{
	if (faded)
		report_open(&c->report, faded_columns, "name,last,silent,step,path", "name,last,silent,step");
	else
		report_open(&c->report, columns, "period,measure,value", "");
	if (format && (faded || report_asked.form || report_asked.fields))
		die("-f: a figure has no rows: leave out --faded, -o and the like");
	pick_read_people(&c->pick);
	c->stats = (struct stats){.today = date_today(),
		.reader = report_reader(&c->report),
		.days = days,
		.months = *by == 'm'   ? 1
			  : *by == 'q' ? 3
				       : 12};
	if (!stats_begin(&c->stats))
		die("--since, --until: no period to count, or more than %d", STATS_PERIODS);
}

int main(int argc, char **argv)
{
	struct counting c = {.n = 0};
	char **operands = opt_parse(&tool, argc, argv);
	c.whole = !operands[0];
	pick_begin(&c.pick, operands);
	begin(&c);
	pick_each(&c.pick, visit, &c);
	stats_end(&c.stats);
	if (faded)
		put_gone(&c);
	else if (stats_all(&c.stats, STATS_PEOPLE))
		(format ? put_figure : c.report.form == 't' && !c.report.n ? put_sheet : put_periods)(&c);
	else
		hint("nobody is to be counted here: no note of a person was chosen");
	int answer = report_close(&c.report);
	load_release(&c.load);
	stats_release(&c.stats);
	pick_release(&c.pick);
	return finish(answer);
}
