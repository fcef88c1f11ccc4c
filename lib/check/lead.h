/* lead: what a line that is no entry begins with as one would: a day as people say
 * it, a kind, or both; and which lists are logs. */
#ifndef NT_LEAD_H
#define NT_LEAD_H

#include "check/mistakes.h"

struct lead {
	str day;    /* "Nov 12 2026", "friday"; absent: none */
	date meant; /* the one day that this is, DATE_NONE: it depends on when it was written */
	str kind;   /* "call:", "mail>:" */
};

/* Behind a box. A kind is a word that is one surely, or one that entries of the book have. */
bool lead_read(const struct checkbook *cb, struct arena *a, str text, struct lead *out);
/* By block: whether it is an item of a log, below a heading of one or in a list with dated entries, and in no other; or
 * a paragraph below such a heading or behind such a list. */
const bool *lead_logs(struct note *n);

#endif
