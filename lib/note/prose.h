/* prose: what a note says of somebody in its own words, as a card has it in NOTE: the text
 * above the first section, without the title, entries and what is nested in them, and HTML.
 * A body that an import made of a NOTE is that again. */
#ifndef NT_PROSE_H
#define NT_PROSE_H

#include "note/sight.h"

/* As it stands, with LF, and what is escaped at the beginning of lines as the text that it is; empty: there is none,
 * or r may not see it (the word for it is "note"). In the note's arena. */
str prose_of(struct note *n, enum reader r);

#endif
