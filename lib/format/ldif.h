/* ldif: a person as a record of LDIF (RFC 2849) with the object classes that
 * Thunderbird and Mozilla's address books read: inetOrgPerson (RFC 2798) and
 * mozillaAbPersonAlpha. What is no safe string goes as base64; lines are folded
 * at 76 bytes; dn as RFC 4514 has it. */
#ifndef NT_LDIF_H
#define NT_LDIF_H

#include "format/contact.h"

#define LDIF_REGISTERED "registered" /* the label of registeredAddress */

void ldif_begin(struct buf *out);
void ldif_put(struct buf *out, const struct contact *c);
void ldif_line(struct buf *out, const char *attribute, str value); /* nothing if it is empty */
bool ldif_takes(str field);                                        /* it has a place for it */

#endif
