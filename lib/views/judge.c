#include "views/judge.h"

#include "base/sorted.h"
#include <stdlib.h>

#define WORDS_SHOWN 3

static str first_words(struct arena *a, struct strs words)
{
	struct strs shown = {0};
	for (size_t i = 0; i < words.n && shown.n < WORDS_SHOWN; i++)
		if (!strs_has(shown, words.v[i]))
			strs_add(a, &shown, words.v[i]);
	return shown.n ? strs_join(a, shown, S(", ")) : (str){0};
}

void judge_body(struct arena *a, const struct signals_words *words, const struct body *b, judge_visible *visible,
	void *ctx, struct judgement *out)
{
	struct signals s = {.arena = a, .words = words};
	for (size_t i = 0; i < b->count; i++) {
		const struct body_block *k = &b->blocks[i];
		str raw = str_between(b->bytes.p + k->text_at, b->bytes.p + k->text_end);
		if (!k->quoted && raw.n && (!visible || visible(raw, ctx)))
			signals_text(&s, body_text(a, b, k), k);
	}
	out->parts[WEIGHTS_SPECIFIC] = signals_specific(&s);
	out->parts[WEIGHTS_OUTLINE] = signals_outline(&s);
	out->parts[WEIGHTS_HYPE] = signals_hype(&s);
	out->parts[WEIGHTS_VAGUE] = signals_vague(&s);
	out->about[WEIGHTS_HYPE] = first_words(a, s.hypes);
	out->steps = s.steps;
}

long judge_score(const struct judgement *j, const struct weights *w)
{
	long score = 0;
	for (int i = 0; i < WEIGHTS_PARTS; i++)
		score += j->parts[i] * w->v[i];
	return score;
}

const char *judge_verdict(const struct judgement *j, long score)
{
	bool use = j->parts[WEIGHTS_SPECIFIC] || j->parts[WEIGHTS_OUTLINE] || j->parts[WEIGHTS_TRIED];
	return score >= JUDGE_KEEP && use ? "keep" : score >= JUDGE_SKIM ? "skim" : "drop";
}

struct reason {
	int part;
	long weight;
};

static int by_weight(const void *x, const void *y)
{
	const struct reason *a = x, *b = y;
	return (labs(a->weight) < labs(b->weight)) - (labs(a->weight) > labs(b->weight));
}

str judge_reasons(struct arena *a, const struct judgement *j, const struct weights *w, size_t most)
{
	struct reason v[WEIGHTS_PARTS];
	struct strs texts = {0};
	size_t n = 0;
	for (int i = 0; i < WEIGHTS_PARTS; i++)
		if (j->parts[i] && w->v[i])
			v[n++] = (struct reason){i, j->parts[i] * w->v[i]};
	sorted_sort(v, n, sizeof *v, by_weight);
	for (size_t i = 0; i < n && i < most; i++) {
		str about = j->about[v[i].part];
		strs_add(a, &texts,
			arena_printf(a, "%s %+ld%s" FMT "%s", weights_name((enum weights_part)v[i].part), v[i].weight,
				about.n ? " (" : "", ARG(about), about.n ? ")" : ""));
	}
	return n ? strs_join(a, texts, S(", ")) : S("nothing to do in it");
}
