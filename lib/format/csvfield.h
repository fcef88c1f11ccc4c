/* csvfield: what column of a table is which field, by its English name: as LinkedIn, Google, Outlook, Thunderbird and
 * others have it, or as note/vocabulary. */
#ifndef NT_CSVFIELD_H
#define NT_CSVFIELD_H

#include "base/arena.h"

/* name: folded. email; of a name: given, family, middle; note; address.city; empty: none. *label: work; empty: none. */
str csvfield_find(struct arena *a, str name, str *label);

#endif
