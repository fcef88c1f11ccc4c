#include "merge/merge_parts.h"
#include "base/map.h"

/* Sections of one side on their way to those of the base. */
struct matching {
	struct arena *a;
	const struct merge_units *b, *s;
	struct map said, first; /* what a unit of the base, and of the side, says -> the first unit that does */
};

static str title_of(const struct merge_units *u, const struct merge_section *x)
{
	return x->level ? str_trim(entrydoc_text(&u->d->body, u->v[u->line[x->line].unit].heading)) : S("");
}

/* The first of its units that is not of its heading, and the one behind the last. */
static size_t unit_of(const struct merge_units *u, size_t line)
{
	return line < u->lines ? u->line[line].unit : u->n - 1;
}

static str unit_said(const struct merge_units *u, const struct merge_unit *x)
{
	return x->e ? head_said(u, x) : str_trim(x->text);
}

/* A section is in the nearest one above that has a higher heading. */
static void find_parents(struct merge_units *u)
{
	for (size_t i = 0; i < u->sections; i++) {
		struct merge_section *x = &u->section[i];
		size_t p = i ? i - 1 : 0;
		while (u->section[p].level && u->section[p].level >= x->level)
			p = u->section[p].parent;
		x->parent = p;
		for (size_t k = x->line; k < x->end; k++)
			u->line[k].section = i;
	}
}

static str title_key(struct arena *a, const struct merge_units *u, const struct merge_section *x, bool below)
{
	str title = title_of(u, x);

	return below ? arena_printf(a, "%zu " FMT, u->section[x->parent].part, ARG(title)) : title;
}

/* The first of a title with the first; below: and below the same section. */
static void pair_titles(struct matching *w, bool below)
{
	struct map m = {0};

	for (size_t i = w->b->sections; i-- > 1;) {
		struct merge_section *y = &w->b->section[i];
		str key = title_key(w->a, w->b, y, below);
		y->twin = map_get(&m, key);
		map_put(&m, key, y);
	}
	for (size_t i = 1; i < w->s->sections; i++) {
		struct merge_section *x = &w->s->section[i], *y;
		str key = title_key(w->a, w->s, x, below);
		y = x->part == STR_NONE ? map_get(&m, key) : NULL;
		while (y && y->paired)
			y = y->twin;
		if (!y)
			continue;
		x->part = y->part;
		y->paired = true;
		if (y->twin)
			map_put(&m, key, y->twin);
	}
	map_release(&m);
}

/* The section of the base that says what a unit says; STR_NONE: none. */
static size_t said_below(const struct matching *w, const struct merge_unit *x)
{
	const struct merge_unit *y = map_get(&w->said, unit_said(w->s, x));

	return y ? w->b->line[y->line].section : STR_NONE;
}

static size_t count_said(const struct matching *w, const struct merge_section *x, size_t base)
{
	size_t n = 0;

	for (size_t i = unit_of(w->s, x->body); i < unit_of(w->s, x->end); i++)
		n += said_below(w, &w->s->v[i]) == base;
	return n;
}

/* Whether it has something of a section of the base that does not stand above it too. */
static bool has_of(const struct matching *w, const struct merge_section *x, size_t base)
{
	for (size_t i = unit_of(w->s, x->body); i < unit_of(w->s, x->end); i++)
		if (said_below(w, &w->s->v[i]) == base &&
			map_get(&w->first, unit_said(w->s, &w->s->v[i])) == &w->s->v[i])
			return true;
	return false;
}

/* With another heading: at least half of what the base has below its own stands below that. */
static void pair_renamed(struct matching *w, struct merge_section *x)
{
	size_t best = 0, votes = 0;

	for (size_t i = unit_of(w->s, x->body); i < unit_of(w->s, x->end); i++) {
		size_t at = said_below(w, &w->s->v[i]);
		if (at == STR_NONE || at == 0 || w->b->section[at].paired)
			continue;
		best = votes ? best : at;
		votes = at == best ? votes + 1 : votes - 1;
	}
	struct merge_section *y = &w->b->section[best];
	if (!votes || 2 * count_said(w, x, best) < unit_of(w->b, y->end) - unit_of(w->b, y->body))
		return;
	x->part = best;
	y->paired = true;
}

