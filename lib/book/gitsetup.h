/* gitsetup: a book kept in a git repository: what nt-init sets up there. Each thing
 * done is printed as one line; what is so already is left alone, so that it can be run in every clone, again and again.
 */
#ifndef NT_GITSETUP_H
#define NT_GITSETUP_H

#include "base/str.h"

/* The book in the folder of that name and descriptor: a repository around it, .gitattributes, .gitignore, the merge
 * driver in the local configuration; self: argv[0], beside which nt-merge is looked for; hook: nt-check before each
 * commit. */
void gitsetup_run(int dir, const char *name, const char *self, bool hook);

/* The merge driver alone, where none is known. */
void gitsetup_driver(const char *name, const char *self);
/* Has git leave alone, in this clone, what tools of nt keep for themselves in that book. False: it cannot, said. */
bool gitsetup_exclude(int dir, const char *name);

#endif
