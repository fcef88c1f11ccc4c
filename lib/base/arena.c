#include "base/arena.h"
#include "base/mem.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK ((size_t)64 << 10)

struct arena_chunk {
	struct arena_chunk *older;
	size_t size; /* of data; an older chunk is never larger */
	_Alignas(max_align_t) char data[];
};

static void use_chunk(struct arena *a, struct arena_chunk *c)
{
	a->chunks = c;
	a->next = c->data;
	a->end = c->data + c->size;
}

static void add_chunk(struct arena *a, size_t size)
{
	size_t want = a->chunks ? a->chunks->size * 2 : CHUNK;
	struct arena_chunk *c;

	if (want < size)
		want = size;
	c = mem_resize(NULL, sizeof *c + want);
	c->older = a->chunks;
	c->size = want;
	use_chunk(a, c);
}

void *arena_grow(struct arena *a, size_t size)
{
	size_t align = _Alignof(max_align_t);
	void *p;

	if (size > SIZE_MAX / 4)
		mem_fail("out of memory");
	size = (size + align - 1) / align * align;
	if (!a->next || (size_t)(a->end - a->next) < size)
		add_chunk(a, size);
	p = a->next;
	a->next += size;
	return p;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		mem_fail("out of memory");
	return arena_alloc(a, count * size);
}

str arena_dup(struct arena *a, str s)
{
	return s.p ? (str){arena_cstr(a, s), s.n} : s;
}

char *arena_cstr(struct arena *a, str s)
{
	char *p = arena_bytes(a, s.n + 1);

	if (s.n > 0)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

str arena_join(struct arena *a, str x, str y)
{
	char *p = arena_bytes(a, x.n + y.n + 1);

	if (x.n)
		memcpy(p, x.p, x.n);
	if (y.n)
		memcpy(p + x.n, y.p, y.n);
	p[x.n + y.n] = '\0';
	return (str){p, x.n + y.n};
}

str arena_take(struct arena *a, struct buf *b)
{
	str text = arena_dup(a, buf_str(b));

	buf_release(b);
	return text;
}

str arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n < 0)
		mem_fail("a text too long to format");
	p = arena_alloc(a, (size_t)n + 1);
	va_start(ap, fmt);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return (str){p, (size_t)n};
}

/* The capacity follows from n alone: none, then 4, 8, 16 ... */
void *arena_more(struct arena *a, void *v, size_t n, size_t size)
{
	size_t align = _Alignof(max_align_t), now = (n * size + align - 1) / align * align;

	if (n != 0 && (n < 4 || (n & (n - 1)) != 0))
		return v;
	if (n == 0)
		return arena_array(a, 4, size);
	if ((char *)v + now == a->next && n * size <= (size_t)(a->end - a->next)) { /* the last that was given */
		a->next = v;
		memset((char *)arena_bytes(a, n * 2 * size) + n * size, 0, n * size);
		return v;
	}
	if (n > SIZE_MAX / 4 / size)
		mem_fail("out of memory");
	char *wider = arena_bytes(a, n * 2 * size);
	memcpy(wider, v, n * size);
	memset(wider + n * size, 0, n * size);
	return wider;
}

void strs_add(struct arena *a, struct strs *list, str s)
{
	list->v = arena_more(a, list->v, list->n, sizeof *list->v);
	list->v[list->n++] = s;
}

struct strs strs_with(struct arena *a, struct strs list, str s)
{
	struct strs longer = {0};
	for (size_t i = 0; i < list.n; i++)
		strs_add(a, &longer, list.v[i]);
	strs_add(a, &longer, s);
	return longer;
}

void strs_add_words(struct arena *a, struct strs *list, str text)
{
	str word;
	while (str_cut(&text, ',', &word))
		if ((word = str_trim(word)).n)
			strs_add(a, list, word);
}

str strs_join(struct arena *a, struct strs list, str sep)
{
	size_t n = 0;
	char *p, *at;

	for (size_t i = 0; i < list.n; i++)
		n += list.v[i].n + (i > 0 ? sep.n : 0);
	p = at = arena_alloc(a, n + 1);
	for (size_t i = 0; i < list.n; i++) {
		str parts[] = {i > 0 ? sep : S(""), list.v[i]};

		for (size_t j = 0; j < 2; j++) {
			if (parts[j].n > 0)
				memcpy(at, parts[j].p, parts[j].n);
			at += parts[j].n;
		}
	}
	return (str){p, n};
}

static void free_chunks(struct arena_chunk *c)
{
	while (c) {
		struct arena_chunk *older = c->older;

		free(c);
		c = older;
	}
}

void arena_reset(struct arena *a)
{
	if (!a->chunks)
		return;
	free_chunks(a->chunks->older);
	a->chunks->older = NULL;
	use_chunk(a, a->chunks);
}

void arena_release(struct arena *a)
{
	free_chunks(a->chunks);
	*a = (struct arena){0};
}
