#include "face/statsheet.h"

#include "base/opt.h"
#include "base/term.h"
#include "face/chart.h"
#include "face/table.h"
#include "format/svg.h"

#define WIDE       60 /* two columns of numbers have room */
#define MOST_WIDTH 100
#define NUMBERS    42 /* what stands beside the sparkline, at most */
#define CHANNELS   8
#define NARROW_BAR 8

/* A line of the sheet. part: the measure, or that which is a share of whole. */
struct line {
	const char *name;
	enum stats_measure part, whole;
	bool is_share;
};

static const struct line lines[] = {
	{"people", STATS_PEOPLE, 0, false},
	{"new", STATS_NEW, 0, false},
	{"contacts", STATS_CONTACTS, 0, false},
	{"reached", STATS_REACHED, 0, false},
	{"kept", STATS_KEPT, STATS_CADENCE, true},
	{"faded", STATS_FADED, 0, false},
	{"revived", STATS_REVIVED, 0, false},
	{"answered", STATS_ANSWERED, STATS_SENT, true},
	{"gave", STATS_GAVE, 0, false},
	{"got", STATS_GOT, 0, false},
};

static double value_of(const struct line *l, const struct stats_period *p)
{
	return l->is_share ? stats_share(p->values[l->part], p->values[l->whole]) : (double)p->values[l->part];
}

static bool is_there(const struct stats *s, const struct line *l)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].values[l->is_share ? l->whole : l->part])
			return true;
	return l->part == STATS_PEOPLE || l->part == STATS_CONTACTS;
}

static double *series_of(struct stats *s, const struct line *l)
{
	double *v = arena_array(&s->arena, s->n, sizeof *v);
	for (size_t i = 0; i < s->n; i++)
		v[i] = value_of(l, &s->v[i]);
	return v;
}

str statsheet_title(struct arena *a, const struct stats *s)
{
	long people = stats_all(s, STATS_PEOPLE);
	return arena_printf(a, "%ld %s, " FMT " to " FMT, people, people == 1 ? "person" : "people", ARG(s->v[0].name),
		ARG(s->v[s->n - 1].name));
}

static size_t width_of_sheet(void)
{
	size_t width = term_width();
	return width < MOST_WIDTH ? width : MOST_WIDTH;
}

struct sheet_lines {
	struct stats *s;
	struct table table;
	size_t shown; /* the last periods, as many as have room */
	bool wide;
};

/* v: by period, negative where there is none. */
static void put_line(struct sheet_lines *l, const char *name, const double *v, const char *format, double all)
{
	size_t n = l->s->n;
	double numbers[] = {v[n - 1], n > 1 ? v[n - 2] : -1, all};
	table_cell(&l->table, str_of(name));
	table_cell(&l->table, chart_spark(&l->s->arena, v + n - l->shown, l->shown));
	for (size_t i = 0; i < 3; i++)
		if (i != 1 || l->wide)
			table_cell(&l->table, numbers[i] < 0 ? S("-") : arena_printf(&l->s->arena, format, numbers[i]));
}

static double value_of_all(const struct stats *s, const struct line *l)
{
	struct stats_period all = {0};
	for (int m = 0; m < STATS_MEASURES; m++)
		all.values[m] = stats_all(s, m);
	return value_of(l, &all);
}

static void put_learning(struct sheet_lines *l, const struct statslearn *learn)
{
	struct stats *s = l->s;
	double *tried = arena_array(&s->arena, s->n, sizeof *tried),
	       *doing = arena_array(&s->arena, s->n, sizeof *doing);
	double all = 0;
	for (size_t i = 0; i < s->n; i++) {
		tried[i] = learn->tried ? (double)learn->tried[i] : 0;
		doing[i] = learn->read ? stats_share(learn->doing[i], learn->read[i]) : 0;
		all += tried[i];
	}
	if (learn->tried)
		put_line(l, "tried", tried, "%.0f", all);
	if (learn->read)
		put_line(l, "doing", doing, "%.0f %%", doing[s->n - 1]);
}

static void print_lines(struct stats *s, const struct statslearn *learn, size_t width, bool color)
{
	bool wide = width >= WIDE && s->n > 1;
	size_t room = width > NUMBERS + NARROW_BAR ? width - NUMBERS : NARROW_BAR;
	bool right[] = {false, false, true, true, true};
	const char *heads[] = {"", "", s->v[s->n - 1].name.p, "all", "all"};
	struct sheet_lines all = {s, {.columns = wide ? 5 : 4, .right = right}, s->n < room ? s->n : room, wide};
	if (wide)
		heads[3] = s->v[s->n - 2].name.p;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (is_there(s, &lines[i]))
			put_line(&all, lines[i].name, series_of(s, &lines[i]), lines[i].is_share ? "%.0f %%" : "%.0f",
				value_of_all(s, &lines[i]));
	if (learn)
		put_learning(&all, learn);
	table_print(&all.table, stdout, heads, width, color);
	table_release(&all.table);
}

