/* os: what a safe save wants to know and POSIX has no call for. Linux and macOS
 * exchange names, Linux tells of writers; elsewhere, and on some file systems,
 * the answer is that it cannot be done. */
#ifndef NT_OS_H
#define NT_OS_H

#include <stdbool.h>
#include <sys/types.h>

/* Exchanges two names in a folder in one step: renameat2(2), renameatx_np(2). False sets errno. */
bool os_exchange(int dir, const char *one, const char *other);
/* Gives a file a name that must be free, in one step. False sets errno; EEXIST: it is taken. */
bool os_rename_new(int from_dir, const char *from, int to_dir, const char *to);
bool os_cannot(int error); /* that error of these two means: not here at all */
/* Whether somebody has the open file open for writing too (a lease of fcntl(2) would be refused). False: no, or unknown. */
bool os_is_being_written(int fd);
/* Copies what stands at the beginning of a pipe, and leaves it there: tee(2). Negative: it cannot be done. */
ssize_t os_peek_pipe(int fd, char *to, size_t most);

#endif
