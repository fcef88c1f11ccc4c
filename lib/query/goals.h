/* goals: notes of kind goal. A goal counts people, or entries of people; nt-note(5).
 * It is open from since through by, unless it is archived. */
#ifndef NT_GOALS_H
#define NT_GOALS_H

#include "base/map.h"
#include "query/query.h"

struct goal {
	str name, path;
	struct query *query; /* NULL: it counts nobody: there is no count, or a wrong one, which was told */
	bool entries;        /* it counts entries; else people */
	struct strs kinds;   /* of entries, folded; none: every contact */
	date since, by;      /* DATE_NONE: not said */
	long target;         /* 0: not said */
	bool archived;
	bool is_private; /* a private key is behind it */
};

struct goal *goals_read(struct arena *keep, const struct book *b, struct note *n, enum reader r);
bool goals_open(const struct goal *g, date today);
/* Whether an entry is one that the goal counts. e is a contact of a person it selects, or one of its kinds. */
bool goals_counts(const struct goal *g, struct arena *a, const struct event *e, date today);
/* Whether a contact today would count: of a goal that counts entries, who is selected; else who is not and would be. */
bool goals_served(const struct goal *g, struct note *n, const struct people *p);
/* Keeps the note's goal among those of the people's index, if it is open and does not speak of nearly everybody. */
void goals_keep(struct people *p, const struct book *b, struct note *n);

#endif
