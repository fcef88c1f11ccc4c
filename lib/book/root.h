/* root: whether a folder is a book, and its configuration: nt-note(5), "The
 * book". What book.md says is private decides what may be printed, so a book.md
 * that cannot be read is no default: the caller ends, or all is private. */
#ifndef NT_ROOT_H
#define NT_ROOT_H

#include "note/config.h"

enum root {
	ROOT_NONE,   /* no book.md, or it does not say 'kind: book' */
	ROOT_FOUND,
	ROOT_UNREAD  /* it is there and cannot be read; the message is out, and the configuration hides everything */
};

/* shown: how messages call its book.md. The configuration lives in the arena. */
enum root root_read(struct arena *a, const char *dir, str shown, struct config *out);

#endif
