/* frame: the base protocol of LSP 3.17: "Content-Length: N", a blank line, N bytes.
 * What is no frame costs a message, not the run: reading goes on at the next
 * header. That cannot stand in JSON text as it is, where no line end is raw within
 * a string, so it is found even in what is skipped. Memory is bounded by FRAME_MOST. */
#ifndef NT_FRAME_H
#define NT_FRAME_H

#include "base/buf.h"

#define FRAME_MOST    ((size_t)16 << 20) /* bytes of one message; a longer one is skipped */
#define FRAME_HEADERS 4096

struct frame {
	struct buf in;
	size_t at;   /* what is before was taken */
	size_t skip; /* bytes of a message that is too long */
	bool lost;   /* between frames, and said so */
};

enum frame_result {
	FRAME_MESSAGE, /* *body, until the next frame_add */
	FRAME_MORE,    /* more input is needed */
	FRAME_NOISE,   /* what came was no frame */
	FRAME_LONG     /* a message longer than FRAME_MOST */
};

void frame_add(struct frame *f, str bytes);
enum frame_result frame_next(struct frame *f, str *body);
/* The body was no message: if a header stands in it, it was shorter than its header said, and what begins there is read
 * again. */
void frame_back(struct frame *f, str body);
void frame_release(struct frame *f);

#endif
