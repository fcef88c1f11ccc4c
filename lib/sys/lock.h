/* lock: one writer at a time in a folder, and what the writer has begun. The file of the lock names the temporary files
 * that are being written; who takes the lock next removes those that a killed writer has left. */
#ifndef NT_LOCK_H
#define NT_LOCK_H

#include "base/str.h"

#define TEMP_PREFIX ".nt-tmp-" /* the names of temporary files begin so; no other file is ever removed */

int lock_take(int dirfd, const char *name); /* POSIX record lock, waits; -1: failed */
void lock_drop(int fd);

/* Ahead of making a temporary file: its name and that of the file beside which it will be, below dirfd. Nothing is
 * noted without a lock on dirfd. False: it cannot be noted. */
bool lock_begun(int dirfd, const char *beside, const char *temp);
void lock_ended(int dirfd); /* what was begun last is gone, or to be left alone */
void lock_left(int dirfd);  /* it is still there, and for the next one to remove */

#endif
