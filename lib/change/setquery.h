/* setquery: whether the query that settings give a list, or the count they give a
 * goal, can be asked: else it is refused as nt-check would tell of it. */
#ifndef NT_SETQUERY_H
#define NT_SETQUERY_H

#include "book/book.h"
#include "change/set.h"

/* n: as it was, or as it would be; bytes: after the settings. Without a book everything is good. False: the message is
 * out. */
bool setquery_good(const struct book *b, const struct note *n, str bytes, const struct set_setting *v, size_t count);

#endif
