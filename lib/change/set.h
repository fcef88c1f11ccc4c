/* set: settings as operands, key=value, key+=value, key-=value, key=, and what
 * they make of a note. The value of a field that has a type is checked and a
 * date written as ISO before any note is looked at; the key is the vault's own
 * word where the book's map has one. A list stays a list and a text a text. */
#ifndef NT_SET_H
#define NT_SET_H

#include "note/config.h"

struct set_setting {
	str key;            /* as typed: address.city */
	str field;          /* what nt calls it: tags for tag, cadence for the vault's word for it */
	char op;            /* = + - */
	struct strs values; /* of = none: the key goes */
};

/* Whether an operand begins as a setting does: a letter, then letters, digits, - _ . and then = += or -= */
bool set_is(str operand);
/* Of an operand that is one. False: why says what is allowed. */
bool set_parse(struct arena *a, const struct config *c, str operand, struct set_setting *out, struct fault *why);
/* The note's bytes, of that kind, after all of them (the same if it is so already), in the arena; absent and why: one
 * cannot be done, or is wrong in a note of the kind that it then has. */
str set_apply(struct arena *a, const struct config *c, str kind, str note, const struct set_setting *v, size_t n,
	struct fault *why);

#endif
