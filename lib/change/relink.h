/* relink: the links of a note to another one that gets a new name or path,
 * rewritten byte for byte in the form they have: only the target changes, and of
 * that only what has to. A link that leads there then too stays. The note that moves has its
 * own relative links made to lead where they led. Each change is parsed again. */
#ifndef NT_RELINK_H
#define NT_RELINK_H

#include "change/retarget.h"

/* The name, if [[name]] is a link to it; else the file name without .md. */
str relink_name(struct arena *a, str name, str path);
/* What a link says that leads to the note id of that name: the name if it does, else the file name, else the path. */
str relink_to(struct arena *a, const struct names *s, int id, str name);
/* The note's bytes then, the same if no link is to change; absent and why: a link cannot be rewritten.
 * The note that moves is the one at old_path or new_path. In n's arena. */
str relink_note(struct note *n, const struct relink *r, struct fault *why);

#endif
