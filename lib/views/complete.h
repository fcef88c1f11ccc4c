/* complete: the email addresses that fit what somebody is typing, best first;
 * nt-address(1) has the ranking. Every word must be found, without case and
 * accents, in the name, an alias, the org or a tag of a note, or in the address
 * itself or its label; no words find all. */
#ifndef NT_COMPLETE_H
#define NT_COMPLETE_H

#include "note/address.h"
#include "views/rank.h"

/* A note with an address that fits; most are people. */
struct complete_note {
	struct rank rank;
};

struct complete_line {
	str email, name, other; /* name is never empty; other: label, org, tags:a,b */
	bool begins;            /* every word begins a word of a name, or the address */
	const struct complete_note *note;
	size_t order;
};

struct complete {
	struct arena arena;
	struct strs words;
	struct people people;
	struct complete_note **notes;
	struct complete_line *v;
	size_t n, note_count;
};

void completions_word(struct complete *c, str text); /* adds the words of a text, without the marks around them */
void completions_read(struct complete *c, struct book *b);
void completions_release(struct complete *c);

#endif
