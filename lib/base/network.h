/* network: an undirected graph with weights in plain arrays (compressed sparse
 * rows); it knows nothing of people. Everything lives in the arena that is given,
 * the edges are the caller's and must outlive it. Results depend on the numbers of
 * nodes and the order of edges alone. Nothing recurses: a chain may be long. */
#ifndef NT_NETWORK_H
#define NT_NETWORK_H

#include "base/arena.h"
#include <stdint.h>

#define NETWORK_NONE UINT32_MAX

struct network_edge {
	uint32_t a, b;
	double weight; /* above 0: how strong it is */
};

struct network_arc { /* an edge as one of its ends sees it */
	uint32_t to, edge;
};

struct network {
	uint32_t nodes;
	uint32_t *start;          /* nodes + 1: the arcs of node v are start[v] to start[v + 1] */
	struct network_arc *arcs; /* by the node they lead to */
	const struct network_edge *edges;
	size_t edge_count;
};

/* Loops are left out; several edges of one pair stay several. */
void network_make(struct network *g, struct arena *a, uint32_t nodes, const struct network_edge *edges, size_t n);

/* The island (connected component) of each node; islands are numbered by their lowest node. How many. */
uint32_t network_islands(const struct network *g, struct arena *a, uint32_t *island);
/* Articulation points (Hopcroft and Tarjan 1973): what hangs on each node, in counts (NULL: 1 a node), that is,
 * what its island's root no longer reaches without it; 0: nothing. The root of an island is its lowest node, but
 * root is its own island's; on a root hangs, if it is such a point, all else. */
void network_hanging(const struct network *g, struct arena *a, uint32_t root, const uint8_t *counts, uint32_t *hanging);
/* Communities (Louvain: Blondel et al. 2008) of great modularity, numbered by their lowest node. How many. */
uint32_t network_groups(const struct network *g, uint32_t *group);
double network_modularity(const struct network *g, struct arena *a, const uint32_t *group, uint32_t groups);

#endif
