/* staged: what is in git's index beside the book and not committed. A rebase puts all
 * that is open away and back, but back into the files alone; so it is read before, and
 * put back into the index after. */
#ifndef NT_STAGED_H
#define NT_STAGED_H

#include "base/arena.h"

struct staged {
	const char *root;   /* the folder of the book */
	struct strs files;  /* from the top of the repository */
	struct strs risked; /* of them, those out of the index and there: that file would be lost */
	str entries;        /* as git update-index reads them */
};

/* root: of the book. */
struct staged staged_read(struct arena *a, const char *root);
void staged_restore(const struct staged *s);

#endif
