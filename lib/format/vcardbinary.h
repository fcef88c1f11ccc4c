/* vcardbinary: pictures, sounds and keys as each version of vCard has them: in 3.0 by
 * ENCODING=b and TYPE=JPEG (RFC 2426, 2.4.1), in 4.0 as a data: URI (RFC 6350, 6.2.4). */
#ifndef NT_VCARDBINARY_H
#define NT_VCARDBINARY_H

#include "format/contact.h"

/* The lines that c keeps of its card, as that version, 3 or 4, has them. */
void vcardbinary_fit(struct contact *c, int version);

#endif
