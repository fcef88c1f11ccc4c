/* place: where things lie in the bytes of YAML text, which libyaml does not
 * say: it counts characters, knows line ends that are none elsewhere, and ends
 * a block scalar behind what follows it. The text is valid UTF-8. */
#ifndef NT_PLACE_H
#define NT_PLACE_H

#include "str.h"

struct place {
	size_t chars, at;     /* characters and bytes before it; CRLF is two characters */
	size_t line, line_at; /* its line, from 0, and the offset of that line's first byte */
};

/* Moves on to that many characters from the start, or to the end; returns the offset. */
size_t place_step(str s, struct place *p, size_t chars);
bool place_ascii(str s);
/* The next U+0085, U+2028 or U+2029 from there, or STR_NONE. */
size_t place_odd(str s, size_t from);
/* Of a block scalar, from its indicator to where libyaml ends it: behind its last line, without
 * the line end. Blank lines are text only after the indicator + (keep). */
size_t place_block_end(str scalar, bool keep);

size_t place_line(str s, size_t at);      /* where its line begins */
size_t place_line_end(str s, size_t at);  /* before the line end */
size_t place_next_line(str s, size_t at); /* behind the line end */
size_t place_skip_blanks(str s, size_t at);
size_t place_indent(str s, size_t at); /* blanks that its line begins with */
size_t place_column(str s, size_t at); /* bytes before it in its line */

#endif
