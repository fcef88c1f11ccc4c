#include "views/duelist.h"

#include "base/diag.h"
#include "base/sorted.h"
#include "query/goals.h"
#include "query/lists.h"
#include "views/linked.h"
#include <string.h>

static struct duelist_row *add_row(struct duelist *l, struct note *n, int id)
{
	struct arena *keep = &l->pick->arena;
	struct duelist_row *row = arena_alloc(keep, sizeof *row);
	due_facts_read(n, keep, l->rules.today, &row->facts);
	if (row->facts.never)
		return NULL;
	row->facts.name = arena_dup(keep, sight_name(l->asked.reader, n));
	row->id = id;
	l->rows = arena_more(keep, l->rows, l->n, sizeof(struct duelist_row *));
	return l->rows[l->n++] = row;
}

static bool needs_load(const struct duelist *l)
{
	return l->asked.load || l->asked.early;
}

static void from_book(struct note *n, int id, void *ctx)
{
	struct duelist *l = ctx;
	if (l->asked.trials) /* first: it reads entries with their links, the others look at what is read */
		trials_note(&l->trials, n, id);
	lists_keep(&l->pick->index, &l->pick->book, n);
	goals_keep(&l->pick->index, &l->pick->book, n);
	if (needs_load(l))
		load_note(&l->load, n, id, l->rules.today);
	if (note_is(n, "person") && pick_matches(l->pick, n))
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
	if (p->stream || p->people || query_needs_people(p->query)) {
		pick_read_people(p);
		pick_each(p, from_pick, l);
		if (needs_load(l) && p->people)
			load_read(&l->load, &p->book, p->people);
		if (l->asked.trials && p->people)
			trials_read(&l->trials, &p->book, p->people);
		return;
	}
	people_read(&p->index, &p->book, from_book, l);
	lists_mark(&p->index, &p->book);
	p->people = &p->index;
	load_end(&l->load, p->people);
	if (l->asked.trials)
		trials_end(&l->trials, p->people);
}

static int by_pressure(const void *x, const void *y)
{
	const struct duelist_row *a = *(struct duelist_row *const *)x, *b = *(struct duelist_row *const *)y;
	if (a->holding != b->holding)
		return a->holding ? -1 : 1;
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
	struct due_facts facts = row->facts;
	struct events mentions = {0};
	if (row->id >= 0)
		mentions = due_mentions(a, p->people, row->id);
	if (l->naming) {
		struct linked linked = {&p->book, p->people, l->asked.reader};
		facts.open = events_copy(a, facts.open);
		linked_events(&linked, a, facts.open);
		linked_events(&linked, a, mentions);
	}
	due_judge(a, &facts, mentions, refresh_of(p->people, row->id), &l->rules, out);
	if (row->early)
		due_early(out);
}

static void judge(struct duelist *l, struct duelist_row *row, struct arena *a)
{
	struct due due;
	arena_reset(a);
	duelist_judge(l, row, a, &due);
	row->pressure = due.pressure;
	row->due = due.date;
	row->holding = due.holding;
}

/* The first open goal that a contact with them would serve; only of those who are due anyway. */
static void find_goal(struct duelist *l, struct duelist_row *row, struct arena *a, struct buf *buf)
{
	const struct people *p = l->pick->people;
	struct note n;
	arena_reset(a);
	if (!row->holding || !duelist_note(l, row, a, buf, &n))
		return;
	for (size_t i = 0; i < p->goal_count; i++)
		if (goals_served(p->goals[i], &n, p)) {
			row->facts.goal = p->goals[i]->name;
			row->facts.hides_goal = p->goals[i]->is_private;
			judge(l, row, a);
			return;
		}
}

static void find_goals(struct duelist *l, struct arena *a)
{
	struct buf buf = {0};
	for (size_t i = 0; l->pick->people && l->pick->people->goal_count && i < l->n; i++)
		find_goal(l, l->rows[i], a, &buf);
	buf_release(&buf);
}

static int by_end(const void *x, const void *y)
{
	const struct duelist_row *a = *(struct duelist_row *const *)x, *b = *(struct duelist_row *const *)y;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return str_cmp(a->facts.path, b->facts.path);
}

/* Those whose cadence ends next, as many as there is room for. */
static void take_early(struct duelist *l, struct arena *a, size_t room)
{
	struct duelist_row **could = arena_array(&l->pick->arena, l->n + 1, sizeof *could);
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++) {
		struct duelist_row *row = l->rows[i];
		row->early = !row->holding;
		if (!row->early)
			continue;
		judge(l, row, a);
		row->early = row->holding;
		if (row->early)
			could[n++] = row;
	}
	sorted_sort(could, n, sizeof *could, by_end);
	for (size_t i = room; i < n; i++) {
		could[i]->early = false;
		judge(l, could[i], a);
	}
}

static void fill_day(struct duelist *l, struct arena *a)
{
	long limit = l->pick->book.config.limit, room = l->asked.most < 0 ? limit : l->asked.most;
	if (load_ratio(&l->load, limit) > 1) {
		hint("--early adds nobody: the cadences ask for more than the limit of a day");
		return;
	}
	for (size_t i = 0; i < l->n; i++)
		room -= l->rows[i]->holding && l->rows[i]->pressure > 0; /* a birthday ahead is nothing to do yet */
	if (room > 0)
		take_early(l, a, (size_t)room);
}

static void judge_all(struct duelist *l)
{
	struct arena a = {0};
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++) {
		struct duelist_row *row = l->rows[i];
		if (row->id >= 0 && row->id == l->pick->people->me)
			continue;
		judge(l, row, &a);
		l->rows[n++] = row;
	}
	l->n = n;
	find_goals(l, &a);
	if (l->asked.early)
		fill_day(l, &a);
	for (size_t i = n = 0; i < l->n; i++)
		if (l->rows[i]->holding || l->asked.all)
			l->rows[n++] = l->rows[i];
	l->n = n;
	sorted_sort(l->rows, n, sizeof *l->rows, by_pressure);
	arena_release(&a);
}

bool duelist_note(
	const struct duelist *l, const struct duelist_row *row, struct arena *a, struct buf *buf, struct note *n)
{
	return pick_again(l->pick, row->kept, row->facts.path, a, buf, n);
}

void duelist_read(struct duelist *l, struct pick *p, struct duelist_asked asked)
{
	*l = (struct duelist){.pick = p,
		.asked = asked,
		.rules = {.today = date_today(),
			.horizon = p->book.config.horizon,
			.ahead = asked.ahead,
			.reader = asked.reader}};
	trials_begin(&l->trials, asked.reader);
	read_all(l);
	judge_all(l);
	l->naming = true;
}

str duelist_load(const struct duelist *l, struct arena *a)
{
	return load_words(a, &l->load, l->pick->book.config.limit);
}

void duelist_release(struct duelist *l)
{
	load_release(&l->load);
	trials_release(&l->trials);
}
