/* digest: who is due, cut to what one person can act on in a day. Made from the
 * stream of nt-due alone: its annotations say all (nt-stream(5)). What a face
 * prints, text, JSON or mail, is decided here; how, there. */
#ifndef NT_DIGEST_H
#define NT_DIGEST_H

#include "book/state.h"
#include "book/stream.h"
#include "note/sight.h"

struct digest_person {
	struct note note;
	size_t at; /* in v, as they came */
	str due, step, last, said, noted;
	struct strs why, owe, owed; /* as nt-due gave them */
	struct strs days;           /* its dated reasons, for dated_read */
	/* The same without what the step says already: brief beside why. */
	struct strs brief, other_owe, other_owed;
	str other_said, other_noted;
	str where;  /* the entry that the step is, path:line; absent: none */
	bool today; /* a reason dated today */
	bool waits; /* a birthday within the quiet days: in full on that day */
	date turn;  /* without a dated reason, and told of since the last contact: when; else DATE_NONE */
	bool full;  /* to be shown in full */
	struct digest_person *mate; /* the next of those whose step is the same entry; they take one place */
	bool led;                   /* is the mate of another */
};

struct digest {
	struct arena arena;
	date today;
	enum reader reader;       /* to the rest a private reason is told without its kind and day */
	struct digest_person **v; /* in the order they came */
	size_t n, full;           /* how many places are shown in full */
	size_t quiet;             /* left out: who was reminded of lately */
	str load;                 /* the cadences ask for more than fits; absent: they do not */
	bool judged;              /* somebody came with a reason, from nt-due */
};

/* All of the stream, each person once. */
void digest_read(struct digest *d, struct stream *s);
/* limit: people a day. reminded: who was in full, and when; whoever was within the quiet days is left out; so is
 * whose birthday was told, and whose birthday is within these days is not in full before it; and the limit is less by
 * those of today. Of the neglected those who had no turn yet come first, then whose turn is longest ago. NULL: all. */
void digest_cut(struct digest *d, long limit, const struct state *reminded, const struct config *c);
date digest_oldest(const struct digest *d, const struct config *c); /* what was noted before is of no use */
/* Those who are not in full, but for the mates, with a reason dated today first; ended by NULL, in the arena. */
struct digest_person **digest_rest(struct digest *d);
/* The names of those who share the step of p. */
str digest_names(struct digest *d, enum reader reader, struct digest_person *p);
struct strs digest_full_paths(struct digest *d);
void digest_release(struct digest *d);

#endif
