/* notepath: which paths may name a note. What comes from a stream or a command
 * line leads nowhere but to a note that a walk of the book would find. */
#ifndef NT_NOTEPATH_H
#define NT_NOTEPATH_H

#include "book/book.h"

/* Why there can be no note at that path, lower case, no full stop; NULL: there can. A file need not be there yet. */
const char *notepath_fault(const struct book *b, str path);
bool notepath_taken(const struct book *b, str path); /* something is there, a note or not */
bool notepath_look(const struct book *b, str path, bool *taken); /* the same; false: it cannot be told, errno says why */

#endif
