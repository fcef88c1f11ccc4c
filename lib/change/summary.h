/* summary: what has changed in a book, in words for a commit: "log: Ada, Charles; set: Bob".
 * Read from git's patch. All in the arena. */
#ifndef NT_SUMMARY_H
#define NT_SUMMARY_H

#include "book/book.h"

enum summary_kind { SUMMARY_NEW, SUMMARY_LOG, SUMMARY_SET, SUMMARY_EDIT, SUMMARY_MOVE, SUMMARY_GONE, SUMMARY_KINDS };

struct summary {
	struct strs names[SUMMARY_KINDS]; /* of notes, as they are called; of other files the paths */
	struct strs paths;                /* of all, those that are gone aside; relative to the book */
	size_t n;
};

/* What nt-mv renamed, an old path and the new one after it: before git add, when the index still has its bytes. */
struct strs summary_moved(struct arena *a, struct book *b);
/* From that commit to HEAD; NULL: of what is staged. moved: known to be renamed. */
void summary_read(struct arena *a, struct book *b, const char *from, struct strs moved, struct summary *out);
str summary_line(struct arena *a, const struct summary *s);  /* at most 72 columns, where a name has room in them */
str summary_whole(struct arena *a, const struct summary *s); /* a line for each kind, all names */
bool summary_fits(struct arena *a, const struct summary *s); /* the line has all of them, too */

#endif
