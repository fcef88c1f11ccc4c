/* reconcile_parts: what reconcile and pair share; nobody else looks inside. */
#ifndef NT_RECONCILE_PARTS_H
#define NT_RECONCILE_PARTS_H

#include "base/map.h"
#include "change/membership.h"
#include "query/pick.h"

struct person {
	str path, name, uid;              /* uid empty: none */
	bool archived, chosen, reachable; /* chosen: may get a card */
	bool group;
};

struct reconciling {
	struct pick *pick;
	struct vdir *vdir;
	struct person *people;
	size_t count, broken;
	struct map uids;           /* -> path */
	bool again;                /* the book is read a second time */
	struct membership *groups; /* once it is the turn of groups; NULL before */
	int answer;
};

#endif
