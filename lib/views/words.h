/* words: what may be typed as a word of a query, for shells to complete:
 * names and aliases, @lists by file name, tag:x, and the keys of queries.
 * Nothing private is among them. */
#ifndef NT_WORDS_H
#define NT_WORDS_H

#include "note/note.h"

#include <stdio.h>

struct words {
	struct arena arena;
	struct strs v;
};

void words_note(struct words *w, struct note *n); /* those that a note brings */
void words_print(struct words *w, FILE *f);       /* one a line, each once, sorted, with the keys of nt */
void words_release(struct words *w);

#endif
