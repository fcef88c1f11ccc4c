/* map: from slices to pointers, open addressing, keys compared as bytes.
 * The map owns its table only: keys and values must outlive it.
 * {0} is an empty map. A seeded hash keeps hostile keys from colliding. */
#ifndef NT_MAP_H
#define NT_MAP_H

#include "base/str.h"
#include <stdint.h>

struct map {
	struct map_slot *slots;
	size_t n, cap;
};

void *map_get(const struct map *m, str key);       /* NULL when absent */
void map_put(struct map *m, str key, void *value); /* replaces; value is never NULL */
/* The next key, in no order; *at is 0 at first. False: there are no more. */
bool map_next(const struct map *m, size_t *at, str *key);
void map_release(struct map *m);
uint64_t map_hash(str key); /* seeded anew in each run, well mixed: for who keeps hashes instead of keys */
uint64_t hash64(str s);     /* FNV-1a, 64 bits: stable over runs and machines */

#endif
