/* any bytes as what an editor sends: whole or a byte at a time, the same frames; and as a text: each place is found
 * again */
#include "base/map.h"
#include "base/utf8.h"
#include "lsp/document.h"
#include "lsp/frame.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t frames_of(str bytes, size_t piece)
{
	struct frame f = {0};
	uint64_t sum = 0;
	str body;
	enum frame_result result;
	for (; bytes.n; bytes = str_skip(bytes, piece)) {
		frame_add(&f, str_head(bytes, piece));
		while ((result = frame_next(&f, &body)) != FRAME_MORE)
			sum = sum * 31 + result + (result == FRAME_MESSAGE ? hash64(body) : 0);
		if (f.in.n > FRAME_MOST + FRAME_HEADERS)
			abort();
	}
	frame_release(&f);
	return sum;
}

/* What is a place: no offset within a character or a line end. */
static bool is_place(str text, size_t at)
{
	return !(at && at < text.n && text.p[at] == '\n' && text.p[at - 1] == '\r');
}

static void find_again(str text, enum position_units units)
{
	struct arena a = {0};
	struct positions t = positions_of(&a, text, units);
	uint32_t c;
	for (size_t at = 0, n; at <= text.n; at += n ? n : 1) {
		n = utf8_next(str_skip(text, at), &c);
		if (is_place(text, at) && position_offset(text, position_of(&t, at), units) != at)
			abort();
		if (at > 400) /* each is found from the beginning */
			break;
	}
	arena_release(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	str bytes = {(const char *)data, size};
	struct documents all = {0};
	uint64_t whole = frames_of(bytes, size);
	if (whole != frames_of(bytes, 1) || whole != frames_of(bytes, 7))
		abort();
	find_again(bytes, UNITS_UTF16);
	find_again(bytes, UNITS_UTF8);
	struct document *d = document_open(&all, S("x"));
	for (size_t i = 0; i + 4 < size && i < 400; i += 5)
		document_edit(d, (struct position){data[i] % 8, data[i + 1] % 16},
			(struct position){data[i + 2] % 8, data[i + 3] % 16},
			str_head(str_skip(bytes, i), data[i + 4] % 16), i % 2 ? UNITS_UTF8 : UNITS_UTF16);
	documents_release(&all);
	return 0;
}
