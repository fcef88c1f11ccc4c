/* adopt: book.md for a folder that holds Markdown already: the kinds, folders,
 * map, boxes and ignore by which its notes are read as they are, and what was
 * found. Only keys that book.md lacks are added; no note is changed. */
#ifndef NT_ADOPT_H
#define NT_ADOPT_H

#include "change/leftover.h"
#include "change/survey.h"
#include <stdio.h>

struct adopt {
	struct survey survey;
	struct leftover leftover;
	size_t people, orgs, entries, cadences; /* as they are read now */
	size_t *fields;                         /* people with each field of adopt_fields */
};

/* What stands in the bytes of book.md is b->config; what is wrong with it is nt-check's to tell. */
void adopt_configure(struct book *b, str bytes);
/* bytes of book.md and what they say, in b->config -> bytes after, in b's arena; absent and why: one cannot be added.
 * b->config is then that of the bytes after. */
str adopt_book(struct adopt *ad, struct book *b, str bytes, struct fault *why);
void adopt_say(
	const struct adopt *ad, const struct book *b, FILE *f); /* what is read, what nobody has, what to write */
void adopt_release(struct adopt *ad);

#endif
