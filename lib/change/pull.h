/* pull: what the other copies sent and what was committed here come together. Own
 * commits are put behind theirs; where one of them cannot be, but what came of them
 * all can, both are merged. What is left to a person is told on standard error. */
#ifndef NT_PULL_H
#define NT_PULL_H

#include "book/book.h"

/* After git fetch, with the lock of the book. False: a person has to choose; on a terminal the rebase is open then,
 * else all is as it was. self: argv[0]. */
bool pull_together(struct arena *a, struct book *b, const char *self);
/* Tells what nt-merge said, which fields and which text; with all: what git and its hooks did, too. */
void pull_repeat(struct arena *a, const struct book *b, str said, bool all);

#endif
