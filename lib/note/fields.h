/* fields: all that a note says in fields, each once and under our name: the keys of
 * its front matter and the items of its body, by the book's map. In the note's arena. */
#ifndef NT_FIELDS_H
#define NT_FIELDS_H

#include "note/note.h"

struct fields {
	struct field_said {
		str name;                  /* ours, or the vault's own */
		str key;                   /* of the note, where it stands first */
		const struct value *value; /* as note_field gives it */
	} * v;
	size_t n;
};

struct fields fields_of(struct note *n);

#endif
