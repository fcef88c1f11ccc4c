/* places of a graph: within the square, the same each time, the tied nearer than the others */
#include "tap.h"
#include "base/forces.h"
#include <math.h>

#define NODES 40 /* two rings with one tie between them */

static double far(const struct forces_place *at, uint32_t v, uint32_t w)
{
	return hypot(at[v].x - at[w].x, at[v].y - at[w].y);
}

static void rings(struct arena *a)
{
	struct network_edge edges[NODES + 1];
	struct network net;
	struct forces_place one[NODES], two[NODES];
	double tied = 0, others = 0;
	bool inside = true;
	for (uint32_t v = 0; v < NODES; v++)
		edges[v] = (struct network_edge){v, v % 20 == 19 ? v - 19 : v + 1, 1 + v % 3};
	edges[NODES] = (struct network_edge){0, 20, 0.1};
	network_make(&net, a, NODES, edges, NODES + 1);
	forces_place(&net, a, one);
	forces_place(&net, a, two);
	for (uint32_t v = 0; v < NODES; v++) {
		inside = inside && one[v].x >= 0 && one[v].x <= 1 && one[v].y >= 0 && one[v].y <= 1;
		tied += far(one, edges[v].a, edges[v].b) / NODES;
		others += far(one, v, (v + 20) % NODES) / NODES;
	}
	ok(inside, "all within the square");
	ok(memcmp(one, two, sizeof one) == 0, "the same graph, the same places");
	ok(tied * 3 < others, "who is tied is near");
}

static void few(struct arena *a)
{
	struct network net;
	struct forces_place at[3];
	network_make(&net, a, 0, NULL, 0);
	forces_place(&net, a, at);
	network_make(&net, a, 1, NULL, 0);
	forces_place(&net, a, at);
	ok(at[0].x == 0.5 && at[0].y == 0.5, "one in the middle");
	network_make(&net, a, 3, NULL, 0);
	forces_place(&net, a, at);
	ok(far(at, 0, 1) > 0.3 && far(at, 1, 2) > 0.3 && far(at, 0, 2) > 0.3, "three without ties, apart");
}

int main(void)
{
	struct arena a = {0};
	rings(&a);
	few(&a);
	arena_release(&a);
	return done_testing();
}
