#include "merge/mergesettle.h"
#include "base/align.h"

/* Whether blank lines or entries stand before that line. */
static bool is_apart(const struct planning *p, enum merge_side s, size_t n)
{
	const struct merge_units *u = &p->u[s];

	return n < u->lines && (u->v[u->line[n].unit].gap.n || u->line[n].run || (n && u->line[n - 1].run));
}

/* Where that side has a line of the base, or STR_NONE. */
static size_t mate_of(const struct planning *p, enum merge_side s, size_t n)
{
	size_t mate = p->mate[s][n - p->first[BASE]];

	return mate == STR_NONE ? mate : p->first[s] + mate;
}

/* Where that side parts if the base parts before its line k; what it put there goes with the neighbour that the other
 * side left alone. */
static size_t part_at(
	const struct planning *p, const struct chunk *c, enum merge_side s, size_t k, bool other_kept_left)
{
	size_t left = k == c->at[BASE]                   ? c->at[s]
		      : mate_of(p, s, k - 1) == STR_NONE ? STR_NONE
							 : mate_of(p, s, k - 1) + 1;
	size_t right = k == c->end[BASE] ? c->end[s] : mate_of(p, s, k);

	if (left == STR_NONE || right == STR_NONE)
		return left == STR_NONE ? right : left;
	return other_kept_left ? right : left;
}

static bool has_heading(const struct planning *p, const struct chunk *c, enum merge_side s)
{
	size_t n = c->at[s];

	while (n < c->end[s] && !p->u[s].v[p->u[s].line[n].unit].heading)
		n++;
	return n < c->end[s];
}

/* Changes that do not touch, for a blank line is between them, are none of the same thing. */
static bool part(const struct planning *p, const struct chunk *c, size_t k, struct chunk *first)
{
	bool kept[SIDES];

	*first = *c;
	for (int s = OURS; s <= THEIRS; s++)
		kept[s] = k == c->at[BASE] || mate_of(p, s, k - 1) != STR_NONE;
	first->end[BASE] = k;
	first->end[OURS] = part_at(p, c, OURS, k, kept[THEIRS]);
	first->end[THEIRS] = part_at(p, c, THEIRS, k, kept[OURS]);
	if (first->end[OURS] == STR_NONE || first->end[THEIRS] == STR_NONE)
		return false;
	if (!is_apart(p, BASE, k) && !is_apart(p, OURS, first->end[OURS]) && !is_apart(p, THEIRS, first->end[THEIRS]))
		return false;
	for (int s = 0, moved = 0, left = 0; s < SIDES; s++) {
		moved += first->end[s] > c->at[s];
		left += first->end[s] < c->end[s];
		if (s == THEIRS && (!moved || !left))
			return false;
	}
	return true;
}

static void resolve(struct planning *p, struct chunk c)
{
	struct chunk first;
	bool apart = !p->plain && !(has_heading(p, &c, OURS) && has_heading(p, &c, THEIRS));

	for (size_t k = c.at[BASE]; apart && k <= c.end[BASE]; k++)
		if (part(p, &c, k, &first)) {
			settle_chunk(p, first);
			for (int s = 0; s < SIDES; s++)
				c.at[s] = first.end[s];
		}
	settle_chunk(p, c);
}

static struct strs texts_of(const struct planning *p, enum merge_side s, size_t from, size_t end)
{
	struct strs list = {0};

	for (size_t i = from; i < end; i++)
		strs_add(p->m->a, &list, settle_text(p, s, i));
	return list;
}

static bool is_in_all(const struct planning *p, const struct chunk *c)
{
	return mate_of(p, OURS, c->at[BASE]) == c->at[OURS] && mate_of(p, THEIRS, c->at[BASE]) == c->at[THEIRS];
}

/* Steps over the lines that stand in all three, then takes what lies before the next such line. */
static void walk(struct planning *p, struct chunk all)
{
	struct chunk c = all;

	for (int s = 0; s < SIDES; s++)
		p->first[s] = all.at[s];
	for (int s = OURS; s <= THEIRS; s++)
		p->mate[s] = align(
			p->m->a, texts_of(p, BASE, all.at[BASE], all.end[BASE]), texts_of(p, s, all.at[s], all.end[s]));
	for (;;) {
		while (c.at[BASE] < all.end[BASE] && is_in_all(p, &c))
			settle_line(p, c.at[BASE]++, c.at[OURS]++, c.at[THEIRS]++);
		size_t b = c.at[BASE];
		while (b < all.end[BASE] && (mate_of(p, OURS, b) == STR_NONE || mate_of(p, THEIRS, b) == STR_NONE))
			b++;
		bool last = b == all.end[BASE];
		c.end[BASE] = b;
		c.end[OURS] = last ? all.end[OURS] : mate_of(p, OURS, b);
		c.end[THEIRS] = last ? all.end[THEIRS] : mate_of(p, THEIRS, b);
		resolve(p, c);
		if (last)
			return;
		for (int s = 0; s < SIDES; s++)
			c.at[s] = c.end[s];
	}
}

static void keep_hidden(struct planning *p, const struct chunk *heading, enum merge_side s)
{
	if (heading->end[s] > heading->at[s])
		merge_conflict(p->m, str_trim(settle_text(p, s, heading->at[s])));
	settle_taken(p, heading, s);
}

/* A heading that one took out while something new is below it, or both changed, is a conflict; what is below it is
 * none for that. */
static void plan_part(struct planning *p, const struct merge_part *part)
{
	struct chunk heading = {0}, below = {0};

	for (int s = 0; s < SIDES; s++) {
		const struct merge_section *x = part->at[s] == STR_NONE ? NULL : &p->u[s].section[part->at[s]];
		heading.at[s] = x ? x->line : 0;
		heading.end[s] = below.at[s] = x ? x->body : 0;
		below.end[s] = x ? x->end : 0;
	}
	if (part->hidden)
		keep_hidden(p, &heading, part->hidden);
	else if (part->at[BASE] != STR_NONE && (part->at[OURS] == STR_NONE || part->at[THEIRS] == STR_NONE))
		settle_marked(p, &heading);
	else if (part->at[BASE] != STR_NONE)
		walk(p, heading);
	else
		settle_chunk(p, heading);
	walk(p, below);
}

struct merge_plan plan_prose(struct merge_body *b, bool plain)
{
	struct planning p = {.b = b, .m = b->m, .u = b->u, .plain = plain};

	for (size_t i = 0; i < b->ordered; i++)
		plan_part(&p, &b->part[b->order[i]]);
	settle_step(&p, STEP_LINE, (size_t[]){b->u[BASE].n - 1, b->u[OURS].n - 1, b->u[THEIRS].n - 1});
	return p.plan;
}
