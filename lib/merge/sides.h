/* sides: the three versions of a note, what a merge is told and what it tells. */
#ifndef NT_SIDES_H
#define NT_SIDES_H

#include "text/entries.h"

#define MERGE_MARKER 7

enum merge_side { BASE, OURS, THEIRS, SIDES };

struct merge {
	const struct entry_rules *rules;
	size_t marker; /* how long the conflict markers are; 0: MERGE_MARKER */
	bool swapped;  /* as git rebase has it: theirs are the notes of whom the result is for, and called ours */
	struct strs conflicts; /* out: what both changed: a key, a line of text */
};

#endif
