/* definition: [label]: target "title" of a Markdown text, and what [text][label],
 * [label][] and [label] mean by it. Labels compare without case, runs of blanks
 * as one; of two definitions the first holds. [^1]: is a footnote, not one of these. */
#ifndef NT_DEFINITION_H
#define NT_DEFINITION_H

#include "text/lines.h"

struct definition {
	str label;  /* as it is written */
	str target; /* as it is written, without <> */
	str key;    /* the label as it is compared (arena) */
};

struct definitions {
	struct definition *v; /* as they stand */
	size_t n;
	const struct definition **by_key; /* sorted */
};

/* The one that s begins with, which may have several lines; length: with its last line's end. False: it is none.
 * quoted: further lines begin with quote marks. */
bool definition_read(str s, bool quoted, struct definition *out, size_t *length);
/* Behind the label, in brackets, that stands at `at`; 0: there is none. */
size_t definition_label(str s, size_t at);
/* Those of the lines that are not yet known to be something else: other[n] says it of line n. */
void definitions_find(struct arena *a, const struct lines *l, const bool *other, struct definitions *out);
const struct definition *definitions_get(const struct definitions *d, struct arena *scratch, str label); /* or NULL */

#endif
