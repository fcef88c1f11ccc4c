/* judge: a text of advice weighed: its parts, their weights, the reasons. What is
 * asked of the text alone is here; what a book knows of it is added by advice. */
#ifndef NT_JUDGE_H
#define NT_JUDGE_H

#include "note/config.h"
#include "views/signals.h"

#define JUDGE_KEEP 4 /* from this score on */
#define JUDGE_SKIM 0

struct judgement {
	int parts[WEIGHTS_PARTS];
	str about[WEIGHTS_PARTS]; /* behind the part in the reasons; absent: nothing */
	struct strs steps;
};

/* Blocks of a body, those that visible (NULL: all) lets through; quotes are somebody else's. In a. */
typedef bool judge_visible(str part, void *ctx);
void judge_body(struct arena *a, const struct signals_words *words, const struct body *b, judge_visible *visible,
	void *ctx, struct judgement *out);
long judge_score(const struct judgement *j, const struct weights *w);
/* keep, skim, drop. What gives nothing to do, and led to nothing that was tried, is skimmed at best. */
const char *judge_verdict(const struct judgement *j, long score);
/* "specific +10, hype -4 (secret, 10x)", the heaviest first, no more than so many. */
str judge_reasons(struct arena *a, const struct judgement *j, const struct weights *w, size_t most);

#endif
