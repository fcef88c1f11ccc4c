/* hashes: from hashes to ids, several to one, in the order they were added; open
 * addressing. For who keeps hashes (map_hash) instead of keys. Owns its memory;
 * {0} is an empty one.
 *
 *	for (uint32_t at = hashes_first(&h, hash); at; at = hashes_next(&h, at))
 *		use(hashes_id(&h, at));
 */
#ifndef NT_HASHES_H
#define NT_HASHES_H

#include <stddef.h>
#include <stdint.h>

struct hashes {
	struct hashes_slot *slots;
	struct hashes_node *nodes;
	size_t used, cap;  /* of the slots */
	uint32_t n, nodes_cap;
};

void hashes_add(struct hashes *h, uint64_t hash, int id); /* the same id twice in a row counts once */
uint32_t hashes_first(const struct hashes *h, uint64_t hash); /* 0: none */
uint32_t hashes_next(const struct hashes *h, uint32_t at);
int hashes_id(const struct hashes *h, uint32_t at);
void hashes_release(struct hashes *h);

#endif
