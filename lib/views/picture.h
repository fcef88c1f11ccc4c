/* picture: a graph, or the part of it that was chosen, as a diagram for other
 * programs. What it is made of lives in the arena of ties. */
#ifndef NT_PICTURE_H
#define NT_PICTURE_H

#include "base/buf.h"
#include "format/diagram.h"
#include "views/ties.h"

/* format: dot, mermaid, graphml or json; made: what was written. */
void picture_write(struct ties *t, const char *format, struct buf *out, struct diagram *made);

#endif
