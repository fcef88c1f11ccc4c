/* nested: a field that is more than texts, each once (a map, lists in lists), as one text: a JSON object with the field
 * as its one key, {"boat":{"name":"Ilo","seats":["4"]}}. Scalars are strings. */
#ifndef NT_NESTED_H
#define NT_NESTED_H

#include "text/value.h"

#define NESTED_BYTES ((size_t)64 << 10) /* of such a text */

bool nested_is(const struct value *v); /* and says something */
str nested_write(struct arena *a, const struct value *v);
/* The field under its key. NULL: the text is none of these, or more than a note holds beside what `from:` says. */
struct value *nested_read(struct arena *a, str text);

#endif
