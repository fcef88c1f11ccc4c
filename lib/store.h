/* store: puts notes of a stream into the book, each over the very file it was
 * read from, a new one into the note of the same person, or into a file of its
 * own. Prints what changed, and tells what is left to a person. Called with the
 * book's lock held. A dry run writes nothing: the patch says what it would have. */
#ifndef NT_STORE_H
#define NT_STORE_H

#include "known.h"
#include "map.h"

struct store {
	struct book *book;
	bool dry_run;
	int answer; /* STATUS_NO once something was left */

	struct arena arena;
	struct known known; /* read when the first new note comes */
	bool has_known;
	struct map drafts; /* of a dry run, by path */
	struct draft *first, **last;
};

void store_begin(struct store *s, struct book *b, bool dry_run);
void store_note(struct store *s, struct note *n);
void store_patch(const struct store *s, struct buf *out);
void store_release(struct store *s);

#endif
