/* network-paths: reads "nodes most", the sources and the targets, each as a count and nodes, then an edge a line,
 * "a b length", and prints the shortest paths: the length and the nodes, a line each */
#include "base/networkpath.h"
#include <math.h>
#include <stdio.h>

static uint32_t *read_nodes(struct arena *a, size_t *n)
{
	if (scanf("%zu", n) != 1)
		return NULL;
	uint32_t *nodes = arena_array(a, *n + 1, sizeof *nodes);
	for (size_t i = 0; i < *n; i++)
		if (scanf("%u", &nodes[i]) != 1)
			return NULL;
	return nodes;
}

int main(void)
{
	struct arena a = {0};
	struct network g;
	struct network_edge *edges = NULL, e;
	struct networkpaths p = {.g = &g};
	struct networkpath path;
	size_t n = 0;
	uint32_t nodes, most;
	if (scanf("%u %u", &nodes, &most) != 2 || !(p.sources = read_nodes(&a, &p.source_count)) ||
		!(p.targets = read_nodes(&a, &p.target_count)))
		return 2;
	while (scanf("%u %u %lf", &e.a, &e.b, &e.weight) == 3) {
		edges = arena_more(&a, edges, n, sizeof *edges);
		edges[n++] = e;
	}
	double *lengths = arena_array(&a, n + 1, sizeof *lengths);
	for (size_t i = 0; i < n; i++)
		lengths[i] = edges[i].weight;
	p.lengths = lengths;
	network_make(&g, &a, nodes, edges, n);
	networkpaths_begin(&p);
	while (most-- && networkpaths_next(&p, &path)) {
		printf("%.9f", path.length);
		for (uint32_t i = 0; i < path.n; i++) {
			if (i && edges[path.edges[i - 1]].a + edges[path.edges[i - 1]].b !=
					 path.nodes[i - 1] + path.nodes[i])
				return 1;
			printf(" %u", path.nodes[i]);
		}
		putchar('\n');
	}
	networkpaths_release(&p);
	arena_release(&a);
	return 0;
}
