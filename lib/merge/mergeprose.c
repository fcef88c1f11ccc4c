#include "merge/merge_parts.h"
#include "base/align.h"
#include "text/yamlplace.h"
#include "base/sorted.h"

static int by_place(const void *entry, const void *at)
{
	size_t a = ((const struct entry *)entry)->block->at, b = *(const size_t *)at;
	return (a > b) - (a < b);
}

size_t units_entries(const struct entrydoc *d, str text)
{
	const struct entries *e = &d->entries;
	size_t from = (size_t)(text.p - d->body.bytes.p), end = from + text.n;
	return sorted_first(e->v, e->n, sizeof *e->v, &end, by_place) -
	       sorted_first(e->v, e->n, sizeof *e->v, &from, by_place);
}

static bool is_blank(str line)
{
	return !str_trim(line).n;
}

/* A dated heading reaches to the next of its level. */
static size_t section_end(const struct body *b, const struct body_block *k)
{
	for (const struct body_block *s = k + 1; s < b->blocks + b->count; s++)
		if (s->kind == BLOCK_HEADING && s->parent < 0 && !s->quoted && s->level <= k->level)
			return yamlplace_line(b->bytes, s->at);
	return b->bytes.n;
}

/* The lines of the entry that starts in the line at that offset, without blank ones behind; empty: they are not its
 * own. */
static str entry_lines(const struct entrydoc *d, const struct entry *e, size_t at, size_t limit)
{
	str body = d->body.bytes;
	size_t end = e->block->kind == BLOCK_HEADING ? section_end(&d->body, e->block) : e->block->end;

	if (yamlplace_line(body, e->block->at) != at || !is_blank(str_between(body.p + at, body.p + e->block->at)))
		return (str){0};
	end = end < limit ? end : limit;
	for (size_t line = yamlplace_line(body, str_chomp(str_head(body, end)).n);
		line > at && is_blank(str_between(body.p + line, body.p + end));
		line = yamlplace_line(body, str_chomp(str_head(body, end)).n))
		end = line;
	return str_between(body.p + at, body.p + end);
}

static void add_unit(struct arena *a, struct merge_units *u, struct merge_unit x)
{
	size_t **list = x.e ? &u->entry : &u->prose, *n = x.e ? &u->entries : &u->lines;

	x.slot = u->lines;
	*list = arena_more(a, *list, *n, sizeof **list);
	(*list)[(*n)++] = u->n;
	u->v = arena_more(a, u->v, u->n, sizeof *u->v);
	u->v[u->n++] = x;
}

struct merge_units units_of(struct arena *a, const struct entrydoc *d, str text, bool plain)
{
	struct merge_units u = {.d = d};
	str rest = text, line;
	size_t start = plain ? 0 : (size_t)(text.p - d->body.bytes.p);
	size_t next = plain ? 0 : units_entries(d, str_head(d->body.bytes, start));
	const char *gap = text.p;

	for (const char *p = text.p; str_line(&rest, &line); p = line.p + line.n) {
		struct merge_unit x = {str_between(gap, p), line, NULL, 0};
		size_t at = start + (size_t)(p - text.p);
		if (!plain && is_blank(line))
			continue;
		while (!plain && next < d->entries.n && yamlplace_line(d->body.bytes, d->entries.v[next].block->at) < at)
			next++;
		str own = !plain && next < d->entries.n ? entry_lines(d, &d->entries.v[next], at, start + text.n)
							: (str){0};
		if (own.n) {
			x.e = &d->entries.v[next];
			x.text = line = own;
			rest = str_between(own.p + own.n, text.p + text.n);
		}
		add_unit(a, &u, x);
		gap = line.p + line.n;
	}
	add_unit(a, &u, (struct merge_unit){str_between(gap, text.p + text.n), S(""), NULL, 0});
	return u;
}

/* Lines of the prose of each side, by their numbers in it. */
struct chunk {
	size_t at[SIDES], end[SIDES];
};

struct planning {
	struct merging *m;
	const struct merge_units *u;
	const size_t *mate[SIDES]; /* of the base's lines */
	bool plain;
	struct merge_plan plan;
};

static str line_of(const struct planning *p, enum merge_side s, size_t n)
{
	return p->u[s].v[p->u[s].prose[n]].text;
}

