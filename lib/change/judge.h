/* judge: whether a known note can be the one that a new one is about, by what s says of the new one. */
#ifndef NT_JUDGE_H
#define NT_JUDGE_H

#include "change/known.h"

typedef bool judge_fn(const struct known *k, struct note *n, const struct sayings *s, int id);

judge_fn judge_kind;        /* it is of the same kind */
judge_fn judge_uids_differ; /* a source of both knows them by different uids */
judge_fn judge_born_apart;  /* both say a birthday, and not the same */
judge_fn judge_is_another;  /* not the same, whatever else they share */
judge_fn judge_may_be;      /* of its kind, and nothing says that it is another */
struct strs judge_those(    /* of the paths those that pass, in n's arena */
	const struct known *k, struct note *n, const struct sayings *s, struct strs paths, judge_fn *judge);

#endif
