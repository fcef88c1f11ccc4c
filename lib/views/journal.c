#include "views/journal.h"

#include "base/diag.h"
#include "base/utf8.h"
#include "base/sorted.h"
#include "book/resolve.h"

void journal_begin(struct journal *j, struct pick *p)
{
	*j = (struct journal){.pick = p, .days = DATE_RANGE_ALL, .technique = NAMES_NONE};
	pick_read_people(p);
	j->today = p->people ? p->people->today : date_today();
	size_t n = p->people ? p->people->names.paths.n : 0;
	j->chosen = arena_array(&p->arena, n, sizeof *j->chosen);
	j->names = arena_array(&p->arena, n, sizeof *j->names);
}

bool journal_about(struct journal *j, const char *technique)
{
	struct book *b = &j->pick->book;
	struct buf buf = {0};
	struct note n;
	if (b->fd < 0)
		warn("--technique needs a book");
	else if (resolve_technique(b, &j->scratch, &buf, str_of(technique), &n))
		j->technique = people_id(j->pick->people, &n);
	buf_release(&buf);
	return j->technique >= 0;
}

/* All that can be told without the links. */
static bool passes(struct journal *j, const struct event *e)
{
	if (!sight_sees(j->reader, e->is_private) || (j->open && e->state != ENTRY_OPEN) || !date_within(j->days, e->date))
		return false;
	if (j->past && e->date > j->today)
		return false;
	if (!j->kinds.n)
		return !(j->past && e->box && e->state == ENTRY_OPEN);
	arena_reset(&j->scratch);
	return e->kind.p && strs_has(j->kinds, utf8_fold(&j->scratch, e->kind));
}

static struct entries entries_of(const struct journal *j, struct note *n)
{
	return j->technique >= 0 || j->keep_links ? note_linked_entries(n) : *note_entries(n);
}

static int link_id(const struct journal *j, struct note *n, const struct link *link)
{
	return j->pick->people ? names_link(&j->pick->people->names, n->arena, link, n->path) : NAMES_NONE;
}

static bool tries(const struct journal *j, struct note *n, const struct entry *e)
{
	bool found = j->technique < 0;
	for (size_t i = 0; i < e->links.n && !found; i++)
		found = link_id(j, n, &e->links.v[i]) == j->technique;
	return found;
}

struct ids {
	int *v;
	size_t n;
};

static void add_id(struct arena *a, struct ids *list, int id)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i] == id)
			return;
	list->v = arena_more(a, list->v, list->n, sizeof *list->v);
	list->v[list->n++] = id;
}

/* Whose it is: nt-note(5), "Entries". */
static struct ids owners(const struct journal *j, struct note *n, const struct entry *e)
{
	struct ids list = {0};
	int self = people_id(j->pick->people, n);
	if (note_is(n, "person")) {
		if (self >= 0)
			add_id(n->arena, &list, self);
		return list;
	}
	for (size_t i = 0; i < e->links.n; i++) {
		int id = link_id(j, n, &e->links.v[i]);
		if (people_is_person(j->pick->people, id))
			add_id(n->arena, &list, id);
	}
	return list;
}

/* "9:30" and "18:30:05" in seconds. */
static int clock_of(str time)
{
	long total = 0, number;
	str piece;
	int parts = 0;
	if (!time.n)
		return -1;
	for (; parts < 3 && str_cut(&time, ':', &piece) && str_long(piece, &number); parts++)
		total = total * 60 + number;
	for (; parts < 3; parts++)
		total *= 60;
	return (int)total;
}

static void keep(struct journal *j, str path, str home, const struct entry *e, struct event v, struct ids people)
{
	struct arena *a = &j->pick->arena;
	struct journal_line line = {.event = v, .clock = clock_of(v.time), .home = home, .people_count = people.n};
	line.settled = v.date != DATE_NONE && (!j->open || v.box);
	line.event.path = path;
	line.event.kind = arena_dup(a, v.kind);
	line.event.text = arena_dup(a, v.text);
	line.event.time = arena_dup(a, v.time);
	int *ids = arena_array(a, people.n, sizeof *ids);
	for (size_t i = 0; i < people.n; i++)
		ids[i] = people.v[i];
	line.people = ids;
	for (size_t i = 0; j->keep_links && i < e->links.n; i++)
		strs_add(a, &line.links, arena_dup(a, e->links.v[i].target));
	j->v = arena_more(a, j->v, j->n, sizeof *j->v);
	j->v[j->n++] = line;
}

static bool any_chosen(const struct journal *j, struct ids people)
{
	for (size_t i = 0; i < people.n; i++)
		if (j->chosen[people.v[i]])
			return true;
	return false;
}

/* Keeps the entries that pass; all: also those about nobody who was chosen. */
static void take_entries(struct journal *j, struct note *n, bool all)
{
	struct entries entries = entries_of(j, n);
	str path = {0}, home = {0};
	for (size_t i = 0; i < entries.n; i++) {
		const struct entry *e = &entries.v[i];
		struct event v = event_of(n, e, j->today);
		if (!passes(j, &v) || !tries(j, n, e))
			continue;
		struct ids people = owners(j, n, e);
		if (!all && !any_chosen(j, people))
			continue;
		if (!home.p) {
			path = arena_dup(&j->pick->arena, n->path);
			home = arena_dup(&j->pick->arena, sight_name(j->reader, n));
		}
		keep(j, path, home, e, v, people);
	}
}

