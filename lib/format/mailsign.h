/* mailsign: what a field of a mail's head tells of who sent it: a filter's verdict that
 * it is spam (that it is none is no sign), a list, a mailing, a program. Feedback-ID and
 * X-Loop are no signs: Fastmail and people's own filters write them into anybody's mail. */
#ifndef NT_MAILSIGN_H
#define NT_MAILSIGN_H

#include "base/str.h"

bool mailsign_is_automatic(str name, str value); /* of one field; its value unfolded */

#endif
