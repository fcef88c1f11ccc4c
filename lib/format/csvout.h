/* csvout: a table of people (RFC 4180): UTF-8, lines end in CR LF, the first one
 * names the columns, which are fields of nt-note(5). Several values of a field
 * are joined by " ::: ". What a spreadsheet would compute gets an apostrophe in
 * front (OWASP, CSV injection): a value that begins with = + - @ or a control
 * character; digits with no more than blanks and + ( ) . - between them stay, as
 * numbers of telephones and days without a year. */
#ifndef NT_CSVOUT_H
#define NT_CSVOUT_H

#include "format/contact.h"

void csvout_begin(struct buf *out); /* the names of the columns */
void csvout_put(struct buf *out, const struct contact *c);
void csvout_value(struct buf *out, str text); /* one value, in quotes where needed */

#endif
