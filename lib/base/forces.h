/* forces: places for the nodes of a graph in a plane (Fruchterman and Reingold
 * 1991, with a pull to the middle): ties draw together, all push each other away.
 * Nothing is left to chance: the same graph has the same places. Each pair is
 * looked at in every round, so it is for hundreds of nodes, not for thousands. */
#ifndef NT_FORCES_H
#define NT_FORCES_H

#include "base/network.h"

struct forces_place {
	double x, y;
};

/* Places within 0 and 1 in both directions. Nodes that stand beside each other in number begin so. */
void forces_place(const struct network *g, struct arena *a, struct forces_place *places);

#endif
