/* align: which lines of one text stand in another, in the same order: lines
 * that are unique in both first (patience), what is left between them by the
 * longest common subsequence as far as ALIGN_CELLS allow. Near linear. */
#ifndef NT_ALIGN_H
#define NT_ALIGN_H

#include "base/arena.h"

#define ALIGN_CELLS ((size_t)1 << 18) /* lines times lines compared at most between two lines that are sure */

/* For each of x the index of its mate in y, rising, or STR_NONE. */
size_t *align(struct arena *a, struct strs x, struct strs y);

#endif