static void add_step(struct planning *p, enum merge_step_kind kind, size_t b, size_t o, size_t t)
{
	struct merge_plan *plan = &p->plan;
	size_t at[SIDES] = {b, o, t};
	struct merge_step step = {.kind = kind};

	for (int s = 0; s < SIDES; s++) {
		step.at[s] = at[s] == STR_NONE ? STR_NONE : p->u[s].prose[at[s]];
		if (at[s] != STR_NONE)
			plan->host[s][at[s] + 1] = plan->n;
	}
	plan->v = arena_more(p->m->a, plan->v, plan->n, sizeof *plan->v);
	plan->v[plan->n++] = step;
}

static bool same_lines(const struct planning *p, const struct chunk *c, enum merge_side s, enum merge_side t)
{
	if (c->end[s] - c->at[s] != c->end[t] - c->at[t])
		return false;
	for (size_t i = 0; i < c->end[s] - c->at[s]; i++)
		if (!str_eq(line_of(p, s, c->at[s] + i), line_of(p, t, c->at[t] + i)))
			return false;
	return true;
}

static void take_side(struct planning *p, const struct chunk *c, enum merge_side s)
{
	enum merge_side other = s == OURS ? THEIRS : OURS;
	size_t n = c->end[s] - c->at[s], first = p->plan.n;

	for (size_t i = c->at[s]; i < c->end[s]; i++)
		add_step(p, STEP_LINE, STR_NONE, s == OURS ? i : STR_NONE, s == OURS ? STR_NONE : i);
	for (size_t i = 0; i < c->end[other] - c->at[other]; i++)
		p->plan.host[other][c->at[other] + i + 1] = n ? first + (i < n ? i : n - 1) : first - 1;
}

static void take_both(struct planning *p, struct chunk *c, size_t n)
{
	for (; n > 0; n--)
		add_step(p, STEP_LINE, STR_NONE, c->at[OURS]++, c->at[THEIRS]++);
}

static void put_conflict(struct planning *p, const struct chunk *c)
{
	bool some = c->end[OURS] > c->at[OURS];

	merge_conflict(p->m, str_trim(some ? line_of(p, OURS, c->at[OURS]) : line_of(p, THEIRS, c->at[THEIRS])));
	add_step(p, STEP_OURS, STR_NONE, STR_NONE, STR_NONE);
	for (size_t i = c->at[OURS]; i < c->end[OURS]; i++)
		add_step(p, STEP_LINE, STR_NONE, i, STR_NONE);
	add_step(p, STEP_MIDDLE, STR_NONE, STR_NONE, STR_NONE);
	for (size_t i = c->at[THEIRS]; i < c->end[THEIRS]; i++)
		add_step(p, STEP_LINE, STR_NONE, STR_NONE, i);
	add_step(p, STEP_THEIRS, STR_NONE, STR_NONE, STR_NONE);
}

/* Beside what both put in its place, one side may have left the rest of the base alone. */
static void narrow_base(const struct planning *p, struct chunk *c, bool before, bool behind)
{
	for (int s = OURS; s <= THEIRS; s++)
		for (int at_end = 0; at_end < 2; at_end++) {
			size_t n = c->end[s] - c->at[s];
			struct chunk part = *c;
			if (!n || n > c->end[BASE] - c->at[BASE] || !(at_end ? before : behind))
				continue;
			if (at_end)
				part.at[BASE] = part.end[BASE] - n;
			else
				part.end[BASE] = part.at[BASE] + n;
			if (same_lines(p, &part, BASE, s)) {
				*c = part;
				return;
			}
		}
}

/* What both have at the ends of a chunk is no conflict. */
static void settle(struct planning *p, struct chunk c)
{
	size_t n = 0, behind = 0;

	if (same_lines(p, &c, BASE, OURS)) {
		take_side(p, &c, THEIRS);
		return;
	}
	if (same_lines(p, &c, BASE, THEIRS)) {
		take_side(p, &c, OURS);
		return;
	}
	while (c.at[OURS] + n < c.end[OURS] && c.at[THEIRS] + n < c.end[THEIRS] &&
		str_eq(line_of(p, OURS, c.at[OURS] + n), line_of(p, THEIRS, c.at[THEIRS] + n)))
		n++;
	take_both(p, &c, n);
	while (c.at[OURS] < c.end[OURS] && c.at[THEIRS] < c.end[THEIRS] &&
		str_eq(line_of(p, OURS, c.end[OURS] - 1), line_of(p, THEIRS, c.end[THEIRS] - 1))) {
		c.end[OURS]--;
		c.end[THEIRS]--;
		behind++;
	}
	narrow_base(p, &c, n > 0, behind > 0);
	bool none[SIDES] = {c.at[BASE] == c.end[BASE], c.at[OURS] == c.end[OURS], c.at[THEIRS] == c.end[THEIRS]};
	if (none[OURS] && none[THEIRS])
		;
	else if (!none[BASE] && same_lines(p, &c, BASE, OURS))
		take_side(p, &c, THEIRS);
	else if (!none[BASE] && same_lines(p, &c, BASE, THEIRS))
		take_side(p, &c, OURS);
	else if (none[BASE] && (none[OURS] || none[THEIRS]))
		take_side(p, &c, none[OURS] ? THEIRS : OURS);
	else
		put_conflict(p, &c);
	c.at[OURS] = c.end[OURS];
	c.at[THEIRS] = c.end[THEIRS];
	take_both(p, &c, behind);
}

