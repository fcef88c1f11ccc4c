#include "base/map.h"
#include "base/mem.h"
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct map_slot {
	str key;
	void *value; /* NULL: a free slot */
	uint64_t hash;
};

static uint64_t fnv1a(uint64_t h, str s)
{
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3;
	return h;
}

uint64_t hash64(str s)
{
	return fnv1a(0xcbf29ce484222325, s);
}

static uint64_t new_seed(void)
{
	uint64_t seed = 0;
	int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);

	if (fd < 0 || read(fd, &seed, sizeof seed) != (ssize_t)sizeof seed)
		seed = (uint64_t)time(NULL) << 32 ^ (uint64_t)getpid() << 8 ^ (uintptr_t)&seed;
	if (fd >= 0)
		close(fd);
	return seed | 1;
}

/* The low bits of FNV depend on the low bits of the key alone: mixed at the end. */
uint64_t map_hash(str key)
{
	static uint64_t seed;
	uint64_t h;

	if (seed == 0)
		seed = new_seed();
	h = fnv1a(seed, key);
	h = (h ^ h >> 33) * 0xff51afd7ed558ccd;
	h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53;
	return h ^ h >> 33;
}

/* The slot of the key, or the free slot where it belongs. */
static struct map_slot *find(const struct map *m, str key, uint64_t hash)
{
	for (size_t i = hash & (m->cap - 1);; i = (i + 1) & (m->cap - 1)) {
		struct map_slot *slot = &m->slots[i];

		if (!slot->value || (slot->hash == hash && str_eq(slot->key, key)))
			return slot;
	}
}

void *map_get(const struct map *m, str key)
{
	return m->n > 0 ? find(m, key, map_hash(key))->value : NULL;
}

static void grow(struct map *m)
{
	struct map wider = {.n = m->n, .cap = m->cap ? m->cap * 2 : 16};

	wider.slots = mem_zeroed(wider.cap, sizeof *wider.slots);
	for (size_t i = 0; i < m->cap; i++)
		if (m->slots[i].value)
			*find(&wider, m->slots[i].key, m->slots[i].hash) = m->slots[i];
	free(m->slots);
	*m = wider;
}

void map_put(struct map *m, str key, void *value)
{
	uint64_t hash = map_hash(key);
	struct map_slot *slot;

	if (m->n >= m->cap / 3 * 2)
		grow(m);
	slot = find(m, key, hash);
	if (!slot->value)
		m->n++;
	*slot = (struct map_slot){key, value, hash};
}

bool map_next(const struct map *m, size_t *at, str *key)
{
	while (*at < m->cap && !m->slots[*at].value)
		++*at;
	if (*at == m->cap)
		return false;
	*key = m->slots[(*at)++].key;
	return true;
}

void map_release(struct map *m)
{
	free(m->slots);
	*m = (struct map){0};
}
