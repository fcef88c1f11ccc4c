/* circle: which people have a tag, an org or a group in common. A person is in
 * several, or in none. Of orgs and groups both ends are heard: the field of the
 * person, and `members` of the org or group; what the reader may not see is not.
 * Nothing is settled before circles_end: links need the names of all notes. */
#ifndef NT_CIRCLE_H
#define NT_CIRCLE_H

#include "base/map.h"
#include "note/sight.h"
#include "people/index.h"

enum circle_kind { CIRCLE_NONE, CIRCLE_TAG, CIRCLE_ORG, CIRCLE_GROUP };

struct circle {
	str name; /* of several spellings the first in the order of bytes */
	str path; /* of the note that it has; absent: none */
	int index;
};

struct circles {
	enum circle_kind kind;
	enum reader reader;
	struct circle **v;
	size_t n;
	struct circle_tie { /* sorted, each once */
		int circle, person;
	} * ties;
	size_t tie_count;

	/* its own affairs */
	struct arena arena;
	struct map known;
	struct circle_said *said;
	size_t said_count;
	struct circle_place *places;
	size_t place_count;
	struct circle_member *members;
	size_t member_count;
};

/* What a person's note says; person: a number of the caller's. */
void circles_person(struct circles *c, struct note *n, int person);
/* What a note says about its members, for all notes of the book in the order of their ids. */
void circles_place(struct circles *c, struct note *n, int id);
/* persons: by id, the caller's number of a person, negative for those who do not count. p may be NULL. */
void circles_end(struct circles *c, const struct people *p, const int *persons);
void circles_release(struct circles *c);

#endif
