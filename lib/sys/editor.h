/* editor: opens files in $VISUAL, $EDITOR or vi, as git does: the command may
 * have arguments; the files are passed as arguments, never through the shell's eyes. */
#ifndef NT_EDITOR_H
#define NT_EDITOR_H

#include "base/arena.h"

bool editor_run(struct strs paths); /* waits; false: it failed, the message is out */

#endif
