/* nt-journal: entries over all notes, in time order */
#include "book/resolve.h"
#include "face/daybook.h"
#include "base/record.h"
#include "face/sink.h"
#include "base/term.h"
#include "base/utf8.h"

#include "base/diag.h"
#include <stdlib.h>
#include <string.h>

#define COLUMNS "date,kind,dir,name,text,path,line"

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

enum { DATE, TIME, KIND, DIR, NAME, TEXT, PATH, LINE, STATE, OVERDUE, COLUMN_COUNT };
static const char *const column_names[COLUMN_COUNT] = {
	"date", "time", "kind", "dir", "name", "text", "path", "line", "state", "overdue"};

struct page {
	struct pick pick;
	struct journal journal;
	struct sink sink;
	struct arena arena; /* reset for each line */
	struct buf out;
	struct daybook days;
};

/* The columns of a line; what is missing is absent. */
static void read_columns(struct page *p, const struct journal_line *line, str values[COLUMN_COUNT])
{
	static const char *const states[] = {"happened", "open", "done", "dropped"};
	const struct event *e = &line->event;
	struct arena *a = &p->arena;
	int late = journal_overdue(&p->journal, e);
	arena_reset(a);
	memset(values, 0, COLUMN_COUNT * sizeof *values);
	if (e->date != DATE_NONE)
		values[DATE] = date_str(a, e->date);
	if (e->dir)
		values[DIR] = e->dir == '>' ? S(">") : S("<");
	if (late)
		values[OVERDUE] = arena_printf(a, "%d", late);
	values[TIME] = e->time;
	values[KIND] = e->kind;
	values[NAME] = strs_join(a, journal_names(&p->journal, a, line), S("; "));
	values[TEXT] = e->text;
	values[PATH] = e->path;
	values[LINE] = arena_printf(a, "%zu", e->line);
	values[STATE] = str_of(states[e->state]);
}

static int column_of(str key)
{
	struct buf all = {0};
	for (int i = 0; i < COLUMN_COUNT; i++)
		if (str_eq(key, str_of(column_names[i])))
			return i;
	for (int i = 0; i < COLUMN_COUNT; i++)
		buf_printf(&all, " %s", column_names[i]);
	die("--fields: no such column: '" FMT "'; there are" FMT, ARG(key), ARG(buf_str(&all)));
}

static void put_lines(struct page *p, const struct journal_line *line)
{
	str values[COLUMN_COUNT];
	read_columns(p, line, values);
	buf_reset(&p->out);
	for (size_t i = 0; i < p->sink.columns.n; i++) {
		str value = values[column_of(p->sink.columns.v[i])];
		if (i)
			buf_putc(&p->out, '\t');
		sink_line_value(&p->out, p->sink.terminal ? term_visible(&p->arena, value) : value);
	}
	buf_putc(&p->out, '\n');
	fwrite(p->out.p, 1, p->out.n, stdout);
}

static void put_table(struct page *p, const struct journal_line *line)
{
	str values[COLUMN_COUNT];
	read_columns(p, line, values);
	for (size_t i = 0; i < p->sink.columns.n; i++)
		table_cell(&p->sink.table, links_shown(&p->arena, values[column_of(p->sink.columns.v[i])]));
}

static struct strs people_paths(struct page *p, const struct journal_line *line)
{
	struct strs list = {0};
	for (size_t i = 0; i < line->people_count; i++)
		strs_add(&p->arena, &list, p->pick.people->names.paths.v[line->people[i]]);
	return list;
}

static void put_json(struct page *p, const struct journal_line *line)
{
	str values[COLUMN_COUNT];
	read_columns(p, line, values);
	buf_reset(&p->out);
	record_begin(&p->out);
	for (int i = 0; i < COLUMN_COUNT; i++) {
		long number;
		if ((i == LINE || i == OVERDUE) && str_long(values[i], &number))
			record_number(&p->out, str_of(column_names[i]), number);
		else
			record_text(&p->out, str_of(column_names[i]), values[i]);
	}
	record_texts(&p->out, S("people"), people_paths(p, line));
	record_texts(&p->out, S("links"), line->links);
	record_end(&p->out);
	fwrite(p->out.p, 1, p->out.n, stdout);
}

static void put_day(struct page *p, const struct journal_line *line)
{
	daybook_put(&p->days, line);
}

static void put_all(struct page *p)
{
	void (*put)(struct page *, const struct journal_line *) = p->sink.form == 'l'   ? put_lines
								  : p->sink.form == 'j' ? put_json
								  : p->sink.columns.n   ? put_table
											: put_day;
	daybook_begin(&p->days, &p->journal);
	for (size_t i = 0; i < p->journal.n && !sink_full(&p->sink); i++) {
		put(p, &p->journal.v[i]);
		sink_printed(&p->sink);
	}
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

static void read_technique(struct page *p)
{
	struct buf buf = {0};
	struct note n;
	bool none = true;
	if (p->pick.book.fd < 0)
		die("--technique needs a book");
	str path = resolve_name(&p->pick.book, str_of(technique), &none);
	if (!path.p && !none)
		exit(STATUS_TROUBLE);
	if (path.p && book_load(&p->pick.book, &p->arena, &buf, path, &n) && note_is(&n, "technique"))
		p->journal.technique = people_id(p->pick.people, &n);
	if (p->journal.technique < 0)
		die("no technique is called '%s'", technique);
	buf_release(&buf);
}

static void read_options(struct page *p)
{
	struct journal *j = &p->journal;
	j->days = days;
	read_kinds(p);
	if (technique)
		read_technique(p);
	j->open = open_only;
	j->reverse = reverse;
	j->keep_links = p->sink.form == 'j';
	j->reader = sink_reader(&p->sink);
	for (size_t i = 0; i < p->sink.columns.n && strchr("tl", p->sink.form); i++)
		column_of(p->sink.columns.v[i]); /* before anything is printed */
}

int main(int argc, char **argv)
{
	struct page p = {0};
	pick_begin(&p.pick, opt_parse(&tool, argc, argv));
	journal_begin(&p.journal, &p.pick);
	sink_open(&p.sink, &p.pick, COLUMNS, "");
	if (!sink_chosen() && !p.sink.terminal)
		p.sink.form = 'l'; /* entries are no notes: a stream of these is asked for by -s */
	read_options(&p);
	if (strchr("tlj", p.sink.form)) {
		journal_read(&p.journal);
		put_all(&p);
	} else {
		pick_each(&p.pick, visit_note, &p);
	}
	int answer = sink_close(&p.sink);
	daybook_release(&p.days);
	journal_release(&p.journal);
	arena_release(&p.arena);
	buf_release(&p.out);
	pick_release(&p.pick);
	return finish(answer);
}
