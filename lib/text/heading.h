/* heading: what a heading says to a reader: without emphasis, code marks, links'
 * targets, HTML tags, footnotes and attributes, characters that are not seen, and
 * what stands around it: punctuation, hashes, emoji. Case does not count. Names of
 * headings are compared so: Log, Career, those that are private. */
#ifndef NT_HEADING_H
#define NT_HEADING_H

#include "base/arena.h"

str heading_word(struct arena *a, str text); /* "[[Private]]: **notes**" -> "private: notes" */
bool heading_among(struct arena *a, struct strs names, str word); /* word: as heading_word gives it */

#endif
