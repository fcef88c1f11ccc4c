/* joinsame: whether a note says already what comes; texts compare as sayings_form has them. */
#ifndef NT_JOINSAME_H
#define NT_JOINSAME_H

#include "change/joinput.h"

struct strs join_items(struct arena *a, str key, struct strs texts); /* tags are split */
struct strs join_texts(struct arena *a, str key, const struct value *v);
bool join_holds(struct join_fill *f, str key, struct strs texts, str text);
bool join_holds_all(struct join_fill *f, str key, struct strs texts, struct strs wanted);
bool join_same(struct join_fill *f, str key, const struct value *x, const struct value *y);
/* *more: theirs knows more of the date. */
bool join_dates_agree(str key, const struct value *x, const struct value *y, bool *more);
bool join_is_suffixed(struct join_fill *f, str x, str y); /* Sam, and Sam, PhD */
/* Addresses: a map of parts, or addresses under labels. */
bool join_has_parts(const struct value *v);
bool join_is_mixed(struct join_fill *f, struct strs path, const struct value *ours, const struct value *theirs);
bool join_has_address(struct join_fill *f, const struct value *labelled, const struct value *address);
struct value *join_under_labels(struct join_fill *f, const struct value *ours, const struct value *theirs);
bool join_in_address(struct join_fill *f, str key, const struct value *theirs); /* the city of one that ours has */
bool join_is_beside(struct join_fill *f, str key, const struct value *theirs);

#endif
