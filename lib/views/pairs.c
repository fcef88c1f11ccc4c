#include "views/pairs.h"

#include "base/map.h"
#include "base/sorted.h"
#include <stdlib.h>

/* A note and what it has in common with others. */
struct common {
	uint64_t key;
	uint32_t note, fact;
};

struct commons {
	struct common *v;
	size_t n;
};

struct candidate {
	uint32_t a, b;
};

struct finding {
	struct pairs *pairs;
	struct pick *pick;
	struct arena arena;
	struct commons commons, words, names; /* words, names: of what too many have in common */
	struct candidate *v;
	size_t n;
	uint64_t *namesakes; /* hashes of names, sorted */
};

static void add(struct finding *f, struct commons *c, uint64_t key, size_t note, size_t fact)
{
	c->v = arena_more(&f->arena, c->v, c->n, sizeof *c->v);
	c->v[c->n++] = (struct common){key, (uint32_t)note, (uint32_t)fact};
}

static int by_key(const void *x, const void *y)
{
	const struct common *a = x, *b = y;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return (a->note > b->note) - (a->note < b->note);
}

static int by_notes(const void *x, const void *y)
{
	const struct candidate *a = x, *b = y;
	if (a->a != b->a)
		return a->a < b->a ? -1 : 1;
	return (a->b > b->b) - (a->b < b->b);
}

static int by_hash(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
	return (a > b) - (a < b);
}

/* --- reading */

static void keep_note(struct finding *f, struct note *n, bool chosen)
{
	struct pairs *p = f->pairs;
	struct strs links = note_texts(n, S("not"));
	p->notes = arena_more(&p->arena, p->notes, p->note_count, sizeof *p->notes);
	struct pairs_note *out = &p->notes[p->note_count++];
	*out = (struct pairs_note){.is = likeness_read(n, &p->arena), .chosen = chosen};
	for (size_t i = 0; i < links.n; i++)
		strs_add(&p->arena, &out->differ, arena_dup(&p->arena, links.v[i]));
}

static bool read_note(struct note *n, void *ctx)
{
	struct finding *f = ctx;
	if (!note_ok(n) || note_is(n, "book"))
		return true;
	names_add(&f->pairs->names, n);
	keep_note(f, n, !f->pick->stream && pick_matches(f->pick, n));
	return true;
}

/* Of a stream the notes of the book are chosen, and those that are not in it are read. */
static bool choose_note(struct note *n, void *ctx)
{
	struct finding *f = ctx;
	int id = n->path.p && !n->is_new ? names_path(&f->pairs->names, n->path) : NAMES_NONE;
	if (id >= 0)
		f->pairs->notes[id].chosen = true;
	else
		keep_note(f, n, true);
	return true;
}

static void read_all(struct finding *f)
{
	struct book_walk w = {.visit = read_note, .ctx = f};
	if (f->pick->book.fd >= 0)
		book_walk(&f->pick->book, &w);
	if (f->pick->stream)
		pick_each(f->pick, choose_note, f);
}

/* --- what notes have in common */

static void add_pairs(struct finding *f, const struct common *v, size_t n)
{
	const struct pairs_note *notes = f->pairs->notes;
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			if (v[i].note != v[k].note && (notes[v[i].note].chosen || notes[v[k].note].chosen)) {
				f->v = arena_more(&f->arena, f->v, f->n, sizeof *f->v);
				f->v[f->n++] = (struct candidate){v[i].note, v[k].note};
			}
}

static const struct personname *name_of(const struct finding *f, const struct common *c)
{
	const struct likeness *l = &f->pairs->notes[c->note].is;
	return l->name_count ? l->names : NULL;
}

/* What three people have in common is nobody's own. */
static void mark_shared(struct finding *f, const struct common *v, size_t n)
{
	uint64_t seen[3];
	size_t count = 0;
	for (size_t i = 0; i < n && count < 3; i++) {
		const struct personname *name = name_of(f, &v[i]);
		size_t k = 0;
		while (name && k < count && seen[k] != name->hash)
			k++;
		if (name && k == count)
			seen[count++] = name->hash;
	}
	for (size_t i = 0; count == 3 && i < n; i++)
		f->pairs->notes[v[i].note].is.facts[v[i].fact].shared = true;
}

static void add_words(struct finding *f, const struct common *c)
{
	const struct personname *name = name_of(f, c);
	for (size_t i = 0; name && i < name->n; i++)
		add(f, &f->words, c->key ^ (map_hash(name->v[i]) * 3), c->note, c->fact);
}

static void add_name(struct finding *f, const struct common *c)
{
	const struct personname *name = name_of(f, c);
	if (name)
		add(f, &f->names, c->key ^ (name->hash * 7), c->note, c->fact);
}

