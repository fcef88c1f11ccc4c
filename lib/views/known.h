/* known: what the graph says of one note for its card: relations both ways, groups
 * and members, via whom one is known, and whom else they know, who is tied best
 * first. Names live in the arena that is given. */
#ifndef NT_KNOWN_H
#define NT_KNOWN_H

#include "people/graph.h"

#define KNOWN_OTHERS 12 /* that the note does not link to itself */

struct known {
	struct strs relations; /* "spouse: Ada"; of what stands in the other's note "Ada: spouse" */
	struct strs groups, members;
	struct strs via, brought; /* by whom one knows them, whom one knows by them */
	struct strs others;       /* whom the note links to, then whom notes tie them with */
	size_t more;              /* that are left out */
};

/* What reader may see of it; the graph was read for them, too. */
void known_of(const struct graph *g, struct arena *a, struct note *n, enum reader reader, struct known *out);

#endif
