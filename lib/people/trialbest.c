#include "people/trials.h"

#include "base/sorted.h"
#include "people/trials_parts.h"

static int by_person(const void *tie, const void *person)
{
	return sorted_int(&((const struct circle_tie *)tie)->person, person);
}

/* a is better than b; of equals the one with more outcomes, then the first by path. */
static bool is_better(const struct trials_tag *a, const struct trials_tag *b)
{
	long m = a->sum.worked + a->sum.flopped, n = b->sum.worked + b->sum.flopped;
	long left = (a->sum.worked + 1) * (n + 2), right = (b->sum.worked + 1) * (m + 2);
	if (left != right)
		return left > right;
	return m != n ? m > n : a->technique < b->technique;
}

void trials_find_best(struct trials *t)
{
	t->best = arena_array(&t->arena, t->circles.n + 1, sizeof *t->best);
	for (size_t i = 0; i < t->circles.n; i++)
		t->best[i] = -1;
	for (size_t i = 0; i < t->tag_count; i++) {
		const struct trials_tag *tag = &t->tags[i];
		int *best = &t->best[tag->circle];
		if (tag->sum.worked + tag->sum.flopped < TRIALS_LEAST || tag->sum.worked < tag->sum.flopped)
			continue;
		if (*best < 0 || is_better(tag, &t->tags[*best]))
			*best = (int)i;
	}
}

const struct trials_tag *trials_best(const struct trials *t, int person)
{
	const struct trials_tag *best = NULL;
	size_t n = t->ties ? t->circles.tie_count : 0;
	size_t at = sorted_first(t->ties, n, sizeof *t->ties, &person, by_person);
	for (; at < n && t->ties[at].person == person; at++) {
		int tag = t->best[t->ties[at].circle];
		if (tag >= 0 && (!best || is_better(&t->tags[tag], best)))
			best = &t->tags[tag];
	}
	return best;
}
