#include "views/favors.h"

struct reading {
	struct ledger *ledger;
	struct pick *pick;
	struct map seen; /* paths: a stream may have a note twice */
};

static bool needs_places(const struct ledger *l)
{
	return l->by == LEDGER_ORG || l->by == LEDGER_GROUP;
}

static void from_book(struct note *n, int id, void *ctx)
{
	struct reading *r = ctx;
	if (needs_places(r->ledger))
		ledger_place(r->ledger, n, id);
	if (pick_matches(r->pick, n))
		ledger_person(r->ledger, n, id);
}

static bool from_pick(struct note *n, void *ctx)
{
	struct reading *r = ctx;
	if (n->path.p && !n->is_new) {
		if (map_get(&r->seen, n->path))
			return true;
		map_put(&r->seen, arena_dup(&r->pick->arena, n->path), r);
	}
	ledger_person(r->ledger, n, people_id(r->pick->people, n));
	return true;
}

static bool place(struct note *n, void *ctx)
{
	struct reading *r = ctx;
	int id = people_id(r->pick->people, n);
	if (id >= 0 && note_ok(n))
		ledger_place(r->ledger, n, id);
	return true;
}

/* The people of the book first: a stream is read once, and a query may ask for what others say. */
static void read_twice(struct reading *r)
{
	struct book_walk w = {.visit = place, .ctx = r};
	pick_read_people(r->pick);
	pick_each(r->pick, from_pick, r);
	if (needs_places(r->ledger) && r->pick->people)
		book_walk(&r->pick->book, &w);
}

void favors_read(struct ledger *l, struct pick *p)
{
	static const enum circle_kind kinds[] = {[LEDGER_TAG] = CIRCLE_TAG,
		[LEDGER_ORG] = CIRCLE_ORG,
		[LEDGER_GROUP] = CIRCLE_GROUP,
		[LEDGER_YEAR] = CIRCLE_NONE};
	struct reading r = {.ledger = l, .pick = p};
	l->today = date_today();
	l->circles.kind = kinds[l->by];
	l->circles.reader = l->reader;
	if (p->stream || query_needs_people(p->query)) {
		read_twice(&r);
	} else {
		people_read(&p->index, &p->book, from_book, &r);
		p->people = &p->index;
	}
	ledger_end(l, p->people);
	map_release(&r.seen);
}
