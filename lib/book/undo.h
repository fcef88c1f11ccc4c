/* undo: what nt-log wrote last, so that nt-log -u can take it back to the byte.
 * A plain file of lines in the book's root, the newest last: path, revision
 * after, offset, the inserted bytes as JSON. Called with the book's lock held; with -n nothing is noted. */
#ifndef NT_UNDO_H
#define NT_UNDO_H

#include "book/book.h"

#define UNDO_FILE ".nt-undo"
#define UNDO_MOST 100 /* lines kept */

/* Notes that after is before with bytes inserted, ahead of the write; false: it is not, nothing is noted. */
bool undo_note(struct book *b, str path, str before, str after);
/* The note's bytes without what was inserted last at that path; absent and why: nothing noted, or those
 * bytes are not there any more. In n's arena. */
str undo_last(struct book *b, struct note *n, struct fault *why);
/* Forgets what was noted last at that path: it was taken back, or never written. */
void undo_drop(struct book *b, str path);
/* What was noted at the old path is the new one's. False: the message is out. */
bool undo_moved(struct book *b, str old_path, str new_path);

#endif
