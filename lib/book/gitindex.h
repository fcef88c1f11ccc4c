/* gitindex: git's index, where the book lies in a repository and git is there.
 * A file that was renamed is given its new path in the index too, its entry as
 * it was: what had not been staged still is not. */
#ifndef NT_GITINDEX_H
#define NT_GITINDEX_H

#include "book/book.h"

/* True also when there is no repository, or the file is not tracked. May be called again. */
bool gitindex_rename(const struct book *b, str from, str to);

#endif
