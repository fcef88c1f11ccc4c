/* arrays in order */
#include "tap.h"
#include "base/sorted.h"
#include <string.h>

/* What a search has to find, by looking at all. */
static void test_search(void)
{
	int v[32];
	bool first = true, end = true;
	for (size_t n = 0; n <= 32; n++) {
		for (size_t i = 0; i < n; i++)
			v[i] = (int)(i * i / 7) / 3 * 2;
		for (int key = -1; key < 100; key++) {
			size_t less = 0, upto = 0;
			for (size_t i = 0; i < n; i++) {
				less += v[i] < key;
				upto += v[i] <= key;
			}
			first &= sorted_first(v, n, sizeof *v, &key, sorted_int) == less;
			end &= sorted_end(v, n, sizeof *v, &key, sorted_int) == upto;
		}
	}
	ok(first, "the first that is not before the key");
	ok(end, "behind the last that is not behind the key");
	int key = 1;
	is_int((long)sorted_first(NULL, 0, sizeof key, &key, sorted_int), 0, "nothing to search");
}

static void test_sort(void)
{
	str v[] = {S("b"), S(""), S("ab"), S("b"), S("\xff"), S("a"), S(""), S("b")};
	static const char *const want[] = {"", "a", "ab", "b", "\xff"};
	size_t n = sorted_unique(v, sizeof v / sizeof *v, sizeof *v, sorted_str);
	bool good = n == 5;
	for (size_t i = 0; good && i < n; i++)
		good = str_eq(v[i], str_of(want[i]));
	ok(good, "slices by their bytes, each once");
	is_int((long)sorted_unique(NULL, 0, sizeof *v, sorted_str), 0, "none");
	int one[] = {3, -2147483647, 2147483647};
	sorted_sort(one, 3, sizeof *one, sorted_int);
	ok(one[0] < one[1] && one[1] < one[2], "numbers far apart");
}

struct pair {
	int key, order;
};

static int by_key(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;
	return (a->key > b->key) - (a->key < b->key);
}

/* Of all lengths, with many equals: none is lost, and equals stand as they stood. */
static void test_stable(void)
{
	struct pair v[200];
	unsigned seed = 1;
	bool good = true;
	for (size_t n = 0; n <= 200; n++) {
		long sum = 0;
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1103515245 + 12345;
			v[i] = (struct pair){(int)(seed >> 16) % 7, (int)i};
		}
		sorted_sort(v, n, sizeof *v, by_key);
		for (size_t i = 0; i < n; i++) {
			sum += v[i].order;
			good &= i == 0 || v[i - 1].key < v[i].key || (v[i - 1].key == v[i].key && v[i - 1].order < v[i].order);
		}
		good &= sum == (long)(n * (n - (n > 0)) / 2);
	}
	ok(good, "equals keep their order");
}

int main(void)
{
	test_search();
	test_sort();
	test_stable();
	return done_testing();
}
