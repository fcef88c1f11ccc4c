/* statslearn: goals, and doing against reading, period by period, for nt-stats of a
 * whole book; nt-stats(1) says what each row counts. What the reader may not see does
 * not count. All it holds lives in the arenas of the stats and the pick. */
#ifndef NT_STATSLEARN_H
#define NT_STATSLEARN_H

#include "views/goal.h"
#include "people/trials.h"
#include "views/stats.h"

struct statslearn_advice {
	int *techniques; /* ids of those it links to */
	size_t n;
};

struct statslearn {
	struct stats *stats;
	struct pick *pick;
	struct trials trials;
	struct goal_list goals; /* with what counts */
	struct statslearn_advice *advice;
	size_t advice_count;

	/* by period, once statslearn_end was called; NULL: there is nothing such in the book */
	long *tried;        /* trials of techniques */
	long *read, *doing; /* pieces of advice; those of them of which a technique was tried by then */
	long *open;         /* goals */
	long **counted;     /* by goal: entries of those that count entries, else NULL */
};

void statslearn_begin(struct statslearn *l, struct stats *s, struct pick *p); /* people are read, s has its periods */
void statslearn_note(struct statslearn *l, struct note *n, int id); /* every note of the book, in path order */
void statslearn_end(struct statslearn *l);
void statslearn_release(struct statslearn *l);

#endif
