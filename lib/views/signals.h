/* signals: what a text gives to do. Read sentence by sentence: a step is a verb of
 * doing in the imperative (or what somebody does, as told) with something to hold
 * on to, a number, a day, a thing, a name, words in quotes, and nothing that is
 * sold with it. Against it stand hype, and commands that command nothing. English
 * words; in other languages only structure counts: numbers, lists, quotes, !.
 * Linear in the text; a text longer than SIGNALS_MOST is judged by its beginning. */
#ifndef NT_SIGNALS_H
#define NT_SIGNALS_H

#include "base/arena.h"
#include "base/map.h"
#include "text/body.h"

#define SIGNALS_MOST  ((size_t)1 << 20)
#define SIGNALS_STEPS 12 /* that are kept */

enum signals_class {
	WORD_ACT = 1,     /* ask, write, bring */
	WORD_VAGUE = 2,   /* be, believe, embrace, as commands */
	WORD_HYPE = 4,    /* secret, skyrocket */
	WORD_WEAK = 8,    /* always, success, mindset: hype only in numbers */
	WORD_THING = 16,  /* card, neighbour, list */
	WORD_TIME = 32,   /* minutes, Monday, weekly */
	WORD_NUMBER = 64, /* twelve, half */
	WORD_LEAD = 128   /* then, and, please: a command may follow */
};

struct signals_words {
	struct map classes;
	struct strs phrases; /* of several words, or with a digit, folded */
	struct arena arena;
};

struct signals {
	int points, words_read, anchors; /* points: of steps, one or two each */
	int hype, weak, vague, shouts;
	int items, boxes, numbered; /* list items with a step */
	bool goal, heading;         /* one was named; the text at hand is a heading */
	struct strs steps, hypes;   /* sentences or items, words; in the arena */
	struct arena *arena;
	const struct signals_words *words;
};

/* hype: words and phrases beside those that are shipped. */
void signals_words_read(struct signals_words *w, struct strs hype);
void signals_words_release(struct signals_words *w);
const char *const *signals_shipped(void); /* the hype that is shipped, blanks between; NULL behind the last */
void signals_text(struct signals *s, str text, const struct body_block *block); /* NULL: of no list */

int signals_specific(const struct signals *s); /* 0 to 5 */
int signals_outline(const struct signals *s);  /* 0 or 1 */
int signals_hype(const struct signals *s);     /* 0 to 5 */
int signals_vague(const struct signals *s);    /* 0 to 5 */

#endif
