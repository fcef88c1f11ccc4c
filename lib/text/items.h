/* items: fields that stand in the body, "- Birthday: 04-27" in the list that a
 * note begins with, up to its first section. The word of one is "- Birthday";
 * edit takes it as a key where the note has it. A change keeps all other bytes. */
#ifndef NT_ITEMS_H
#define NT_ITEMS_H

#include "text/fences.h"
#include "text/front.h"

bool items_is(str word); /* of an item: no key */
/* A map, each item under its word, several under the same one too; NULL: there are none. One that says nothing yet is
 * null. Bytes count as those of the front matter do, from where the YAML text begins, or in a note without it. */
const struct value *items_read(struct arena *a, str note, const struct fences *p);
/* What the items of that word say: the one, or a list of those that are several. NULL: nothing. */
const struct value *items_get(struct arena *a, const struct value *items, str word);
bool items_has(str note, str word);
/* The items of that word say these texts then, one each: none of them, and they go. */
str items_put(struct arena *a, str note, str word, struct strs texts, struct fault *why);
str items_add(struct arena *a, str note, str word, str text, struct fault *why);
str items_take(struct arena *a, str note, str word, str text, struct fault *why);

#endif
