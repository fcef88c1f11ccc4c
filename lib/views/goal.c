#include "views/goal.h"

#include "base/sorted.h"
#include <math.h>

#define MOST_NAMES 5

void goal_keep(struct goal_list *l, struct note *n)
{
	if (!note_is(n, "goal"))
		return;
	struct goal *g = goals_read(&l->pick->arena, &l->pick->book, n, l->reader);
	if (!sight_sees(l->reader, g->is_private) || (g->archived && !l->all)) {
		query_release(g->query);
		return;
	}
	l->v = arena_more(&l->pick->arena, l->v, l->n, sizeof *l->v);
	l->v[l->n++] = (struct goal_row){.goal = g, .pace = -1};
}

static bool keep(struct note *n, void *ctx)
{
	goal_keep(ctx, n);
	return true;
}

/* Who counts for a goal, while the book is read. */
struct counting {
	struct goal_list *list;
	bool movers;     /* who would move them is asked, too */
	bool **counts;   /* by goal, by id */
	struct map seen; /* entries of other notes that were counted: one with two people is one */
	struct counting_tie {
		int from, to; /* ids of people: the note of one links to the other */
	} * ties;
	size_t tie_count;
	str *names; /* by id, of people */
};

static bool is_counted_twice(struct counting *c, struct note *n, size_t goal, const struct event *e)
{
	struct arena *keep = &c->list->pick->arena;
	if (str_eq(e->path, n->path))
		return false;
	str key = arena_printf(n->arena, "%zu:%zu:" FMT, goal, e->line, ARG(e->path));
	if (map_get(&c->seen, key))
		return true;
	map_put(&c->seen, arena_dup(keep, key), c);
	return false;
}

static void count_entries(struct counting *c, struct note *n, size_t goal)
{
	struct goal_row *row = &c->list->v[goal];
	struct events events = people_events(n, c->list->pick->people, c->list->today);
	for (size_t i = 0; i < events.n; i++) {
		if (!sight_sees(c->list->reader, events.v[i].is_private) ||
			!goals_counts(row->goal, n->arena, &events.v[i], c->list->today) ||
			is_counted_twice(c, n, goal, &events.v[i]))
			continue;
		row->days = arena_more(&c->list->pick->arena, row->days, (size_t)row->done, sizeof *row->days);
		row->days[row->done++] = events.v[i].date;
	}
}

static void keep_ties(struct counting *c, struct note *n, int from)
{
	const struct people *p = c->list->pick->people;
	const struct links *links = note_links(n);
	for (size_t i = 0; i < links->n; i++) {
		int to = names_link(&p->names, n->arena, &links->v[i], n->path);
		if (to == from || !people_is_person(p, to) || !sight_at(c->list->reader, n, links->v[i].at))
			continue;
		c->ties = arena_more(&c->list->pick->arena, c->ties, c->tie_count, sizeof *c->ties);
		c->ties[c->tie_count++] = (struct counting_tie){from, to};
	}
}

static bool count(struct note *n, void *ctx)
{
	struct counting *c = ctx;
	const struct people *p = c->list->pick->people;
	int id = note_ok(n) && note_is(n, "person") ? people_id(p, n) : NAMES_NONE;
	if (id < 0 || id == p->me)
		return true;
	if (c->movers)
		c->names[id] = arena_dup(&c->list->pick->arena, sight_name(c->list->reader, n));
	for (size_t i = 0; i < c->list->n; i++) {
		struct goal_row *row = &c->list->v[i];
		if (!row->goal->query || !query_match(row->goal->query, n, p))
			continue;
		c->counts[i][id] = true;
		if (row->goal->entries)
			count_entries(c, n, i);
		else
			row->done++;
	}
	if (c->movers)
		keep_ties(c, n, id);
	return true;
}

static void add_name(struct counting *c, struct strs *list, str name)
{
	if (list->n < MOST_NAMES && !strs_has(*list, name))
		strs_add(&c->list->pick->arena, list, name);
}

static int by_from(const void *x, const void *y)
{
	const struct counting_tie *a = x, *b = y;
	return a->from != b->from ? (a->from > b->from ? 1 : -1) : (a->to > b->to) - (a->to < b->to);
}

static int of_person(const void *tie, const void *id)
{
	return sorted_int(&((const struct counting_tie *)tie)->from, id);
}

/* Whom they know who counts: the first by path. */
static str known_by(const struct counting *c, const bool *counts, int id)
{
	size_t at = sorted_first(c->ties, c->tie_count, sizeof *c->ties, &id, of_person);
	for (; at < c->tie_count && c->ties[at].from == id; at++)
		if (counts[c->ties[at].to])
			return c->names[c->ties[at].to];
	return (str){0};
}

/* Those due, most pressing first. */
static void find_movers(struct counting *c, struct duelist *due)
{
	struct arena a = {0}, *keep = &c->list->pick->arena;
	struct buf buf = {0};
	for (size_t i = 0; i < due->n; i++) {
		struct note n;
		int id = due->rows[i]->id;
		arena_reset(&a);
		if (id < 0 || !duelist_note(due, due->rows[i], &a, &buf, &n))
			continue;
		for (size_t g = 0; g < c->list->n; g++) {
			struct goal_row *row = &c->list->v[g];
			if (!row->goal->query || !goals_open(row->goal, c->list->today))
				continue;
			str knows = known_by(c, c->counts[g], id);
			if (c->counts[g][id] || goals_served(row->goal, &n, c->list->pick->people))
				add_name(c, &row->movers, c->names[id]);
			else if (knows.n)
				add_name(c, &row->knowers,
					arena_printf(keep, FMT " (knows " FMT ")", ARG(c->names[id]), ARG(knows)));
		}
	}
	buf_release(&buf);
	arena_release(&a);
}

