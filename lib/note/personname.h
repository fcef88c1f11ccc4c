/* personname: a person's name as words that compare over scripts, spellings and
 * order, and how well two of them agree. Titles fall away; what tells a junior
 * from a senior is kept. Everything lives in the arena. */
#ifndef NT_PERSONNAME_H
#define NT_PERSONNAME_H

#include "base/arena.h"
#include <stdint.h>

#define PERSONNAME_WORDS 12 /* of a longer name the first */

struct personname {
	str v[PERSONNAME_WORDS]; /* as latin_form gives them */
	size_t n;
	int generation; /* of junior, senior, III: which; 0: none is said */
	bool handle;    /* it holds digits or an @: nobody is called so */
	bool several;   /* "Ada and Bob" */
	uint64_t hash;  /* of the words in any order */
};

enum personname_agreement {
	PERSONNAME_OTHER, /* two people */
	PERSONNAME_NONE,  /* one of them is no name: they do not contradict */
	PERSONNAME_HALF,  /* the given name is one, the family name another */
	PERSONNAME_PART,  /* one of them is a part of the other: one word, or initials */
	PERSONNAME_NEAR,  /* a short form, a spelling, a slip of the keyboard, or a word more */
	PERSONNAME_SAME
};

/* By which a person is addressed: Ada of "Ada Byron", of "Dr. Ada Byron", and of "Lovelace, Ada"; of "Frau Byron" the
 * whole. A part of the name. */
str personname_given(struct arena *a, str name);
struct personname personname_read(struct arena *a, str name);
/* *words: what agrees no better than a word, "nickname" and the like, for a reason; NULL: nothing to say. */
enum personname_agreement personname_compare(
	const struct personname *x, const struct personname *y, const char **words);

#endif
