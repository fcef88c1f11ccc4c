/* query: terms as operands, one an argument, as in find(1); nt-query(7).
 * A small tree, evaluated lazily: what needs no body reads none, and a note
 * that its path rules out is not even read. */
#ifndef NT_QUERY_H
#define NT_QUERY_H

#include "query/field.h"

struct query;

/* NULL-ended terms, without a bare "-"; none at all: everything. Lives in the arena. NULL: why says what is wrong. */
struct query *query_parse(struct arena *a, const struct book *b, char **terms, str *why);
void query_release(struct query *q); /* what does not live in the arena; NULL: nothing */
struct query *query_not(struct arena *a, struct query *q);
bool query_asks(const struct query *q, str field); /* it is in a term, or in one of a list in it; q may be NULL */
bool query_is_all(const struct query *q);          /* there are no terms */
bool query_is_broad(const struct query *q);        /* it says who is not meant, or of what kind, and no more */
bool query_wants_book(const struct query *q);      /* book.md is asked for: by its path or by its kind, not below not */
bool query_needs_people(const struct query *q);    /* what other notes say is asked for */
bool query_match(const struct query *q, struct note *n, const struct people *p);
/* False: nothing at this path (or, for a folder, below it) can match. */
bool query_may_match(const struct query *q, str path, bool folder);
/* The note cannot match whatever other notes say: a term that asks only what it says itself rules it out. */
bool query_rules_out(const struct query *q, struct note *n);
bool query_number(str s, double *out); /* a decimal number and nothing else */

#endif
