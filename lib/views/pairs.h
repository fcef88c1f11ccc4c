/* pairs: notes of a book that may be about one person, most likely first. The book
 * is read once; what two notes have in common brings them together, and what
 * very many have in common does so only with a name: no pair of notes is looked
 * at for its name alone, so that nothing grows with the square of the book. */
#ifndef NT_PAIRS_H
#define NT_PAIRS_H

#include "query/pick.h"
#include "views/likeness.h"

#define PAIRS_SCORE 0.7 /* from which on a pair is shown */
#define PAIRS_BLOCK 16  /* notes that have one thing in common and are compared with each other */

struct pairs_note {
	struct likeness is;
	struct strs differ; /* links of not: */
	bool chosen, paired;
};

struct pair {
	const struct pairs_note *a, *b;
	struct likeness_why why;
};

struct pairs {
	struct arena arena;
	struct names names;
	struct pairs_note *notes;
	size_t note_count;
	struct pair *v;
	size_t n;
};

/* Those with one of the notes chosen at least, from least on. */
void pairs_read(struct pairs *p, struct pick *pick, double least, enum reader reader);
bool pairs_has(const struct pairs *p, str path); /* the note is in one of them */
void pairs_release(struct pairs *p);

#endif
