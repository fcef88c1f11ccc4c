/* waiting: what stands at the beginning of standard input, read by nobody yet.
 * Pipes are looked at by tee(2), sockets with MSG_PEEK, files by pread(2). */
#ifndef NT_WAITING_H
#define NT_WAITING_H

#include "base/str.h"

enum waiting {
	WAITING_NOTHING, /* nothing yet, or something else */
	WAITING_NOTES,   /* a stream of notes: a fence, and annotations behind it */
	WAITING_UNKNOWN  /* there is something, and the system has no way to look */
};

/* Takes nothing. A writer who has not written yet is waited for, so long at most. */
enum waiting waiting_on(int fd, int milliseconds);

#endif
