#include "base/hashes.h"

#include "base/diag.h"
#include <stdlib.h>

struct hashes_slot {
	uint64_t hash;
	uint32_t first, last; /* nodes, counted from 1; 0: a free slot */
};

struct hashes_node {
	int id;
	uint32_t next;
};

/* The slot of the hash, or the free one where it belongs. */
static struct hashes_slot *slot_of(const struct hashes *h, uint64_t hash)
{
	size_t i = hash & (h->cap - 1);
	while (h->slots[i].first && h->slots[i].hash != hash)
		i = (i + 1) & (h->cap - 1);
	return &h->slots[i];
}

static void grow(struct hashes *h)
{
	struct hashes wider = *h;
	wider.cap = h->cap ? h->cap * 2 : 64;
	wider.slots = calloc(wider.cap, sizeof *wider.slots);
	if (!wider.slots)
		die("out of memory");
	for (size_t i = 0; i < h->cap; i++)
		if (h->slots[i].first)
			*slot_of(&wider, h->slots[i].hash) = h->slots[i];
	free(h->slots);
	*h = wider;
}

static uint32_t new_node(struct hashes *h, int id)
{
	if (h->n == h->nodes_cap) {
		h->nodes_cap = h->nodes_cap ? h->nodes_cap * 2 : 64;
		h->nodes = h->nodes_cap ? realloc(h->nodes, h->nodes_cap * sizeof *h->nodes) : NULL;
		if (!h->nodes)
			die("out of memory");
	}
	h->nodes[h->n] = (struct hashes_node){id, 0};
	return ++h->n;
}

void hashes_add(struct hashes *h, uint64_t hash, int id)
{
	if (h->used >= h->cap / 3 * 2)
		grow(h);
	struct hashes_slot *slot = slot_of(h, hash);
	if (!slot->first) {
		uint32_t new = new_node(h, id);
		*slot = (struct hashes_slot){hash, new, new};
		h->used++;
	} else if (h->nodes[slot->last - 1].id != id) {
		uint32_t new = new_node(h, id);
		h->nodes[slot->last - 1].next = new;
		slot->last = new;
	}
}

uint32_t hashes_first(const struct hashes *h, uint64_t hash)
{
	return h->cap ? slot_of(h, hash)->first : 0;
}

uint32_t hashes_next(const struct hashes *h, uint32_t at)
{
	return h->nodes[at - 1].next;
}

int hashes_id(const struct hashes *h, uint32_t at)
{
	return h->nodes[at - 1].id;
}

void hashes_release(struct hashes *h)
{
	free(h->slots);
	free(h->nodes);
	*h = (struct hashes){0};
}
