/* trials: which techniques were tried, with whom, and what came of it; nt-try(1) says
 * what a trial and an outcome is. Taken from entries and `how` while the book is read;
 * nothing is settled before trials_end: links need the names of all notes. What the
 * reader may not see does not count. All it holds lives in its arena. */
#ifndef NT_TRIALS_H
#define NT_TRIALS_H

#include "people/circle.h"

#define TRIALS_DAYS  30 /* that an outcome has */
#define TRIALS_LEAST 3  /* outcomes before a technique is called good for a tag */

struct trials_sum {
	int worked, flopped, pending;
};

struct trials_technique {
	int id;
	str name, path;
	date first, last; /* when it was tried; DATE_NONE: never, or nobody said when */
	struct trials_sum sum;
};

struct trials_tag { /* of a technique, those with people of one tag */
	int technique, circle;
	struct trials_sum sum;
};

struct trials {
	enum reader reader;
	struct arena arena;
	date today;
	struct trials_technique *v; /* by path */
	size_t n;
	struct trials_tag *tags; /* by technique, most outcomes first */
	size_t tag_count;
	struct circles circles; /* the tags of people; a person is the id */
	long all;               /* trials, those that are pending, too */

	/* its own affairs */
	struct map known;
	struct trials_link **links;
	size_t link_count;
	struct trials_said *said;
	size_t said_count;
	struct trials_how *hows;
	size_t how_count;
	struct trials_answer *answers;
	size_t answer_count;
	struct trial *trials;
	size_t trial_count;
	int *technique_of;       /* by id; -1: none */
	struct circle_tie *ties; /* by person */
	int *best;               /* by circle: in tags; -1: none */
};

void trials_begin(struct trials *t, enum reader reader);
void trials_note(struct trials *t, struct note *n, int id); /* every note of the book, in path order */
void trials_end(struct trials *t, const struct people *p);
void trials_read(struct trials *t, struct book *b, const struct people *p); /* all of it, in one more walk */
const struct trials_technique *trials_find(const struct trials *t, int id); /* NULL: that note is none */
/* What works best for a person: of the techniques with TRIALS_LEAST outcomes or more with people of one of their tags,
 * and at least half of them good, the one with the best (worked + 1) / (outcomes + 2). NULL: nothing is known. */
const struct trials_tag *trials_best(const struct trials *t, int person);
long trials_between(const struct trials *t, date first, date last); /* trials of these days, both included */
void trials_release(struct trials *t);

#endif
