#include "views/occasions.h"

#include "base/sorted.h"
#include "views/dated.h"
#include "views/duelist.h"

struct giving {
	struct duelist list;
	struct arena arena; /* reset for each person */
	struct dated dated;
	struct dated_person person;
	occasion_fn *give;
	void *to;
};

static void give_day(struct giving *g, const struct due_facts *f, enum due_reason_kind kind, struct partial day)
{
	if (!day.day || !sight_sees(g->list.asked.reader, f->hidden >> kind & 1))
		return;
	struct occasion o = dated_yearly(&g->dated, &g->arena, &g->person, kind, day);
	g->give(&o, g->to);
}

static void give_reason(struct giving *g, const struct due_facts *f, const struct due_reason *r)
{
	date today = g->list.rules.today;
	if (r->reason == REASON_GOAL || dated_is_yearly(r->reason) || !sight_sees(g->list.asked.reader, r->is_private))
		return;
	struct occasion o = dated_once(&g->dated, &g->arena, &g->person, f, r, today, g->list.asked.reader);
	g->give(&o, g->to);
}

static int by_day(const void *x, const void *y)
{
	const struct due_reason *a = x, *b = y;
	if (a->date != b->date)
		return a->date < b->date ? -1 : 1;
	return a->reason != b->reason ? (a->reason < b->reason ? -1 : 1) : str_cmp(a->text, b->text);
}

static void give_person(struct giving *g, const struct duelist_row *row, struct buf *buf)
{
	struct note n;
	struct due due;
	arena_reset(&g->arena);
	if (!duelist_note(&g->list, row, &g->arena, buf, &n))
		return;
	g->person = dated_person(&g->arena, &n, row->facts.name);
	duelist_judge(&g->list, row, &g->arena, &due);
	give_day(g, &row->facts, REASON_BIRTHDAY, row->facts.birthday);
	give_day(g, &row->facts, REASON_ANNIVERSARY, row->facts.anniversary);
	sorted_sort(due.v, due.n, sizeof *due.v, by_day);
	for (size_t i = 0; i < due.n; i++)
		give_reason(g, &row->facts, &due.v[i]);
}

static int by_path(const void *x, const void *y)
{
	const struct duelist_row *a = *(struct duelist_row *const *)x, *b = *(struct duelist_row *const *)y;
	return str_cmp(a->facts.path, b->facts.path);
}

void occasions_each(struct pick *p, enum reader reader, occasion_fn *give, void *to)
{
	struct giving g = {.give = give, .to = to};
	struct buf buf = {0};
	duelist_read(&g.list, p, (struct duelist_asked){.all = true, .reader = reader, .most = -1});
	sorted_sort(g.list.rows, g.list.n, sizeof *g.list.rows, by_path);
	for (size_t i = 0; i < g.list.n; i++)
		give_person(&g, g.list.rows[i], &buf);
	duelist_release(&g.list);
	dated_release(&g.dated);
	buf_release(&buf);
	arena_release(&g.arena);
}
