/* splice: the one run of bytes that an edit replaces in YAML text, and what it
 * puts there, in the style of what stands beside it. Positions are those that
 * front_parse gave. The caller parses the result again: a splice is a proposal.
 * at == STR_NONE: there is no place that this module knows how to write to. */
#ifndef NT_SPLICE_H
#define NT_SPLICE_H

#include "text/front.h"

struct splice {
	size_t at, end;
	str text;
};

/* How new text is to look. A wanted value carries its own style: of texts ' " | or 0, of lists and maps [ { or 0. */
struct splice_layout {
	struct arena *a;
	str yaml;
	str eol;       /* where no line beside has one */
	size_t indent; /* of list items, against their key */
	size_t gap;    /* blanks behind a dash */
};

/* The first block list in the tree that has items, or NULL; *flow is set if there is one in flow style. */
const struct value *splice_sample(const struct value *v, bool *flow);
/* list: the block list to look like, or NULL for what is usual */
struct splice_layout splice_layout(struct arena *a, str yaml, str eol, const struct value *list);
/* want in the place of old, which stands in map */
struct splice splice_value(
	const struct splice_layout *l, const struct value *map, const struct value *old, const struct value *want);
/* want (with its key) behind all that the list or map holds; a block map may be empty at the end of the text */
struct splice splice_insert(const struct splice_layout *l, const struct value *into, const struct value *want);
/* the item with its lines and the comments that are indented below it */
struct splice splice_remove(const struct splice_layout *l, const struct value *from, const struct value *item);

#endif
