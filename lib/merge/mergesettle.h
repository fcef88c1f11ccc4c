/* mergesettle: a part of the three texts without a line that all have becomes steps of the plan, for mergeprose;
 * nobody else looks inside. */
#ifndef NT_MERGESETTLE_H
#define NT_MERGESETTLE_H

#include "merge/merge_parts.h"

/* Lines of the prose of each side, by their numbers in it. */
struct chunk {
	size_t at[SIDES], end[SIDES];
};

struct planning {
	struct merge_body *b;
	struct merging *m;
	const struct merge_units *u;
	const size_t *mate[SIDES]; /* of the base's lines of the section at hand */
	size_t first[SIDES];       /* of its lines */
	bool plain;
	struct merge_plan plan;
};

str settle_text(const struct planning *p, enum merge_side s,
	size_t n); /* what a line says; of a list, which of the base it is */
void settle_step(struct planning *p, enum merge_step_kind kind, const size_t at[SIDES]);
void settle_line(struct planning *p, size_t b, size_t o,
	size_t t); /* as it stands in each side; a list stands where it comes first */
void settle_taken(struct planning *p, const struct chunk *c, enum merge_side s); /* that side's lines */
void settle_marked(struct planning *p, const struct chunk *c); /* both, between markers; no list is in it */
void settle_chunk(struct planning *p, struct chunk c); /* what one side changed is taken, what both did is a conflict */

#endif
