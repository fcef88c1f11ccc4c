/* tierows: those in a graph as rows: who is best tied, who alone connects one with
 * others, names without a note. whole: with names of others, which takes longer. */
#ifndef NT_TIEROWS_H
#define NT_TIEROWS_H

#include "views/tieparts.h"

void ties_hubs(struct ties *t, bool whole);
void ties_bridges(struct ties *t, bool whole); /* the graph is one with oneself */
void ties_missing(struct ties *t, bool whole);

#endif
