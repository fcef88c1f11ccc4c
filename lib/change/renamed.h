/* renamed: a name was set as any other field: the links that it breaks and the names that it doubles are told, as only
 * nt-mv changes links. */
#ifndef NT_RENAMED_H
#define NT_RENAMED_H

#include "book/book.h"

/* after: the bytes that the note gets. Reads the book if they say another name. */
void renamed_tell(struct book *b, struct note *before, str after);

#endif
