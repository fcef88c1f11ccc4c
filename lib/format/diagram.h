/* diagram: nodes and edges as other programs read them: DOT (graphviz.org/doc/info/lang.html),
 * GraphML (graphml.graphdrawing.org), Mermaid's flowcharts, and node-link JSON as networkx and D3 have it.
 * Any bytes may be in the texts: each format escapes what it must. DOT and Mermaid are pictures, coloured by
 * group; GraphML and JSON have all that is known. */
#ifndef NT_DIAGRAM_H
#define NT_DIAGRAM_H

#include "base/buf.h"
#include <stdint.h>

#define DIAGRAM_MERMAID_EDGES 500 /* what Mermaid draws at most, if it is not told otherwise */

enum diagram_shape { DIAGRAM_PERSON, DIAGRAM_ORG, DIAGRAM_GROUP, DIAGRAM_NAME };

struct diagram_node {
	str name, kind;
	str path;        /* absent: none */
	str id;          /* one of its own */
	str group;       /* its name */
	uint32_t color;  /* of its group, from 0; DIAGRAM_PLAIN: none of its own */
	double size;     /* 0 to 1 */
	double strength; /* of all its edges */
	enum diagram_shape shape;
};
#define DIAGRAM_PLAIN UINT32_MAX

struct diagram_edge {
	uint32_t a, b;
	double weight;
	long count;
	str why, last; /* last: absent: no day */
	str label;     /* to be written at it; absent: nothing */
};

struct diagram {
	str title;
	const struct diagram_node *nodes;
	size_t n;
	const struct diagram_edge *edges;
	size_t edge_count;
	struct strs legend; /* names of the groups by their colour */
};

void diagram_dot(struct buf *out, const struct diagram *d);
void diagram_mermaid(struct buf *out, const struct diagram *d);
void diagram_graphml(struct buf *out, const struct diagram *d);
void diagram_json(struct buf *out, const struct diagram *d);

/* For them: a fill and a line of the colour, as #rrggbb; the colours come again after some. */
const char *diagram_fill(uint32_t color);
const char *diagram_line(uint32_t color);
#define DIAGRAM_COLORS 10

#endif
