/* editor: opens files in $VISUAL, $EDITOR or vi, as git does: the command may
 * have arguments; the files are passed as arguments, never through the shell's eyes, and none that
 * begins with - or + is taken for an option or a command. */
#ifndef NT_EDITOR_H
#define NT_EDITOR_H

#include "base/arena.h"

bool editor_run(struct strs paths); /* waits; false: it failed, the message is out */
/* What is typed into a new file, in a: empty if nothing is; absent if the editor fails, the message is out. The file
 * stays until editor_done(); a run that ends before says where it is. */
str editor_text(struct arena *a);
void editor_done(void); /* the text has found its place */

#endif
