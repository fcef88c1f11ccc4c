/* position: places of a text as LSP 3.17 counts them ("Position", "Text Documents"):
 * lines from 0, which end in LF, CRLF or a lone CR, and in a line UTF-16 code units,
 * or bytes where both sides have agreed on UTF-8. Behind the end of a line is its
 * end; behind the last line the end of the text; within a character its beginning. */
#ifndef NT_POSITION_H
#define NT_POSITION_H

#include "text/lines.h"

enum position_units { UNITS_UTF16, UNITS_UTF8 };

struct position {
	size_t line, character;
};

/* A text that is asked for many places. */
struct positions {
	struct lines lines;
	enum position_units units;
};

size_t position_offset(str text, struct position p, enum position_units units);
struct positions positions_of(struct arena *a, str text, enum position_units units);
struct position position_of(const struct positions *t, size_t offset);

#endif
