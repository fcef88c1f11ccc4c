/* chain: chains of introductions as a reader wants to see them, one under the
 * other, and what to do next; or why there is none. */
#ifndef NT_CHAIN_H
#define NT_CHAIN_H

#include "views/paths.h"

void chain_put(const struct paths *p, size_t rank);          /* from 0 */
void chain_end(const struct paths *p, const struct book *b); /* the line to run */
/* Says why there is no chain, and who or what comes nearest. found: a query chose notes. */
void chain_none(struct paths *p, struct book *b, bool found);

#endif
