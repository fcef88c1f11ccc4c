#include "merge/merge_parts.h"
#include "base/map.h"

#define NEAR_MOST 16 /* entries of the base that one in the same place is compared with */

str head_text(const struct merge_units *u, const struct merge_unit *x)
{
	str body = u->d->body.bytes;
	const struct body_block *k = x->e->block;
	const char *end = body.p + (k->kind == BLOCK_HEADING ? k->end : k->text_end);
	str rest = str_between(end, x->text.p + x->text.n), line = {0};

	if (k->kind == BLOCK_ITEM && str_line(&rest, &line))
		end = line.p + line.n;
	return str_between(x->text.p, end);
}

str head_said(const struct merge_units *u, const struct merge_unit *x)
{
	str head = head_text(u, x);

	return str_trim(str_between(u->d->body.bytes.p + x->e->block->text_at, head.p + head.n));
}

bool unit_same(const struct merge_units *u, const struct merge_unit *x, const struct merge_units *v,
	const struct merge_unit *y)
{
	const struct body_block *k = x->e->block, *l = y->e->block;
	bool bullets = k->kind == BLOCK_ITEM && l->kind == BLOCK_ITEM && !k->ordered && !l->ordered;
	size_t skip = (size_t)(u->d->body.bytes.p + k->at + 1 - x->text.p),
	       other = (size_t)(v->d->body.bytes.p + l->at + 1 - y->text.p);

	return str_eq(x->text, y->text) || (bullets && str_eq(str_skip(x->text, skip), str_skip(y->text, other)));
}

static const char *said_from(const struct entry *e)
{
	return e->kind.p ? e->kind.p : e->text.p;
}

struct merge_head head_of(struct arena *a, const struct merge_units *u, const struct merge_unit *x)
{
	const struct body *b = &u->d->body;
	const struct body_block *k = x->e->block;
	str whole = head_text(u, x), text = str_trim(body_text(a, b, k));
	const char *from = b->bytes.p + k->text_at;
	size_t stamp = text.n - (size_t)(x->e->text.p + x->e->text.n - said_from(x->e));
	str raw = str_between(from, whole.p + whole.n), line = {0};
	struct merge_head h = {
		.lead = str_between(whole.p, from), .rest = str_between(whole.p + whole.n, x->text.p + x->text.n)};

	str_line(&raw, &line);
	if (stamp > str_chomp(line).n)
		stamp = 0;
	h.stamp = str_head(line, stamp);
	h.said = str_between(from + stamp, whole.p + whole.n);
	return h;
}

/* Entries of one text, in order. */
struct queue {
	size_t n;
	struct queue *next;
};

/* The text by which an entry is found again; absent: not in this pass. */
typedef str key_fn(const struct merge_units *u, const struct merge_unit *x);

static str key_of(const struct merge_units *u, size_t n, key_fn *key)
{
	return key(u, &u->v[u->entry[n]]);
}

static const struct entry *entry_of(const struct merge_units *u, size_t n)
{
	return u->v[u->entry[n]].e;
}

static str open_said(const struct merge_units *u, const struct merge_unit *x)
{
	(void)u;
	return x->e->state == ENTRY_OPEN ? str_between(said_from(x->e), x->e->text.p + x->e->text.n) : (str){0};
}

static str closed_said(const struct merge_units *u, const struct merge_unit *x)
{
	(void)u;
	bool closed = x->e->box && x->e->state != ENTRY_OPEN;
	return closed ? str_between(said_from(x->e), x->e->text.p + x->e->text.n) : (str){0};
}

