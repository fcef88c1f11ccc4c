/* graphread: what the notes say of ties, note by note, before links are resolved;
 * for graph. */
#ifndef NT_GRAPHREAD_H
#define NT_GRAPHREAD_H

#include "book/names.h"
#include "note/sight.h"

#define GRAPH_HALF_LIFE 180 /* days after which a contact counts half */

enum graph_tie {
	GRAPH_RELATION = 1,   /* spouse: [[Ada]] */
	GRAPH_INTRODUCED = 2, /* how, introduced-by, gave: intro to [[Ada]] */
	GRAPH_SHARED = 4,     /* entries with both; of oneself: the contacts */
	GRAPH_ORG = 8,
	GRAPH_GROUP = 16,
	GRAPH_MENTION = 32,
	GRAPH_MET = 64 /* of oneself: met or how says that we know each other */
};

struct graphread_say { /* a link, and what it ties */
	str target;
	str name;     /* how to call it if there is no note */
	str relation; /* its key */
	bool markdown;
	bool text;      /* no link, but a name that may be a note's */
	bool via;       /* how, introduced-by: who made us known */
	bool fresh;     /* a contact: both were there */
	unsigned tie;   /* 0: none, there is only the name */
	int from;       /* the note's id */
	uint32_t entry; /* of no person's note: what it links to is tied with each other, not with the note; 0: none */
	date date;
};

struct graphread_own { /* the contacts with a person by their own note */
	int id;
	bool met;
	date last;
	uint32_t count;
	double fresh;
};

struct graphread {
	struct names *names;
	struct arena *arena; /* for the names of nodes */
	date today;
	enum reader reader;
	struct arena keep; /* of what is said;  */
	struct graphread_say *says;
	size_t n;
	struct graphread_own *own;
	size_t own_count;
	struct graphread_noted { /* notes that are nodes */
		int id;
		str name, kind;
	} * noted;
	size_t noted_count;
	uint32_t entries;
	int id; /* of the note at hand */
};

double graphread_fresh(date today, date d); /* 1 today, a half a half-life ago */
/* Takes down what a note says. */
void graphread_note(struct graphread *r, struct note *n);

#endif
