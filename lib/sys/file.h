/* file: reading whole files and replacing them atomically. A replacement is
 * written beside the target, synced, compared once more and exchanged with it;
 * the mode stays, and the owner and group as far as permitted. Killed at any instant, the target is the old or the new
 * file, whole. Where names cannot be exchanged (see os.h) it is renamed over the target, and what is saved just before
 * that, without the lock, is lost. Functions set errno and print nothing. */
#ifndef NT_FILE_H
#define NT_FILE_H

#include "base/buf.h"
#include <stdint.h>

#define FILE_MOST ((size_t)64 << 20) /* a larger file is refused with EFBIG */

/* Reads the whole regular file into b (which is reset); follows no symbolic link when nofollow. */
bool file_read(int dirfd, const char *name, bool nofollow, struct buf *b);
/* Opens a file that a folder's list has just called regular, follows no link, and with fetch tells the system that its
 * bytes will be wanted; -1: failed. */
int file_open_ahead(int dirfd, const char *name, bool fetch);
bool file_read_regular(int fd, struct buf *b); /* all of it, without another question; closes it */
bool file_read_fd(int fd, struct buf *b);      /* to the end; no limit: standard input */

/* A number that is another one once the file was written or replaced, by its times, size and place on the disk; 0: it
 * is not there. */
uint64_t file_stamp(int dirfd, const char *name);

enum file_result { FILE_WRITTEN, FILE_CHANGED, FILE_GONE, FILE_EXISTS, FILE_FAILED };
/* Replaces name (below dirfd) whose bytes are still before. FILE_CHANGED: not so, or being written; FILE_GONE. Nothing
 * written. */
enum file_result file_replace(int dirfd, const char *name, str before, str after);
/* Where the last file_replace has left what another program saved meanwhile and what could not be put back: a path
 * below its dirfd; NULL: nowhere. */
const char *file_kept(void);
/* Makes a file that must not exist, and its missing folders. FILE_EXISTS: it does. */
enum file_result file_create(int dirfd, const char *name, str bytes);
/* Removes a file whose bytes are still before. FILE_CHANGED: not so; FILE_GONE: it is not there. */
enum file_result file_remove(int dirfd, const char *name, str before);
/* Gives a file another path, and makes that one's missing folders. FILE_EXISTS: it is taken; FILE_GONE: no such file.
 */
enum file_result file_rename(int dirfd, const char *from, const char *to);
/* For the tools' own state (no sync): replaces whatever is there. */
bool file_put(int dirfd, const char *name, str bytes);

#endif
