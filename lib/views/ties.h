/* ties: what a graph says of those in it, as rows: who is best tied, who alone
 * connects, islands, groups by their hub, names without a note. All is judged by
 * the whole graph; a part, once chosen, only says of whom there are rows.
 * Rows and what they hold live in the arena of ties. */
#ifndef NT_TIES_H
#define NT_TIES_H

#include "people/graph.h"

struct ties_row {
	uint32_t node;  /* NETWORK_NONE: a row for several */
	str name, head; /* head: the island's number, the group's name */
	long count;
	struct strs list; /* names; of a name without a note: where it is linked */
};

struct ties {
	const struct graph *g;
	struct arena arena;
	struct network net;              /* the graph's, or without what ties oneself by contacts alone */
	const struct graph_edge **edges; /* by net's numbers */
	bool *chosen, *part;             /* by node; NULL: all */
	double *strength;                /* by node: of all its edges */
	uint32_t *group, groups;
	uint32_t *hub;     /* by group: its best tied */
	uint32_t *members; /* by group: how many */
	struct ties_row *rows;
	size_t n;
};

/* self: with all whom one is in touch with; else oneself is tied as others are, by links. */
void ties_begin(struct ties *t, const struct graph *g, bool self);
bool ties_has(const struct ties *t, uint32_t node); /* all but oneself without a note and without ties */
void ties_choose(struct ties *t, uint32_t node);
/* The part is what was chosen and all around it, so many edges away; not through oneself, who ties everybody. */
void ties_around(struct ties *t, long hops);
void ties_find_groups(struct ties *t); /* group, hub, members */

/* Each makes the rows; whole: islands and groups are a row each, and rows say who. */
void ties_hubs(struct ties *t, bool whole);
void ties_bridges(struct ties *t, bool whole);
void ties_islands(struct ties *t, bool whole);
void ties_groups(struct ties *t, bool whole);
void ties_missing(struct ties *t, bool whole);
void ties_release(struct ties *t);

#endif
