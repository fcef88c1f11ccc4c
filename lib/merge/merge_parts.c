#include "merge/merge_parts.h"

void merge_conflict(struct merging *m, str what)
{
	strs_add(m->a, &m->m->conflicts, what);
}
