/* keptlines: lines of cards that a note keeps under `vcard:` follow who said them: what a source
 * said last time and says no more goes, what it says anew comes; what others said and what a
 * person made of it stays. */
#ifndef NT_KEPTLINES_H
#define NT_KEPTLINES_H

#include "base/arena.h"
#include "base/diag.h"

struct keptlines {
	struct strs add, take;
	struct strs ours, theirs; /* what a person changed and the source too: pairs, neither is done */
};

/* ours: of the note; said: contact_mark of what the source said last, or none is known; now: what it says; others:
 * marks of what other sources say. */
struct keptlines keptlines(
	struct arena *a, struct strs ours, const struct strs *said, struct strs now, struct strs others);
/* Of a card that was and is: those of the note that have another value now. What is gone may be what a program does not
 * know, and what is new has the card. */
struct keptlines keptlines_changed(struct arena *a, struct strs ours, struct strs before, struct strs now);
/* The note's bytes after it. Absent: they cannot be written so, why. */
str keptlines_put(struct arena *a, str bytes, struct strs ours, const struct keptlines *k, struct fault *why);

#endif
