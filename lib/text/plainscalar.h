/* plainscalar: the part of plainfront that stays on one line: keys, plain and
 * quoted texts, lists and maps in brackets. */
#ifndef NT_PLAINSCALAR_H
#define NT_PLAINSCALAR_H

#include "text/front.h"

struct plainline {
	struct arena *a;
	str yaml;
	const char *start; /* of the line */
	size_t number;     /* in the file */
};

/* The value that s, all of it, is written as; a value of a map has its line and column from the key. */
void plainscalar_place(const struct plainline *l, struct value *v, str s);
void plainscalar_text(const struct plainline *l, struct value *v, str text, char style);
/* s: a value and what may stand behind it, to the end of the line. False: not plain. */
bool plainscalar_read(const struct plainline *l, struct value *v, str s);
/* s: a line; *rest: what stands behind the colon, where the value is placed: it may be null. */
bool plainscalar_key(const struct plainline *l, struct value *v, str s, str *rest);
void plainscalar_mark_twice(struct value *map); /* the keys that stand earlier in it too */
/* Whether s begins with a key and its colon; the key may still not be plain. */
bool plainscalar_is_key(str s);

#endif
