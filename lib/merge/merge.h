/* merge: three versions of one note become one, by what they mean: front
 * matter key by key, lists as sets, entries as a union in the log's own order,
 * all else by lines. What one side changed is taken; comments, order, style, line
 * ends, byte-order mark and final newline are those of ours. Where both changed
 * one thing both versions stay, and the conflict is named. If all three are UTF-8
 * without conflict markers and their front matter parses, that of the result does;
 * else they are merged by lines; if one is binary, ours is left and is a conflict. Everything is in the arena. */
#ifndef NT_MERGE_H
#define NT_MERGE_H

#include "merge/sides.h"

/* Whether a conflict is named in words of its own, and quotes nothing of the notes. */
bool merge_quotes_nothing(str conflict);
str merge_notes(struct arena *a, struct merge *m, const str notes[SIDES]);

#endif
