/* complete: the email addresses that fit what somebody is typing, best first;
 * nt-address(1) has the ranking. Every word must be found, without case and
 * accents, in the name, an alias, the org or a tag of a note, or in the address
 * itself or its label; no words find all. */
#ifndef NT_COMPLETE_H
#define NT_COMPLETE_H

#include "address.h"
#include "person.h"

#define COMPLETE_LATELY 90 /* days: whom a contact was with since then comes first */

/* A note with an address that fits; most are people. */
struct completing {
	int id;
	bool over, lately;
	struct standing standing;
	str sortkey, path;
};

struct completion {
	str email, name, other; /* name is never empty; other: label, org, tags:a,b */
	bool begins;            /* every word begins a word of a name, or the address */
	const struct completing *note;
	size_t order;
};

struct completions {
	struct arena arena;
	struct strs words;
	struct people people;
	struct completing **notes;
	struct completion *v;
	size_t n, note_count;
};

void completions_word(struct completions *c, str text); /* adds the words of a text, without the marks around them */
void completions_read(struct completions *c, struct book *b);
void completions_release(struct completions *c);

#endif
