#include "merge/merge_parts.h"

static struct merge_section *section_of(const struct merge_body *b, enum merge_side s, const struct merge_part *x)
{
	return x->at[s] == STR_NONE ? NULL : &b->u[s].section[x->at[s]];
}

static size_t parent_in(const struct merge_body *b, enum merge_side s, const struct merge_section *x)
{
	return b->u[s].section[x->parent].part;
}

static bool is_in_all(const struct merge_part *x)
{
	return x->at[BASE] != STR_NONE && x->at[OURS] != STR_NONE && x->at[THEIRS] != STR_NONE;
}

/* Whether the sections that all have stand in that side where the base has them; 1: but for new ones above some. */
static int count_moves(const struct merge_body *b, enum merge_side s)
{
	size_t last = 0;
	int moves = 0;

	for (size_t i = 0; i < b->u[s].sections; i++) {
		const struct merge_section *x = &b->u[s].section[i];
		const struct merge_part *part = &b->part[x->part];
		if (!is_in_all(part))
			continue;
		size_t parent = parent_in(b, s, x);
		if (part->at[BASE] < last)
			return 2;
		if (parent != parent_in(b, BASE, section_of(b, BASE, part)))
			moves = is_in_all(&b->part[parent]) ? 2 : moves ? moves : 1;
		last = part->at[BASE];
	}
	return moves;
}

/* Below its parent, behind one of its siblings; 0, which is no sibling: before them. */
static void put_behind(struct merge_body *b, size_t part, size_t parent, size_t sibling)
{
	struct merge_part *up = &b->part[parent];
	size_t *next = sibling ? &b->part[sibling].next : &up->first;

	b->part[part].parent = parent;
	b->part[part].next = *next;
	*next = part;
	up->last = up->last == sibling ? part : up->last;
}

/* Behind what the other side alone has put behind that sibling. */
static size_t last_added(const struct merge_body *b, size_t parent, size_t sibling, enum merge_side s)
{
	for (size_t next = sibling ? b->part[sibling].next : b->part[parent].first;
		next && b->part[next].at[BASE] == STR_NONE && b->part[next].at[s] == STR_NONE;
		next = b->part[next].next)
		sibling = next;
	return sibling;
}

/* Those of one side as they stand there; then what only the other has, behind what it is behind there. */
static void put_side(struct merge_body *b, enum merge_side s, enum merge_side first)
{
	size_t *behind = arena_array(b->m->a, b->parts, sizeof *behind);

	for (size_t i = 1; i < b->u[s].sections; i++) {
		const struct merge_section *x = &b->u[s].section[i];
		size_t part = x->part, parent = parent_in(b, s, x);
		if (s == first)
			put_behind(b, part, parent, b->part[parent].last);
		else if (!section_of(b, first, &b->part[part]))
			put_behind(b, part, parent, last_added(b, parent, behind[parent], s));
		if (b->part[part].parent == parent)
			behind[parent] = part;
	}
}

static bool is_changed(const struct merge_body *b, enum merge_side s, const struct merge_part *x)
{
	const struct merge_section *y = section_of(b, BASE, x), *z = section_of(b, s, x);
	size_t i = y->line, k = z->line;

	for (;; i++, k++) {
		while (i < y->end && b->u[BASE].line[i].run)
			i++;
		while (k < z->end && b->u[s].line[k].run)
			k++;
		if (i == y->end || k == z->end)
			return i != y->end || k != z->end;
		if (!str_eq(b->u[BASE].v[b->u[BASE].line[i].unit].text, b->u[s].v[b->u[s].line[k].unit].text))
			return true;
	}
}

/* Whether there is more to it than what one took out and the other left alone. */
static bool is_alive(const struct merge_body *b, const struct merge_part *x)
{
	if (x->at[OURS] != STR_NONE && x->at[THEIRS] != STR_NONE)
		return true;
	return x->at[BASE] == STR_NONE || is_changed(b, x->at[OURS] != STR_NONE ? OURS : THEIRS, x);
}

static void list_parts(struct merge_body *b)
{
	size_t n = 0;

	b->order = arena_array(b->m->a, b->parts, sizeof *b->order);
	for (size_t at = 0;;) {
		b->order[n++] = at;
		if (b->part[at].first) {
			at = b->part[at].first;
			continue;
		}
		while (at && !b->part[at].next)
			at = b->part[at].parent;
		if (!at)
			break;
		at = b->part[at].next;
	}
	b->ordered = n;
}

/* What is alive, or has something alive below it that stands there in no other place. */
static void drop_dead(struct merge_body *b)
{
	size_t kept = 0;

	for (size_t i = 0; i < b->items.n; i++)
		if (b->items.v[i].home != STR_NONE)
			b->part[b->list[b->items.v[i].home].part].alive = true;
	for (size_t i = b->ordered; i-- > 0;) {
		struct merge_part *x = &b->part[b->order[i]];
		x->alive = x->alive || is_alive(b, x);
		if (x->alive && (x->hidden || x->at[OURS] == STR_NONE || x->at[THEIRS] == STR_NONE))
			b->part[x->parent].alive = true;
	}
	for (size_t i = 0; i < b->ordered; i++)
		if (b->part[b->order[i]].alive)
			b->order[kept++] = b->order[i];
	b->ordered = kept;
}

/* What one side hides, the other shows: if there is news in it, it stays hidden, and is a conflict. */
static enum merge_side find_hidden(struct merge_body *b, enum merge_side first)
{
	bool *shown[SIDES];

	for (int s = OURS; s <= THEIRS; s++) {
		shown[s] = arena_array(b->m->a, b->parts, sizeof *shown[s]);
		for (size_t i = 0; i < b->u[s].entries; i++) {
			const struct merge_unit *x = body_entry(b, s, i);
			shown[s][body_part(b, s, x)] |= !x->e->is_private;
		}
	}
	for (int s = THEIRS; s >= OURS; s--)
		for (size_t i = 0; i < b->u[s].entries; i++) {
			const struct merge_item *item = &b->items.v[b->items.of[s][i]];
			const struct merge_unit *x = body_entry(b, s, i), *base = body_entry(b, BASE, item->at[BASE]);
			struct merge_part *part = &b->part[body_part(b, s, x)];
			bool hides = base && !base->e->is_private;
			bool news = !base || !unit_same(&b->u[BASE], base, &b->u[s], x);
			if (item->home == STR_NONE || !x->e->is_private || !(hides || news) ||
				!shown[OURS + THEIRS - s][part - b->part])
				continue;
			part->hidden = hides ? part->hidden : (enum merge_side)s;
			first = s;
		}
	return first;
}

void parts_order(struct merge_body *b)
{
	enum merge_side first = find_hidden(b, count_moves(b, THEIRS) > count_moves(b, OURS) ? THEIRS : OURS);

	put_side(b, first, first);
	put_side(b, first == OURS ? THEIRS : OURS, first);
	list_parts(b);
	drop_dead(b);
}
