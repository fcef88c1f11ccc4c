/* mapped: the book's map at work on one note: what stands under the vault's words
 * for a field of ours, nt-note(5). A word may hold one *, for any label:
 * "EMAIL[*]"; a part of an address has a dotted name: address.city, or with the
 * label address.*.city. What several words give to a field that takes several
 * values is gathered into one value, of copies in the arena; each names its word. */
#ifndef NT_MAPPED_H
#define NT_MAPPED_H

#include "note/config.h"

/* The field's value; the vault's words come before ours, and where a field has one value, ours before an item of the
 * body. items: of text/items, or NULL. NULL: absent. */
const struct value *mapped_get(
	struct arena *a, const struct config_pairs *map, const struct front *f, const struct value *items, str field);
/* Some of its words are for the labels or the parts of the field: EMAIL[*], ADR[*].STREET. */
bool mapped_has_below(const struct config_pairs *map, str field);
bool mapped_has_items(const struct config_pairs *map); /* some of its words are items */
/* Whether a word of the map means that key; *label: what its * stands for, else absent. */
bool mapped_means(str word, str key, str *label);
/* The key under which the field stands in the note, or would be written: with a dot in its name never below another;
 * or the word of an item. */
str mapped_key(
	struct arena *a, const struct config_pairs *map, const struct front *f, const struct value *items, str field);
/* Our name for a key of the vault, "address.home.city" with its label; absent: the map has none. */
str mapped_field(struct arena *a, const struct config_pairs *map, str key);

#endif
