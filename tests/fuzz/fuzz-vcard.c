/* any bytes: no crash; every card is a note that parses; written as a card of either version it reads back as one; what
 * it says then, the unit test asks of random cards */
#include "../round.h"
#include "format/vcardfile.h"
#include <stdint.h>

#define check(condition) ((condition) ? (void)0 : abort())

/* What no text has becomes blanks on the way, which may join what was two. */
static bool is_text(const uint8_t *data, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((data[i] < ' ' && !strchr("\t\r\n", data[i] ? data[i] : 1)) || data[i] >= 0x7f)
			return false;
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct arena a;
	static struct buf card;

	diag_quiet = true;
	vcardfile_likely((str){(const char *)data, n});
	struct round r = round_read(&a, "vcard", (str){(const char *)data, n});
	for (size_t i = 0; i < r.n && is_text(data, n); i++)
		for (int version = 3; version < 5; version++) {
			struct round back = round_trip(&r.v[i], version, &card);
			check(back.n == 1);
		}
	arena_reset(&a);
	return 0;
}
