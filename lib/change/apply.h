/* apply: what every tool that changes notes shares: NAMEs are edited in place,
 * "-" makes a filter of the stream, and what changed is printed as
 * path:line: text. Exit status: 1 if a NAME is nobody's. */
#ifndef NT_APPLY_H
#define NT_APPLY_H

#include "book/save.h"

/* Applies change to the note of each NAME (to none, if one is not known), or with "-" alone to each note of the stream
 * on standard input. The answer for finish(). */
int apply_each(struct book *b, char **names, change_fn *change, void *ctx);
/* The same for one note by its path; false: the message is out. */
bool apply_path(struct book *b, str path, change_fn *change, void *ctx);
/* And noted for -u as done for the one whose note is at whose, as apply_each does for each NAME. */
bool apply_noted(struct book *b, str whose, str path, change_fn *change, void *ctx);
/* Adds the paths that NAMEs mean, each once; STATUS_YES, or what to exit with. */
int apply_targets(struct book *b, char **names, struct strs *paths);
/* The path a NAME means; absent: the message is out and *answer is what to exit with. */
str apply_target(struct book *b, str name, int *answer);
/* Prints path:line: and each line that after has and before has not; of lines that only went, and keys that did, those.
 * n: the note, whichever bytes it has now. */
void apply_report(const struct note *n, str before, str after);

#endif
