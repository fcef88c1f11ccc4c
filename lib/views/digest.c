#include "views/digest.h"

#include "base/diag.h"
#include "base/map.h"
#include "base/sorted.h"
#include "people/due.h"
#include "views/dated.h"

static str text_of(struct digest_person *p, const char *key)
{
	return note_annotation(&p->note, str_of(key));
}

static struct strs list_of(struct digest_person *p, const char *key)
{
	return note_annotation_list(&p->note, str_of(key));
}

static struct strs without(struct arena *a, struct strs list, str text)
{
	struct strs rest = {0};
	for (size_t i = 0; i < list.n; i++)
		if (!str_eq(list.v[i], text))
			strs_add(a, &rest, list.v[i]);
	return rest;
}

static bool is_today(const struct digest *d, struct strs days)
{
	date day;
	for (size_t i = 0; i < days.n; i++)
		if (date_prefix(days.v[i], &day) && day == d->today)
			return true;
	return false;
}

/* Each private one is the same to whoever may read it, and told once. */
static struct strs sealed(struct arena *a, struct strs whys)
{
	struct strs rest = {0};
	bool told = false;
	for (size_t i = 0; i < whys.n; i++) {
		bool hidden = due_why_hides(whys.v[i]);
		if (!hidden || !told)
			strs_add(a, &rest, hidden ? S("something private") : whys.v[i]);
		told |= hidden;
	}
	return rest;
}

/* What to do for a private reason stands in the note alone: what else the note says is no answer to it. */
static str sealed_step(struct arena *a, str step, str about)
{
	return about.n ? arena_printf(a, "see your note, or " FMT, ARG(step)) : S("see your note");
}

/* Takes kind and day out of what the stream tells of private reasons. */
static void seal(struct digest *d, struct digest_person *p)
{
	bool leads = p->why.n && due_why_hides(p->why.v[0]);
	for (size_t i = 0; i < p->why.n && p->due.n; i++)
		if (due_why_hides(p->why.v[i]) && str_find(p->why.v[i], p->due) != STR_NONE)
			p->due = (str){0};
	if (leads)
		p->step = sealed_step(&d->arena, p->step, text_of(p, "about"));
	p->why = sealed(&d->arena, p->why);
	p->brief = sealed(&d->arena, p->brief);
}

/* A copy of the note with what the stream tells: the stream goes on. */
static struct digest_person *person_of(struct digest *d, const struct note *n)
{
	struct digest_person *p = arena_alloc(&d->arena, sizeof *p);
	*p = (struct digest_person){.note = note_keep(&d->arena, n)};
	str about = text_of(p, "about");
	p->due = text_of(p, "due");
	p->step = text_of(p, "step");
	p->where = text_of(p, "where");
	p->last = text_of(p, "last");
	p->said = text_of(p, "said");
	p->noted = text_of(p, "note");
	p->why = list_of(p, "why");
	p->brief = list_of(p, "brief");
	if (p->brief.n != p->why.n) /* from an older nt-due, or none */
		p->brief = p->why;
	if (!sight_all(d->reader))
		seal(d, p);
	p->owe = list_of(p, "owe");
	p->owed = list_of(p, "owed");
	p->other_owe = about.n ? without(&d->arena, p->owe, about) : p->owe;
	p->other_owed = about.n ? without(&d->arena, p->owed, about) : p->owed;
	p->other_said = str_eq(p->said, about) ? S("") : p->said;
	p->other_noted = str_eq(p->noted, about) ? S("") : p->noted;
	p->days = list_of(p, "days");
	p->today = is_today(d, p->days);
	return p;
}

/* One task with four people is one thing to do. */
static void join_mates(struct digest *d, struct digest_person *p)
{
	for (size_t i = 0; p->where.n && i < d->n && !p->led; i++) {
		struct digest_person *first = d->v[i];
		if (first->led || !str_eq(first->where, p->where))
			continue;
		while (first->mate)
			first = first->mate;
		first->mate = p;
		p->led = true;
	}
}

/* A day that comes every year is told of once before it and once from it on, whatever passes until somebody acts. */
static bool is_told(const struct digest *d, struct digest_person *p, date on, const struct config *c)
{
	str reason = text_of(p, "reason");
	struct due_reason r;
	for (size_t i = 0; i < p->days.n; i++)
		if (dated_read(p->days.v[i], &r) && dated_is_yearly(r.reason) &&
			str_eq(reason, str_of(dated_word(r.reason))))
			return on >= (d->today < r.date ? date_add(r.date, c->horizon, -1) : r.date);
	return false;
}

static bool is_quiet(const struct digest *d, struct digest_person *p, const struct state *s, const struct config *c)
{
	date on = s ? state_day(s, p->note.path) : DATE_NONE;
	if (on == DATE_NONE || on > d->today)
		return false;
	return on == d->today || date_add(on, c->quiet, 1) > d->today || is_told(d, p, on, c);
}

