/* statsby: what was counted of each person, summed by what people have in common. Who
 * has several tags counts in each. */
#ifndef NT_STATSBY_H
#define NT_STATSBY_H

#include "people/circle.h"
#include "query/pick.h"
#include "views/stats.h"

struct statsby_row {
	str name, path; /* absent: who is in none */
	long values[STATS_MEASURES]; /* of reached: different people */
};

struct statsby {
	struct circles circles; /* kind and reader are set by the caller */
	struct arena arena;
	struct statsby_person {
		int id; /* in the people's index; negative: not in the book */
		struct stats_person counted;
	} * people;
	size_t people_count;
	struct statsby_row *v; /* most people first, who is in none at the end */
	size_t n;
};

void statsby_add(struct statsby *s, struct note *n, int id, const struct stats_person *counted);
void statsby_end(struct statsby *s, struct pick *p); /* makes the rows; reads the book once more for orgs and groups */
void statsby_release(struct statsby *s);

#endif
