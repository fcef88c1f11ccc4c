/* advice: notes of kind advice, judged with what the book knows: whose techniques
 * were tried, which tags have a goal, who vouches. What a trial is, people/trials
 * says. Of what is private only a reader who may see it is told. */
#ifndef NT_ADVICE_H
#define NT_ADVICE_H

#include "note/sight.h"
#include "people/trials.h"
#include "query/pick.h"
#include "views/judge.h"

struct advice_row {
	struct judgement judgement; /* in the run's arena */
	str name, path, shown, why;
	long score;
	const char *verdict;
	int techniques, tried; /* linked to; of these tried */
	date last;             /* of their trials; DATE_NONE: none */
};

struct advice {
	struct pick *pick;
	enum reader reader;
	date today;
	struct signals_words words;
	struct trials trials;
	struct map goals, known;      /* folded tags: of goals, of techniques that were tried */
	struct advice_tag *tags;      /* of techniques */
	size_t tag_count;
	struct advice_row *v;
	size_t n;
};

/* Reads the book for what it knows; reader is set. Without a book, notes are judged alone. */
void advice_begin(struct advice *s, struct pick *p, enum reader reader);
bool advice_judge(
	struct advice *s, struct note *n, struct advice_row *out); /* false: it is no advice. In the note's arena. */
void advice_read(struct advice *s); /* judges all that the pick chooses: v, the best first */
void advice_release(struct advice *s);

#endif
