#include "face/tiesheet.h"

#include "views/tierows.h"

enum { NAME, COUNT, LIST, PATH, HEAD };

#define COLUMNS(count, list, path, head)                                                                               \
	{                                                                                                              \
		{.name = "name"}, {count, REPORT_NUMBER, NULL}, {list, REPORT_LIST, NULL}, {.name = (path)},           \
			{.name = (head)},                                                                              \
		{                                                                                                      \
			.name = NULL                                                                                   \
		}                                                                                                      \
	}

const struct tiesheet_view tiesheet_views[TIESHEET_VIEWS] = {
	[TIESHEET_BRIDGES] = {ties_bridges, "name,hangs,path", "name,hangs,who", false,
		COLUMNS("hangs", "who", "path", NULL)},
	[TIESHEET_GROUPS] = {ties_groups, "group,name,path", "group,size,who", true,
		COLUMNS("size", "who", "path", "group")},
	[TIESHEET_HUBS] = {ties_hubs, "name,ties,path", "name,ties,group,nearest", false,
		COLUMNS("ties", "nearest", "path", "group")},
	[TIESHEET_ISLANDS] = {ties_islands, "island,size,name,path", "island,size,who", true,
		COLUMNS("size", "who", "path", "island")},
	[TIESHEET_MISSING] = {ties_missing, "name,links,where", "name,links,where", false,
		COLUMNS("links", "where", NULL, NULL)},
};

/* Parts are told node by node where programs read, and where nobody asks who is in them. */
void tiesheet_make(struct ties *t, const struct tiesheet_view *view, const struct report *r)
{
	bool who = report_shows(r, LIST);
	view->make(t, who && !(view->parts && r->form == 'j'));
}

void tiesheet_row(struct report *r, const struct ties *t, const struct ties_row *row)
{
	report_text(r, NAME, row->name);
	report_number(r, COUNT, row->count);
	report_list(r, LIST, row->list);
	if (r->all > PATH && row->node != NETWORK_NONE)
		report_text(r, PATH, t->g->nodes[row->node].path);
	if (r->all > HEAD)
		report_text(r, HEAD, row->head);
	report_row(r);
}
