#include "views/duelist.h"

#include "base/diag.h"
#include "base/sorted.h"
#include "people/refresh.h"
#include "query/lists.h"
#include <errno.h>
#include <string.h>

static struct duelist_row *add_row(struct duelist *l, struct note *n, int id)
{
	struct arena *keep = &l->pick->arena;
	struct due_facts facts;
	due_facts_read(n, keep, l->rules.today, &facts);
	if (facts.never)
		return NULL;
	struct duelist_row *row = arena_alloc(keep, sizeof *row);
	*row = (struct duelist_row){.facts = facts, .id = id};
	l->rows = arena_more(keep, l->rows, l->n, sizeof(struct duelist_row *));
	return l->rows[l->n++] = row;
}

static void from_book(struct note *n, int id, void *ctx)
{
	struct duelist *l = ctx;
	lists_keep(&l->pick->index, &l->pick->book, n);
	if (note_is(n, "person") && query_match(l->pick->query, n, NULL))
		add_row(l, n, id);
}

static bool from_pick(struct note *n, void *ctx)
{
	struct duelist *l = ctx;
	const struct people *people = l->pick->people;
	struct duelist_row *row = add_row(l, n, people_id(people, n));
	if (row && l->pick->stream) {
		row->kept = arena_alloc(&l->pick->arena, sizeof *row->kept);
		*row->kept = note_keep(&l->pick->arena, n);
	}
	return true;
}

static void read_all(struct duelist *l)
{
	struct pick *p = l->pick;
	if (p->stream || query_needs_people(p->query)) {
		pick_read_people(p);
		pick_each(p, from_pick, l);
		return;
	}
	people_read(&p->index, &p->book, from_book, l);
	lists_mark(&p->index, &p->book);
	p->people = &p->index;
}

static int by_pressure(const void *x, const void *y)
{
	const struct duelist_row *a = *(struct duelist_row *const *)x, *b = *(struct duelist_row *const *)y;
	if (a->pressure != b->pressure)
		return a->pressure > b->pressure ? -1 : 1;
	if (a->due != b->due && (a->due == DATE_NONE || b->due == DATE_NONE))
		return a->due == DATE_NONE ? 1 : -1;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return str_cmp(a->facts.path, b->facts.path);
}

void duelist_judge(const struct duelist *l, const struct duelist_row *row, struct arena *a, struct due *out)
{
	struct pick *p = l->pick;
	struct events mentions = {0};
	if (row->id >= 0)
		mentions = due_mentions(a, p->people, row->id);
	due_judge(a, &row->facts, mentions, &l->rules, out);
	const struct refresh *refresh = refresh_of(p->people, row->id);
	if (refresh)
		due_refresh(a, &row->facts, refresh->list, refresh->span, &l->rules, out);
}

/* Keeps the rows of those who are due, most pressing first. */
static void judge_all(struct duelist *l, bool all)
{
	struct arena a = {0};
	struct due due;
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++) {
		struct duelist_row *row = l->rows[i];
		if (row->id >= 0 && row->id == l->pick->people->me)
			continue;
		arena_reset(&a);
		duelist_judge(l, row, &a, &due);
		row->pressure = due.pressure;
		row->due = due.date;
		if (due.holding || all)
			l->rows[n++] = row;
	}
	l->n = n;
	sorted_sort(l->rows, n, sizeof *l->rows, by_pressure);
	arena_release(&a);
}

bool duelist_note(
	const struct duelist *l, const struct duelist_row *row, struct arena *a, struct buf *buf, struct note *n)
{
	struct book *b = &l->pick->book;
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

void duelist_read(struct duelist *l, struct pick *p, struct span ahead, bool all)
{
	*l = (struct duelist){
		.pick = p, .rules = {.today = date_today(), .horizon = p->book.config.horizon, .ahead = ahead}};
	read_all(l);
	judge_all(l, all);
}
