#include "face/tiesheet.h"

#include "views/tierows.h"

#define COLUMNS(count, list, path, head)                                                                               \
	{                                                                                                              \
		{.name = "name"}, {count, REPORT_NUMBER, NULL}, {list, REPORT_LIST, NULL}, {.name = (path)},           \
			{.name = (head)},                                                                              \
		{                                                                                                      \
			.name = NULL                                                                                   \
		}                                                                                                      \
	}

const struct tiesheet_view tiesheet_views[TIESHEET_VIEWS] = {
	[TIESHEET_BRIDGES] = {ties_bridges, "name,hangs,path", "name,hangs,who", COLUMNS("hangs", "who", "path", NULL)},
	[TIESHEET_GROUPS] = {ties_groups, "group,name,path", "group,size,who", COLUMNS("size", "who", "path", "group")},
	[TIESHEET_HUBS] = {ties_hubs, "name,ties,path", "name,ties,group,nearest",
		COLUMNS("ties", "nearest", "path", "group")},
	[TIESHEET_ISLANDS] = {ties_islands, "island,size,name,path", "island,size,who",
		COLUMNS("size", "who", "path", "island")},
	[TIESHEET_MISSING] = {ties_missing, "name,links,where", "name,links,where",
		COLUMNS("links", "where", NULL, NULL)},
};

void tiesheet_row(struct report *r, const struct ties *t, const struct ties_row *row)
{
	report_text(r, TIESHEET_NAME, row->name);
	report_number(r, TIESHEET_COUNT, row->count);
	report_list(r, TIESHEET_LIST, row->list);
	if (r->all > TIESHEET_PATH && row->node != NETWORK_NONE)
		report_text(r, TIESHEET_PATH, t->g->nodes[row->node].path);
	if (r->all > TIESHEET_HEAD)
		report_text(r, TIESHEET_HEAD, row->head);
	report_row(r);
}
