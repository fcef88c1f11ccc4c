/* stats: a network over time, period by period: how many people, whom a contact was
 * with, who is kept up with, who fades, who answers; nt-stats(1) says what each
 * measure counts. Each person chosen is given once, and numbers are kept of them. What
 * the reader may not see does not count. */
#ifndef NT_STATS_H
#define NT_STATS_H

#include "base/map.h"
#include "people/due.h"

#define STATS_SILENT  365 /* days: who has no cadence has faded after them */
#define STATS_PERIODS 400 /* at most */

enum stats_measure {
	STATS_PEOPLE,  /* known by the end of the period */
	STATS_NEW,
	STATS_CONTACTS,
	STATS_REACHED, /* different people, a contact was with */
	STATS_CADENCE, /* of those known at its end, who have one */
	STATS_KEPT,    /* of these, whose last contact is within it */
	STATS_FADED,
	STATS_REVIVED,
	STATS_SENT, /* that were answered or had their time for it */
	STATS_ANSWERED,
	STATS_GAVE,
	STATS_GOT,
	STATS_MEASURES
};

extern const char *const stats_names[STATS_MEASURES];

struct stats_period {
	str name; /* 2026-11, 2026-Q4, 2026 */
	date first, last;
	long values[STATS_MEASURES];
};

struct stats_channel { /* contacts of one kind */
	str kind; /* empty: of none */
	long *values; /* by period */
	long all;
};

struct stats_person {
	date last;           /* contact, or when they were met; DATE_NONE */
	struct span cadence; /* unit 0: none */
	bool has_faded;      /* and was not heard of since */
	long values[STATS_MEASURES]; /* over all periods; people, cadence and kept as it is at the end */
};

struct stats {
	/* set by the caller */
	date today;
	enum reader reader;
	struct date_range days; /* what is not said is found by stats_begin */
	int months;             /* of a period: 1, 3 or 12 */

	struct stats_period *v;
	size_t n;
	struct stats_channel **channels; /* most contacts first, once stats_end was called */
	size_t channel_count;
	long reached, faded; /* different people a contact was with; who have faded today */

	struct arena arena;
	struct map known; /* channels by kind */
};

bool stats_begin(struct stats *s); /* false: more than STATS_PERIODS periods, or none */
/* What counts of one person, in out. p may be NULL: then the note is judged alone. */
void stats_person(struct stats *s, struct note *n, const struct people *p, struct stats_person *out);
void stats_end(struct stats *s);
/* The measure over all periods: a sum; for people, cadence and kept what it is at the end; of reached different people. */
long stats_all(const struct stats *s, enum stats_measure m);
bool stats_is_state(enum stats_measure m); /* people, cadence, kept */
/* In per cent; -1: of none. */
int stats_share(long part, long whole);
void stats_release(struct stats *s);

#endif
