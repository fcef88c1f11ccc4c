#include "base/sorted.h"

#include <stdlib.h>
#include <string.h>

void sorted_sort(void *v, size_t n, size_t size, sorted_cmp *cmp)
{
	if (n)
		qsort(v, n, size, cmp);
}

size_t sorted_unique(void *v, size_t n, size_t size, sorted_cmp *cmp)
{
	char *p = v;
	size_t kept = 0;
	sorted_sort(v, n, size, cmp);
	for (size_t i = 0; i < n; i++) {
		if (kept && cmp(p + i * size, p + (kept - 1) * size) == 0)
			continue;
		if (kept != i)
			memcpy(p + kept * size, p + i * size, size);
		kept++;
	}
	return kept;
}

/* How many, from the first on, compare as less than least. */
static size_t count(const void *v, size_t n, size_t size, const void *key, sorted_cmp *cmp, int least)
{
	size_t low = 0, high = n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (cmp((const char *)v + middle * size, key) < least)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t sorted_first(const void *v, size_t n, size_t size, const void *key, sorted_cmp *cmp)
{
	return count(v, n, size, key, cmp, 0);
}

size_t sorted_end(const void *v, size_t n, size_t size, const void *key, sorted_cmp *cmp)
{
	return count(v, n, size, key, cmp, 1);
}

int sorted_str(const void *x, const void *y)
{
	return str_cmp(*(const str *)x, *(const str *)y);
}

int sorted_int(const void *x, const void *y)
{
	const int *a = x, *b = y;
	return (*a > *b) - (*a < *b);
}
