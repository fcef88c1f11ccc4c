/* mbox: the heads of the messages of an mbox (RFC 4155, and mboxo, mboxrd, mboxcl,
 * mboxcl2), given a piece at a time; memory is one head. A message begins at a
 * line "From " with a time in it, at the start or behind an empty line. What
 * Content-Length says is not asked: programs get it wrong. Slices live until the next
 * piece. */
#ifndef NT_MBOX_H
#define NT_MBOX_H

#include "base/buf.h"

#define MBOX_HEAD ((size_t)256 << 10) /* of a head; what is beyond is left out */

struct mbox {
	void (*message)(void *to, str head, size_t line, bool cut); /* line: of its "From ", from 1 */
	void *to;
	struct buf line, head;
	size_t lines, from; /* read; where the message began */
	bool in_message, in_head, cut, after_blank, skipping;
};

void mbox_feed(struct mbox *m, str piece);
void mbox_end(struct mbox *m); /* gives the last one */
void mbox_release(struct mbox *m);
bool mbox_is(str head); /* a file that begins so is one */

#endif
