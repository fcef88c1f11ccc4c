/* folder: the folder that a file is in, found without leaving the one it is named from. */
#ifndef NT_FOLDER_H
#define NT_FOLDER_H

#include <stdbool.h>

/* Opens the folder of name (below dirfd; no symbolic link on the way is followed) and finds its base name; make:
 * missing folders are made. -1: failed. */
int folder_open(int dirfd, const char *name, bool make, const char **base);
void folder_close(int fd); /* a descriptor of any kind, and errno stays */

#endif
