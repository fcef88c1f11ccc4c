/* row: which note a source's card or row is about, by what the same source said of it last time (from:), whatever was
 * corrected since. Who a source knows by an email or a uid is found by these, the others by their name if it comes once
 * in a run. */
#ifndef NT_ROW_H
#define NT_ROW_H

#include "change/known.h"

/* A new note that comes in this run: its name alone tells who it is only if it was told once. */
void row_expect(struct known *k, struct note *n);
/* That source has said in this run that this is the note of one of its people. */
void row_claim(struct known *k, struct arena *a, str path, str source);

/* The paths of those of whom it said the same: all of it; the name with an email or a phone; the name alone; an email.
 */
typedef struct strs row_fn(const struct known *k, struct note *n, const struct sayings *s);
row_fn row_whole;
row_fn row_named;
row_fn row_only_called_so;
row_fn row_renamed;

#endif
