/* notejson: a note as a JSON object of one line: path, name, kind, fields, and nt,
 * its annotations; nt-query(7), "Output". What the reader may not see is not in it. */
#ifndef NT_NOTEJSON_H
#define NT_NOTEJSON_H

#include "base/buf.h"
#include "note/sight.h"

void notejson_put(struct buf *out, struct note *n, enum reader reader); /* with the line end */

#endif
