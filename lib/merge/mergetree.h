/* mergetree: three trees of front matter become one; the bytes are mergefront's. */
#ifndef NT_MERGETREE_H
#define NT_MERGETREE_H

#include "base/map.h"
#include "merge/sides.h"
#include "text/value.h"

enum verdict {
	KEEP_OURS,
	KEEP_THEIRS,
	DROP,        /* removed by one, left alone by the other */
	MERGE_LIST,  /* both changed it, as a set */
	MERGE_MAP,   /* key by key */
	MERGE_WORDS, /* tags as "a, b" */
	CONFLICT
};

/* A key's value in each side, NULL where it has none. */
struct merge_versions {
	const struct value *v[SIDES];
};

enum verdict tree_judge(struct merge_versions x);
/* Items of the merged list: of ours first, then what theirs added. */
struct value_items {
	const struct value **v;
	size_t n, ours;
} tree_items(struct arena *a, struct merge_versions x);
str tree_words(struct arena *a, struct merge_versions x);
/* The value that the key has to have then, NULL: none. Counts conflicts. */
struct value *tree_merge(struct arena *a, struct merge_versions x, size_t *conflicts);
struct value *tree_maps(struct arena *a, struct merge_versions x, size_t *conflicts); /* of three maps */
struct map tree_keys(const struct value *map);                                  /* key -> value; release it */
str tree_key(struct arena *a, const struct value *v, bool flow);
str tree_inline(struct arena *a, const struct value *v, bool flow); /* on one line */

#endif
