/* typed: an entry as it is typed, brought into the form in which notes have it:
 * with its day, its box, its direction. What says a day or a box in a way that
 * notes do not have is refused, never taken for text. */
#ifndef NT_TYPED_H
#define NT_TYPED_H

#include "base/diag.h"
#include "text/entry.h"

/* What is said beside the text. */
struct typed {
	date day;  /* it happened then; DATE_NONE: not said */
	bool open; /* a box, due on: */
	date due;  /* or DATE_NONE */
	char dir;  /* '>' or '<'; 0: not said */
	struct entry_marks marks;
};

/* "yesterday call: text" -> "2026-11-23 call: text", "owe: text" -> "[ ] owe: text"; absent, and why, if it is none. */
str typed_entry(struct arena *a, str text, const struct typed *said, struct fault *why);

#endif