/* Whether blank lines or entries stand before that line. */
static bool is_apart(const struct planning *p, enum merge_side s, size_t n)
{
	const struct merge_units *u = &p->u[s];

	return n < u->lines && (u->v[u->prose[n]].gap.n || (n && u->prose[n] > u->prose[n - 1] + 1));
}

/* Where that side parts if the base parts before its line k; what it put there goes with the neighbour that the other
 * side left alone. */
static size_t part_at(const struct planning *p, const struct chunk *c, enum merge_side s, size_t k, bool other_kept_left)
{
	size_t left = k == c->at[BASE] ? c->at[s] : p->mate[s][k - 1] == STR_NONE ? STR_NONE : p->mate[s][k - 1] + 1;
	size_t right = k == c->end[BASE] ? c->end[s] : p->mate[s][k];

	if (left == STR_NONE || right == STR_NONE)
		return left == STR_NONE ? right : left;
	return other_kept_left ? right : left;
}

/* Changes that do not touch, for a blank line is between them, are none of the same thing. */
static bool part(const struct planning *p, const struct chunk *c, size_t k, struct chunk *first)
{
	bool kept[SIDES];

	*first = *c;
	for (int s = OURS; s <= THEIRS; s++)
		kept[s] = k == c->at[BASE] || p->mate[s][k - 1] != STR_NONE;
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

	for (size_t k = c.at[BASE]; !p->plain && k <= c.end[BASE]; k++)
		if (part(p, &c, k, &first)) {
			settle(p, first);
			for (int s = 0; s < SIDES; s++)
				c.at[s] = first.end[s];
		}
	settle(p, c);
}

static struct strs texts_of(struct arena *a, const struct merge_units *u)
{
	struct strs list = {0};

	for (size_t i = 0; i < u->lines; i++)
		strs_add(a, &list, u->v[u->prose[i]].text);
	return list;
}

/* Steps over the lines that stand in all three, then takes what lies before the next such line. */
static void walk(struct planning *p)
{
	struct chunk c = {0};
	const size_t *mate[SIDES] = {NULL, p->mate[OURS], p->mate[THEIRS]};

	for (;;) {
		while (c.at[BASE] < p->u[BASE].lines && mate[OURS][c.at[BASE]] == c.at[OURS] &&
			mate[THEIRS][c.at[BASE]] == c.at[THEIRS])
			add_step(p, STEP_LINE, c.at[BASE]++, c.at[OURS]++, c.at[THEIRS]++);
		if (c.at[BASE] == p->u[BASE].lines)
			return; /* the end stands in all */
		size_t b = c.at[BASE];
		while (mate[OURS][b] == STR_NONE || mate[THEIRS][b] == STR_NONE)
			b++;
		c.end[BASE] = b;
		c.end[OURS] = mate[OURS][b];
		c.end[THEIRS] = mate[THEIRS][b];
		resolve(p, c);
		for (int s = 0; s < SIDES; s++)
			c.at[s] = c.end[s];
	}
}

struct merge_plan plan_prose(struct merging *m, const struct merge_units u[SIDES], bool plain)
{
	struct planning p = {.m = m, .u = u, .plain = plain};
	struct strs base = texts_of(m->a, &u[BASE]);

	for (int s = 0; s < SIDES; s++)
		p.plan.host[s] = arena_array(m->a, u[s].lines + 1, sizeof *p.plan.host[s]);
	for (int s = OURS; s <= THEIRS; s++)
		p.mate[s] = align(m->a, base, texts_of(m->a, &u[s]));
	add_step(&p, STEP_LINE, STR_NONE, STR_NONE, STR_NONE);
	walk(&p);
	return p.plan;
}
