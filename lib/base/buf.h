/* buf: bytes that grow. The buffer owns its memory; buf_str() is valid until
 * the next change. Memory that runs out ends the program with a message.
 * {0} is an empty buffer; reset keeps the memory, release gives it back. */
#ifndef NT_BUF_H
#define NT_BUF_H

#include "base/str.h"

struct buf {
	char *p;
	size_t n, cap;
};

void buf_grow(struct buf *b, size_t more); /* room for more bytes and a NUL behind them */
void buf_add(struct buf *b, str s);
void buf_puts(struct buf *b, const char *cstr);
static inline void buf_putc(struct buf *b, char c)
{
	if (b->cap - b->n <= 1)
		buf_grow(b, 1);
	b->p[b->n++] = c;
}

void buf_printf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
str buf_str(const struct buf *b);
const char *buf_cstr(struct buf *b); /* ended by a NUL that does not count */
void buf_reset(struct buf *b);
void buf_release(struct buf *b);

#endif