static bool visit(struct note *n, void *ctx)
{
	struct journal *j = ctx;
	struct arena *a = &j->pick->arena;
	int id = people_id(j->pick->people, n);
	if (n->path.p && !n->is_new) {
		if (map_get(&j->seen, n->path))
			return true; /* for the second time on a stream */
		map_put(&j->seen, arena_dup(a, n->path), j);
	}
	if (people_is_person(j->pick->people, id)) {
		j->chosen[id] = true;
		j->names[id] = arena_dup(a, sight_name(j->reader, n));
	}
	take_entries(j, n, true);
	if (j->also)
		j->also(n, j->to);
	return true;
}

/* By index of the people's events: those that pass, in notes not chosen, about a person who is. */
static bool *wanted_events(struct journal *j, const struct people *p)
{
	bool *wanted = arena_array(&j->pick->arena, p->events.n, sizeof *wanted);
	for (size_t i = 0; i < p->mention_count; i++) {
		const struct event *e = &p->events.v[p->mentions[i].event];
		if (j->chosen[p->mentions[i].person] && passes(j, e) && !map_get(&j->seen, e->path))
			wanted[p->mentions[i].event] = true;
	}
	return wanted;
}

/* The people's events of one note stand side by side: each note is read once. */
static void read_others(struct journal *j, const struct people *p)
{
	bool *wanted = wanted_events(j, p);
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	str last = {0};
	for (size_t i = 0; i < p->events.n; i++) {
		str path = p->events.v[i].path;
		if (!wanted[i] || path.p == last.p)
			continue;
		last = path;
		arena_reset(&a);
		if (book_load(&j->pick->book, &a, &buf, path, &n) && note_ok(&n))
			take_entries(j, &n, false);
	}
	buf_release(&buf);
	arena_release(&a);
}

static int compare(int a, int b)
{
	return (a > b) - (a < b);
}

static int by_time(const void *x, const void *y)
{
	const struct journal_line *a = x, *b = y;
	int order = b->settled - a->settled;
	if (!order && (a->event.date == DATE_NONE) != (b->event.date == DATE_NONE))
		return a->event.date == DATE_NONE ? 1 : -1;
	if (!order)
		order = compare(a->event.date, b->event.date);
	if (!order)
		order = compare(a->clock, b->clock);
	if (!order)
		order = str_cmp(a->event.path, b->event.path);
	return order ? order : (a->event.line > b->event.line) - (a->event.line < b->event.line);
}

static void sort(struct journal *j)
{
	size_t settled = 0;
	sorted_sort(j->v, j->n, sizeof *j->v, by_time);
	while (settled < j->n && j->v[settled].settled)
		settled++;
	for (size_t i = 0; j->reverse && i < settled / 2; i++) {
		struct journal_line line = j->v[i];
		j->v[i] = j->v[settled - 1 - i];
		j->v[settled - 1 - i] = line;
	}
}

void journal_read(struct journal *j)
{
	pick_each(j->pick, visit, j);
	if (j->pick->people)
		read_others(j, j->pick->people);
	sort(j);
}

/* The entry behind an event of another note, read again for its links. */
static bool event_tries(struct journal *j, const struct event *event)
{
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	bool found = false;
	if (book_load(&j->pick->book, &a, &buf, event->path, &n) && note_ok(&n)) {
		const struct entries *entries = note_entries(&n);
		for (size_t i = 0; i < entries->n && !found; i++)
			found = note_line(&n, entries->v[i].line) == event->line && tries(j, &n, &entries->v[i]);
	}
	buf_release(&buf);
	arena_release(&a);
	return found;
}

static bool has_own(struct journal *j, struct note *n)
{
	struct entries entries = entries_of(j, n);
	for (size_t i = 0; i < entries.n; i++) {
		struct event e = event_of(n, &entries.v[i], j->today);
		if (passes(j, &e) && tries(j, n, &entries.v[i]))
			return true;
	}
	return false;
}

bool journal_has(struct journal *j, struct note *n)
{
	const struct people *p = j->pick->people;
	size_t at = 0, end = 0;
	int id = people_id(p, n);
	if (has_own(j, n))
		return true;
	if (id >= 0 && note_is(n, "person"))
		people_mentions(p, id, &at, &end);
	for (; at < end; at++) {
		const struct event *e = &p->events.v[p->mentions[at].event];
		if (passes(j, e) && (j->technique < 0 || event_tries(j, e)))
			return true;
	}
	return false;
}

static str name_of(struct journal *j, int id)
{
	str path = j->pick->people->names.paths.v[id];
	struct arena a = {0};
	struct buf buf = {0};
	struct note n;
	if (j->names[id].p)
		return j->names[id];
	bool loaded = book_load(&j->pick->book, &a, &buf, path, &n) && note_ok(&n);
	j->names[id] = arena_dup(&j->pick->arena, loaded ? sight_name(j->reader, &n) : names_without_md(str_base(path)));
	buf_release(&buf);
	arena_release(&a);
	return j->names[id];
}

struct strs journal_names(struct journal *j, struct arena *a, const struct journal_line *line)
{
	struct strs names = {0};
	for (size_t i = 0; i < line->people_count; i++)
		strs_add(a, &names, name_of(j, line->people[i]));
	if (!line->people_count)
		strs_add(a, &names, line->home);
	return names;
}

int journal_overdue(const struct journal *j, const struct event *e)
{
	bool late = e->state == ENTRY_OPEN && e->box && e->date != DATE_NONE && e->date < j->today;
	return late ? j->today - e->date : 0;
}

void journal_release(struct journal *j)
{
	map_release(&j->seen);
	arena_release(&j->scratch);
}
