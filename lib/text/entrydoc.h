/* entrydoc: a note parsed as far as its entries, and patched: one run of its body's
 * bytes is replaced, the result is parsed, and all that stands outside the run
 * has to be the same blocks and the same entries as before. Slices point into
 * the note, what is parsed and patched lives in the arena. */
#ifndef NT_ENTRYDOC_H
#define NT_ENTRYDOC_H

#include "text/edit.h"
#include "text/entries.h"

struct entrydoc {
	str note;
	const struct entry_rules *rules;
	struct fences pieces;
	struct body body;
	struct entries entries;
};

/* One run of the body's bytes and what takes its place. */
struct entrydoc_patch {
	size_t at, end;
	str text;
};

struct entrydoc entrydoc_parse(struct arena *a, str note, const struct entry_rules *rules);
size_t entrydoc_line(const struct entrydoc *d, size_t body_line);          /* of the body -> of the file */
const struct entry *entrydoc_entry(const struct entrydoc *d, size_t line); /* that starts at that line of the file, or NULL */
str entrydoc_text(const struct body *b, const struct body_block *k);       /* the bytes of a block's text */
size_t entrydoc_marker(const struct body *b, const struct body_block *k);  /* the offset behind an item's marker */

struct entrydoc entrydoc_patch(struct arena *a, const struct entrydoc *d, const struct entrydoc_patch *p);
/* Whether nothing but what the patch replaced is different. *inside: the one entry that stands in
 * its text, NULL if there is none or several. */
bool entrydoc_same(const struct entrydoc *before, const struct entrydoc *after, const struct entrydoc_patch *p, const struct entry **inside);
bool entrydoc_same_entry(const struct entry *e, const struct entry *f); /* in all but place and links */

#endif
