/* differ: two notes that look alike and are about two people: `not:` in both, as
 * a link that leads to the other one. Said twice, nothing changes. */
#ifndef NT_DIFFER_H
#define NT_DIFFER_H

#include "book/book.h"

/* The answer for finish(). */
int differ_note(struct book *b, const char *name, const char *other);

#endif
