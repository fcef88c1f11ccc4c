/* mailhead: the head of a mail as others write it (RFC 5322, 2047), by GMime, as
 * thirty years of mail programs want it. Only this module includes gmime.h, and only
 * nt-harvest uses it. Text is UTF-8 without line ends; all is in the arena. */
#ifndef NT_MAILHEAD_H
#define NT_MAILHEAD_H

#include "format/mail.h"
#include <stdint.h>

struct mailhead {
	struct mail_address from;
	struct mail_address *to; /* To, Cc and Bcc, without groups' names */
	size_t to_count;
	str id;      /* of Message-ID; absent: none */
	str subject; /* decoded; empty: none */
	int64_t time;
	bool dated;     /* time is known */
	bool automatic; /* a list, bulk, spam, or a program sent it */
	bool aside;     /* Gmail has it as a draft, trash or spam */
};

/* A head, its empty line not needed. False: it is none: not one field of a mail is in it. */
bool mailhead_read(struct arena *a, str head, struct mailhead *out);

#endif
