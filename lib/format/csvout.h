/* csvout: a table of people (RFC 4180): UTF-8, lines end in CR LF, the first one
 * names the columns, which are fields of nt-note(5). Several values of a field are joined by format/csvcell; what
 * stands in the columns for labels and for parts of addresses belongs to the value in the same place. */
#ifndef NT_CSVOUT_H
#define NT_CSVOUT_H

#include "format/contact.h"

void csvout_begin(struct buf *out); /* the names of the columns */
void csvout_put(struct buf *out, const struct contact *c);
bool csvout_takes(str field); /* there is a column for it */

#endif
