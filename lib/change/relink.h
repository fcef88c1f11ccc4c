/* relink: the links of a note to another one that gets a new name or path,
 * rewritten byte for byte in the form they have: only the target changes, and of
 * that only what has to. A link by an alias stays. The note that moves has its
 * own relative links made to lead where they led. Each change is parsed again. */
#ifndef NT_RELINK_H
#define NT_RELINK_H

#include "book/names.h"

struct relink {
	const struct book *book;
	const struct names *names; /* of the book, before or while it moves */
	int id;                    /* of the note that moves */
	str old_path, new_path, old_name, new_name;
	str name; /* what links by name are to say: relink_name */
};

/* The name, if [[name]] is a link to it; else the file name without .md. */
str relink_name(struct arena *a, str name, str path);
/* The note's bytes then, the same if no link is to change; absent and why: a link cannot be rewritten.
 * The note that moves is the one at old_path or new_path. In n's arena. */
str relink_note(struct note *n, const struct relink *r, struct fault *why);

#endif
