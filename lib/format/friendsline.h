/* friendsline: a friend or a place as a line of friends.md has it:
 *
 *	Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science:compilers
 *
 * Slices of the text; tags, science/compilers, are in the arena. */
#ifndef NT_FRIENDSLINE_H
#define NT_FRIENDSLINE_H

#include "base/arena.h"

struct friendsline {
	str name; /* empty: there is none */
	str city; /* absent: none */
	struct strs aliases, tags;
	struct strs others; /* words that are none of these */
};

struct friendsline friendsline_read(struct arena *a, str text);

#endif
