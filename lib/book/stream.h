/* stream: notes on a pipe, nt-stream(5). Any bytes at all come back as they
 * went in. A note is valid until the next one is read. */
#ifndef NT_STREAM_H
#define NT_STREAM_H

#include "book/book.h"
#include <stdio.h>

struct stream {
	int fd;
	const struct book *book; /* for paths and configuration; may be none found */
	struct arena *arena; /* for the notes; reset before each */
	struct buf buf;
	size_t next; /* where the next note begins in buf */
	bool started, ended;
};

/* False at the end. What is cut short or malformed is reported and left out; paths of files instead of notes end the
 * program. */
bool stream_next(struct stream *s, struct note *out);
void stream_release(struct stream *s);
void stream_put(FILE *f, struct note *n); /* byte for byte; on a terminal with nothing that drives it */

#endif
