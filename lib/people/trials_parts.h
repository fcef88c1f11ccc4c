/* trials_parts: what trials keeps until all names are known, and how it is settled. */
#ifndef NT_TRIALS_PARTS_H
#define NT_TRIALS_PARTS_H

#include "base/date.h"
#include "text/link.h"

struct trials;

enum trial_fate { TRIAL_OPEN, TRIAL_WORKED, TRIAL_FLOPPED };

struct trials_link {
	struct link link;
	int from, id; /* where it first stood; what it means once that is known */
};

struct trials_said { /* an entry that has links, answers, or tells in a technique's own note what came of it */
	int note;
	date date;
	int order; /* within its note on one day, in time */
	enum trial_fate fate;
	bool person, answers, own;
	size_t first, n; /* its links */
};

struct trials_how { /* who was met by a link */
	int person;
	date met; /* DATE_NONE: nobody said */
	size_t first, n;
};

struct trials_answer {
	int person;
	date date;
	int note, order;
};

struct trial {
	int technique, person; /* -1: nobody */
	date date;
	int note, order;
	enum trial_fate fate;
};

void trials_find_best(struct trials *t); /* by tag, once all is counted */

#endif
