/* network-solve: reads "nodes root", then an edge a line, "a b weight", and prints what the algorithms say of it:
 * "island V N", "hanging V N", "group V N", a line each */
#include "base/network.h"
#include <stdio.h>

static void print_each(const char *what, const uint32_t *values, uint32_t n)
{
	for (uint32_t v = 0; v < n; v++)
		printf("%s %u %u\n", what, v, values[v]);
}

int main(void)
{
	struct arena a = {0};
	struct network g;
	struct network_edge *edges = NULL, e;
	size_t n = 0;
	uint32_t nodes, root;
	if (scanf("%u %u", &nodes, &root) != 2)
		return 2;
	while (scanf("%u %u %lf", &e.a, &e.b, &e.weight) == 3) {
		edges = arena_more(&a, edges, n, sizeof *edges);
		edges[n++] = e;
	}
	network_make(&g, &a, nodes, edges, n);
	uint32_t *values = arena_array(&a, (size_t)nodes + 1, sizeof *values);
	network_islands(&g, &a, values);
	print_each("island", values, nodes);
	network_hanging(&g, &a, root, NULL, values);
	print_each("hanging", values, nodes);
	uint32_t groups = network_groups(&g, values);
	print_each("group", values, nodes);
	printf("modularity %.12f\n", network_modularity(&g, &a, values, groups));
	arena_release(&a);
	return 0;
}
