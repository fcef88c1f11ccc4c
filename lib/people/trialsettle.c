#include "people/trials.h"

#include "base/sorted.h"
#include "people/trials_parts.h"

static int compare(int a, int b)
{
	return (a > b) - (a < b);
}

static int by_time(const void *x, const void *y)
{
	const struct trials_answer *a = x, *b = y;
	int order = compare(a->person, b->person);
	if (!order)
		order = compare(a->date, b->date);
	if (!order)
		order = compare(a->note, b->note);
	return order ? order : compare(a->order, b->order);
}

/* The answers of one person on one day are equal. */
static int by_day(const void *x, const void *y)
{
	const struct trials_answer *a = x, *b = y;
	int order = compare(a->person, b->person);
	return order ? order : compare(a->date, b->date);
}

static int by_technique(const void *x, const void *y)
{
	const struct trial *a = x, *b = y;
	int order = compare(a->technique, b->technique);
	if (!order)
		order = compare(a->person, b->person);
	return order ? order : compare(a->date, b->date);
}

static int by_whom(const void *x, const void *y)
{
	const struct trial *a = x, *b = y;
	int order = compare(a->technique, b->technique);
	return order ? order : compare(a->person, b->person);
}

struct ids {
	int *v;
	size_t n;
};

static void add_id(struct arena *a, struct ids *list, int id)
{
	list->v = arena_more(a, list->v, list->n, sizeof *list->v);
	list->v[list->n++] = id;
}

static struct ids each_once(struct ids list)
{
	list.n = list.v ? sorted_unique(list.v, list.n, sizeof *list.v, sorted_int) : 0;
	return list;
}

/* Techniques by their place in trials, each once. */
static struct ids techniques_of(const struct trials *t, struct arena *a, size_t first, size_t n)
{
	struct ids list = {0};
	for (size_t i = first; i < first + n; i++)
		if (t->links[i]->id >= 0 && t->technique_of[t->links[i]->id] >= 0)
			add_id(a, &list, t->technique_of[t->links[i]->id]);
	return each_once(list);
}

/* Whose an entry is; oneself is nobody. */
static struct ids people_of(
	const struct trials *t, struct arena *a, const struct people *p, const struct trials_said *s)
{
	struct ids list = {0};
	if (s->person && s->note != p->me)
		add_id(a, &list, s->note);
	for (size_t i = s->first; !s->person && i < s->first + s->n; i++) {
		int id = t->links[i]->id;
		if (people_is_person(p, id) && id != p->me)
			add_id(a, &list, id);
	}
	return each_once(list);
}

static void add_trial(struct trials *t, struct trial trial)
{
	t->trials = arena_more(&t->arena, t->trials, t->trial_count, sizeof *t->trials);
	t->trials[t->trial_count++] = trial;
}

static void take_said(struct trials *t, struct arena *a, const struct people *p, const struct trials_said *s)
{
	struct ids people = people_of(t, a, p, s), techniques = techniques_of(t, a, s->first, s->n);
	if (s->own) {
		add_id(a, &techniques, t->technique_of[s->note]);
		techniques = each_once(techniques);
	}
	for (size_t i = 0; s->answers && i < people.n; i++) {
		t->answers = arena_more(&t->arena, t->answers, t->answer_count, sizeof *t->answers);
		t->answers[t->answer_count++] = (struct trials_answer){people.v[i], s->date, s->note, s->order};
	}
	for (size_t i = 0; i < techniques.n; i++) {
		struct trial trial = {techniques.v[i], -1, s->date, s->note, s->order, s->fate};
		if (!people.n)
			add_trial(t, trial);
		for (size_t k = 0; k < people.n; k++) {
			trial.person = people.v[k];
			add_trial(t, trial);
		}
	}
}

/* They came back: on a later day, or later on that day. */
static bool is_answered(const struct trials *t, const struct trial *trial)
{
	const struct trials_answer *v = t->answers;
	struct trials_answer day = {.person = trial->person, .date = trial->date};
	size_t first = sorted_first(v, t->answer_count, sizeof *v, &day, by_day);
	size_t end = sorted_end(v, t->answer_count, sizeof *v, &day, by_day);
	if (end < t->answer_count && v[end].person == trial->person && v[end].date <= trial->date + TRIALS_DAYS)
		return true;
	if (first == end)
		return false;
	return v[first].note != trial->note || v[end - 1].note != trial->note || v[end - 1].order > trial->order;
}

/* Whom it brought: the first trial with them has worked; there is none, then this is one. */
static void take_how(
	struct trials *t, struct arena *a, const struct people *p, const struct trials_how *how, size_t sorted)
{
	struct ids techniques = techniques_of(t, a, how->first, how->n);
	for (size_t i = 0; how->person != p->me && i < techniques.n; i++) {
		struct trial trial = {techniques.v[i], how->person, how->met, how->person, 0, TRIAL_WORKED};
		size_t at = sorted_first(t->trials, sorted, sizeof *t->trials, &trial, by_whom);
		if (at < sorted && by_whom(&t->trials[at], &trial) == 0)
			t->trials[at].fate = TRIAL_WORKED;
		else
			add_trial(t, trial);
	}
}

static void count(const struct trials *t, struct trials_sum *sum, const struct trial *trial)
{
	if (trial->fate == TRIAL_WORKED)
		sum->worked++;
	else if (trial->fate == TRIAL_OPEN && t->today - trial->date < TRIALS_DAYS)
		sum->pending++;
	else
		sum->flopped++;
}

static int by_tag(const void *x, const void *y)
{
	const struct trials_tag *a = x, *b = y;
	int order = compare(a->technique, b->technique);
	return order ? order : compare(a->circle, b->circle);
}

