/* spelling: which words are keys and kinds of nt, and which look like one
 * misspelt: within one or two letters of it (of a long word), or its plural, or
 * other capitals. */
#ifndef NT_SPELLING_H
#define NT_SPELLING_H

#include "note/note.h"

/* Whether its keys are those of nt: a person, org, group, list, goal, technique or advice. */
bool spelling_apply(struct note *n);
bool spelling_knows(str key); /* it is a key of nt */
str spelling_near(str key);   /* the key of nt that it looks like; absent: it is one, or resembles none */
/* The key that was meant; absent: it is one, or resembles none. */
str spelling_meant(struct note *n, str key);
/* Whether a word is the other one, misspelt or in the plural. */
bool spelling_resembles(str word, str known);
str spelling_kind_meant(struct note *n, str kind);

#endif
