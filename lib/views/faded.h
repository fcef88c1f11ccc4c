/* faded: who has faded out of touch, with one next step for each; the latest first, for
 * they are the nearest. */
#ifndef NT_FADED_H
#define NT_FADED_H

#include "query/pick.h"
#include "views/stats.h"

struct faded_person {
	str name, path, cadence, step; /* path: as shown */
	date last;
};

struct faded {
	struct pick *pick;
	struct stats *stats;
	struct faded_person *v;
	size_t n;
};

void faded_add(struct faded *f, struct note *n, const struct stats_person *person);
void faded_end(struct faded *f); /* sorts them */

#endif
