/* graph: who knows whom, by the notes. Nodes are people, orgs, groups, and names
 * that are linked without a note; an edge is all that ties two of them, with its
 * weight by the formula of nt-graph(1). The book is read once, links are resolved
 * at the end; all lives in the graph's arena. Nodes stand in path order behind
 * oneself, names without a note behind them; edges by their ends. */
#ifndef NT_GRAPH_H
#define NT_GRAPH_H

#include "base/network.h"
#include "people/graphread.h"

#define GRAPH_SELF      0    /* the node of oneself: there is always one */
#define GRAPH_TABLE     16   /* people in one entry; of more, none knows the others by it */
#define GRAPH_RELATIONS 32   /* names that an edge keeps */
#define GRAPH_FAINT     0.25 /* a mention, when nothing else ties two */

struct graph_node {
	str name;
	str path;      /* absent: there is no note */
	str kind;      /* person, org, group; without a note empty, or org if it is somebody's */
	str note_name; /* without a note, as name; else the file name without .md */
};

struct graph_edge {
	uint32_t a, b;         /* nodes, a before b */
	unsigned ties;         /* of enum graph_tie */
	uint32_t whole;        /* the org or group that the other is a member of; NETWORK_NONE */
	struct strs relations; /* their names */
	uint32_t by_a, by_b;   /* bits by relation: the note of a, of b says so */
	bool a_via_b, b_via_a; /* the note of the one says that the other introduced them: how, introduced-by */
	date last;             /* the last entry with both; DATE_NONE: none */
	uint32_t count;        /* of these */
	double fresh;          /* of these: each by its age */
	double weight;
};

struct graph_link { /* to a name without a note: where */
	uint32_t node;
	int from; /* the note's id in names */
};

struct graph {
	struct arena arena;
	struct names names;
	date today;
	struct graph_node *nodes;
	uint32_t n;
	uint32_t *node_of;        /* by id in names; NETWORK_NONE: the note is no node */
	struct graph_edge *edges; /* as many as net has, with the same numbers */
	struct network net;
	struct graph_link *missing; /* sorted, each once */
	size_t missing_count;
	size_t ambiguous; /* links that fit several notes and tie nobody */
};

/* Reads the whole book, for who may see what it prints. */
void graph_read(struct graph *g, struct book *b, enum reader reader);
/* The same; on the way visit sees each note, with its id in names. */
typedef void graph_visit(struct note *n, int id, void *ctx);
void graph_read_with(struct graph *g, struct book *b, enum reader reader, graph_visit *visit, void *ctx);
bool graph_is_person(const struct graph *g, uint32_t node); /* or a name that may be one */
/* The same for who walks the book: each note that parses, in the order of the walk, between begin and end. */
void graph_begin(struct graph *g, struct graphread *r, enum reader reader);
int graph_note(struct graphread *r, struct note *n); /* its id in names */
void graph_end(struct graph *g, struct graphread *r, const struct book *b);
/* The node of the note at that path; NETWORK_NONE: none. */
uint32_t graph_at(const struct graph *g, str path);
/* What ties the two, in words: "spouse; introduced; entries: 3". */
str graph_why(struct arena *a, const struct graph_edge *e);
void graph_release(struct graph *g);

#endif
