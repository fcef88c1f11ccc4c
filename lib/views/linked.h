/* linked: text with the names of those it links to. [[people/ada]] and [[ada]]
 * say where a note is; a reader wants to know who. */
#ifndef NT_LINKED_H
#define NT_LINKED_H

#include "note/sight.h"
#include "people/index.h"

struct linked {
	struct book *book;
	const struct people *people; /* NULL: texts stay as they are */
	enum reader reader;
};

/* The text of a note at path from, with a label in each link that is neither a name nor an alias of what it
 * means: [[people/ada]] -> [[people/ada|Ada Lovelace]]. Allocated in a. */
str linked_text(const struct linked *l, struct arena *a, str text, str from);
/* The same in each event, which is the caller's. */
void linked_events(const struct linked *l, struct arena *a, struct events events);

#endif