static void put_channel(struct table *t, struct stats *s, str kind, long all, long most, size_t room)
{
	table_cell(t, kind.n ? kind : S("(no kind)"));
	table_cell(t, arena_printf(&s->arena, "%ld", all));
	table_cell(t, chart_bar(&s->arena, (double)all, (double)most, room));
}

static void print_channels(struct stats *s, size_t width, bool color)
{
	bool right[] = {false, true, false};
	const char *heads[] = {"by", "contacts", ""};
	struct table t = {.columns = 3, .right = right};
	long others = 0, most = 0;
	size_t room = width > NUMBERS + NARROW_BAR ? width - NUMBERS : NARROW_BAR;
	size_t shown = s->channel_count > CHANNELS ? CHANNELS - 1 : s->channel_count;
	for (size_t i = shown; i < s->channel_count; i++)
		others += s->channels[i]->all;
	most = shown ? s->channels[0]->all : 0;
	for (size_t i = 0; i < shown; i++)
		put_channel(&t, s, s->channels[i]->kind, s->channels[i]->all, most, room);
	if (others)
		put_channel(&t, s, S("(others)"), others, 0, room);
	if (t.n) {
		putchar('\n');
		table_print(&t, stdout, heads, width, color);
	}
	table_release(&t);
}

static void print_goals(struct stats *s, const struct goal_list *goals, size_t width, bool color)
{
	bool right[] = {false, true, false};
	const char *heads[] = {"goal", "done", ""};
	struct table t = {.columns = 3, .right = right};
	size_t room = width > 2 * NUMBERS ? width - 2 * NUMBERS + NARROW_BAR : NARROW_BAR;
	for (size_t i = 0; i < goals->n; i++) {
		const struct goal *g = goals->v[i].goal;
		long done = goals->v[i].done;
		if (!g->query)
			continue;
		table_cell(&t, g->name);
		table_cell(&t, g->target ? arena_printf(&s->arena, "%ld of %ld", done, g->target)
					 : arena_printf(&s->arena, "%ld", done));
		table_cell(&t, g->target ? chart_progress(&s->arena, (double)done, (double)g->target, room) : S(""));
	}
	if (t.n) {
		putchar('\n');
		table_print(&t, stdout, heads, width, color);
	}
	table_release(&t);
}

void statsheet_print(struct stats *s, const struct statslearn *learn)
{
	size_t width = width_of_sheet();
	bool color = opt_color();
	term_style(stdout, BOLD, color, statsheet_title(&s->arena, s));
	fputs("\n\n", stdout);
	print_lines(s, learn, width, color);
	print_channels(s, width, color);
	if (learn)
		print_goals(s, &learn->goals, width, color);
}

static const struct line *line_of(enum stats_measure part)
{
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (lines[i].part == part)
			return &lines[i];
	return NULL;
}

void statsheet_figure(struct stats *s, const struct statslearn *learn, struct buf *out)
{
	static const struct {
		const char *title, *unit;
		bool bars;
		enum stats_measure one, two; /* two: as one, there is none */
	} panels[] = {
		{"People", "", false, STATS_PEOPLE, STATS_PEOPLE},
		{"Contacts", "", true, STATS_CONTACTS, STATS_CONTACTS},
		{"New", "", true, STATS_NEW, STATS_NEW},
		{"Within their cadence", " %", false, STATS_KEPT, STATS_KEPT},
		{"Silence", "", true, STATS_FADED, STATS_REVIVED},
		{"Answered", " %", false, STATS_ANSWERED, STATS_ANSWERED},
		{"Favours", "", true, STATS_GAVE, STATS_GOT},
	};
	struct svg_panel shown[sizeof panels / sizeof *panels + 1] = {{{0}, {0}, 0, {{{0}, NULL}}, 0}};
	size_t n = 0;
	str *labels = arena_array(&s->arena, s->n, sizeof *labels);
	for (size_t i = 0; i < s->n; i++)
		labels[i] = s->v[i].name;
	for (size_t i = 0; i < sizeof panels / sizeof *panels; i++) {
		const struct line *one = line_of(panels[i].one), *two = line_of(panels[i].two);
		if (!is_there(s, one) && !is_there(s, two))
			continue;
		shown[n++] = (struct svg_panel){str_of(panels[i].title), str_of(panels[i].unit), panels[i].bars,
			{{str_of(one->name), series_of(s, one)}, {str_of(two->name), series_of(s, two)}},
			one == two ? 1 : 2};
	}
	if (learn && learn->tried) {
		double *tried = arena_array(&s->arena, s->n, sizeof *tried);
		for (size_t i = 0; i < s->n; i++)
			tried[i] = (double)learn->tried[i];
		shown[n++] = (struct svg_panel){S("Tried"), S(""), true, {{S("tried"), tried}}, 1};
	}
	svg_figure(out, statsheet_title(&s->arena, s), shown, n, labels, s->n);
}
