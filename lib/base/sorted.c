#include "base/sorted.h"

#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

/* Merges the two sorted halves of v; the first of them moves to spare. */
static void merge(char *v, size_t half, size_t n, size_t size, sorted_cmp *cmp, char *spare)
{
	size_t left = 0, right = half, at = 0;
	memcpy(spare, v, half * size);
	while (left < half) {
		bool from_right = right < n && cmp(v + right * size, spare + left * size) < 0;
		const char *next = from_right ? v + right++ * size : spare + left++ * size;
		memcpy(v + at++ * size, next, size);
	}
}

static void sort(char *v, size_t n, size_t size, sorted_cmp *cmp, char *spare)
{
	size_t half = n / 2;
	if (n < 2)
		return;
	sort(v, half, size, cmp, spare);
	sort(v + half * size, n - half, size, cmp, spare);
	if (cmp(v + half * size, v + (half - 1) * size) < 0)
		merge(v, half, n, size, cmp, spare);
}

/* qsort(3) keeps the order of equals on some systems only. */
void sorted_sort(void *v, size_t n, size_t size, sorted_cmp *cmp)
{
	if (n < 2)
		return;
	char *spare = mem_resize(NULL, n / 2 * size);
	sort(v, n, size, cmp, spare);
	free(spare);
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
