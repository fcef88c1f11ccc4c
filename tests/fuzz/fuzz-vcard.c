/* any bytes: no crash; every card is a note that parses; written as a card of either version it reads back the same */
#include "../round.h"
#include "format/vcardfile.h"
#include <stdint.h>

#define check(condition) ((condition) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena a;
	static struct buf card;

	diag_quiet = true;
	vcardfile_likely((str){(const char *)data, n});
	struct round r = round_read(&a, "vcard", (str){(const char *)data, n});
	for (size_t i = 0; i < r.n; i++)
		for (int version = 3; version < 5; version++) {
			struct round back = round_trip(&r.v[i], version, &card);
			check(back.n == 1 && !round_differs(&r.v[i], &back.v[0], false));
		}
	arena_reset(&a);
	return 0;
}
