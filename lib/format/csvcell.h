/* csvcell: what a cell of nt's tables holds: several values, joined by " ::: " as Google joins
 * them, where an empty one holds its place, and a ::: that stands alone in a value is ::::, and so on; and no formula:
 * what a spreadsheet would compute gets an apostrophe in front (OWASP, CSV injection), as what already looks so. That
 * is a value that begins with = + - @ or a control character and is neither a decimal number with its sign nor that of
 * a telephone, which begins with +, has seven digits or more and else only blanks, dots, hyphens and brackets. */
#ifndef NT_CSVCELL_H
#define NT_CSVCELL_H

#include "base/arena.h"

/* One cell, in quotes where needed. */
void csvcell_put(struct buf *out, str text);
/* What was there before csvcell_put guarded it. */
str csvcell_unguarded(str text);
/* The values in one cell; empty: all of them are. */
str csvcell_joined(struct arena *a, struct strs values);
/* The same back: each trimmed. */
struct strs csvcell_values(struct arena *a, str cell);
/* Those in a cell of Google's. */
struct strs csvcell_parts(struct arena *a, str cell);
/* The value of that place; a single one is for all places. Absent: there is none. */
str csvcell_at(struct strs values, size_t place);

#endif
