#include "face/daybook.h"

#include "base/opt.h"
#include "base/term.h"
#include "base/utf8.h"
#include <string.h>

#define BOX        4 /* columns before the kind */
#define GAP        2 /* behind it */
#define KIND_MOST  12
#define MOST_WIDTH 100

void daybook_begin(struct daybook *d, struct journal *j)
{
	size_t width = term_width();
	*d = (struct daybook){.journal = j, .color = opt_color(), .width = width < MOST_WIDTH ? width : MOST_WIDTH};
	for (size_t i = 0; i < j->n; i++) {
		size_t wide = utf8_width(j->v[i].event.kind) + strlen(entry_dir(j->v[i].event.dir));
		if (wide > d->kind_width)
			d->kind_width = wide < KIND_MOST ? wide : KIND_MOST;
	}
}

/* What a day is to today. */
static str day_note(struct daybook *d, date day)
{
	int ahead = day - d->journal->today;
	if (ahead < 0 && d->journal->open)
		return arena_printf(&d->arena, ", overdue: %dd", -ahead);
	if (ahead > 1)
		return arena_printf(&d->arena, ", in %dd", ahead);
	return ahead < -1 ? S("") : ahead < 0 ? S(", yesterday") : ahead ? S(", tomorrow") : S(", today");
}

static void put_heading(struct daybook *d, const struct journal_line *line)
{
	date day = line->event.date;
	bool late = d->journal->open && day < d->journal->today;
	char text[DATE_TEXT];
	str head = S("No date"), note = {0};
	if (line->settled) {
		head = arena_printf(&d->arena, "%s %s", date_weekday(day), date_text(day, text));
		note = day_note(d, day);
	}
	if (d->last)
		putchar('\n');
	term_style(stdout, BOLD, d->color, head);
	if (note.n)
		term_style(stdout, late ? RED : DIM, d->color, note);
	putchar('\n');
}

static void put_box(struct daybook *d, const struct event *e)
{
	enum term_style style = e->state != ENTRY_OPEN ? DIM : journal_overdue(d->journal, e) ? RED : YELLOW;
	str box = str_of(entry_box(e->state));
	if (box.n)
		term_style(stdout, style, d->color, box);
	printf("%*s", (int)(BOX - box.n), "");
}

/* Kind and direction, filled up to their width; returns the column behind. */
static size_t put_kind(struct daybook *d, const struct event *e)
{
	str kind = arena_printf(&d->arena, FMT "%s", ARG(e->kind), entry_dir(e->dir));
	size_t wide = utf8_width(kind), room = d->kind_width > wide ? d->kind_width - wide : 0;
	if (kind.n)
		term_style(stdout, CYAN, d->color, kind);
	if (!d->kind_width)
		return BOX;
	printf("%*s", (int)room + GAP, "");
	return BOX + wide + room + GAP;
}

/* Whom it is about, unless the text of another note names them all. */
static str who(struct daybook *d, const struct journal_line *line, str text)
{
	struct strs names = journal_names(d->journal, &d->arena, line);
	bool named = line->people_count && !str_eq(names.v[0], line->home);
	for (size_t i = 0; i < names.n && named; i++)
		named = str_find(text, names.v[i]) != STR_NONE;
	if (named)
		return S("");
	str all = arena_printf(&d->arena, FMT ":", ARG(strs_join(&d->arena, names, S(", "))));
	return term_visible(&d->arena, all);
}

static void put_entry(struct daybook *d, const struct journal_line *line)
{
	const struct event *e = &line->event;
	struct arena *a = &d->arena;
	str text = links_shown(a, e->text), name = who(d, line, text);
	char day[DATE_TEXT];
	put_box(d, e);
	size_t column = put_kind(d, e), indent = d->kind_width ? BOX + d->kind_width + GAP : BOX;
	if (e->time.n)
		column += (size_t)printf(FMT " ", ARG(e->time));
	if (e->date != DATE_NONE && !line->settled)
		text = arena_printf(a, FMT " (since %s)", ARG(text), date_text(e->date, day));
	if (name.n && column + utf8_width(name) < d->width) {
		term_style(stdout, line->people_count ? BOLD : DIM, d->color, name);
		putchar(' ');
		column += utf8_width(name) + 1;
	} else if (name.n) {
		text = arena_printf(a, FMT " " FMT, ARG(name), ARG(text));
	}
	term_wrap(stdout, text, d->width, column, indent);
	putchar('\n');
}

static bool same_day(const struct journal_line *a, const struct journal_line *b)
{
	return a->settled == b->settled && (!a->settled || a->event.date == b->event.date);
}

void daybook_put(struct daybook *d, const struct journal_line *line)
{
	arena_reset(&d->arena);
	if (!d->last || !same_day(d->last, line))
		put_heading(d, line);
	put_entry(d, line);
	d->last = line;
}

void daybook_release(struct daybook *d)
{
	arena_release(&d->arena);
}
