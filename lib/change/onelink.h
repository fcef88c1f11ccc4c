/* onelink: a list in front matter that links to one note twice, once two became
 * one, says it once: members, relations, not. Of several links the first stays,
 * or the one that shows other words. What was twice before is not touched. */
#ifndef NT_ONELINK_H
#define NT_ONELINK_H

#include "book/names.h"

struct onelink {
	const struct names *names;
	int id, other; /* the note that stays; the one that goes, whose links are its own then */
};

/* The note's bytes without links to the other where the list has another one to the same; in n's arena. */
str onelink_note(const struct onelink *o, struct note *n);
/* theirs without the links of its lists to what the same list of ours links to; in theirs' arena. */
str onelink_rest(const struct onelink *o, struct note *theirs, struct note *ours);

#endif
