/* git: running it, with argument lists and never by a shell. dir is the folder
 * to run it in; args end with NULL and do not begin with "git". */
#ifndef NT_GIT_H
#define NT_GIT_H

#include "sys/run.h"

/* Its exit status, RUN_MISSING if it is not installed; out gets its standard output. git_ask silences its messages. */
int git_ask(const char *dir, struct buf *out, const char *const *args);
int git_run(const char *dir, struct buf *out, const char *const *args);
int git_give(const char *dir, str in, const char *const *args); /* in: its standard input */
/* out gets all that it says, in English; what its hooks say, in their own language. */
int git_hear(const char *dir, struct buf *out, const char *const *args);
/* What it prints, without the line end; absent: it failed. */
str git_line(struct arena *a, const char *dir, const char *const *args);
/* Whether what it said (git_hear) of the branch's remote means that this is out of reach: no name, no connection, no
 * such folder. All else is a refusal, and somebody's to settle. */
bool git_is_offline(const char *dir, str said);
/* Whether it means that somebody else was writing the same branch: a matter of trying again. */
bool git_is_race(str said);
/* Whether a rebase is under way there: what git calls ours is then of the others, and theirs of who rebases. */
bool git_is_rebasing(const char *dir);
void git_forget(void); /* the repository that the environment names: dir says which */
#define GIT(...) RUN(__VA_ARGS__)

#endif
