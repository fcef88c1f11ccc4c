/* occasion: a day to remember somebody on, as calendars want it: every year, or
 * from one day to another. Who makes it owns its slices; text is one line, as a
 * reader sees it. */
#ifndef NT_OCCASION_H
#define NT_OCCASION_H

#include "base/date.h"

struct occasion {
	str uid;         /* stable: the same occasion has it in each export */
	str summary;     /* "Ada Lovelace: birthday" */
	str description; /* absent: none */
	str category;    /* "birthday" */
	bool todo;       /* to be done, on first */
	int hour;        /* of its day, when it is called to mind; 0: never */
	bool yearly;
	struct partial day; /* of a yearly one; without a year: not known since when */
	date first, last;   /* of the others */
};

typedef void occasion_fn(const struct occasion *o, void *to);

#endif
