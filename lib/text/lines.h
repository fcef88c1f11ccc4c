/* lines: the lines of a Markdown text, and what one of them is by itself:
 * indent, quote marks, a list marker, a heading. What it is among
 * the lines around it (in code, say) only libcmark knows. Lines are counted
 * from 1, end in LF, CRLF or a lone CR, and are given without that end. */
#ifndef NT_LINES_H
#define NT_LINES_H

#include "base/arena.h"
#include <stdint.h>

struct lines {
	str bytes;
	uint32_t *starts; /* where line n + 1 starts; behind the last one the size */
	size_t n;
};

struct lines lines_split(struct arena *a, str bytes, size_t from); /* the first line starts there */
str lines_get(const struct lines *l, size_t n);

/* Behind the indent, and the quote marks if it is a line of a quote. */
str lines_skip_indent(str line, bool quoted);
str lines_trim_end(str line); /* without blanks at its end */
size_t lines_columns(str s);  /* how wide it is: tabs reach to the next multiple of four */

static inline bool lines_is_bullet(char c)
{
	return c == '-' || c == '+' || c == '*';
}

size_t lines_marker(str s);     /* the length of the list marker or quote mark that s begins with, 0: none */
size_t lines_heading(str s);    /* the level of the heading "# ..." that s is, 0: none */
str lines_heading_text(str s);  /* of such a heading, without its marks at both ends */
bool lines_is_underline(str s); /* === or ---, of a heading or not */

#endif
