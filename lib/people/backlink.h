/* backlink: which notes of the book link to a note, in body or front matter;
 * itself aside. The links are read when first asked for: one more pass. Of a
 * link its two ends are kept. */
#ifndef NT_BACKLINK_H
#define NT_BACKLINK_H

#include "book/book.h"
#include "book/names.h"

struct backlinks;

/* In the arena, as names is; nothing is read yet. */
struct backlinks *backlinks_new(struct arena *a, struct book *b, const struct names *names);
/* The names of the notes that link to id, in path order; private: also those that do so in private only,
 * and names that are private.
 * paths: theirs, without .md. In a. */
struct strs backlinks_names(struct backlinks *l, struct arena *a, int id, bool private, struct strs *paths);

#endif
