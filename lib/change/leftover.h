/* leftover: what notes of people hold that is not read, in a folder that becomes a book: values that are none of their
 * field's, keys that many of them have and that mean nothing to nt, fields of Dataview that stand in the text. */
#ifndef NT_LEFTOVER_H
#define NT_LEFTOVER_H

#include "note/note.h"
#include <stdio.h>

enum leftover_why { LEFTOVER_WRONG, LEFTOVER_UNKNOWN, LEFTOVER_INLINE };

struct leftover {
	struct arena arena;
	struct leftover_key {
		str key;       /* the vault's */
		enum leftover_why why;
		str at, value; /* of the first: path and line, and what it says */
		size_t n;      /* notes */
	} * keys;
	size_t key_count;
};

void leftover_count(struct leftover *l, struct note *n); /* of a person */
/* people: how many there are. */
void leftover_say(const struct leftover *l, size_t people, FILE *f);
void leftover_release(struct leftover *l);

#endif
