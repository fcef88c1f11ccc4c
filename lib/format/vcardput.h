/* vcardput: contacts as vCard 3.0 or 4.0 (RFC 2426, RFC 6350). Lines that were kept of the
 * card a note came from are given back; a field without a property goes as X-NT. */
#ifndef NT_VCARDPUT_H
#define NT_VCARDPUT_H

#include "format/contact.h"
#include "format/vcardname.h"

/* The card of a contact. version: 3 or 4. */
void vcard_put(struct buf *out, const struct contact *c, int version);
/* One line, escaped already: folded at 75 bytes between characters, with its CRLF. */
void vcard_fold(struct buf *out, str line);
/* The uid of a contact; of one that has none that of its name and its place, each time the same. */
str vcard_uid(const struct contact *c, str place);

#endif
