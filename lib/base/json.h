/* json: JSON text (RFC 8259), written and, for strings and arrays of strings,
 * read. Bytes that are not UTF-8 become U+FFFD, so that the output is valid. */
#ifndef NT_JSON_H
#define NT_JSON_H

#include "base/arena.h"
#include "base/buf.h"

void json_string(struct buf *out, str s); /* with its quotes; an absent slice is null */
void json_strings(struct buf *out, struct strs list);
/* Reads a string, or an array of strings, and nothing else. False: it is neither. */
bool json_read(struct arena *a, str text, struct strs *out);

#endif
