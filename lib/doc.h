/* doc: a note parsed as far as its entries, and patched: one run of its body's
 * bytes is replaced, the result is parsed, and all that stands outside the run
 * has to be the same blocks and the same entries as before. Slices point into
 * the note, what is parsed and patched lives in the arena. */
#ifndef NT_DOC_H
#define NT_DOC_H

#include "edit.h"
#include "entry.h"

struct doc {
	str note;
	const struct entry_rules *rules;
	struct pieces pieces;
	struct body body;
	struct entries entries;
};

/* One run of the body's bytes and what takes its place. */
struct patch {
	size_t at, end;
	str text;
};

struct doc doc_parse(struct arena *a, str note, const struct entry_rules *rules);
size_t doc_line(const struct doc *d, size_t body_line);          /* of the body -> of the file */
const struct entry *doc_entry(const struct doc *d, size_t line); /* that starts at that line of the file, or NULL */
str doc_text(const struct body *b, const struct block *k);       /* the bytes of a block's text */
size_t doc_marker(const struct body *b, const struct block *k);  /* the offset behind an item's marker */

struct doc doc_patch(struct arena *a, const struct doc *d, const struct patch *p);
/* Whether nothing but what the patch replaced is different. *inside: the one entry that stands in
 * its text, NULL if there is none or several. */
bool doc_same(const struct doc *before, const struct doc *after, const struct patch *p, const struct entry **inside);
bool doc_same_entry(const struct entry *e, const struct entry *f); /* in all but place and links */

#endif
