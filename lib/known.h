/* known: which note of the book a new one is about: the one with its uid; else
 * with one of its emails; else of its name, or an alias, if one more field
 * agrees and no uid of the same source says otherwise, or if it says nothing
 * that is not there already. Texts compare without case and accents, phone
 * numbers by their digits. What the notes say is kept as hashes. */
#ifndef NT_KNOWN_H
#define NT_KNOWN_H

#include "book.h"

struct known {
	struct arena arena;
	struct fact {
		uint64_t hash;
		int id;
		int next; /* in the same slot, or -1 */
	} * facts;
	size_t n, cap;
	int *slots;
	struct strs paths; /* by id */
};

void known_read(struct known *k, struct book *b); /* every note of the book */
void known_add(struct known *k, struct note *n);  /* one that was made, or has changed: what it said stays known */
/* The paths of those that the note may be: none, the one, or several that fit equally well. In n's arena. */
struct strs known_find(const struct known *k, struct note *n);
struct strs known_named(const struct known *k, struct note *n); /* those of its name and kind */
void known_release(struct known *k);

/* A text of a field as it is compared. */
str known_form(struct arena *a, str key, str text);

#endif
