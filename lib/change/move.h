/* move: gives a note another name or path, and what links to it the new target.
 * The old name, file name and path are aliases first; then the file moves; then
 * the links, note by note; then the aliases go: at any instant every link leads
 * to the note. Called with the book's lock held. */
#ifndef NT_MOVE_H
#define NT_MOVE_H

#include "change/moveplan.h"

int move_make(struct moveplan *m); /* the answer for finish(); prints what changed */
/* What it would change, note by note, the one that moves first: its path now, the one then, its bytes now and then.
 * False: of one it cannot be told, the message is out. */
typedef void move_fn(str path, str then, str before, str after, void *ctx);
bool move_each(struct moveplan *m, move_fn *tell, void *ctx);
/* Behind move_each: every link could be told; else a note that does not parse, or is read by its lines alone, may hold
 * one. */
bool move_is_whole(struct moveplan *m);
void move_patch(struct moveplan *m, struct buf *out); /* the same as a patch */
void move_release(struct moveplan *m);

#endif
