/* edit: byte-exact changes of one note's front matter. Each takes the bytes of
 * a whole note and gives the bytes after (in the arena), or an absent slice and
 * the reason. One edit is one splice: the result is parsed again, and unless the
 * edited key reads as asked and every other key, their order and the body are
 * what they were, the edit is refused. New text takes the style of what stands
 * beside it: quoting, list style, indent, line ends. A note without front matter gets one.
 * A key may be the word of an item that the note has, "- Birthday": text/items changes that one. */
#ifndef NT_EDIT_H
#define NT_EDIT_H

#include "text/fences.h"
#include "text/front.h"

/* key may be "address.city". Text that is already so gives the note unchanged. */
str edit_set(struct arena *a, str note, str key, str text, struct fault *why);
str edit_set_list(struct arena *a, str note, str key, struct strs items, struct fault *why);
/* Any value, as it is read from another note, under the names of its path: none of them is split at dots. */
str edit_put(struct arena *a, str note, struct strs path, const struct value *v, struct fault *why);
str edit_add(struct arena *a, str note, str key, str item, struct fault *why);  /* makes a list of a text */
str edit_take(struct arena *a, str note, str key, str item, struct fault *why); /* the item that reads so */
str edit_unset(struct arena *a, str note, str key, struct fault *why);

#endif
