/* sift: a text from outside, Markdown, HTML or a mail, judged, and what it gives to
 * do as a note of kind technique. What it holds is data: nothing of it becomes a
 * link, a command or a line of front matter. */
#ifndef NT_SIFT_H
#define NT_SIFT_H

#include "views/judge.h"

struct sift {
	struct judgement judgement;
	str name; /* of the technique: a subject, a heading, the beginning of a step */
	bool cut; /* more than SIGNALS_MOST bytes: the rest was not read */
};

bool sift_binary(str bytes); /* no text at all */
void sift_text(struct arena *a, const struct signals_words *words, str bytes, struct sift *out);
str sift_technique(struct arena *a, const struct sift *s); /* a whole note */

#endif