/* For a reader: of one technique the tag with most outcomes first. */
static int by_outcomes(const void *x, const void *y)
{
	const struct trials_tag *a = x, *b = y;
	int order = compare(a->technique, b->technique);
	if (!order)
		order = compare(b->sum.worked + b->sum.flopped, a->sum.worked + a->sum.flopped);
	return order ? order : compare(a->circle, b->circle);
}

static int by_person(const void *x, const void *y)
{
	const struct circle_tie *a = x, *b = y;
	int order = compare(a->person, b->person);
	return order ? order : compare(a->circle, b->circle);
}

static int of_person(const void *tie, const void *person)
{
	return sorted_int(&((const struct circle_tie *)tie)->person, person);
}

static void count_tags(struct trials *t, const struct trial *trial)
{
	size_t n = t->circles.tie_count, at = sorted_first(t->ties, n, sizeof *t->ties, &trial->person, of_person);
	for (; at < n && t->ties[at].person == trial->person; at++) {
		t->tags = arena_more(&t->arena, t->tags, t->tag_count, sizeof *t->tags);
		struct trials_tag *tag = &t->tags[t->tag_count++];
		*tag = (struct trials_tag){.technique = trial->technique, .circle = t->ties[at].circle};
		count(t, &tag->sum, trial);
	}
}

static void join_tags(struct trials *t)
{
	size_t kept = 0;
	sorted_sort(t->tags, t->tag_count, sizeof *t->tags, by_tag);
	for (size_t i = 0; i < t->tag_count; i++) {
		if (!kept || by_tag(&t->tags[i], &t->tags[kept - 1])) {
			t->tags[kept++] = t->tags[i];
			continue;
		}
		struct trials_sum *sum = &t->tags[kept - 1].sum;
		sum->worked += t->tags[i].sum.worked;
		sum->flopped += t->tags[i].sum.flopped;
		sum->pending += t->tags[i].sum.pending;
	}
	t->tag_count = kept;
	sorted_sort(t->tags, kept, sizeof *t->tags, by_outcomes);
}

static void sum_all(struct trials *t)
{
	t->all = (long)t->trial_count;
	for (size_t i = 0; i < t->trial_count; i++) {
		const struct trial *trial = &t->trials[i];
		struct trials_technique *of = &t->v[trial->technique];
		if (trial->date < of->first || !(of->sum.worked + of->sum.flopped + of->sum.pending))
			of->first = trial->date;
		count(t, &of->sum, trial);
		if (trial->date > of->last)
			of->last = trial->date;
		count_tags(t, trial);
	}
	join_tags(t);
}

static void resolve(struct trials *t, struct arena *a, const struct people *p)
{
	t->technique_of = arena_array(&t->arena, p->names.paths.n + 1, sizeof *t->technique_of);
	for (size_t i = 0; i < p->names.paths.n; i++)
		t->technique_of[i] = -1;
	for (size_t i = 0; i < t->n; i++)
		t->technique_of[t->v[i].id] = (int)i;
	for (size_t i = 0; i < t->link_count; i++) {
		struct trials_link *l = t->links[i];
		if (l->id != NAMES_NONE)
			continue;
		arena_reset(a);
		l->id = names_link(&p->names, a, &l->link, p->names.paths.v[l->from]);
		if (l->id == NAMES_NONE)
			l->id = NAMES_AMBIGUOUS; /* asked once */
	}
}

static void settle_people(struct trials *t, const struct people *p)
{
	circles_end(&t->circles, p, NULL);
	t->ties = arena_array(&t->arena, t->circles.tie_count, sizeof *t->ties);
	for (size_t i = 0; i < t->circles.tie_count; i++)
		t->ties[i] = t->circles.ties[i];
	sorted_sort(t->ties, t->circles.tie_count, sizeof *t->ties, by_person);
	sorted_sort(t->answers, t->answer_count, sizeof *t->answers, by_time);
}

void trials_end(struct trials *t, const struct people *p)
{
	struct arena a = {0};
	if (!t->n)
		return;
	resolve(t, &a, p);
	for (size_t i = 0; i < t->said_count; i++) {
		arena_reset(&a);
		take_said(t, &a, p, &t->said[i]);
	}
	settle_people(t, p);
	for (size_t i = 0; i < t->trial_count; i++)
		if (t->trials[i].person >= 0 && t->trials[i].fate == TRIAL_OPEN && is_answered(t, &t->trials[i]))
			t->trials[i].fate = TRIAL_WORKED;
	sorted_sort(t->trials, t->trial_count, sizeof *t->trials, by_technique);
	size_t sorted = t->trial_count;
	for (size_t i = 0; i < t->how_count; i++)
		take_how(t, &a, p, &t->hows[i], sorted);
	sum_all(t);
	trials_find_best(t);
	arena_release(&a);
}

long trials_between(const struct trials *t, date first, date last)
{
	long n = 0;
	for (size_t i = 0; i < t->trial_count; i++)
		n += t->trials[i].date >= first && t->trials[i].date <= last;
	return n;
}

struct rereading {
	struct trials *trials;
	const struct people *people;
};

static bool again(struct note *n, void *ctx)
{
	struct rereading *r = ctx;
	int id = note_ok(n) ? people_id(r->people, n) : NAMES_NONE;
	if (id >= 0)
		trials_note(r->trials, n, id);
	return true;
}

void trials_read(struct trials *t, struct book *b, const struct people *p)
{
	struct rereading r = {t, p};
	struct book_walk w = {.visit = again, .ctx = &r};
	book_walk(b, &w);
	trials_end(t, p);
}
