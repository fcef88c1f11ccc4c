/* document: the texts that the editor has open, as it holds them: each change of
 * textDocument/didChange is applied as it comes. */
#ifndef NT_DOCUMENT_H
#define NT_DOCUMENT_H

#include "base/arena.h"
#include "lsp/position.h"

#define DOCUMENT_BROKEN 1 /* its front matter does not parse */

struct document {
	str uri;  /* as the editor writes it */
	str path; /* of the note, from the book's root; absent: no note of it */
	long version;
	struct buf text;
	str held;         /* the text, for who reads it in the place of the file */
	bool changed;     /* since its mistakes were told */
	uint64_t called;  /* hash of what links find it by, DOCUMENT_BROKEN, 0: to be asked anew */
	uint64_t shelved; /* the same of what the shelf has read; 0: nothing */
	uint64_t read;    /* hash of all of that */
	struct arena arena;
	struct document *next;
};

struct documents {
	struct document *first;
};

/* Opens it, with no text yet; one that is open already begins anew. */
struct document *document_open(struct documents *all, str uri);
struct document *document_get(const struct documents *all, str uri); /* NULL: it is not open */
struct document *document_of_path(const struct documents *all, str path);
void document_close(struct documents *all, str uri);
/* What stands between two places (in any order) becomes text. */
void document_edit(struct document *d, struct position from, struct position to, str text, enum position_units units);
void documents_release(struct documents *all);

#endif
