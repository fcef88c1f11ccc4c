#include "views/rank.h"

#include "base/utf8.h"
#include "people/due.h"

struct rank rank_note(struct arena *keep, struct note *n, int id, const struct people *p)
{
	struct rank r = {.id = id, .over = due_over(n), .path = p->names.paths.v[id]};
	r.sortkey = arena_dup(keep, utf8_sortkey(n->arena, note_name(n)));
	struct events own = event_own(n, p->today);
	standing_init(&r.standing);
	for (size_t i = 0; i < own.n; i++)
		standing_add(&r.standing, &own.v[i], p->today);
	return r;
}

void rank_mentions(struct rank *r, const struct people *p)
{
	struct standing *s = &r->standing;
	size_t at, end;
	for (people_mentions(p, r->id, &at, &end); at < end; at++)
		standing_add(s, &p->events.v[p->mentions[at].event], p->today);
	r->lately = s->last != DATE_NONE && s->last > p->today - RANK_LATELY;
}

int rank_compare(const struct rank *x, bool x_begins, const struct rank *y, bool y_begins)
{
	if (x->over != y->over)
		return x->over ? 1 : -1;
	if (x_begins != y_begins)
		return x_begins ? -1 : 1;
	if (x->lately != y->lately)
		return x->lately ? -1 : 1;
	if (x->standing.contacts != y->standing.contacts)
		return x->standing.contacts > y->standing.contacts ? -1 : 1;
	if (x->standing.last != y->standing.last)
		return x->standing.last > y->standing.last ? -1 : 1;
	int order = str_cmp(x->sortkey, y->sortkey);
	return order ? order : str_cmp(x->path, y->path);
}
