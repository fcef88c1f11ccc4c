/* logplace: where in a note a new entry belongs. The log is the top-level list
 * that does best: below a heading named as one, holding dated entries, near in
 * time to the new one. Its own order, rising or falling, says the place in it, but
 * never one within a comment of Obsidian (text/hidden).
 * Blocks and entries are those of the doc. */
#ifndef NT_LOGPLACE_H
#define NT_LOGPLACE_H

#include "text/entrydoc.h"

struct logplace_item {
	const struct body_block *k;
	const struct entry *e; /* that it is, or NULL */
};

struct logplace_items {
	struct logplace_item *v;
	size_t n;
};

struct logplace {
	struct logplace_items list;           /* the log; empty: it has to be begun */
	size_t before;               /* which of its items the entry goes; n: behind the last */
	const struct body_block *heading; /* the first one of a log, NULL: none */
	size_t comment; /* the line in the body of a comment without an end, so that the end is no place; 0: none */
};

struct logplace logplace_find(struct arena *a, const struct entrydoc *d, date day);
str logplace_name(const struct entrydoc *d); /* what to call a new log */
bool logplace_private(struct arena *a, const struct entrydoc *d); /* whether that name is private; else no log below what is */

#endif
