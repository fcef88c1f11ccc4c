/* checkmend: the mistakes of a note that have one right answer, mended byte for
 * byte. The result is parsed again: unless all else reads as before, nothing
 * is changed. */
#ifndef NT_CHECKMEND_H
#define NT_CHECKMEND_H

#include "check/mistakes.h"

/* The bytes with everything mended (the note's own, if there is nothing), in its arena; absent: why says. */
str checkmend(const struct check *c, struct fault *why);
/* The note checked and mended, again while there is something: a date that is one now may give its day to a promise
 * nested in it. */
str checkmend_whole(struct note *n, const struct checkbook *book, struct fault *why);

#endif
