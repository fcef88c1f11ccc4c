/* vcardtext: the texts in the values of vCard and their backslashes (RFC 6350, 3.4). All lives in the arena. */
#ifndef NT_VCARDTEXT_H
#define NT_VCARDTEXT_H

#include "base/arena.h"

/* The text of a value, its escapes read. */
str vcardtext_read(struct arena *a, str value);
/* The parts of a value between unescaped separators, raw. */
struct strs vcardtext_split(struct arena *a, str value, char separator);
str vcardtext_escape(struct arena *a, str text); /* a text as it stands in a value */
/* The same of a URI (RFC 6350, 5.2): its commas and semicolons stand as they are. */
str vcardtext_uri(struct arena *a, str uri);

#endif
