/* paths: the warmest chains of introductions from oneself to somebody wanted. The
 * length of a hop is that of nt-intro(1); who is dead, and a mention of an org,
 * lead nowhere. An org or a group that both are in is no hop of its own, but the
 * reason of one. Chains live in the arena of paths. */
#ifndef NT_PATHS_H
#define NT_PATHS_H

#include "views/wanted.h"

struct paths_hop { /* to the next person */
	uint32_t from, node;
	uint32_t whole;                /* both are in this org or group; NETWORK_NONE */
	const struct graph_edge *edge; /* of the two; NULL: only whole ties them */
	double length;
};

struct paths_chain {
	struct paths_hop *hops;
	size_t n;
};

struct paths {
	struct wanted wanted;
	struct arena arena;
	struct paths_chain *chains;
	size_t n;
};

/* So many chains, the warmest first; no two are of the same people. */
void paths_find(struct paths *p, size_t most);
str paths_why(const struct paths *p, struct arena *a, const struct paths_hop *hop);
date paths_last(const struct paths_hop *hop); /* DATE_NONE: no entry with both */
/* What ties oneself to that person without anybody between; NULL: nothing. */
const struct graph_edge *paths_direct(const struct paths *p, uint32_t node);
bool paths_self_tied(const struct paths *p); /* to anybody at all */
/* Whom nothing leads to: who knows somebody wanted best, as hops. */
struct paths_chain paths_misses(struct paths *p, size_t most);
/* The line to run next: "nt-draft ask 'Ada Lovelace'". */
str paths_step(const struct paths *p, const struct book *b, struct arena *a, const struct paths_chain *chain);
str paths_check_in(const struct paths *p, const struct book *b, struct arena *a, uint32_t node);
void paths_release(struct paths *p);

#endif
