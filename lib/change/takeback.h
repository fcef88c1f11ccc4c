/* takeback: -u of the tools that change notes: the last change that this tool made
 * for a NAME goes, to the byte, and what it changed before is next. A change that
 * was changed since stays. */
#ifndef NT_TAKEBACK_H
#define NT_TAKEBACK_H

#include "base/opt.h"
#include "book/book.h"

extern const struct opt takeback_options[]; /* -u, --undo */
bool takeback_asked(void);
/* For those whose notes these are; what to exit with: STATUS_NO if for one there is nothing that can be taken back. */
int takeback_paths(struct book *b, struct strs paths);
/* For each NAME, or for none if one is nobody's. */
int takeback_each(struct book *b, char **names);

#endif
