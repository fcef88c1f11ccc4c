/* jcard: jCard (RFC 7095) as contacts, by jansson: one card, a list of them, or one behind
 * the other, as lines of JSON have it. Each becomes the lines of a vCard, which vcard
 * reads. */
#ifndef NT_JCARD_H
#define NT_JCARD_H

#include "format/import.h"

bool jcard_likely(str head);
void jcard_import(struct import *in);

#endif
