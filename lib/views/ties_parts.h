/* ties_parts: what the rows of ties are made with. */
#ifndef NT_TIES_PARTS_H
#define NT_TIES_PARTS_H

#include "views/ties.h"

bool ties_told(const struct ties *t, uint32_t v); /* there is to be a row of it */
struct ties_row *ties_add(struct ties *t, uint32_t node, long count);
void ties_sort(const struct ties *t, uint32_t *nodes, size_t n); /* the best tied first */
void ties_sort_rows(struct ties *t);                             /* the greatest count first */
struct strs ties_names(struct ties *t, const uint32_t *nodes, size_t n);

#endif
