/* mail: a message as a mail program takes it (RFC 5322 with MIME: RFC 2045, 2047), and
 * as a mailto: link (RFC 6068). Text is UTF-8. Nothing in a value begins a new line of
 * the head; control characters in it become blanks. Lines end with LF, as programs
 * of a Unix system want them. */
#ifndef NT_MAIL_H
#define NT_MAIL_H

#include "base/arena.h"
#include "base/buf.h"

struct mail_address {
	str name, address; /* name: empty, none */
};

struct mail {
	struct mail_address from; /* no address: the mail program's own */
	struct mail_address *to;
	size_t to_count;
	str date; /* of mail_now; absent: whoever sends it says when, and its Message-ID */
	str subject, body;
	str html;       /* the same as a page, an alternative (RFC 2046, 5.1.4); absent: there is none */
	bool automatic; /* a program sends it: nobody answers that by another (RFC 3834) */
};

/* The present time as a mail has it (RFC 5322, 3.3), in the local zone; on the day of NT_TODAY if that is set. */
str mail_now(struct arena *a);
/* An address that the head of a mail can hold without SMTPUTF8 (RFC 6531): ASCII. */
bool mail_can(str address);
void mail_put(struct buf *out, const struct mail *m);
/* The messages of an mbox (RFC 4155): each behind a line "From "; such a line in a body gets a ">". */
void mail_put_mbox(struct buf *out, const struct mail *m);
void mail_put_link(struct buf *out, const struct mail *m); /* mailto: without a line end */

#endif
