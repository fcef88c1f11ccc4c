/* csvfield: what column of a table is which field, by its English name: as LinkedIn, Google, Outlook, Thunderbird and
 * others have it, or as note/vocabulary. */
#ifndef NT_CSVFIELD_H
#define NT_CSVFIELD_H

#include "base/arena.h"

#define CSVFIELD_NUMBER 2 /* digits of a number in a name, at most: phone 15550100 is none */

/* name: folded. email; of a name: given, family, middle; note; address.city; empty: none. *label: work; empty: none. */
str csvfield_find(struct arena *a, str name, str *label);
/* As such a name is spelled here that has these letters and digits, without accents: "given-name" is "given name";
 * absent: none has. */
str csvfield_spelled(struct arena *a, str name);

#endif
