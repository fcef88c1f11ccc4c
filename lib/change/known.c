#include "change/known.h"

#include "base/map.h"
#include "base/sorted.h"

static uint64_t hash_of(struct arena *a, str key, str form)
{
	return map_hash(arena_printf(a, FMT "%c" FMT, ARG(key), '\0', ARG(form)));
}

static uint64_t hash_with(uint64_t hash, int id)
{
	return hash + ((uint64_t)id + 1) * 0x9e3779b97f4a7c15;
}

static bool has(const struct known *k, uint64_t hash, int id)
{
	return hashes_first(&k->facts, hash_with(hash, id)) != 0;
}

bool known_says(const struct known *k, struct arena *a, str key, str form, int id)
{
	return has(k, hash_of(a, key, form), id);
}

/* By these notes are found; of the others it is only asked whether a note says them too. */
static bool leads_to_notes(str key)
{
	return str_eq(key, S("uid")) || str_eq(key, S("email")) || str_eq(key, S("name")) ||
	       str_starts(key, S(SAID_BY));
}

static void add(struct known *k, str key, uint64_t hash, int id)
{
	if (has(k, hash, id))
		return;
	hashes_add(&k->facts, hash_with(hash, id), id);
	if (leads_to_notes(key))
		hashes_add(&k->facts, hash, id);
}

void known_mark(struct known *k, struct arena *a, str key, str form, int id)
{
	add(k, key, hash_of(a, key, form), id);
}

void known_tell(struct known *k, struct arena *a, str key, str form)
{
	hashes_add(&k->facts, hash_of(a, key, form), k->told++);
}

bool known_told_once(const struct known *k, struct arena *a, str key, str form)
{
	uint32_t at = hashes_first(&k->facts, hash_of(a, key, form));
	return at && !hashes_next(&k->facts, at);
}

/* Where thousands have one name, those are found by it and one thing more that they say. */
static uint64_t hash_of_pair(struct arena *a, const struct said *name, const struct said *other)
{
	return hash_with(hash_of(a, name->key, name->form), 0) ^ hash_of(a, other->key, other->form);
}

static void add_pairs(struct known *k, struct note *n, const struct sayings *s, int id)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t j = 0; said_is_name(&s->v[i]) && j < s->n; j++)
			if (!said_is_name(&s->v[j]) && !str_starts(s->v[j].key, S(SAID_BY)))
				hashes_add(&k->facts, hash_of_pair(n->arena, &s->v[i], &s->v[j]), id);
}

void known_paths(const struct known *k, struct note *n, str key, const struct sayings *s, struct strs *paths)
{
	int several = paths->n > 0;
	for (size_t i = 0; i < s->n; i++) {
		if (!str_eq(s->v[i].key, key))
			continue;
		uint64_t hash = hash_of(n->arena, key, s->v[i].form);
		several += hashes_first(&k->facts, hash) != 0;
		for (uint32_t at = hashes_first(&k->facts, hash); at; at = hashes_next(&k->facts, at))
			strs_add(n->arena, paths, k->paths.v[hashes_id(&k->facts, at)]);
	}
	if (several > 1)
		paths->n = sorted_unique(paths->v, paths->n, sizeof *paths->v, sorted_str);
}

int known_id(const struct known *k, struct arena *a, str path)
{
	uint32_t at = hashes_first(&k->facts, hash_of(a, S("path"), path));
	return at ? hashes_id(&k->facts, at) : -1;
}

static void keep(struct arena *a, struct strs *kept, struct strs texts)
{
	for (size_t i = 0; i < texts.n; i++)
		if (!strs_has(*kept, texts.v[i]))
			strs_add(a, kept, arena_dup(a, texts.v[i]));
}

void known_add(struct known *k, struct note *n)
{
	int id = known_id(k, n->arena, n->path);
	if (id < 0) {
		id = (int)k->paths.n;
		k->persons = arena_more(&k->arena, k->persons, k->paths.n, sizeof *k->persons);
		k->persons[id] = (struct known_person){{0}, {0}};
		strs_add(&k->arena, &k->paths, arena_dup(&k->arena, n->path));
		hashes_add(&k->facts, hash_of(n->arena, S("path"), n->path), id);
	}
	struct sayings s = sayings_of(n);
	for (size_t i = 0; i < s.n; i++)
		add(k, s.v[i].key, hash_of(n->arena, s.v[i].key, s.v[i].form), id);
	add_pairs(k, n, &s, id);
	keep(&k->arena, &k->persons[id].names, s.names);
	keep(&k->arena, &k->persons[id].birthdays, s.birthdays);
}

static bool visit(struct note *n, void *ctx)
{
	if (note_ok(n) && !note_is(n, "book"))
		known_add(ctx, n);
	return true;
}

bool known_read(struct known *k, struct book *b)
{
	struct book_walk w = {.visit = visit, .ctx = k};
	return book_walk(b, &w);
}

size_t known_count_namesakes(const struct known *k, struct note *n, const struct sayings *s, size_t said, size_t most)
{
	size_t count = 0;
	for (size_t i = 0; i < s->n; i++)
		if (said_is_name(&s->v[i]))
			for (uint32_t at = hashes_first(&k->facts, hash_of_pair(n->arena, &s->v[i], &s->v[said]));
				at && count < most; at = hashes_next(&k->facts, at))
				count++;
	return count;
}

void known_add_namesakes(
	const struct known *k, struct note *n, const struct sayings *s, size_t said, struct strs *paths)
{
	for (size_t i = 0; i < s->n; i++)
		if (said_is_name(&s->v[i]))
			for (uint32_t at = hashes_first(&k->facts, hash_of_pair(n->arena, &s->v[i], &s->v[said])); at;
				at = hashes_next(&k->facts, at))
				strs_add(n->arena, paths, k->paths.v[hashes_id(&k->facts, at)]);
}

str known_namesake(const struct known *k, struct note *n, const struct sayings *s, size_t said)
{
	for (size_t i = 0; i < s->n; i++) {
		uint32_t at = said_is_name(&s->v[i])
				      ? hashes_first(&k->facts, hash_of_pair(n->arena, &s->v[i], &s->v[said]))
				      : 0;
		if (at)
			return k->paths.v[hashes_id(&k->facts, at)];
	}
	return (str){0};
}

void known_release(struct known *k)
{
	hashes_release(&k->facts);
	arena_release(&k->arena);
}
