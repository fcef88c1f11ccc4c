/* place: where in a book something may stand: the one check of every path that a
 * note, a configuration or a stream gives. It asks no file system; notepath does. */
#ifndef NT_PLACE_H
#define NT_PLACE_H

#include "base/str.h"

/* Why nothing of a book has this path below its root (absolute, "..", a name that begins with a dot, templates, control
 * characters ...); NULL: it may. */
const char *place_fault(str path);

#endif
