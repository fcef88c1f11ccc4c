/* given: given names that are one: William and Bill, Александр and Саша. A table
 * of common knowledge, a line a name, for English, German, Dutch, French, Spanish,
 * Italian, Portuguese, Polish, Czech, Hungarian, Russian, Ukrainian and Nordic names. */
#ifndef NT_GIVEN_H
#define NT_GIVEN_H

#include "base/str.h"

/* Two words as latin_form gives them. A short one may belong to several names: alex. */
bool given_same(str x, str y);
/* The word is the family name that stands first in China, Korea, Vietnam, Japan, Hungary. */
bool given_is_family(str word);

#endif
