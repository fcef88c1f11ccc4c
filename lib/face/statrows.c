#include "face/statrows.h"

#include "base/term.h"

enum { PERIOD, MEASURE, VALUE };
static const struct report_column period_columns[] = {
	{.name = "period"}, {.name = "measure"}, {"value", REPORT_NUMBER, NULL}, {.name = NULL}};

#define WIDE 72 /* columns of a terminal that hold a name and eight numbers */
#define COUNT(name)                                                                                                    \
	{                                                                                                              \
		name, REPORT_NUMBER, NULL                                                                              \
	}
enum { CIRCLE, CIRCLE_PATH, COUNTS };
static const struct report_column circle_columns[] = {{.name = "name"}, {.name = "path"}, COUNT("people"), COUNT("new"),
	COUNT("contacts"), COUNT("reached"), COUNT("cadence"), COUNT("kept"), COUNT("faded"), COUNT("revived"),
	COUNT("sent"), COUNT("answered"), COUNT("gave"), COUNT("got"), {.name = NULL}};

enum { NAME, LAST, SILENT, CADENCE, STEP, PATH };
static const struct report_column faded_columns[] = {{.name = "name"}, {.name = "last"},
	{"silent", REPORT_NUMBER, "days"}, {.name = "cadence"}, {.name = "step"}, {.name = "path"}, {.name = NULL}};

void statrows_open(struct report *r, enum statrows_kind kind)
{
	if (kind == STATROWS_FADED)
		report_open(r, faded_columns, "name,last,silent,step,path", "name,last,silent,step");
	else if (kind == STATROWS_CIRCLES)
		report_open(r, circle_columns, "name,people,contacts,cadence,kept,sent,answered,gave,got,path",
			term_width() < WIDE ? "name,people,contacts,kept"
					    : "name,people,contacts,cadence,kept,sent,answered,gave,got");
	else
		report_open(r, period_columns, "period,measure,value", "");
}

void statrows_faded(struct report *r, struct faded *faded)
{
	faded_end(faded);
	for (size_t i = 0; i < faded->n && !report_full(r); i++) {
		const struct faded_person *f = &faded->v[i];
		report_text(r, NAME, f->name);
		report_text(r, LAST, date_str(&r->scratch, f->last));
		report_number(r, SILENT, faded->stats->today - f->last);
		report_text(r, CADENCE, f->cadence);
		report_text(r, STEP, f->step);
		report_text(r, PATH, f->path);
		report_row(r);
	}
}

void statrows_circles(struct report *r, struct statsby *circles, struct pick *p)
{
	statsby_end(circles, p);
	for (size_t i = 0; i < circles->n && !report_full(r); i++) {
		const struct statsby_row *row = &circles->v[i];
		report_text(r, CIRCLE, row->name.p || r->form != 't' ? row->name : S("(none)"));
		report_text(r, CIRCLE_PATH, row->path.p ? book_shown(&p->book, &r->scratch, row->path) : row->path);
		for (size_t m = 0; m < STATS_MEASURES; m++)
			report_number(r, COUNTS + m, row->values[m]);
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

/* What a goal that counts people has is known of today alone. */
static void put_goals(struct report *r, const struct stats *s, const struct statslearn *l, size_t period)
{
	str name = s->v[period].name;
	if (l->open)
		put_row(r, name, S("goals"), l->open[period]);
	for (size_t k = 0; k < l->goals.n; k++) {
		const struct goal_row *row = &l->goals.v[k];
		str measure = arena_printf(&r->scratch, "goal:" FMT, ARG(row->goal->name));
		if (l->counted[k])
			put_row(r, name, measure, l->counted[k][period]);
		else if (period + 1 == s->n && row->goal->query && s->v[period].last == s->today)
			put_row(r, name, measure, row->done);
	}
}

static void put_learning(struct report *r, const struct stats *s, const struct statslearn *l, size_t period)
{
	str name = s->v[period].name;
	if (l->tried)
		put_row(r, name, S("tried"), l->tried[period]);
	if (l->read) {
		put_row(r, name, S("advice"), l->read[period]);
		put_row(r, name, S("doing"), l->doing[period]);
	}
	put_goals(r, s, l, period);
}

void statrows_periods(struct report *r, const struct stats *s, const struct statslearn *learn)
{
	for (size_t i = 0; i < s->n && !report_full(r); i++) {
		for (int m = 0; m < STATS_MEASURES; m++)
			put_row(r, s->v[i].name, str_of(stats_names[m]), s->v[i].values[m]);
		if (learn)
			put_learning(r, s, learn, i);
		for (size_t k = 0; k < s->channel_count; k++)
			put_row(r, s->v[i].name, arena_printf(&r->scratch, "by:" FMT, ARG(s->channels[k]->kind)),
				s->channels[k]->values[i]);
	}
}
