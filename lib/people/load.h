/* load: how many contacts a day all cadences of a book ask for, against the
 * limit of one day; nt-due(1), "Load". Nobody is left out for being snoozed or
 * for not being asked about: what is too much is too much for them, too. */
#ifndef NT_LOAD_H
#define NT_LOAD_H

#include "people/due.h"

struct load_part { /* the people of one cadence */
	str cadence;
	int people;
	double a_day;
};

struct load {
	struct arena arena;
	struct load_part *v; /* what asks for most first, once load_end was called */
	size_t n;
	double a_day;
	struct load_person { /* who can come due by cadence */
		int id;
		struct span span;
		bool is_private;       /* how often is nobody's business */
		struct standing *own; /* cadence: auto, from their own note; else NULL */
	} *kept;
	size_t kept_count;
};

/* The note's share, if it is a person's who can come due by cadence. id as in the people's index. */
void load_note(struct load *l, struct note *n, int id, date today);
/* Once all notes were seen and the index is read: who is me does not count, auto is what it comes to. */
void load_end(struct load *l, const struct people *p);
/* All of a book in one walk. */
void load_read(struct load *l, struct book *b, const struct people *p);
double load_ratio(const struct load *l, long limit);           /* 1: as many as the limit */
str load_words(struct arena *a, const struct load *l, long limit); /* absent below 0.9 */
void load_release(struct load *l);

#endif
