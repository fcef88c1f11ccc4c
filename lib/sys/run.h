/* run: another program, by its argument list and never by a shell. What it
 * prints can be taken into a buffer, what it reads be given. Nothing but a
 * program that cannot even be tried (no pipe, no process) is warned of here. */
#ifndef NT_RUN_H
#define NT_RUN_H

#include "base/arena.h"
#include "base/buf.h"

#define RUN_MISSING 127 /* there is no such program */
#define RUN_FAILED  126 /* not started, ended by a signal, or its output could not be read */

#define RUN(...) ((const char *const[]){__VA_ARGS__, NULL})

struct run {
	const char *const *args; /* ended by NULL; the first is the program, looked for in PATH */
	const char *self;        /* argv[0] of this program, to look beside it first; NULL: not there */
	str in;                  /* its standard input; absent: this program's */
	struct buf *out;         /* gets its standard output; NULL: this program's */
	bool silent;             /* its messages are not heard */
	bool mixed;              /* its messages go where its output goes */
	bool interactive;        /* ^C and ^\ are its own while it runs, as system(3) has it */
};

int run_wait(const struct run *r); /* its exit status, or one of the above */
/* Takes the place of this program. Returns only when it cannot, with errno. */
void run_become(const char *self, const char *const *args);
/* The folder that this program was started from, with the slash behind it; empty: it was found in PATH. */
str run_folder(const char *self);

str run_quoted(struct arena *a, str text); /* in single quotes, for sh */
str run_word(struct arena *a, str text);   /* the same, but as it stands where sh would not mind */
/* Where such a program is, in PATH if it is no path itself; absent: nowhere. */
str run_where(struct arena *a, str program);
bool run_found(str program);

#endif
