/* kinds: what kind a note is of by what it says, for vaults that have no kind: of
 * their own: kinds of book.md, nt-note(5). Each kind has a query, terms as in
 * nt-query(7), over the note's own fields and its path: no ranges, no lists, and
 * nothing that entries or other notes decide. The first that matches counts. */
#ifndef NT_KINDS_H
#define NT_KINDS_H

#include "base/arena.h"

struct kinds {
	struct kinds_rule *v; /* in the arena, but for their patterns: kinds_release */
	size_t n;
};

/* The note that is asked about. */
struct kinds_note {
	struct arena *arena;
	str path;                                    /* absent: none */
	struct strs (*texts)(void *note, str field); /* of a field, of tags one by one */
	void *note;
};

/* False: why says what no such query may hold. */
bool kinds_add(struct arena *a, struct kinds *list, str kind, struct strs terms, str *why);
str kinds_of(const struct kinds *list, const struct kinds_note *n); /* absent: none matches */
void kinds_release(struct kinds *list);

#endif
