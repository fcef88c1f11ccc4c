/* networkpath: the shortest paths of a network, over lengths that the caller gives for
 * each edge: Dijkstra, and Yen's K shortest loopless paths (Yen 1971, Lawler 1972),
 * which look for the way on with what Dijkstra knows of the distance left. A path
 * begins at a source, ends at the first target it comes to, and is known by its
 * nodes: of several edges of one pair the shortest counts. Equal lengths (to a
 * millionth) go by fewer hops, then by lower nodes: nothing depends on the machine. */
#ifndef NT_NETWORKPATH_H
#define NT_NETWORKPATH_H

#include "base/network.h"

#define NETWORKPATH_MOST 1e5 /* the greatest length of an edge: a longer one, or no number, is no way */

struct networkpath {
	double length;
	uint32_t n;
	uint32_t *nodes; /* n */
	uint32_t *edges; /* n - 1 */
};

struct networkpaths {
	const struct network *g;
	const double *lengths; /* by edge, not negative */
	const uint32_t *sources, *targets;
	size_t source_count, target_count;
	/* the rest is its own */
	struct arena arena;
	struct networkpaths_work *work;
};

/* The nodes, lengths and the network are the caller's and outlive it. */
void networkpaths_begin(struct networkpaths *p);
/* The shortest that was not given yet; it lives until the release. False: there is no other. */
bool networkpaths_next(struct networkpaths *p, struct networkpath *out);
void networkpaths_release(struct networkpaths *p);

#endif
