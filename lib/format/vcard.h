/* vcard: vCard 2.1, 3.0 and 4.0 (RFC 6350, RFC 2426) as contacts. What has no field in a
 * note is kept there, a line each, under `vcard:`; what only tells of the program that
 * wrote the card (VERSION, PRODID, REV) is not. */
#ifndef NT_VCARD_H
#define NT_VCARD_H

#include "format/contact.h"
#include "format/photo.h"

/* One card into a contact: its lines, the first of which stands behind BEGIN:VCARD. False: it has nothing that could be
 * a name. photos: the folder for pictures, absent: they are kept in
 * the note; file: for messages. */
bool vcard_read(struct contact *c, const struct vcardline *lines, size_t n, const struct photos *photos, str file);
/* The first card in a file's bytes; false: there is none that names anybody. */
bool vcard_first(struct arena *a, str bytes, struct contact *out);

#endif
