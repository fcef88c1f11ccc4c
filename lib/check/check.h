/* check: the mistakes of one note, as nt-check reports them: what nt cannot
 * read, or reads otherwise than it was meant. A mistake with one right answer
 * has it with it, as bytes to replace. Mistakes live in the note's arena;
 * they stand in the order of the file, no two of one code at one place. */
#ifndef NT_CHECK_H
#define NT_CHECK_H

#include "check/mistakes.h"

/* All mistakes of a note. What the library says of it is heard, not printed: diag_hook has to be mistakes_hear. */
void check_note(struct check *c, struct note *n, const struct checkbook *book);

#endif
