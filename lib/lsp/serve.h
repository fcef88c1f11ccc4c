/* serve: the server of LSP 3.17 over two descriptors: reads messages, answers requests
 * in the order they came (those that were cancelled meanwhile with an error), tells the
 * mistakes of what has changed when nothing waits. */
#ifndef NT_SERVE_H
#define NT_SERVE_H

#include "base/str.h"

/* folder: of the book; absent: that of what the editor opens. Until the editor says exit or is gone: 0 if it said
 * shutdown before, else 1; 2 if what it was to be told could not be written. */
int serve_run(int in, int out, str folder);

#endif
