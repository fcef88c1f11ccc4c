/* diff: which lines of one text are not in another, by align, and the unified
 * form that patch(1) and git apply take. Lines end in LF. What is printed is
 * always right, if not always the least. */
#ifndef NT_DIFF_H
#define NT_DIFF_H

#include "base/arena.h"
#include "base/buf.h"
#include <stdio.h>

/* A run of lines that goes and one that comes in its place; numbers of lines from 0. */
struct diff_hunk {
	size_t old, old_n, new, new_n;
};

struct diff {
	struct diff_hunk *v;
	size_t n;
	struct strs old, new; /* the lines, with their line ends */
};

struct diff diff_lines(struct arena *a, str before, str after);
/* With three lines around; nothing when the texts are equal. Paths relative to where the patch is applied;
 * before absent: a new file; after absent: it goes; from, if it is another path: renamed. */
void diff_unified(struct buf *out, str from, str path, str before, str after);
/* The same, but printing the lines of other texts, which have as many. */
void diff_unified_as(
	struct buf *out, str from, str path, str before, str after, str shown_before, str shown_after);
/* As it is; on a terminal with nothing that drives it, and styled if color. */
void diff_print(FILE *f, str patch, bool terminal, bool color);

#endif
