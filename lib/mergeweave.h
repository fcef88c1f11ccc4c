/* mergeweave: writing the merged body unit by unit, for mergebody; nobody else looks inside. */
#ifndef NT_MERGEWEAVE_H
#define NT_MERGEWEAVE_H

#include "merge_parts.h"

#define WEAVE_START   (-1L)
#define WEAVE_NOWHERE (-2L)

/* The blank lines between two units are those that stand between them in a side. */
struct weaving {
	struct merging *m;
	struct units u[SIDES];
	struct plan plan;
	struct items_of items;
	size_t *place; /* in the list at hand, by item; 0: not in it */
	struct buf *out;
	long prev[SIDES], before[SIDES]; /* the unit written last; the one ahead of the conflict */
	bool prev_entry, no_gap;
	str marks; /* to be written behind the next gap */
};

const struct unit *weave_unit(const struct weaving *w, enum side s, size_t number); /* of an entry; NULL: none */
void weave_step(struct weaving *w, const struct step *step);                        /* a line of prose, or a marker */
/* An entry: as one side has it, as one changed it, or with the changes of both. */
void weave_item(struct weaving *w, const struct item *item);

#endif
