#include "merge/merge_parts.h"

void merge_conflict(struct merging *m, str what)
{
	strs_add(m->a, &m->m->conflicts, what);
}

const char *merge_label(const struct merging *m, enum merge_side s)
{
	return (s == OURS) == m->m->swapped ? "theirs" : "ours";
}
