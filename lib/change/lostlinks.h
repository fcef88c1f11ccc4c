/* lostlinks: two copies of a book came together, and a link of one leads to no note
 * any more because the other gave it another name or removed it. nt-mv could not
 * rewrite what it did not have. Told on standard error, with what to write. */
#ifndef NT_LOSTLINKS_H
#define NT_LOSTLINKS_H

#include "book/book.h"

/* base, mine, theirs: commits, mine and theirs before they came together, base where they parted. HEAD is what came
 * of them, and the files of the book as they are there. False: a link was lost. */
bool lostlinks_none(struct arena *a, struct book *b, const char *base, const char *mine, const char *theirs);

#endif
