/* temp: the new bytes of a file, in a temporary file beside it. All have names that begin alike: walks skip them and
 * git ignores them; those of a killed writer are removed by lock. */
#ifndef NT_TEMP_H
#define NT_TEMP_H

#include "base/str.h"
#include <sys/stat.h>

struct temp {
	int root, dir;      /* root: the descriptor below which the file is named */
	const char *beside; /* the file's name, from there */
	ino_t inode;
	char name[64];
};

/* Writes it into t->dir, synced or not. like: the file that it will replace, whose mode it gets, and the owner and
 * group as far as permitted. False: nothing is there. */
bool temp_write(struct temp *t, const struct stat *like, str bytes, bool sync);
/* Removes what is at its name, if anything is. */
void temp_drop(struct temp *t);
/* What is at its name now is nobody's copy: it stays. Its path below root, until the next one. */
const char *temp_keep(struct temp *t);

#endif
