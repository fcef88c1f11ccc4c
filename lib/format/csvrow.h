/* csvrow: a row of a table of contacts as a contact. */
#ifndef NT_CSVROW_H
#define NT_CSVROW_H

#include "format/contact.h"
#include "format/csvmap.h"

/* False: the row names nobody. file, line: for messages. */
bool csvrow_read(struct contact *c, const struct csvmap *m, struct strs values, str file, size_t line);
/* Under which a column is kept that no field is for. folded: its name. */
str csvrow_key(struct arena *a, const struct csvmap *m, str folded);
/* Of a column that no field takes: what its program writes for everybody, which is not kept. */
bool csvrow_says_nothing(const struct csvmap *m, const struct csvmap_column *c, str text);
/* The last part of https://www.linkedin.com/in/NAME, folded; absent: it is no such address. */
str csvrow_slug(struct arena *a, str url);

#endif
