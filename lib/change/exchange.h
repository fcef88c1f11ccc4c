/* exchange: what changed in a book, committed to its git repository and exchanged with
 * the other copies. What is told goes to standard output, what a person is to do to
 * standard error. */
#ifndef NT_EXCHANGE_H
#define NT_EXCHANGE_H

#include "book/book.h"

struct exchange {
	struct book *book;
	struct arena arena;
	const char *root, *self; /* self: argv[0], beside which the other tools are */
	bool lost;               /* what was pulled left a link that leads to no note */
};

/* Ends the program where git has no repository for the book. */
void exchange_begin(struct exchange *x, struct book *b, const char *self);
/* Nothing is committed where no branch would hold it: false, said. */
bool exchange_is_on_branch(struct exchange *x);
void exchange_list(struct exchange *x); /* what would be committed, as git status --short */
/* message: instead of what changed; NULL: none. With the lock of the book. False: git would not. */
bool exchange_commit(struct exchange *x, const char *message);
int exchange_run(struct exchange *x); /* STATUS_NO: a person has to choose */
void exchange_release(struct exchange *x);

#endif
