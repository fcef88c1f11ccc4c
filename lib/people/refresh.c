#include "people/refresh.h"

void refresh_offer(struct people *p, int id, struct refresh r)
{
	if (id < 0)
		return;
	if (!p->refreshes)
		p->refreshes = arena_array(&p->arena, p->names.paths.n, sizeof *p->refreshes);
	struct refresh *best = &p->refreshes[id];
	if (!best->span.unit || span_days(r.span) < span_days(best->span))
		*best = r;
}

const struct refresh *refresh_of(const struct people *p, int id)
{
	return p && p->refreshes && id >= 0 && p->refreshes[id].span.unit ? &p->refreshes[id] : NULL;
}