/* Whether the heading makes an entry private, or public, that was below that section of the base. */
static bool changes_sight(const struct matching *w, const struct merge_section *x, size_t base)
{
	for (size_t i = unit_of(w->s, x->body); i < unit_of(w->s, x->end); i++) {
		const struct merge_unit *s = &w->s->v[i], *y = s->e ? map_get(&w->said, unit_said(w->s, s)) : NULL;
		if (y && y->e && w->b->line[y->line].section == base && y->e->is_private != s->e->is_private)
			return true;
	}
	return false;
}

/* A heading put into the middle of a section is a line of it. */
static void join_parted(struct matching *w, struct merge_units *s)
{
	size_t kept = 1;

	for (size_t i = 1; i < s->sections; i++) {
		struct merge_section *x = &s->section[i], *above = &s->section[kept - 1];
		if (x->part == STR_NONE && above->part != STR_NONE && has_of(w, x, above->part) &&
			!changes_sight(w, x, above->part))
			above->end = x->end;
		else
			s->section[kept++] = *x;
	}
	s->sections = kept;
}

static void match_base(struct merge_body *b, enum merge_side s)
{
	struct matching w = {.a = b->m->a, .b = &b->u[BASE], .s = &b->u[s]};

	for (size_t i = w.b->n; i-- > 0;)
		map_put(&w.said, unit_said(w.b, &w.b->v[i]), &w.b->v[i]);
	for (size_t i = w.s->n; i-- > 0;)
		map_put(&w.first, unit_said(w.s, &w.s->v[i]), &w.s->v[i]);
	for (size_t i = 0; i < w.b->sections; i++)
		w.b->section[i].paired = false;
	b->u[s].section[0].part = 0;
	w.b->section[0].paired = true;
	pair_titles(&w, true);
	for (size_t i = 1; i < w.s->sections; i++)
		if (w.s->section[i].part == STR_NONE)
			pair_renamed(&w, &b->u[s].section[i]);
	pair_titles(&w, false);
	if (!b->m->apart)
		join_parted(&w, &b->u[s]);
	find_parents(&b->u[s]);
	map_release(&w.said);
	map_release(&w.first);
}

static size_t add_part(struct merge_body *b, size_t base, size_t ours, size_t theirs)
{
	b->part = arena_more(b->m->a, b->part, b->parts, sizeof *b->part);
	b->part[b->parts] = (struct merge_part){.at = {base, ours, theirs}};
	return b->parts++;
}

/* What both added below one section is one, if its title is. */
static void match_added(struct merge_body *b, enum merge_side s, struct map *added)
{
	for (size_t i = 0; i < b->u[s].sections; i++) {
		struct merge_section *x = &b->u[s].section[i], *y;
		if (x->part == STR_NONE) {
			str key = title_key(b->m->a, &b->u[s], x, true);
			y = map_get(added, key);
			x->part = y && b->part[y->part].at[s] == STR_NONE ? y->part
									  : add_part(b, STR_NONE, STR_NONE, STR_NONE);
			if (!y)
				map_put(added, key, x);
		}
		b->part[x->part].at[s] = i;
	}
}

void sections_match(struct merge_body *b)
{
	struct map added = {0};

	for (int s = 0; s < SIDES; s++)
		find_parents(&b->u[s]);
	for (size_t i = 0; i < b->u[BASE].sections; i++)
		b->u[BASE].section[i].part = add_part(b, i, STR_NONE, STR_NONE);
	for (int s = OURS; s <= THEIRS; s++) {
		match_base(b, s);
		match_added(b, s, &added);
	}
	map_release(&added);
}
