/* order: the notes chosen in the order of their fields, for tools that offer
 * -S; nt-find(1) says what comes first. Paths and the values to compare are
 * kept, not the notes, but for those of a stream, which cannot be read again. */
#ifndef NT_ORDER_H
#define NT_ORDER_H

#include "query/pick.h"

extern const struct opt order_options[]; /* -S */

/* As pick_each; with -S all are seen first, and each is read anew when its turn comes. */
void order_each(struct pick *p, visit_fn *visit, void *ctx);

#endif
