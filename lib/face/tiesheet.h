/* tiesheet: rows of ties as a report, each view with columns of its own. */
#ifndef NT_TIESHEET_H
#define NT_TIESHEET_H

#include "face/report.h"
#include "views/ties.h"

enum { TIESHEET_BRIDGES, TIESHEET_GROUPS, TIESHEET_HUBS, TIESHEET_ISLANDS, TIESHEET_MISSING, TIESHEET_VIEWS };

struct tiesheet_view {
	void (*make)(struct ties *t, bool whole);
	const char *lines, *table; /* the columns of each */
	bool parts;                /* a row may be of several */
	struct report_column columns[6];
};
extern const struct tiesheet_view tiesheet_views[TIESHEET_VIEWS];

/* The rows of the view, as the report's columns want them. */
void tiesheet_make(struct ties *t, const struct tiesheet_view *view, const struct report *r);
void tiesheet_row(struct report *r, const struct ties *t, const struct ties_row *row);

#endif
