#include "views/statslearn.h"

void statslearn_begin(struct statslearn *l, struct stats *s, struct pick *p)
{
	*l = (struct statslearn){.stats = s, .pick = p};
	trials_begin(&l->trials, s->reader);
	goal_begin(&l->goals, p, s->reader, false);
}

static void keep_advice(struct statslearn *l, struct note *n)
{
	const struct links *links = note_links(n);
	struct arena *keep = &l->stats->arena;
	struct statslearn_advice found = {arena_array(keep, links->n + 1, sizeof(int)), 0};
	for (size_t i = 0; i < links->n; i++) {
		size_t at = (size_t)(links->v[i].raw.p - n->bytes.p);
		int id = names_link(&l->pick->people->names, n->arena, &links->v[i], n->path);
		if (id >= 0 && at < n->bytes.n && sight_at(l->stats->reader, n, at))
			found.techniques[found.n++] = id;
	}
	l->advice = arena_more(keep, l->advice, l->advice_count, sizeof *l->advice);
	l->advice[l->advice_count++] = found;
}

void statslearn_note(struct statslearn *l, struct note *n, int id)
{
	if (id < 0)
		return;
	trials_note(&l->trials, n, id);
	goal_keep(&l->goals, n);
	if (note_is(n, "advice") && !due_over(n))
		keep_advice(l, n);
}

static bool is_done(const struct statslearn *l, const struct statslearn_advice *advice, date by)
{
	for (size_t i = 0; i < advice->n; i++) {
		const struct trials_technique *t = trials_find(&l->trials, advice->techniques[i]);
		if (t && t->first <= by && t->sum.worked + t->sum.flopped + t->sum.pending)
			return true;
	}
	return false;
}

static long *of_periods(const struct statslearn *l, bool there)
{
	return there ? arena_array(&l->stats->arena, l->stats->n, sizeof(long)) : NULL;
}

static void count_learning(struct statslearn *l, size_t i)
{
	const struct stats_period *p = &l->stats->v[i];
	if (l->tried)
		l->tried[i] = trials_between(&l->trials, p->first, p->last);
	for (size_t k = 0; k < l->advice_count; k++) {
		l->read[i]++;
		l->doing[i] += is_done(l, &l->advice[k], p->last);
	}
}

static void count_goals(struct statslearn *l, size_t i)
{
	const struct stats_period *p = &l->stats->v[i];
	for (size_t k = 0; k < l->goals.n; k++) {
		const struct goal_row *row = &l->goals.v[k];
		l->open[i] += goals_open(row->goal, p->last);
		for (long day = 0; l->counted[k] && day < row->done; day++)
			l->counted[k][i] += row->days[day] >= p->first && row->days[day] <= p->last;
	}
}

void statslearn_end(struct statslearn *l)
{
	trials_end(&l->trials, l->pick->people);
	goal_count(&l->goals);
	l->tried = of_periods(l, l->trials.n);
	l->read = of_periods(l, l->advice_count);
	l->doing = of_periods(l, l->advice_count);
	l->open = of_periods(l, l->goals.n);
	l->counted = arena_array(&l->stats->arena, l->goals.n + 1, sizeof(long *));
	for (size_t k = 0; k < l->goals.n; k++)
		l->counted[k] = of_periods(l, l->goals.v[k].goal->entries);
	for (size_t i = 0; i < l->stats->n; i++) {
		count_learning(l, i);
		count_goals(l, i);
	}
}

void statslearn_release(struct statslearn *l)
{
	trials_release(&l->trials);
	goal_release(&l->goals);
}
