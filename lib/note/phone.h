/* phone: a number as people write it in the one form of E.164, "+" and digits:
 * with the calling code and without the trunk prefix of its country. */
#ifndef NT_PHONE_H
#define NT_PHONE_H

#include "base/arena.h"

/* country: two letters, of a number that says none; absent: not known. Without a country known the digits alone. An
 * absent slice: no number, or too short for one. In the arena. */
str phone_form(struct arena *a, str text, str country);
str phone_extension(str text); /* what stands behind that, from x or ; on; absent: nothing */

#endif