/* A birthday within the quiet days: whoever is told of before would not be told of on it. */
static bool waits_for_day(const struct digest *d, const struct digest_person *p, const struct config *c)
{
	struct due_reason r;
	for (size_t i = 0; i < p->days.n && !p->today; i++)
		if (dated_read(p->days.v[i], &r) && dated_is_yearly(r.reason) && r.date > d->today &&
			date_add(d->today, c->quiet, 1) > r.date)
			return true;
	return false;
}

/* Else the first few, if nobody acts, would keep the others from ever being told of. */
static date last_turn(struct digest_person *p, const struct state *s)
{
	date on = s ? state_day(s, p->note.path) : DATE_NONE, last;
	bool since = !date_parse(p->last, &last) || on > last;
	return p->days.n || !since ? DATE_NONE : on;
}

static int by_turn(const void *x, const void *y)
{
	const struct digest_person *a = *(struct digest_person *const *)x, *b = *(struct digest_person *const *)y;
	return (a->turn > b->turn) - (a->turn < b->turn);
}

static void take_places(struct digest *d, long most)
{
	struct digest_person **turns = arena_array(&d->arena, d->n + 1, sizeof *turns);
	for (size_t i = 0; i < d->n; i++)
		turns[i] = d->v[i];
	sorted_sort(turns, d->n, sizeof *turns, by_turn);
	for (size_t i = 0; i < d->n && (long)d->full < most; i++) {
		if (turns[i]->led || turns[i]->waits)
			continue;
		d->full++;
		for (struct digest_person *p = turns[i]; p; p = p->mate)
			p->full = true;
	}
}

/* Who comes twice stands once: where they came first, with what nt-due says of them. */
static void add_person(struct digest *d, struct map *paths, struct digest_person *p)
{
	bool stands = p->note.path.p && !p->note.is_new;
	struct digest_person *there = stands ? map_get(paths, p->note.path) : NULL;
	if (there && (there->why.n || !p->why.n))
		return;
	p->at = there ? there->at : d->n++;
	if (!there)
		d->v = arena_more(&d->arena, d->v, p->at, sizeof *d->v);
	d->v[p->at] = p;
	if (stands)
		map_put(paths, p->note.path, p);
}

void digest_read(struct digest *d, struct stream *s)
{
	struct note n;
	struct map paths = {0};
	while (stream_next(s, &n)) {
		if (!n.path.p && !n.pieces.yaml.p)
			die("standard input holds lines, not notes; use it as: nt-due | nt-remind");
		if (!note_ok(&n))
			continue;
		struct digest_person *p = person_of(d, &n);
		d->judged |= p->why.n > 0;
		if (!d->load.n)
			d->load = text_of(p, "load-why");
		add_person(d, &paths, p);
	}
	map_release(&paths);
}

void digest_cut(struct digest *d, long limit, const struct state *reminded, const struct config *c)
{
	size_t all = d->n;
	d->n = 0;
	for (size_t i = 0; i < all; i++) {
		struct digest_person *p = d->v[i];
		if (is_quiet(d, p, reminded, c)) {
			d->quiet++;
			continue;
		}
		join_mates(d, p);
		p->turn = last_turn(p, reminded);
		p->waits = reminded && waits_for_day(d, p, c);
		d->v[d->n++] = p;
	}
	limit -= reminded ? (long)state_count(reminded, d->today) : 0;
	take_places(d, limit);
}

struct digest_person **digest_rest(struct digest *d)
{
	struct digest_person **rest = arena_array(&d->arena, d->n + 1, sizeof *rest);
	size_t n = 0;
	for (int today = 1; today >= 0; today--)
		for (size_t i = 0; i < d->n; i++)
			if (!d->v[i]->full && !d->v[i]->led && d->v[i]->today == (today == 1))
				rest[n++] = d->v[i];
	return rest;
}

date digest_oldest(const struct digest *d, const struct config *c)
{
	date quiet = date_add(d->today, c->quiet, -1), yearly = date_add(d->today, c->horizon, -1) - DUE_AFTER_MOST;
	return quiet < yearly ? quiet : yearly;
}

str digest_names(struct digest *d, enum reader reader, struct digest_person *p)
{
	struct strs names = {0};
	for (; p; p = p->mate)
		strs_add(&d->arena, &names, sight_name(reader, &p->note));
	return strs_join(&d->arena, names, S(", "));
}

struct strs digest_full_paths(struct digest *d)
{
	struct strs paths = {0};
	for (size_t i = 0; i < d->n; i++)
		if (d->v[i]->full && d->v[i]->note.path.p)
			strs_add(&d->arena, &paths, d->v[i]->note.path);
	return paths;
}

void digest_release(struct digest *d)
{
	arena_release(&d->arena);
}
