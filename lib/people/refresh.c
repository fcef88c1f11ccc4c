#include "people/refresh.h"

void refresh_offer(struct people *p, int id, struct refresh r)
{
	if (id < 0)
		return;
	if (!p->refreshes)
		p->refreshes = arena_array(&p->arena, p->names.paths.n, sizeof *p->refreshes);
	struct refreshes *list = &p->refreshes[id];
	list->v = arena_more(&p->arena, list->v, list->n, sizeof *list->v);
	list->v[list->n++] = r;
}

struct refreshes refresh_of(const struct people *p, int id)
{
	return p && p->refreshes && id >= 0 ? p->refreshes[id] : (struct refreshes){0};
}
