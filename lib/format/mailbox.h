/* mailbox: the mails of a source, told by what it is: a Maildir, a folder of MH, an
 * mbox, a file with one mail, a folder of any of these (folders in it, too, 16 deep;
 * no symbolic link in it is followed). A calendar (.ics), msmtp's log and LinkedIn's tables are handed on.
 * What cannot be read is warned of, and the rest goes on. */
#ifndef NT_MAILBOX_H
#define NT_MAILBOX_H

#include "base/arena.h"
#include "base/buf.h"
#include <stdint.h>

struct mailbox_mail {
	str head;    /* as the file has it, at most MBOX_HEAD of it */
	bool cut;    /* it was longer */
	str file;    /* as messages call it */
	size_t line; /* of an mbox; else 0 */
	uint64_t id; /* the same as long as the mail stays what it is */
	bool sent;   /* it stands in a folder called Sent */
};

struct mailbox {
	bool (*known)(void *to, uint64_t id);                 /* it need not be read */
	bool (*mail)(void *to, const struct mailbox_mail *m); /* false: a draft, trash or spam, which is left out */
	void (*calendar)(void *to, str bytes, str file);
	void (*log)(void *to, str bytes, str file);
	void (*table)(void *to, str bytes, str file); /* LinkedIn's, of messages or invitations */
	void *to;
};

/* path "-": standard input. False: it cannot be read or is nothing such, the message is out. */
bool mailbox_read(const struct mailbox *m, const char *path);

#endif
