/* move: gives a note another name or path, and what links to it the new target.
 * The old name, file name and path are aliases first; then the file moves; then
 * the links, note by note; then the aliases go: at any instant every link leads
 * to the note. Called with the book's lock held. */
#ifndef NT_MOVE_H
#define NT_MOVE_H

#include "change/moveplan.h"

int move_make(struct moveplan *m);                    /* the answer for finish(); prints what changed */
void move_patch(struct moveplan *m, struct buf *out); /* what it would change */
void move_release(struct moveplan *m);

#endif
