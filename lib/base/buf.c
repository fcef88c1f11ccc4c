#include "base/buf.h"
#include "base/mem.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buf_grow(struct buf *b, size_t more)
{
	size_t cap = b->cap < 64 ? 64 : b->cap;

	if (b->cap - b->n > more)
		return;
	if (more > SIZE_MAX / 4 - b->n)
		mem_fail("out of memory");
	while (cap - b->n <= more)
		cap *= 2;
	b->p = mem_resize(b->p, cap);
	b->cap = cap;
}

void buf_add(struct buf *b, str s)
{
	if (s.n == 0)
		return;
	buf_grow(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

void buf_puts(struct buf *b, const char *cstr)
{
	buf_add(b, str_of(cstr));
}

void buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		mem_fail("a text too long to format");
	buf_grow(b, (size_t)n);
	va_start(ap, fmt);
	vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
	va_end(ap);
	b->n += (size_t)n;
}

str buf_str(const struct buf *b)
{
	return (str){b->p ? b->p : "", b->n};
}

const char *buf_cstr(struct buf *b)
{
	buf_grow(b, 0);
	b->p[b->n] = '\0';
	return b->p;
}

void buf_reset(struct buf *b)
{
	b->n = 0;
}

void buf_release(struct buf *b)
{
	free(b->p);
	*b = (struct buf){0};
}
