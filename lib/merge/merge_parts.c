#include "merge/merge_parts.h"

void merge_conflict(struct merging *m, str what)
{
	strs_add(m->a, &m->m->conflicts, what);
}

str merge_taken(struct arena *a, struct buf *b)
{
	str text = arena_dup(a, buf_str(b));

	buf_release(b);
	return text;
}
