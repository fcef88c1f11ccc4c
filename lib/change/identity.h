/* identity: which note of the book a new one is about: the one with its uid, if kind or name agrees; else
 * the one of whom the same source said last time the same name and email, whatever
 * was corrected since; else with one of its emails; else of its name, or an alias,
 * if one more field agrees, or if it says nothing that is not there already; else the
 * only one whom the same source called so, where it gives nobody a uid or an email, and calls one so in this run. Whose
 * name or birthday is another, or whose uid is by the same source, is somebody else,
 * whatever email they share, but for whom the source itself calls otherwise now. Texts compare without case and
 * accents, phone numbers by their digits. What the notes say is kept as hashes, but for names and birthdays. */
#ifndef NT_IDENTITY_H
#define NT_IDENTITY_H

#include "base/hashes.h"
#include "book/book.h"

struct identity {
	struct arena arena;
	struct hashes facts; /* of a path, or of what a note says: its id */
	struct strs paths;   /* by id */
	int expected;        /* names that were told to come */
	struct identity_person {
		struct strs names, birthdays;
	} * persons; /* by id */
};

/* A new note that comes in this run: its name alone tells who it is only if it was told once. */
void identity_expect(struct identity *k, struct note *n);
/* That source has said in this run that this is the note of one of its people. */
void identity_claim(struct identity *k, struct arena *a, str path, str source);
bool identity_read(struct identity *k, struct book *b); /* every note of the book; false: not all could be read */
void identity_add(struct identity *k, struct note *n); /* one that was made, or has changed: what it said stays known */
/* The paths of those that the note may be: none, the one, or several that fit equally well. In n's arena. */
struct strs identity_find(const struct identity *k, struct note *n);
struct strs identity_sharing(const struct identity *k, struct note *n); /* those with one of its emails */
str identity_namesake(const struct identity *k, struct note *n);        /* one of its name and kind; absent: none */
void identity_release(struct identity *k);

#endif
