/* weights: what each part of a judgement of advice counts; nt-advice(1). The
 * defaults are those of the page; weights of book.md changes them by name. */
#ifndef NT_WEIGHTS_H
#define NT_WEIGHTS_H

#include "base/str.h"

enum weights_part {
	WEIGHTS_SPECIFIC,
	WEIGHTS_OUTLINE,
	WEIGHTS_SOURCES,
	WEIGHTS_REVIEWS,
	WEIGHTS_VOUCHED,
	WEIGHTS_TRIED,
	WEIGHTS_GOALS,
	WEIGHTS_HYPE,
	WEIGHTS_VAGUE,
	WEIGHTS_BASICS,
	WEIGHTS_PARTS
};
#define WEIGHTS_MOST 100 /* either way */

struct weights {
	long v[WEIGHTS_PARTS];
};

void weights_defaults(struct weights *w);
const char *weights_name(enum weights_part part);
/* False: no part of that name, or no number within WEIGHTS_MOST; *unknown tells which. */
bool weights_set(struct weights *w, str name, str value, bool *unknown);

#endif
