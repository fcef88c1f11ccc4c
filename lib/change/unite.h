/* unite: two notes about one person become one. The first keeps its fields and gets
 * what the other has besides: fields it lacks, items its lists lack, under `from:` what
 * differs, its entries in the log, all other text at the end, its names as aliases.
 * Links to the other lead to the first; then the other note goes. In this order, so
 * that nothing is lost at any instant, and the same again ends what was stopped. */
#ifndef NT_UNITE_H
#define NT_UNITE_H

#include "book/book.h"

/* The answer for changes_end. */
int unite_notes(struct book *b, const char *name, const char *other);

#endif
