/* msmtplog: mails that went out, of the log of msmtp, a line a mail: "Nov 20 14:05:33
 * host=x from=a@b recipients=c@d,e@f ... exitcode=EX_OK". Its usual time has no year: the
 * last such day that is not ahead is meant. Lines of mails that failed are left out. */
#ifndef NT_MSMTPLOG_H
#define NT_MSMTPLOG_H

#include "base/date.h"
#include "format/mail.h"
#include <stdint.h>

struct msmtplog_mail {
	struct mail_address from, *to;
	size_t to_count, line;
	int64_t time;
	str file;
};

void msmtplog_read(str bytes, str file, date today, void (*mail)(void *to, const struct msmtplog_mail *m), void *to);

#endif
