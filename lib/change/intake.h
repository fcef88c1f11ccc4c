/* intake: puts notes of a stream into the book, each over the very file it was
 * read from, a new one into the note of the same person, or into a file of its
 * own. Prints what changed, and tells what is left to a person. Called with the
 * book's lock held. A dry run writes nothing: the patch says what it would have. */
#ifndef NT_INTAKE_H
#define NT_INTAKE_H

#include "change/identity.h"
#include "base/map.h"

struct intake {
	struct book *book;
	bool dry_run;
	int answer; /* STATUS_NO once something was left */

	struct arena arena;
	struct identity known; /* read when the first new note comes */
	bool has_known;
	struct map drafts; /* of a dry run, by path */
	struct draft *first, **last;
};

void intake_begin(struct intake *s, struct book *b, bool dry_run);
void intake_note(struct intake *s, struct note *n);
void intake_patch(const struct intake *s, struct buf *out);
void intake_release(struct intake *s);

#endif
