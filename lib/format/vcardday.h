/* vcardday: days as cards have them (RFC 6350, 4.3.1), and as people write them into cards. */
#ifndef NT_VCARDDAY_H
#define NT_VCARDDAY_H

#include "format/vcardline.h"

/* 19960415, 1996-04-15T10:00, --0412, --04-12, 1996-04, 1996, 1996/4/5, 25.12.1996 as nt has it; absent: none of these,
 * or one of which the day could be the month. */
str vcardday_read(struct arena *a, str value);
/* The field of a property of days: birthday; empty: another one. */
str vcardday_field(const struct vcardline *l);
/* What a line of days says that is none; absent: it is one, or of another property. */
str vcardday_unread(struct arena *a, const struct vcardline *l);

#endif
