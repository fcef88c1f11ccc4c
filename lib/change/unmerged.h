/* unmerged: the files of a book that git leaves to a person in a merge or a rebase, and what they can do. */
#ifndef NT_UNMERGED_H
#define NT_UNMERGED_H

#include "book/book.h"

struct unmerged_file {
	str path;        /* relative to the book */
	unsigned stages; /* bits 1 to 3: which of the base, git's ours and git's theirs have it */
};

struct unmerged {
	struct unmerged_file *v;
	size_t n;
	bool rebasing; /* git's ours are then the others */
};

struct unmerged unmerged_files(struct arena *a, const struct book *b);
void unmerged_say(struct arena *a, const struct book *b, struct unmerged u, bool open); /* open: what to do, too */

/* Whether no merge and no rebase is unfinished; else all of them and what to do is said. */
bool unmerged_none(struct arena *a, const struct book *b);

#endif
