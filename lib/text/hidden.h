/* hidden: what stands in comments of Obsidian, %% so %%, and is shown to nobody
 * there: what is new goes around them. One that begins a line reaches to the next
 * %%, over any blocks, or to the end; within a line it ends in the same paragraph or is
 * none. In code there is none. */
#ifndef NT_HIDDEN_H
#define NT_HIDDEN_H

#include "text/body.h"

struct hidden {
	struct hidden_run {
		size_t at, end; /* of its first mark, behind its last; behind the body, if it has none */
	} * v;
	size_t n;
	size_t open; /* the line in the body of the one without an end; 0: none */
};

struct hidden hidden_find(struct arena *a, const struct body *b);
bool hidden_holds(const struct hidden *h, size_t at); /* an offset in the body */
/* Whether the block stands in a comment, or one of its ends stands in the block: it cannot go elsewhere alone. */
bool hidden_cuts(const struct hidden *h, const struct body_block *k);

#endif
