/* cardput: a field of a note brought to what a card says of it, part by part, under the keys that the note uses:
 * what the card does not change keeps its bytes, and what the book calls private stays. */
#ifndef NT_CARDPUT_H
#define NT_CARDPUT_H

#include "format/contact.h"

/* The note's bytes then; ours: what its own card says. Absent: they cannot be written so, why. */
str cardput(
	struct note *n, str bytes, str key, const struct contact *ours, const struct contact *card, struct fault *why);

bool cardput_same(struct arena *a, const struct value *x, const struct value *y); /* in what they say, not in style */

#endif
