/* jcardput: contacts as jCard (RFC 7095): the card that vcardput makes of one, version 4.0,
 * as JSON. */
#ifndef NT_JCARDPUT_H
#define NT_JCARDPUT_H

#include "format/contact.h"

void jcard_put(struct buf *out, const struct contact *c); /* ["vcard", [...]], without a line end */

#endif
