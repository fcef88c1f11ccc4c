/* when: days as people say them, on command lines and for fields that are
 * typed; nt-query(7). English words, without case:
 *
 *	2026-11-03  today yesterday tomorrow  today-3d  +2w  -3d
 *	3d  "6 weeks"  "3 days ago"  "in 3 days"  "last month"  "next week"
 *	mon  friday  "last friday"  "next friday"
 *	"nov 3"  "3 nov"  "3 november 2025"
 *
 * What may lie on both sides of today, 3d, friday, "nov 3", is taken as the
 * sense says, the nearest such day, today too; last and next are never today,
 * this friday is the one to come. */
#ifndef NT_WHEN_H
#define NT_WHEN_H

#include "base/date.h"

enum when_sense { WHEN_PAST = -1, WHEN_AHEAD = 1 };

bool when_parse(str s, enum when_sense sense, date *out);
/* A day of every year: "nov 3", "3rd november", 11-23 where only one of the two can be the month. */
bool when_yearless(str s, struct partial *out);
/* The days that it may mean, as an end of a range: 2026-11, 2026 and "nov 2026" whole, what when_parse takes; a span
 * and a bare number are so long ago, whatever the sense. */
bool when_range(str s, enum when_sense sense, date *first, date *last);
/* The length of what s begins with and what looks like a day but is none as nt writes them: 2026-9-4, 20.11.2026,
 * 2026-11-31, with en dashes for hyphens; 0: nothing such. *meant: the one day that it can mean, or DATE_NONE. */
size_t when_odd(str s, date *meant);
/* What to write instead of s, which is no day: "2026-11-20" for 20.11.2026, else some examples. */
const char *when_instead(str s, enum when_sense sense);

#endif
