/* held: what the editor holds of a note, read in the place of the file; and whether
 * the shelf knows what links find it by. Of documents that are notes of the book. */
#ifndef NT_HELD_H
#define NT_HELD_H

#include "base/map.h"
#include "book/book.h"
#include "lsp/document.h"

/* The note as the editor holds it, until the document changes. */
void held_note(struct document *d, const struct book *b, struct arena *a, struct note *out);
void held_put(struct document *d, struct map *unsaved); /* see book.h; nothing if it is no note */
bool held_is_broken(struct document *d, const struct book *b);
/* Whether the shelf has it under the name it has now. Half typed front matter says nothing new. */
bool held_is_shelved(struct document *d, const struct book *b);
/* The shelf has read what is held; of a broken note the file. */
void held_shelve(struct document *d, struct book *b);
void held_shelve_file(struct document *d, struct book *b); /* it has read the file, or will soon */

#endif
