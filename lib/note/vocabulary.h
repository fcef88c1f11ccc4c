/* vocabulary: the fields of a note whose values have a form, and whether a text is
 * one of them; nt-note(5). All other fields take any text. */
#ifndef NT_VOCABULARY_H
#define NT_VOCABULARY_H

#include "base/arena.h"

struct vocabulary {
	const char *field;
	/* Also brings the value into the form in which it is written: +2w -> 2026-12-08 */
	bool (*is)(struct arena *a, str *value);
	const char *allowed; /* for a message: not a ... */
	bool many;           /* may be a list or a map of such values */
};

const struct vocabulary *vocabulary_typed(str field); /* NULL: it has no type */

#endif