/* Ties are heard at both ends. */
static void settle_ties(struct counting *c)
{
	size_t n = c->tie_count;
	for (size_t i = 0; i < n; i++) {
		c->ties = arena_more(&c->list->pick->arena, c->ties, c->tie_count, sizeof *c->ties);
		c->ties[c->tie_count++] = (struct counting_tie){c->ties[i].to, c->ties[i].from};
	}
	c->tie_count = sorted_unique(c->ties, c->tie_count, sizeof *c->ties, by_from);
}

/* due: those who may move them; NULL: that is not asked. */
static void count_all(struct goal_list *l, struct duelist *due)
{
	struct arena *keep = &l->pick->arena;
	size_t ids = l->pick->people->names.paths.n;
	struct counting c = {.list = l,
		.movers = due != NULL,
		.counts = arena_array(keep, l->n, sizeof(bool *)),
		.names = arena_array(keep, ids + 1, sizeof *c.names)};
	struct book_walk w = {.visit = count, .ctx = &c};
	for (size_t i = 0; i < l->n; i++)
		c.counts[i] = arena_array(keep, ids + 1, sizeof *c.counts[i]);
	book_walk(&l->pick->book, &w);
	if (due) {
		settle_ties(&c);
		find_movers(&c, due);
	}
	map_release(&c.seen);
}

/* From since through today it was so much, so from since through by it comes to. */
static void set_pace(const struct goal_list *l, struct goal_row *row)
{
	const struct goal *g = row->goal;
	if (!g->query || g->since == DATE_NONE || g->by == DATE_NONE || g->since > l->today || g->by < g->since)
		return;
	int gone = (l->today < g->by ? l->today : g->by) - g->since + 1, all = g->by - g->since + 1;
	row->pace = (long)floor((double)row->done * all / gone + .5);
}

/* What has its day first comes first; what has none last. */
static int by_day(const void *x, const void *y)
{
	const struct goal *a = ((const struct goal_row *)x)->goal, *b = ((const struct goal_row *)y)->goal;
	if (a->by != b->by)
		return a->by == DATE_NONE ? 1 : b->by == DATE_NONE ? -1 : a->by < b->by ? -1 : 1;
	return str_cmp(a->path, b->path);
}

static void settle(struct goal_list *l, struct duelist *due)
{
	count_all(l, due);
	for (size_t i = 0; i < l->n; i++)
		set_pace(l, &l->v[i]);
	sorted_sort(l->v, l->n, sizeof *l->v, by_day);
}

void goal_begin(struct goal_list *l, struct pick *p, enum reader reader, bool all)
{
	*l = (struct goal_list){.pick = p, .reader = reader, .all = all, .today = date_today()};
}

void goal_count(struct goal_list *l)
{
	if (l->n && l->pick->people)
		settle(l, NULL);
}

void goal_read(struct goal_list *l, struct pick *p, enum reader reader, bool all)
{
	goal_begin(l, p, reader, all);
	pick_each(p, keep, l);
	if (!l->n || p->book.fd < 0)
		return;
	struct duelist due;
	pick_everybody(p);
	duelist_read(&due, p, (struct duelist_asked){.most = -1});
	settle(l, &due);
	duelist_release(&due);
}

void goal_release(struct goal_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		query_release(l->v[i].goal->query);
}

static str raise_to(struct arena *a, long done)
{
	long more = done + (done + 3) / 4;
	return arena_printf(a, "met: archive it, or raise target to %ld", more > done ? more : done + 1);
}

str goal_words(const struct goal_list *l, struct arena *a, const struct goal_row *row)
{
	const struct goal *g = row->goal;
	int left = g->by == DATE_NONE ? 0 : g->by - l->today;
	if (!g->query)
		return S("counts nobody: say whom in count, such as count: tag:speaker");
	str text = g->target ? arena_printf(a, "%ld of %ld", row->done, g->target)
			     : arena_printf(a, "%ld, no target", row->done);
	if (g->since != DATE_NONE && g->since > l->today)
		return arena_printf(a, FMT ", begins " FMT, ARG(text), ARG(date_str(a, g->since)));
	if (g->target && row->done >= g->target)
		return arena_printf(a, FMT ", " FMT, ARG(text), ARG(raise_to(a, row->done)));
	if (g->by != DATE_NONE && left < 0)
		return arena_printf(a, FMT ", over since " FMT, ARG(text), ARG(date_str(a, g->by)));
	if (g->by != DATE_NONE)
		text = arena_printf(a, FMT ", %s", ARG(text), left ? "" : "the last day is today");
	if (left)
		text = arena_printf(a, FMT "%d %s left", ARG(text), left, left == 1 ? "day" : "days");
	return row->pace < 0 ? text : arena_printf(a, FMT ", at this pace %ld", ARG(text), row->pace);
}
