/* hashes to ids */
#include "tap.h"
#include "base/hashes.h"

static struct hashes h;

/* The ids of a hash as one number: 1, 2, 3 is 123. */
static long ids(uint64_t hash)
{
	long all = 0;
	for (uint32_t at = hashes_first(&h, hash); at; at = hashes_next(&h, at))
		all = all * 10 + hashes_id(&h, at);
	return all;
}

int main(void)
{
	is_int(hashes_first(&h, 7), 0, "nothing in an empty one");
	static const int added[] = {3, 3, 1, 2, 2, 1};
	for (size_t i = 0; i < sizeof added / sizeof *added; i++) {
		hashes_add(&h, 7, added[i]);
		hashes_add(&h, 0, added[i] == 1 ? 8 : 9);
	}
	is_int(ids(7), 3121, "in the order they were added, twice in a row once");
	is_int(ids(0), 9898, "a hash of 0");
	is_int(hashes_first(&h, 7 + 64), 0, "another hash of the same slot");
	hashes_add(&h, 7 + 64, 0);
	is_int(hashes_id(&h, hashes_first(&h, 7 + 64)), 0, "which is kept apart, and an id of 0");

	bool good = true;
	for (int round = 0; round < 2; round++)
		for (int i = 0; i < 50000; i++)
			hashes_add(&h, ((uint64_t)i << 8 | 1), i + round);
	for (int i = 0; i < 50000; i++) {
		uint32_t at = hashes_first(&h, ((uint64_t)i << 8 | 1));
		good &= hashes_id(&h, at) == i && hashes_id(&h, hashes_next(&h, at)) == i + 1 &&
			!hashes_next(&h, hashes_next(&h, at));
	}
	ok(good, "many, in the same first slot");
	is_int(ids(7), 3121, "and the first are as they were");
	hashes_release(&h);
	is_int(hashes_first(&h, 7), 0, "nothing is left");
	return done_testing();
}
