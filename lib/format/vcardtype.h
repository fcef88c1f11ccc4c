/* vcardtype: of what type the values of a property of vCard 4 are, where no VALUE says
 * it, and what parts them (RFC 6350, 6; RFC 7095, 3.5). */
#ifndef NT_VCARDTYPE_H
#define NT_VCARDTYPE_H

#include "base/str.h"

#define VCARDTYPE_UNKNOWN "unknown" /* of a property that is none of vCard's */

const char *vcardtype_of(str name); /* of a name in capitals: "text", "uri" and so on */
bool vcardtype_has(str key);        /* a field of ours has a property of vCard, or never goes into a card */
char vcardtype_separator(str name); /* ';' of its parts, ',' of its values, 0: it has one */

#endif
