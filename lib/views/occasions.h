/* occasions: the days on which the people of a pick are to be thought of:
 * birthdays and anniversaries every year, and once each: when a cadence is over,
 * next, and what is promised or to be done by a day. Of whom, what and when is
 * asked of duelist; what is private for the reader is in none. What is overdue lasts
 * until today. */
#ifndef NT_OCCASIONS_H
#define NT_OCCASIONS_H

#include "format/occasion.h"
#include "query/pick.h"

/* Gives each, people in the order of their paths. */
void occasions_each(struct pick *p, enum reader reader, occasion_fn *give, void *to);

#endif
