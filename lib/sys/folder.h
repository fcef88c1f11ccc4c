/* folder: the folder that a file is in, found without leaving the one it is named from. */
#ifndef NT_FOLDER_H
#define NT_FOLDER_H

#include "base/arena.h"

/* Opens the folder of name (below dirfd; no symbolic link on the way is followed) and finds its base name; make:
 * missing folders are made. -1: failed. */
int folder_open(int dirfd, const char *name, bool make, const char **base);
/* The names in a folder below dirfd, sorted. False: it cannot be read; where it is not there, there are none. */
bool folder_list(int dirfd, const char *name, struct arena *a, struct strs *names);
void folder_close(int fd); /* a descriptor of any kind, and errno stays */

#endif
