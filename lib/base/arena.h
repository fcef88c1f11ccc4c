/* arena: memory given back all at once. Tools hold two: one for the run, one
 * that is reset for each note. What is allocated is zeroed and aligned for
 * any type. Memory that runs out ends the program with a message.
 * {0} is an empty arena; reset keeps its largest chunk. */
#ifndef NT_ARENA_H
#define NT_ARENA_H

#include "base/buf.h"

struct arena {
	struct arena_chunk *chunks;
	char *next, *end;
};

void *arena_grow(struct arena *a, size_t size); /* arena_bytes, when the chunk is full */

/* Not zeroed: for bytes that are all written at once. */
static inline void *arena_bytes(struct arena *a, size_t size)
{
	size_t align = _Alignof(max_align_t), whole = (size + align - 1) / align * align;
	if (!a->next || whole < size || whole > (size_t)(a->end - a->next))
		return arena_grow(a, size);
	void *p = a->next;
	a->next += whole;
	return p;
}

static inline void *arena_alloc(struct arena *a, size_t size)
{
	return memset(arena_bytes(a, size), 0, size);
}

/* count * size without overflow */
void *arena_array(struct arena *a, size_t count, size_t size);
str arena_dup(struct arena *a, str s); /* NUL-ended copy; an absent slice stays absent */
char *arena_cstr(struct arena *a, str s);
str arena_join(struct arena *a, str x, str y);  /* one behind the other */
str arena_take(struct arena *a, struct buf *b); /* a copy of its bytes; the buffer is released */
str arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Makes room for one more element of an array that grows by doubling in the arena:
 * v = arena_more(a, v, n, sizeof *v); v[n++] = x; */
void *arena_more(struct arena *a, void *v, size_t n, size_t size);
void strs_add(struct arena *a, struct strs *list, str s); /* the slice, not its bytes */
struct strs strs_with(struct arena *a, struct strs list, str s); /* a list of its own with one more */
void strs_add_words(
	struct arena *a, struct strs *list, str text); /* those between commas, trimmed, none of them empty */
str strs_join(struct arena *a, struct strs list, str sep);
void arena_reset(struct arena *a);
void arena_release(struct arena *a);

#endif
