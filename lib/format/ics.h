/* ics: occasions as a calendar (iCalendar, RFC 5545): events of whole days that
 * take up no time, and what is to be done on a day. What is every year is so by a rule, 29 February as the last
 * day of February. DTSTAMP is the day of the export, so that one day's exports are
 * the same to the byte. Text is escaped, lines end in CR LF and are folded at 75
 * bytes between characters. */
#ifndef NT_ICS_H
#define NT_ICS_H

#include "base/buf.h"
#include "format/occasion.h"

void ics_begin(struct buf *out, str name); /* name: of the calendar */
void ics_put(struct buf *out, const struct occasion *o, date today);
void ics_end(struct buf *out);
void ics_line(struct buf *out, const char *property, str text); /* text as a TEXT; nothing if it is empty */

#endif
