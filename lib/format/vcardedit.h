/* vcardedit: a card brought to what a newer one of the same person says. Each line that says the same keeps its bytes,
 * its place and its parameters; only REV, which is no longer true, goes. */
#ifndef NT_VCARDEDIT_H
#define NT_VCARDEDIT_H

#include "base/arena.h"

/* The old card then. The new one itself where the old is of another version, not UTF-8, or too
 * broken to keep its lines: to edit what was edited changes nothing. */
str vcardedit(struct arena *a, str old, str new);

#endif
