/* yamlfault: what libyaml found wrong, in words that say what to do. They never
 * quote the note: what of it is private is not known before it can be read. */
#ifndef NT_YAMLFAULT_H
#define NT_YAMLFAULT_H

#include "base/arena.h"

struct yamlfault {
	str yaml;
	size_t at;                     /* where libyaml stopped; moved to where the mistake is */
	size_t from;                   /* where what it was reading began */
	size_t last;                   /* where the value before that began */
	const char *problem, *context; /* its words; context may be NULL */
};

str yamlfault_words(struct arena *a, struct yamlfault *f);
str yamlfault_begins(struct arena *a, char first); /* no text begins so without quotes */
str yamlfault_indented(void);

#endif
