#include "people/index.h"

#include "base/sorted.h"

/* While the book is read: links of entries, resolved when all names are known. */
struct pending {
	struct link link;
	int event, from;
};

struct gathering {
	struct people *people;
	void (*visit)(struct note *n, int id, void *ctx);
	void *ctx;
	struct arena arena; /* for what is pending only */
	struct pending *pending;
	size_t n;
};

static void keep_event(struct gathering *g, struct note *n, const struct entry *e, int id)
{
	struct people *p = g->people;
	struct event v = event_of(n, e, p->today);
	v.path = p->names.paths.v[id];
	v.kind = arena_dup(&p->arena, v.kind);
	v.text = arena_dup(&p->arena, v.text);
	v.time = arena_dup(&p->arena, v.time);
	event_add(&p->arena, &p->events, v);
	for (size_t i = 0; i < e->links.n; i++) {
		struct link link = e->links.v[i];
		link.target = arena_dup(&g->arena, link.target);
		g->pending = arena_more(&g->arena, g->pending, g->n, sizeof *g->pending);
		g->pending[g->n++] = (struct pending){link, (int)p->events.n - 1, id};
	}
}

static bool gather(struct note *n, void *ctx)
{
	struct gathering *g = ctx;
	if (!note_ok(n))
		return true;
	int id = names_add(&g->people->names, n);
	bool person = note_is(n, "person");
	g->people->persons = arena_more(&g->people->arena, g->people->persons, (size_t)id, sizeof *g->people->persons);
	g->people->persons[id] = person;
	if (!person) {
		const struct entries *entries = note_entries(n);
		for (size_t i = 0; i < entries->n; i++)
			if (entries->v[i].links.n)
				keep_event(g, n, &entries->v[i], id);
	}
	if (g->visit)
		g->visit(n, id, g->ctx);
	return true;
}

static int by_person(const void *x, const void *y)
{
	const struct event_mention *a = x, *b = y;
	return a->person != b->person ? (a->person < b->person ? -1 : 1) : (a->event > b->event) - (a->event < b->event);
}

/* An entry is everybody's it links to, once each, but not of oneself alone. */
static void resolve(struct gathering *g)
{
	struct people *p = g->people;
	struct arena scratch = {0};
	for (size_t i = 0; i < g->n; i++) {
		struct pending *at = &g->pending[i];
		arena_reset(&scratch);
		int id = names_link(&p->names, &scratch, &at->link, p->names.paths.v[at->from]);
		if (id < 0 || !p->persons[id])
			continue;
		p->mentions = arena_more(&p->arena, p->mentions, p->mention_count, sizeof *p->mentions);
		p->mentions[p->mention_count++] = (struct event_mention){id, at->event};
	}
	arena_release(&scratch);
	p->mention_count = sorted_unique(p->mentions, p->mention_count, sizeof *p->mentions, by_person);
}

void people_read(struct people *p, struct book *b, void (*visit)(struct note *n, int id, void *ctx), void *ctx)
{
	*p = (struct people){.today = date_today(), .me = NAMES_NONE};
	p->backlinks = backlinks_new(&p->arena, b, &p->names);
	struct gathering g = {.people = p, .visit = visit, .ctx = ctx};
	struct book_walk w = {.visit = gather, .ctx = &g};
	book_walk(b, &w);
	resolve(&g);
	if (b->config.me.n)
		p->me = names_me(&p->names, b->config.me);
	arena_release(&g.arena);
}

int people_id(const struct people *p, const struct note *n)
{
	return p && n->path.p && !n->is_new ? names_path(&p->names, n->path) : NAMES_NONE;
}

bool people_is_person(const struct people *p, int id)
{
	return id >= 0 && p->persons[id];
}

static int by_whom(const void *mention, const void *id)
{
	return sorted_int(&((const struct event_mention *)mention)->person, id);
}

void people_mentions(const struct people *p, int id, size_t *first, size_t *end)
{
	*first = sorted_first(p->mentions, p->mention_count, sizeof *p->mentions, &id, by_whom);
	*end = sorted_end(p->mentions, p->mention_count, sizeof *p->mentions, &id, by_whom);
}

/* Oldest first, those without a date last; equals stay in the order they were found. */
static int by_date(const void *x, const void *y)
{
	const struct event *a = x, *b = y;
	if (a->date != b->date) {
		if (a->date == DATE_NONE || b->date == DATE_NONE)
			return a->date == DATE_NONE ? 1 : -1;
		return a->date < b->date ? -1 : 1;
	}
	return (a->order > b->order) - (a->order < b->order);
}

struct events people_events(struct note *n, const struct people *p, date today)
{
	struct events list = event_own(n, today);
	int id = people_id(p, n);
	size_t at = 0, end = 0;
	if (id >= 0 && note_is(n, "person"))
		people_mentions(p, id, &at, &end);
	for (; at < end; at++)
		event_add(n->arena, &list, p->events.v[p->mentions[at].event]);
	for (size_t i = 0; i < list.n; i++)
		list.v[i].order = i;
	sorted_sort(list.v, list.n, sizeof *list.v, by_date);
	return list;
}

void people_release(struct people *p)
{
	names_release(&p->names);
	arena_release(&p->arena);
}
