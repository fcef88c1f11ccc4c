/* joinput: a join at work, and how it writes: paths are names of fields as we call them, and what comes stands under
 * the keys that the note uses. All lives in the arena of ours. */
#ifndef NT_JOINPUT_H
#define NT_JOINPUT_H

#include "base/diag.h"
#include "change/joined.h"

struct join_fill {
	struct note *ours, *theirs;
	struct arena *a;
	str country; /* of ours: of phones that name none */
	struct joined *out;
	const struct value *said; /* by the source, last time: a map, or NULL */
	bool keeps;               /* what ours says stays, from: too */
};

const struct value *join_child(const struct value *v, str key);          /* NULL: none, or null */
void join_take(struct join_fill *f, str bytes, const struct fault *why); /* absent bytes: why is told */
void join_add(struct join_fill *f, struct strs path, str item);
void join_put(struct join_fill *f, struct strs path, const struct value *v);
void join_unset(struct join_fill *f, struct strs path);
/* What is left to a person. */
void join_tell(struct join_fill *f, struct strs path, struct strs ours, struct strs theirs);
str join_label(struct join_fill *f, const struct value *v, str text); /* that of a text in a map; absent: none */
/* The path below whole of that label, where the vault has a key for it; else path. */
struct strs join_labelled(struct join_fill *f, struct strs whole, struct strs path, str label);

#endif
