#include "text/logplace.h"
#include "text/heading.h"
#include "text/hidden.h"
#include "text/yamlplace.h"
#include <stdlib.h>

#define DAYS_MOST 4000000L /* more than lie between any two dates */

struct seek {
	struct arena *a;
	const struct entrydoc *d;
	date day;
	struct hidden hidden;
};

static struct strs log_names(const struct entry_rules *rules)
{
	static str usual[] = {S_INIT("Log")};

	return rules->log.n ? rules->log : (struct strs){usual, 1};
}

str logplace_name(const struct entrydoc *d)
{
	return log_names(d->rules).v[0];
}

static bool is_below(struct arena *a, const struct body *b, int heading, struct strs names)
{
	for (; heading >= 0; heading = b->blocks[heading].heading)
		if (heading_among(a, names, heading_word(a, body_text(a, b, &b->blocks[heading]))))
			return true;
	return false;
}

bool logplace_private(struct arena *a, const struct entrydoc *d)
{
	return heading_among(a, d->rules->private_headings, heading_word(a, logplace_name(d)));
}

/* What is logged without a word about privacy is not to become private, unless all logs are. */
static bool is_closed(struct arena *a, const struct entrydoc *d, int heading)
{
	return is_below(a, &d->body, heading, d->rules->private_headings) && !logplace_private(a, d);
}

static bool is_below_log(struct arena *a, const struct entrydoc *d, int heading)
{
	return !is_closed(a, d, heading) && is_below(a, &d->body, heading, log_names(d->rules)) &&
	       (d->rules->log.n || !is_below(a, &d->body, heading, d->rules->not_log));
}

/* Whether an entry stands in the log's order: an open task has its due date. */
static bool is_ordered(const struct logplace_item *i)
{
	return i->e && i->e->date != DATE_NONE && !i->e->inherited && !(i->e->box && i->e->state == ENTRY_OPEN);
}

static char list_type(const struct body *b, const struct body_block *k)
{
	return b->bytes.p[entrydoc_marker(b, k) - 1];
}

static bool continues(const struct body *b, const struct logplace_items *l, const struct body_block *k)
{
	const struct body_block *last = l->n ? l->v[l->n - 1].k : NULL;

	return last && last->heading == k->heading && list_type(b, last) == list_type(b, k) &&
	       !str_trim(str_between(b->bytes.p + last->end, b->bytes.p + k->at)).n;
}

static bool is_falling(const struct logplace_items *l)
{
	const struct entry *before = NULL;
	long falls = 0;

	for (size_t i = 0; i < l->n; i++)
		if (is_ordered(&l->v[i])) {
			if (before && before->date != l->v[i].e->date)
				falls += before->date > l->v[i].e->date ? 1 : -1;
			before = l->v[i].e;
		}
	return falls > 0;
}

static size_t place_in(const struct logplace_items *l, date day)
{
	bool falling = is_falling(l);
	size_t first = l->n, behind = l->n, place = STR_NONE;

	if (day == DATE_NONE)
		return falling ? 0 : l->n;
	for (size_t i = 0; i < l->n; i++) {
		if (!is_ordered(&l->v[i]))
			continue;
		first = first == l->n ? i : first;
		behind = i + 1;
		if (l->v[i].e->date <= day && (!falling || place == STR_NONE))
			place = falling ? i : i + 1;
	}
	if (place != STR_NONE)
		return place;
	return falling ? behind : first;
}

/* The offset of what comes before that item. */
static size_t offset_of(const struct seek *s, const struct logplace_items *l, size_t place)
{
	return place ? l->v[place - 1].k->end : yamlplace_line(s->d->body.bytes, l->v[0].k->at);
}

/* The place for that date, or the next one, else the last one, outside comments; STR_NONE: there is none. */
static size_t open_place(const struct seek *s, const struct logplace_items *l)
{
	size_t wanted = place_in(l, s->day);

	for (size_t i = wanted; i <= l->n; i++)
		if (!hidden_holds(&s->hidden, offset_of(s, l, i)))
			return i;
	for (size_t i = wanted; i-- > 0;)
		if (!hidden_holds(&s->hidden, offset_of(s, l, i)))
			return i;
	return STR_NONE;
}

/* Whether somebody sees the list, and what is added to it. */
static bool is_shown(const struct seek *s, const struct logplace_items *l)
{
	bool any = !s->hidden.n;

	for (size_t i = 0; i < l->n && !any; i++)
		any = !hidden_holds(&s->hidden, l->v[i].k->at);
	return any && (!s->hidden.n || open_place(s, l) != STR_NONE);
}

/* How well a list does as the log for that date: below Log, holding dated entries, near in time. 0: not at all. */
static long fitness_of(const struct seek *s, const struct logplace_items *l)
{
	bool below = l->n && is_below_log(s->a, s->d, l->v[0].k->heading);
	long nearest = DAYS_MOST;

	for (size_t i = 0; i < l->n; i++)
		if (is_ordered(&l->v[i]) && !l->v[i].e->box) {
			long gap = s->day == DATE_NONE ? 0 : labs((long)l->v[i].e->date - s->day);
			nearest = gap < nearest ? gap : nearest;
		}
	bool dated = nearest < DAYS_MOST;
	if (l->n && (is_closed(s->a, s->d, l->v[0].k->heading) || !is_shown(s, l)))
		return 0;
	return below || dated ? (2 * below + dated) * 2 * DAYS_MOST - nearest : 0;
}

static void keep_fitter(const struct seek *s, const struct logplace_items *l, struct logplace_items *best, long *most)
{
	long fitness = fitness_of(s, l);

	if (fitness > *most) {
		*best = *l;
		*most = fitness;
	}
}

static struct logplace_items find_list(const struct seek *s)
{
	const struct entrydoc *d = s->d;
	struct logplace_items best = {0}, now = {0};
	size_t entry = 0;
	long most = 0;

	for (size_t i = 0; i < d->body.count; i++) {
		const struct body_block *k = &d->body.blocks[i];
		if (k->kind != BLOCK_ITEM || k->level != 1 || k->parent >= 0 || k->quoted)
			continue;
		if (!continues(&d->body, &now, k)) {
			keep_fitter(s, &now, &best, &most);
			now = (struct logplace_items){0};
		}
		while (entry < d->entries.n && d->entries.v[entry].block < k)
			entry++;
		bool is = entry < d->entries.n && d->entries.v[entry].block == k;
		now.v = arena_more(s->a, now.v, now.n, sizeof *now.v);
		now.v[now.n++] = (struct logplace_item){k, is ? &d->entries.v[entry] : NULL};
	}
	keep_fitter(s, &now, &best, &most);
	return best;
}

static const struct body_block *find_heading(const struct seek *s)
{
	for (size_t i = 0; i < s->d->body.count; i++) {
		const struct body_block *k = &s->d->body.blocks[i];
		if (k->kind == BLOCK_HEADING && k->parent < 0 && !k->quoted && is_below_log(s->a, s->d, (int)i) &&
			!hidden_holds(&s->hidden, k->at))
			return k;
	}
	return NULL;
}

struct logplace logplace_find(struct arena *a, const struct entrydoc *d, date day)
{
	struct seek s = {a, d, day, hidden_find(a, &d->body)};
	struct logplace p = {.list = find_list(&s), .heading = find_heading(&s), .comment = s.hidden.open};

	if (p.list.n && p.heading && !is_below_log(a, d, p.list.v[0].k->heading))
		p.list = (struct logplace_items){0};
	p.before = p.list.n ? open_place(&s, &p.list) : 0;
	return p;
}
