/* mergeweave: writing the merged body unit by unit, for mergebody; nobody else looks inside. */
#ifndef NT_MERGEWEAVE_H
#define NT_MERGEWEAVE_H

#include "merge/merge_parts.h"

#define WEAVE_START   (-1L)
#define WEAVE_NOWHERE (-2L)

/* The blank lines between two units are those that stand between them in a side. */
struct mergeweave {
	struct merging *m;
	const struct merge_units *u; /* of each side */
	struct merge_plan plan;
	struct merge_items items;
	size_t *place; /* in the list at hand, by item; 0: not in it */
	struct buf *out;
	long prev[SIDES], before[SIDES]; /* the unit written last; the one ahead of the conflict */
	bool prev_entry, no_gap;
	str marks; /* to be written behind the next gap */
};

const struct merge_unit *weave_unit(const struct mergeweave *w, enum merge_side s, size_t number); /* of an entry; NULL: none */
void weave_step(struct mergeweave *w, const struct merge_step *step);                        /* a line of prose, or a marker */
/* An entry: as one side has it, as one changed it, or with the changes of both. */
void weave_item(struct mergeweave *w, const struct merge_item *item);

#endif