/* Pairs the entries of x and y that have none yet and the same key: the first with the first, and so on. */
static void pair_equal(struct arena *a, const struct merge_units *x, size_t *mate_x, key_fn *key_x,
	const struct merge_units *y, size_t *mate_y, key_fn *key_y)
{
	struct map m = {0};
	struct queue *q;

	for (size_t i = x->entries; i-- > 0;) {
		str key = mate_x[i] == STR_NONE ? key_of(x, i, key_x) : (str){0};
		if (!key.p)
			continue;
		q = arena_alloc(a, sizeof *q);
		*q = (struct queue){i, map_get(&m, key)};
		map_put(&m, key, q);
	}
	for (size_t j = 0; j < y->entries; j++) {
		str key = mate_y[j] == STR_NONE ? key_of(y, j, key_y) : (str){0};
		q = key.p ? map_get(&m, key) : NULL;
		if (!q || mate_x[q->n] != STR_NONE)
			continue;
		mate_x[q->n] = j;
		mate_y[j] = q->n;
		if (q->next)
			*q = *q->next;
	}
	map_release(&m);
}

/* How much of the longer text both begin and end with, of 100; the same day and kind say more. */
static size_t likeness(const struct entry *e, const struct entry *f)
{
	size_t most = e->text.n > f->text.n ? e->text.n : f->text.n, least = e->text.n + f->text.n - most, n = 0,
	       back = 0;

	while (n < least && e->text.p[n] == f->text.p[n])
		n++;
	while (back < least - n && e->text.p[e->text.n - 1 - back] == f->text.p[f->text.n - 1 - back])
		back++;
	bool one_day = e->date == f->date && e->date != DATE_NONE && str_eq(e->kind, f->kind);
	return (one_day ? 100 : 0) + (most ? 100 * (n + back) / most : 0);
}

/* Entries of the base and of a side that stand in the same place, as far as they have no mate. */
struct gap {
	size_t base, base_end, side, side_end;
};

/* A box that was ticked or put in other words. */
static bool is_reworded(const struct entry *e, const struct entry *f)
{
	bool ticked = e->state == ENTRY_OPEN && f->state != ENTRY_OPEN;

	return e->box && f->box && str_eq(e->kind, f->kind) && (ticked || (e->state == f->state && e->date == f->date));
}

struct likest {
	size_t base, side, like;
	size_t pairs; /* of how many */
};

static struct likest find_likest(const struct merge_units *b, const size_t *mate_b, const struct merge_units *s,
	const size_t *mate_s, const struct gap *g)
{
	struct likest l = {0};

	for (size_t i = g->base; i < g->base_end; i++)
		for (size_t j = g->side; mate_b[i] == STR_NONE && j < g->side_end; j++) {
			if (mate_s[j] != STR_NONE)
				continue;
			size_t like = likeness(entry_of(b, i), entry_of(s, j));
			if (!l.pairs || like > l.like)
				l = (struct likest){i, j, like, l.pairs};
			l.pairs++;
		}
	return l;
}

/* Those most alike were edited, if half of the text is the same; the only box of a place also if it is not. */
static void pair_alike(
	const struct merge_units *b, size_t *mate_b, const struct merge_units *s, size_t *mate_s, struct gap g)
{
	for (;;) {
		struct likest l = find_likest(b, mate_b, s, mate_s, &g);
		bool only = l.pairs == 1 && is_reworded(entry_of(b, l.base), entry_of(s, l.side));
		if (l.like <= 50 && !only)
			return;
		mate_b[l.base] = l.side;
		mate_s[l.side] = l.base;
	}
}

/* What is behind the mate of the entry above them, and what is ahead of that of the entry below. */
static void pair_edited(const struct merge_units *b, size_t *mate_b, const struct merge_units *s, size_t *mate_s)
{
	struct gap g = {0};

	for (size_t j = 0; j <= s->entries; j++) {
		if (j < s->entries && mate_s[j] == STR_NONE)
			continue;
		g.side_end = j < g.side + NEAR_MOST ? j : g.side + NEAR_MOST;
		for (g.base_end = g.base;
			g.base_end < b->entries && g.base_end < g.base + NEAR_MOST && mate_b[g.base_end] == STR_NONE;
			g.base_end++)
			;
		pair_alike(b, mate_b, s, mate_s, g);
		g.base = g.base_end = j < s->entries ? mate_s[j] : b->entries;
		while (g.base > 0 && g.base + NEAR_MOST > g.base_end && mate_b[g.base - 1] == STR_NONE)
			g.base--;
		pair_alike(b, mate_b, s, mate_s, g);
		if (j < s->entries)
			g = (struct gap){.base = mate_s[j] + 1, .side = j + 1};
	}
}

