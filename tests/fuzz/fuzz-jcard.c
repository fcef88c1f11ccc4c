/* any bytes: no crash; every card is a note that parses; what is written is read, and written the same again */
#include "../round.h"
#include "format/jcard.h"
#include <stdint.h>

#define check(condition) ((condition) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena a;
	static struct buf card, again;

	diag_quiet = true;
	jcard_likely((str){(const char *)data, n});
	struct round r = round_read(&a, "jcard", (str){(const char *)data, n});
	for (size_t i = 0; i < r.n; i++) {
		struct round back = round_trip(&r.v[i], 0, &card);
		check(back.n == 1 && !round_differs(&r.v[i], &back.v[0], true));
		buf_reset(&again);
		jcard_put(&again, &back.v[0]);
		check(str_eq(buf_str(&card), buf_str(&again)));
	}
	arena_reset(&a);
	return 0;
}
