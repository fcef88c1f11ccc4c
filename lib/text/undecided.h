/* undecided: the comments by which nt-merge and nt-vdir leave a value of the front
 * matter to a person: "city: Rome  # theirs: Paris", or "# theirs: city: Paris" in a
 * line of its own above the key. */
#ifndef NT_UNDECIDED_H
#define NT_UNDECIDED_H

#include "base/arena.h"

/* Where in a line such a comment begins, or STR_NONE. */
size_t undecided_at(str line);
bool undecided_any(str yaml);
/* The note without those of that key ("address.city"), because a person has decided; the same note if it has none. */
str undecided_settled(struct arena *a, str note, str key);

#endif
