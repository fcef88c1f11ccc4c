/* alsocalled: what a note is called besides, once another is joined with it: the
 * other's name and aliases. Links to its file are rewritten, so the file name is
 * an alias only if it says a word that no name has, or if links by it may be left. */
#ifndef NT_ALSOCALLED_H
#define NT_ALSOCALLED_H

#include "note/note.h"

/* The aliases that n lacks, in keep. files_left: links by file name may be left. */
struct strs alsocalled(struct arena *keep, struct note *n, struct note *other, bool files_left);

#endif
