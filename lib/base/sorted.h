/* sorted: arrays in order, of any element. A compare function is one of qsort:
 * its first argument is an element, its second an element or a key. An empty
 * array may be NULL. */
#ifndef NT_SORTED_H
#define NT_SORTED_H

#include "base/str.h"

typedef int sorted_cmp(const void *element, const void *key);

void sorted_sort(void *v, size_t n, size_t size, sorted_cmp *cmp); /* equals keep their order */
/* Sorted, and of equal elements only one. How many are left. */
size_t sorted_unique(void *v, size_t n, size_t size, sorted_cmp *cmp);
/* The place of the first element that is not before the key; n: all are. */
size_t sorted_first(const void *v, size_t n, size_t size, const void *key, sorted_cmp *cmp);
/* The place behind the last one that is not behind the key: from first to end are those that equal it. */
size_t sorted_end(const void *v, size_t n, size_t size, const void *key, sorted_cmp *cmp);

int sorted_str(const void *x, const void *y); /* two slices, by their bytes */
int sorted_int(const void *x, const void *y);

#endif
