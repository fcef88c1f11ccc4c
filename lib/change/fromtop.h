/* fromtop: what git calls a file, from the top of its repository, as a message calls it: it
 * opens from the working directory, also where the book is a folder of the repository. */
#ifndef NT_FROMTOP_H
#define NT_FROMTOP_H

#include "book/book.h"

/* *beside: it is not in the book; NULL: no matter. */
str fromtop_shown(struct arena *a, const struct book *b, str file, bool *beside);

#endif
