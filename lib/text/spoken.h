/* spoken: a day that stands among the words of a typed entry, where it would be
 * lost as one: "had lunch yesterday with Bob", "call on friday: x", "owe: the
 * slides by friday, please". Only the first line is read. */
#ifndef NT_SPOKEN_H
#define NT_SPOKEN_H

#include "base/date.h"

struct spoken {
	str words;  /* that say it, without "on" and "by" */
	date day;   /* DATE_NONE: in a form that no tool takes, 1.12. */
	str before; /* the words before it */
	bool colon; /* behind it stands one */
};

#define SPOKEN_WORDS 4 /* of a day at most: on nov 3 2026 */

/* due: of what is to be done, else of what happened. What may as well be a word, "sat", "3 days", says no day. */
bool spoken_find(str text, bool due, struct spoken *out);
/* Whether a day in front says when, as "yesterday" and "next friday" do: "sat" and "3 days" begin sentences. */
bool spoken_clear(str words, date day);
str spoken_word(str text); /* the first */

#endif
