/* picture: a graph, or the part of it that was chosen, as a diagram for other programs. All of it lives in the arena
 * of ties. */
#ifndef NT_PICTURE_H
#define NT_PICTURE_H

#include "format/diagram.h"
#include "views/ties.h"

/* drawn: to be looked at: without oneself, if nothing ties one. */
void picture_make(struct ties *t, bool drawn, struct diagram *out);

#endif
