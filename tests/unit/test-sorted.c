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

int main(void)
{
	test_search();
	test_sort();
	return done_testing();
}
