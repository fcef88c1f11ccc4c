/* joinlabels: values under labels, of which the source says one under another label now: it is one value still. What
 * stands where the source put it moves; what a hand put elsewhere stays there. */
#ifndef NT_JOINLABELS_H
#define NT_JOINLABELS_H

#include "change/joinput.h"

struct joinlabels {
	struct join_fill *f;
	str key;
	const struct value *ours, *theirs, *said; /* maps of labels; said: what the source said last time, or NULL */
};

/* Whether both are labels of that field, and moves are to be looked for: not where all that is there stays. */
bool joinlabels_are(const struct joinlabels *l);
/* Of a label that ours has not: what is new and does not stand under another label, and goes on to; NULL: nothing. */
const struct value *joinlabels_left(const struct joinlabels *l, const struct value *label);
/* After all were filled in: what the source has moved away from where it put it. */
void joinlabels_move(const struct joinlabels *l);

#endif
