/* any bytes: as a file they come back from a stream as they went in; as a stream, what is read is written and read the
 * same */
#include "base/diag.h"
#include "book/stream.h"
#include <stdlib.h>
#include <unistd.h>

#define check(condition) ((condition) ? (void)0 : abort())

static struct book book = {.fd = -1};

static FILE *emptied(FILE **f)
{
	if (!*f)
		check((*f = tmpfile()));
	rewind(*f);
	check(ftruncate(fileno(*f), 0) == 0);
	return *f;
}

static struct stream reader(FILE *f, struct arena *a)
{
	fflush(f);
	lseek(fileno(f), 0, SEEK_SET);
	return (struct stream){.fd = fileno(f), .book = &book, .arena = a};
}

static void check_round(struct note *n)
{
	static FILE *f;
	static struct arena a;
	struct note back;
	stream_put(emptied(&f), n);
	struct stream s = reader(f, &a);
	check(stream_next(&s, &back) && str_eq(back.bytes, n->bytes) && str_eq(back.path, n->path));
	check(back.notes.n == n->notes.n && note_rev(&back) == note_rev(n));
	check(!stream_next(&s, &back));
	stream_release(&s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static FILE *f;
	static struct arena a;
	struct note n = {.config = &book.config, .arena = &a, .path = S("a.md"), .bytes = {(const char *)data, size}};
	diag_quiet = true;
	note_begin(&n);
	check_round(&n);
	fwrite(data, 1, size, emptied(&f));
	struct stream s = reader(f, &a);
	while (stream_next(&s, &n))
		if (n.path.p)
			check_round(&n);
	stream_release(&s);
	arena_reset(&a);
	return 0;
}
