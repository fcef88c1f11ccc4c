/* any bytes as an mbox: given whole or a byte at a time, it has the same messages */
#include "base/map.h"
#include "format/mbox.h"
#include <stdlib.h>

struct sum {
	uint64_t hash;
	size_t n;
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add(void *to, str head, size_t line, bool cut)
{
	struct sum *s = to;
	s->hash = s->hash * 31 + hash64(head) + line + cut;
	s->n++;
}

static struct sum sum_of(str bytes, size_t piece)
{
	struct sum s = {0};
	struct mbox m = {.message = add, .to = &s};
	for (; bytes.n; bytes = str_skip(bytes, piece))
		mbox_feed(&m, str_head(bytes, piece));
	mbox_end(&m);
	mbox_release(&m);
	return s;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str bytes = {(const char *)data, size};
	struct sum whole = sum_of(bytes, size), bit = sum_of(bytes, 1), some = sum_of(bytes, 7);
	if (whole.hash != bit.hash || whole.n != bit.n || whole.hash != some.hash)
		abort();
	return 0;
}
