/* changes: what a run writes to the book, applied, or with -n kept and printed as
 * one patch, which git apply and patch -p1 take. Reads see what was kept, so
 * that several changes of one note add up. One run, one book. */
#ifndef NT_CHANGES_H
#define NT_CHANGES_H

#include "book/book.h"
#include "sys/file.h"

extern const struct opt changes_options[]; /* -n, --dry-run */
bool changes_dry(void);                    /* -n was given: nothing is written, not even a tool's own state */

/* As book_load, with what the dry run has made of the note. */
bool changes_load(struct book *b, struct arena *a, struct buf *buf, str path, struct note *out);
bool changes_made(str path); /* the dry run has changed or made it */
/* before absent: a new file. As file_replace and file_create. */
enum file_result changes_put(struct book *b, str path, str before, str after);
/* The note goes, if its bytes are still before; as file_remove. */
enum file_result changes_remove(struct book *b, str path, str before);
/* Adds to the patch that is printed, as diff_unified; what its reader may not see of a note is (private) there. */
void changes_patch(struct buf *out, struct book *b, str from, str path, str before, str after);
void changes_print(void); /* the patch on standard output, and the end of what was kept; nothing without -n */
/* The end of a tool that changes notes, before the book is released: prints the patch and returns the exit status, as finish() does. When the answer
 * is yes, or something was written, what is wrong with notes that were only read on the way is told and no trouble: a
 * script would try again, and do it twice. */
int changes_end(int answer);

#endif
