/* nt-due: who is due and why */
#include "views/brief.h"
#include "people/refresh.h"
#include "query/lists.h"
#include "face/sink.h"

#include "base/diag.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static bool all;
static struct span ahead;

static const struct opt options[] = {
	{'a', "all", OPT_FLAG, &all, NULL, "everybody, each with the date when they will be due"},
	{'w', "within", OPT_SPAN, &ahead, "SPAN", "also who will be due within SPAN"},
	OPT_TABLE(sink_options),
	OPT_TABLE(book_options),
	OPT_END,
};

static const struct opt_tool tool = {"nt-due", "[QUERY...]", "who is due and why", options, false};

/* What is kept of a person until all are known. */
struct row {
	struct due_facts facts;
	int id; /* in the people's index; negative: not in the book */
	double pressure;
	date due;
	struct note *kept;       /* from a stream, which cannot be read again; NULL: the book has it */
};

struct due_run {
	struct pick *pick;
	struct sink *sink;
	struct due_rules rules;
	struct row **rows;
	size_t n;
};

static struct row *add_row(struct due_run *run, struct note *n, int id)
{
	struct arena *keep = &run->pick->arena;
	struct due_facts facts;
	due_facts_read(n, keep, run->rules.today, &facts);
	if (facts.never)
		return NULL;
	struct row *row = arena_alloc(keep, sizeof *row);
	*row = (struct row){.facts = facts, .id = id};
	run->rows = arena_more(keep, run->rows, run->n, sizeof(struct row *));
	return run->rows[run->n++] = row;
}

static void from_book(struct note *n, int id, void *ctx)
{
	struct due_run *run = ctx;
	lists_keep(&run->pick->index, &run->pick->book, n);
	if (note_is(n, "person") && query_match(run->pick->query, n, NULL))
		add_row(run, n, id);
}

static bool from_pick(struct note *n, void *ctx)
{
	struct due_run *run = ctx;
	const struct people *people = run->pick->people;
	struct row *row = add_row(run, n, people_id(people, n));
	if (row && run->pick->stream) {
		row->kept = arena_alloc(&run->pick->arena, sizeof *row->kept);
		*row->kept = note_keep(&run->pick->arena, n);
	}
	return true;
}

static void read_all(struct due_run *run)
{
	struct pick *p = run->pick;
	if (p->stream || query_needs_people(p->query)) {
		pick_read_people(p);
		pick_each(p, from_pick, run);
		return;
	}
	people_read(&p->index, &p->book, from_book, run);
	lists_mark(&p->index, &p->book);
	p->people = &p->index;
}

static int by_pressure(const void *x, const void *y)
{
	const struct row *a = *(struct row *const *)x, *b = *(struct row *const *)y;
	if (a->pressure != b->pressure)
		return a->pressure > b->pressure ? -1 : 1;
	if (a->due != b->due && (a->due == DATE_NONE || b->due == DATE_NONE))
		return a->due == DATE_NONE ? 1 : -1;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return str_cmp(a->facts.path, b->facts.path);
}

static void judge(struct due_run *run, const struct row *row, struct arena *a, struct due *out)
{
	struct pick *p = run->pick;
	struct events mentions = {0};
	if (row->id >= 0)
		mentions = due_mentions(a, p->people, row->id);
	due_judge(a, &row->facts, mentions, &run->rules, out);
	const struct refresh *refresh = refresh_of(p->people, row->id);
	if (refresh)
		due_refresh(a, &row->facts, refresh->list, refresh->span, &run->rules, out);
}

/* Keeps the rows of those who are due, most pressing first. */
static void judge_all(struct due_run *run)
{
	struct arena a = {0};
	struct due due;
	size_t n = 0;
	for (size_t i = 0; i < run->n; i++) {
		struct row *row = run->rows[i];
		if (row->id >= 0 && row->id == run->pick->people->me)
			continue;
		arena_reset(&a);
		judge(run, row, &a, &due);
		row->pressure = due.pressure;
		row->due = due.date;
		if (due.holding || all)
			run->rows[n++] = row;
	}
	run->n = n;
	if (n)
		qsort(run->rows, n, sizeof *run->rows, by_pressure);
	arena_release(&a);
}

/* The note of a row, from the stream as it was kept or read once more from the book. */
static bool note_of(struct due_run *run, const struct row *row, struct arena *a, struct buf *buf, struct note *n)
{
	struct book *b = &run->pick->book;
	if (row->kept) {
		*n = *row->kept;
		n->arena = a;
		note_begin(n);
		return true;
	}
	if (book_load(b, a, buf, row->facts.path, n))
		return note_ok(n);
	warn_at(book_shown(b, a, row->facts.path), 0, 0, "%s", strerror(errno));
	return false;
}

static bool print_row(struct due_run *run, const struct row *row, struct arena *a, struct buf *buf, bool whole)
{
	struct note n;
	struct due due;
	char day[DATE_TEXT];
	/* Annotations travel: those who read the stream may print them anywhere. */
	enum reader reader = run->sink->form == 's' ? READER_REST : sink_reader(run->sink);
	arena_reset(a);
	judge(run, row, a, &due);
	if (whole) {
		if (!note_of(run, row, a, buf, &n))
			return true;
		brief_annotate(&n, &row->facts, &due, people_events(&n, run->pick->people, run->rules.today),
			run->rules.today, reader);
	} else {
		n = (struct note){.config = &run->pick->book.config,
			.arena = a,
			.path = row->facts.path,
			.shown = book_shown(&run->pick->book, a, row->facts.path)};
		note_begin(&n);
		note_annotate(&n, "name", row->facts.name);
		note_annotate(&n, "due", str_of(date_text(due.date, day)));
		note_annotate(&n, "why", strs_join(a, due_whys(a, &row->facts, &due, run->rules.today, reader, (str){0}), S("; ")));
	}
	return sink_note(run->sink, &n);
}

static void print_all(struct due_run *run)
{
	struct arena a = {0};
	struct buf buf = {0};
	bool whole = sink_needs_note(run->sink, "name,due,why,path");
	for (size_t i = 0; i < run->n; i++)
		if (!print_row(run, run->rows[i], &a, &buf, whole))
			break;
	buf_release(&buf);
	arena_release(&a);
}

int main(int argc, char **argv)
{
	struct pick pick;
	struct sink sink;
	pick_begin(&pick, opt_parse(&tool, argc, argv));
	struct due_run run = {.pick = &pick,
		.sink = &sink,
		.rules = {.today = date_today(), .horizon = pick.book.config.horizon, .ahead = ahead}};
	sink_open(&sink, &pick, "name,due,why,path", "name,due,why");
	read_all(&run);
	judge_all(&run);
	print_all(&run);
	int answer = sink_close(&sink);
	pick_release(&pick);
	return finish(answer);
}
