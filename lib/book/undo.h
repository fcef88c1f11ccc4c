/* undo: what a tool wrote last for whom, so that its -u can take it back to the byte. A plain file of lines in the
 * book's root, the newest last, each a list in JSON: tool, the note of the one it was for, the note that was changed,
 * its revision after, and of each place the offset, the lines that stood there and those that stand there now.
 * Called with the book's lock held; with -n nothing is noted. */
#ifndef NT_UNDO_H
#define NT_UNDO_H

#include "book/book.h"

#define UNDO_FILE ".nt-undo"
#define UNDO_MOST 500 /* lines kept */

/* Notes that this tool has made after of before in the note at path, for the one whose note is at whose. */
void undo_note(struct book *b, str whose, str path, str before, str after);
/* The path of the note that this tool changed last for whose; absent and why: nothing is noted. */
str undo_where(struct book *b, struct arena *a, str whose, struct fault *why);
/* The bytes of n without that change; absent and why: what was written does not stand there now. In the arena of n. */
str undo_last(struct book *b, struct note *n, str whose, struct fault *why);
/* Forgets what was noted last for whose: it was taken back. */
void undo_drop(struct book *b, str whose);
/* What was noted of the old path is the new one's. False: the message is out. */
bool undo_moved(struct book *b, str old_path, str new_path);

#endif