static size_t count_single(const size_t *mate, size_t n)
{
	size_t single = 0;

	for (size_t i = 0; i < n; i++)
		single += mate[i] == STR_NONE;
	return single;
}

/* What was edited in a section that also moved: of the same day and kind, and half of the text is the same. */
static void pair_moved(const struct merge_units *b, size_t *mate_b, const struct merge_units *s, size_t *mate_s)
{
	const struct gap all = {.base_end = b->entries, .side_end = s->entries};
	struct likest l;

	if (count_single(mate_b, b->entries) > NEAR_MOST || count_single(mate_s, s->entries) > NEAR_MOST)
		return;
	while (l = find_likest(b, mate_b, s, mate_s, &all), l.like > 150) {
		mate_b[l.base] = l.side;
		mate_s[l.side] = l.base;
	}
}

static size_t *no_mates(struct arena *a, size_t n)
{
	size_t *v = arena_array(a, n, sizeof *v);

	for (size_t i = 0; i < n; i++)
		v[i] = STR_NONE;
	return v;
}

static size_t add_item(struct arena *a, struct merge_items *l, size_t b, size_t o, size_t t)
{
	l->v = arena_more(a, l->v, l->n, sizeof *l->v);
	l->v[l->n] = (struct merge_item){{b, o, t}, STR_NONE};
	return l->n++;
}

struct merge_items items_match(struct arena *a, const struct merge_units u[SIDES])
{
	size_t *of_base[SIDES], *mate[SIDES]; /* base -> side, side -> base */
	struct merge_items l = {0};

	for (int s = OURS; s <= THEIRS; s++) {
		of_base[s] = no_mates(a, u[BASE].entries);
		mate[s] = no_mates(a, u[s].entries);
		pair_equal(a, &u[BASE], of_base[s], head_said, &u[s], mate[s], head_said);
		pair_equal(a, &u[BASE], of_base[s], open_said, &u[s], mate[s], closed_said);
		pair_edited(&u[BASE], of_base[s], &u[s], mate[s]);
		pair_moved(&u[BASE], of_base[s], &u[s], mate[s]);
		l.of[s] = no_mates(a, u[s].entries);
	}
	for (size_t i = 0; i < u[BASE].entries; i++) {
		size_t o = of_base[OURS][i], t = of_base[THEIRS][i], n = add_item(a, &l, i, o, t);
		if (o != STR_NONE)
			l.of[OURS][o] = n;
		if (t != STR_NONE)
			l.of[THEIRS][t] = n;
	}
	/* both added the same */
	size_t *twin = no_mates(a, u[OURS].entries);
	for (size_t i = 0; i < u[OURS].entries; i++)
		twin[i] = l.of[OURS][i] == STR_NONE ? STR_NONE : 0;
	pair_equal(a, &u[OURS], twin, head_said, &u[THEIRS], mate[THEIRS], head_said);
	for (size_t i = 0; i < u[OURS].entries; i++) {
		if (l.of[OURS][i] != STR_NONE)
			continue;
		l.of[OURS][i] = add_item(a, &l, STR_NONE, i, twin[i]);
		if (twin[i] != STR_NONE)
			l.of[THEIRS][twin[i]] = l.of[OURS][i];
	}
	for (size_t i = 0; i < u[THEIRS].entries; i++)
		if (l.of[THEIRS][i] == STR_NONE)
			l.of[THEIRS][i] = add_item(a, &l, STR_NONE, STR_NONE, i);
	return l;
}
