/* wanted: whom a TARGET means: the person of that whole name, or all who are at the
 * org or in the group of it; else whoever a query selects. Strict: nobody is meant
 * by a part of a name. The book's graph is read on the way, in the same pass. */
#ifndef NT_WANTED_H
#define NT_WANTED_H

#include "people/graph.h"
#include "query/pick.h"

struct wanted {
	struct graph graph;
	struct arena arena;
	enum reader reader;
	str name;         /* absent: the query of the pick says whom */
	uint32_t *people; /* nodes, sorted, without oneself and the dead */
	size_t n;
	bool self, dead; /* they were meant too */
	bool *died;      /* by node */
	str org;         /* name of the org or group that was meant, when name means one */
};

/* Whether operands are one name, and no query: no key:value, @list, pattern or folder/, and no second word. */
bool wanted_is_name(char **operands);
/* Reads the book. False: the name fits several notes, which is said. */
bool wanted_read(struct wanted *w, struct pick *p, str name, enum reader reader);
/* Names of people, orgs and groups that are like the one nobody has. */
struct strs wanted_close(struct wanted *w, size_t most);
/* The query that was meant by the name nobody has: of a tag, a list, or a folder; absent: none. */
str wanted_query(struct wanted *w, struct book *b);
void wanted_release(struct wanted *w);

#endif
