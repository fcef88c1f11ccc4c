/* rem: occasions as reminders of remind(1): REM lines with a MSG. Every year with
 * the age in that year, 29 February as the day before 1 March; nothing in a text is
 * computed. Days that remind's calendar does not have become comments. */
#ifndef NT_REM_H
#define NT_REM_H

#include "base/buf.h"
#include "format/occasion.h"

void rem_begin(struct buf *out);
/* ahead: so many days before, it is said, too. */
void rem_put(struct buf *out, const struct occasion *o, int ahead);

#endif
