#include "merge/merge_parts.h"

const struct merge_unit *body_entry(const struct merge_body *b, enum merge_side s, size_t number)
{
	return number == STR_NONE ? NULL : &b->u[s].v[b->u[s].entry[number]];
}

static struct merge_line *line_of(const struct merge_body *b, enum merge_side s, const struct merge_unit *x)
{
	return &b->u[s].line[x->line];
}

size_t body_part(const struct merge_body *b, enum merge_side s, const struct merge_unit *x)
{
	return b->u[s].section[line_of(b, s, x)->section].part;
}

static size_t add_list(struct merge_body *b, enum merge_side s, size_t line)
{
	b->list = arena_more(b->m->a, b->list, b->lists, sizeof *b->list);
	b->list[b->lists] = (struct merge_list){.at = {STR_NONE, STR_NONE, STR_NONE},
		.part = b->u[s].section[b->u[s].line[line].section].part,
		.step = STR_NONE};
	b->list[b->lists].at[s] = line;
	return b->u[s].line[line].list = b->lists++;
}

/* A list is the one of the same section in the base that has most of its entries, and of several that one which has
 * most of its own. */
static void match_side(struct merge_body *b, enum merge_side s)
{
	const struct merge_units *u = &b->u[s];
	size_t *votes = arena_array(b->m->a, b->lists, sizeof *votes),
	       *most = arena_array(b->m->a, b->lists, sizeof *most);

	for (size_t i = 0, end; i < u->entries; i = end) {
		size_t line = u->v[u->entry[i]].line, best = STR_NONE;
		for (end = i; end < u->entries && u->v[u->entry[end]].line == line; end++) {
			const struct merge_unit *x = body_entry(b, BASE, b->items.v[b->items.of[s][end]].at[BASE]);
			size_t list = x ? line_of(b, BASE, x)->list : STR_NONE;
			if (!x || b->list[list].part != body_part(b, s, &u->v[u->entry[i]]))
				continue;
			votes[list]++;
			best = best == STR_NONE || votes[list] > votes[best] ? list : best;
		}
		if (best != STR_NONE && votes[best] > most[best]) {
			most[best] = votes[best];
			b->list[best].at[s] = line;
		}
		for (size_t k = i; k < end; k++) {
			const struct merge_unit *x = body_entry(b, BASE, b->items.v[b->items.of[s][k]].at[BASE]);
			if (x)
				votes[line_of(b, BASE, x)->list] = 0;
		}
	}
	for (size_t i = 0, n = b->lists; i < n; i++)
		if (b->list[i].at[s] != STR_NONE)
			u->line[b->list[i].at[s]].list = i;
	for (size_t i = 0; i < u->lines; i++)
		if (u->line[i].run && u->line[i].list == STR_NONE)
			add_list(b, s, i);
}

/* Taken out by one side and left alone by the other. */
static bool is_gone(const struct merge_body *b, const struct merge_item *i)
{
	const struct merge_unit *x = body_entry(b, BASE, i->at[BASE]), *o = body_entry(b, OURS, i->at[OURS]),
				*t = body_entry(b, THEIRS, i->at[THEIRS]);

	if (!x || (o && t))
		return false;
	return (!o && !t) || unit_same(&b->u[o ? OURS : THEIRS], o ? o : t, &b->u[BASE], x);
}

static size_t list_of(const struct merge_body *b, const struct merge_item *i, enum merge_side s)
{
	return line_of(b, s, body_entry(b, s, i->at[s]))->list;
}

/* Private in one side is private, unless the other made it public. */
bool entry_hidden(const struct merge_unit *const x[SIDES])
{
	bool hidden[SIDES];

	for (int s = 0; s < SIDES; s++)
		hidden[s] = x[s] && x[s]->e->is_private;
	if (!x[OURS] || !x[THEIRS] || !x[BASE])
		return hidden[OURS] || hidden[THEIRS];
	return hidden[OURS] == hidden[BASE] ? hidden[THEIRS] : hidden[OURS];
}

/* Where ours has it, unless only theirs moved it; what is private where it is so. */
static size_t home_of_both(const struct merge_body *b, const struct merge_item *i)
{
	const struct merge_unit *x[SIDES];
	size_t ours = list_of(b, i, OURS), theirs = list_of(b, i, THEIRS);

	for (int s = 0; s < SIDES; s++)
		x[s] = body_entry(b, s, i->at[s]);
	if (x[OURS]->e->is_private != x[THEIRS]->e->is_private)
		return x[OURS]->e->is_private == entry_hidden(x) ? ours : theirs;
	return x[BASE] && list_of(b, i, BASE) == ours ? theirs : ours;
}

/* What one side alone has goes with its neighbours: above it, or back: below it. */
static void follow_neighbours(struct merge_body *b, enum merge_side s, bool back)
{
	const struct merge_units *u = &b->u[s];
	size_t home = STR_NONE, line = STR_NONE;

	for (size_t k = 0; k < u->entries; k++) {
		size_t n = back ? u->entries - 1 - k : k;
		const struct merge_unit *x = &u->v[u->entry[n]];
		struct merge_item *i = &b->items.v[b->items.of[s][n]];
		home = x->line == line ? home : STR_NONE;
		line = x->line;
		if (i->at[OURS] == STR_NONE || i->at[THEIRS] == STR_NONE)
			i->home = i->home == STR_NONE && !is_gone(b, i) ? home : i->home;
		else if (b->list[i->home].part == body_part(b, s, x))
			home = i->home;
	}
}

void lists_match(struct merge_body *b)
{
	for (size_t i = 0; i < b->u[BASE].lines; i++)
		if (b->u[BASE].line[i].run)
			add_list(b, BASE, i);
	for (int s = OURS; s <= THEIRS; s++)
		match_side(b, s);
	for (size_t i = 0; i < b->items.n; i++) {
		struct merge_item *x = &b->items.v[i];
		bool both = x->at[OURS] != STR_NONE && x->at[THEIRS] != STR_NONE;
		x->home = both ? home_of_both(b, x) : STR_NONE;
	}
	for (int s = OURS; s <= THEIRS; s++) {
		follow_neighbours(b, s, false);
		follow_neighbours(b, s, true);
	}
	for (size_t i = 0; i < b->items.n; i++) {
		struct merge_item *x = &b->items.v[i];
		if (x->home == STR_NONE && !is_gone(b, x))
			x->home = list_of(b, x, x->at[OURS] != STR_NONE ? OURS : THEIRS);
	}
}