/* Brings together those of one key; of too many passes each on. */
static void sort_out(
	struct finding *f, struct commons *c, bool first, void (*next)(struct finding *f, const struct common *c))
{
	sorted_sort(c->v, c->n, sizeof *c->v, by_key);
	for (size_t i = 0, end; i < c->n; i = end) {
		for (end = i + 1; end < c->n && c->v[end].key == c->v[i].key; end++)
			;
		if (first && end - i > 2 &&
			f->pairs->notes[c->v[i].note].is.facts[c->v[i].fact].kind < LIKENESS_BIRTHDAY)
			mark_shared(f, &c->v[i], end - i);
		if (end - i <= PAIRS_BLOCK)
			add_pairs(f, &c->v[i], end - i);
		else
			for (size_t k = i; next && k < end; k++)
				next(f, &c->v[k]);
	}
}

static void find_candidates(struct finding *f)
{
	struct pairs *p = f->pairs;
	f->namesakes = arena_array(&f->arena, p->note_count + 1, sizeof *f->namesakes);
	for (size_t i = 0; i < p->note_count; i++) {
		const struct likeness *l = &p->notes[i].is;
		f->namesakes[i] = l->name_count ? l->names->hash : 0;
		for (size_t k = 0; k < l->n; k++)
			add(f, &f->commons, l->facts[k].hash, i, k);
	}
	qsort(f->namesakes, p->note_count, sizeof *f->namesakes, by_hash);
	sort_out(f, &f->commons, true, add_words);
	sort_out(f, &f->words, false, add_name);
	sort_out(f, &f->names, false, NULL);
	f->n = sorted_unique(f->v, f->n, sizeof *f->v, by_notes);
}

/* --- judging */

static size_t count_namesakes(const struct finding *f, const struct pairs_note *n)
{
	uint64_t hash = n->is.name_count ? n->is.names->hash : 0;
	size_t all = f->pairs->note_count;
	return sorted_end(f->namesakes, all, sizeof hash, &hash, by_hash) -
	       sorted_first(f->namesakes, all, sizeof hash, &hash, by_hash);
}

/* not: of the one leads to the other. */
static bool says_not(const struct finding *f, struct arena *a, const struct pairs_note *x, const struct pairs_note *y)
{
	int id = y->is.path.p ? names_path(&f->pairs->names, y->is.path) : NAMES_NONE;
	return id >= 0 && names_leads(&f->pairs->names, a, x->differ, x->is.path, id);
}

static int by_score(const void *x, const void *y)
{
	const struct pair *a = x, *b = y;
	long p = (long)(a->why.score * 100 + .5), q = (long)(b->why.score * 100 + .5);
	if (p != q)
		return p > q ? -1 : 1;
	int order = str_cmp(a->a->is.path, b->a->is.path);
	return order ? order : str_cmp(a->b->is.path, b->b->is.path);
}

static void judge(struct finding *f, struct arena *a, struct candidate c, double least, enum reader reader)
{
	struct pairs *p = f->pairs;
	const struct pairs_note *x = &p->notes[c.a], *y = &p->notes[c.b];
	if (x->is.copy && !y->is.copy) {
		x = y;
		y = &p->notes[c.a];
	}
	size_t namesakes = count_namesakes(f, x);
	struct likeness_why why = likeness_judge(a, &x->is, &y->is, namesakes, reader);
	if (!why.reasons.n || why.score < least || says_not(f, a, x, y) || says_not(f, a, y, x))
		return;
	p->v = arena_more(&p->arena, p->v, p->n, sizeof *p->v);
	p->notes[c.a].paired = p->notes[c.b].paired = true;
	p->v[p->n++] = (struct pair){x, y, likeness_judge(&p->arena, &x->is, &y->is, namesakes, reader)};
}

void pairs_read(struct pairs *p, struct pick *pick, double least, enum reader reader)
{
	struct finding f = {.pairs = p, .pick = pick};
	struct arena a = {0};
	*p = (struct pairs){0};
	read_all(&f);
	find_candidates(&f);
	for (size_t i = 0; i < f.n; i++) {
		arena_reset(&a);
		judge(&f, &a, f.v[i], least, reader);
	}
	sorted_sort(p->v, p->n, sizeof *p->v, by_score);
	arena_release(&f.arena);
	arena_release(&a);
}

bool pairs_has(const struct pairs *p, str path)
{
	int id = path.p ? names_path(&p->names, path) : NAMES_NONE;
	return id >= 0 && p->notes[id].paired;
}

void pairs_release(struct pairs *p)
{
	names_release(&p->names);
	arena_release(&p->arena);
}
