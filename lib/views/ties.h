/* ties: what a graph says of those in it, as rows, which tierows and tieparts make.
 * All is judged by the whole graph; who is chosen only says of whom there are
 * rows, and with what is around them which part of it is drawn. Rows and what
 * they hold live in the arena of ties. */
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

/* What rows are made with. */
bool ties_told(const struct ties *t, uint32_t node); /* there is to be a row of it */
struct ties_row *ties_add(struct ties *t, uint32_t node, long count);
void ties_sort(const struct ties *t, uint32_t *nodes, size_t n); /* the best tied first */
void ties_sort_rows(struct ties *t);                             /* the greatest count first, then the best tied */
struct strs ties_names(struct ties *t, const uint32_t *nodes, size_t n);
void ties_release(struct ties *t);

#endif
