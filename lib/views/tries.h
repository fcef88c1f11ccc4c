/* tries: the techniques that a pick chooses, in the order in which they are worth
 * trying: by an upper bound of how often each works, so that what nobody tried has its
 * turn; Kaufmann, Cappe, Garivier: On Bayesian upper confidence bounds for bandit
 * problems, 2012; nt-try(1) has the formula. */
#ifndef NT_TRIES_H
#define NT_TRIES_H

#include "people/trials.h"
#include "query/pick.h"

struct tries_row {
	str name, path, level, cost;
	struct strs tags, steps;                  /* folded; as the body has them */
	const struct trials_technique *technique; /* NULL: not in the book, never tried */
	struct trials_sum sum;
	double bound;      /* by which they are ordered */
	double low, high;  /* 95 % credible */
	struct note *kept; /* from a stream; NULL: the book has it */
};

struct tries_due { /* who is due today */
	str name;
	struct strs tags; /* folded */
};

struct tries {
	struct pick *pick;
	bool all; /* archived ones, too */
	struct trials trials;
	struct tries_row *v;
	size_t n;
	struct tries_due *due; /* most pressing first, once tries_read_due was called */
	size_t due_count;
	struct map seen; /* paths: a stream may have a note twice */
};

/* Reads the book, and the techniques chosen; archived ones only if all. */
void tries_read(struct tries *t, struct pick *p, enum reader reader, bool all);
void tries_by_record(struct tries *t); /* in the order of what surely works, the untried last */
void tries_read_due(struct tries *t);  /* from then on the pick chooses everybody */
/* Of the due those who share a tag with it, else the due: the first few. In a. */
struct strs tries_people(const struct tries *t, struct arena *a, const struct tries_row *row);
/* "3 of 5 worked, 60 % (22 to 88), 1 pending" */
str tries_words(struct arena *a, const struct trials_sum *sum);
/* Its note, as duelist_note. */
bool tries_note(const struct tries *t, const struct tries_row *row, struct arena *a, struct buf *buf, struct note *n);
void tries_release(struct tries *t);

int tries_rate(const struct trials_sum *sum); /* in per cent; -1: of none */
int tries_low(const struct trials_sum *sum), tries_high(const struct trials_sum *sum);

#endif
