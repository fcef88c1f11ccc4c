/* abook: people as the address book of abook(1) holds them: sections of an ini
 * file, one line a field. Its four lines for numbers and one address take the
 * first that fits each; other numbers, org, title and the like go to its customs, and what
 * has no room there is told. */
#ifndef NT_ABOOK_H
#define NT_ABOOK_H

#include "format/contact.h"

void abook_begin(struct buf *out);
void abook_put(struct buf *out, size_t number, const struct contact *c); /* number: of the section, from 0 */
bool abook_takes(str field);                                             /* it has a place for it */

#endif
