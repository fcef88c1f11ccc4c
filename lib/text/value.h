/* value: trees of values that are not read but made, for edits. Values live in
 * the arena; what a tree holds is linked, not copied. */
#ifndef NT_VALUE_H
#define NT_VALUE_H

#include "text/front.h"

struct value *value_new(struct arena *a, enum value_kind kind, str text, char style);
struct value *value_child(struct value *map, str key); /* the first of that key, or NULL */
void value_append(struct value *into, struct value *v);
void value_put(struct value *map, str key, struct value *v);      /* under that key, behind the others */
struct value *value_copy(struct arena *a, const struct value *v); /* alone: its tree is new, its texts are the same */
void value_unlink(struct value *from, const struct value *v);
bool value_same(const struct value *a, const struct value *b); /* in keys, kinds, texts and order, not in style */
void value_form(struct buf *out, const struct value *v);       /* what it says, without its style: for comparing */
/* What it says as JSON, under that key of a record (base/record): scalars are strings. shows: NULL, or which parts. */
void value_record(
	struct buf *out, str key, const struct value *v, bool (*shows)(void *ctx, const struct value *part), void *ctx);
bool value_holds(const struct value *list, struct strs texts); /* these and no others, in that order */

#endif
