/* calendar: occasions as the file of a calendar: iCalendar, or remind(1). */
#ifndef NT_CALENDAR_H
#define NT_CALENDAR_H

#include "base/buf.h"
#include "format/occasion.h"

struct calendar {
	struct buf *out; /* the caller's */
	bool remind;     /* for remind(1) */
	date today;
	int ahead;    /* remind: so many days before, it is said, too */
	size_t count; /* of those put */
};

void calendar_begin(struct calendar *c);
void calendar_put(const struct occasion *o, void *calendar); /* an occasion_fn */
void calendar_end(struct calendar *c);

#endif
