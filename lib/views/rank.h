/* rank: which note is more likely the one that somebody means who types a part of
 * a name: those one is in touch with first, those who are archived or dead last;
 * nt-address(1) has the order. */
#ifndef NT_RANK_H
#define NT_RANK_H

#include "people/index.h"

#define RANK_LATELY 90 /* days: whom a contact was with since then comes first */

struct rank {
	int id;
	bool over, lately;
	struct standing standing;
	str sortkey, path;
};

/* By the note's own entries; id and path are those of the index, the sort key lives in keep. */
struct rank rank_note(struct arena *keep, struct note *n, int id, const struct people *p);
/* And by what notes of other kinds say, once all are read. */
void rank_mentions(struct rank *r, const struct people *p);
/* Negative: x comes first. begins: every word that was typed begins a word of a name. Never 0 for two notes. */
int rank_compare(const struct rank *x, bool x_begins, const struct rank *y, bool y_begins);

#endif
