/* mergebase: what the ancestor of two notes knows. Where it is itself a merge, git leaves conflicts in it: what stands
 * between markers, or beside "# theirs:", is unknown, and is left out. */
#ifndef NT_MERGEBASE_H
#define NT_MERGEBASE_H

#include "base/arena.h"

bool has_markers(str text); /* of a conflict, of any length that git may use */
str base_known(struct arena *a, str note);

#endif
