/* yamlplace: where things lie in the bytes of YAML text, which libyaml does not
 * say: it counts characters, knows line ends that are none elsewhere, and ends
 * a block scalar behind what follows it. The text is valid UTF-8. */
#ifndef NT_YAMLPLACE_H
#define NT_YAMLPLACE_H

#include "base/str.h"

struct yamlplace {
	size_t chars, at;     /* characters and bytes before it; CRLF is two characters */
	size_t line, line_at; /* its line, from 0, and the offset of that line's first byte */
};

/* Moves on to that many characters from the start, or to the end; returns the offset. */
size_t yamlplace_step(str s, struct yamlplace *p, size_t chars);
bool yamlplace_ascii(str s);
/* The next U+0085, U+2028 or U+2029 from there, or STR_NONE. */
size_t yamlplace_odd(str s, size_t from);
/* Of a block scalar, from its indicator to where libyaml ends it: behind its last line, without
 * the line end. Blank lines are text only after the indicator + (keep). */
size_t yamlplace_block_end(str scalar, bool keep);

size_t yamlplace_line(str s, size_t at);      /* where its line begins */
size_t yamlplace_line_end(str s, size_t at);  /* before the line end */
size_t yamlplace_next_line(str s, size_t at); /* behind the line end */
size_t yamlplace_skip_blanks(str s, size_t at);
size_t yamlplace_indent(str s, size_t at); /* blanks that its line begins with */
size_t yamlplace_column(str s, size_t at); /* bytes before it in its line */

#endif
