/* lists: notes of kind list. Who is on one: those that its query selects, else
 * those that its members and its body link to; nt-note(5). */
#ifndef NT_LISTS_H
#define NT_LISTS_H

#include "base/map.h"
#include "query/query.h"

struct list {
	str name, shown;     /* shown: in what it asks for, which travels */
	struct span refresh; /* unit 0: none */
	date verified;       /* DATE_NONE: no day for all of it */
	str verified_said;   /* as it stands there, if that is no whole date */
	bool hides_verified; /* its key is private */
	struct query *query; /* NULL: by links */
	bool wrong;          /* its query is, and nobody is on it */
	str path;            /* of its note */
	struct links links;
	bool resolved;
	int *ids; /* whom the links mean, sorted */
	size_t id_count;
};

/* The list that a note is, in keep. A wrong query, or one that reaches the list itself, is reported; nobody is on it. A
 * refresh does not count, with a word, if the query asks for what it decides: due, overdue.
 */
struct list *lists_read(struct arena *keep, const struct book *b, struct note *n);
/* NULL: none is called so, or several are. */
struct list *lists_find(struct arena *keep, const struct book *b, str name, bool *several);
/* The terms of a query that a field holds, in one text or a list; NULL-ended. The field is there. */
char **lists_terms(struct arena *a, struct note *n, str key);
bool lists_has(struct list *l, struct note *n, const struct people *p);
/* Keeps the note's list, if it has a refresh, with the people it speaks of. */
void lists_keep(struct people *p, const struct book *b, struct note *n);
/* Finds out who is on the lists that were kept, for refresh_of; reads the book once more if one has a query. */
void lists_mark(struct people *p, struct book *b);

#endif
