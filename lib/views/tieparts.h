/* tieparts: the parts of a graph as rows: islands, and groups by their hub. */
#ifndef NT_TIEPARTS_H
#define NT_TIEPARTS_H

#include "views/ties.h"

void ties_find_groups(struct ties *t); /* group, hub, members; once */
/* whole: a row for each part, which says who is in it, and one for all who are alone; else a row for each node. */
void ties_islands(struct ties *t, bool whole);
void ties_groups(struct ties *t, bool whole);

#endif
