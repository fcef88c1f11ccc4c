/* intake: puts notes of a stream into the book, each over the very file it was
 * read from, a new one into the note of the same person, or into a file of its
 * own. Prints what changed, and tells what is left to a person. Called with the
 * book's lock held. A dry run writes nothing: the patch says what it would have. */
#ifndef NT_INTAKE_H
#define NT_INTAKE_H

#include "base/map.h"
#include "change/known.h"

struct intake {
	struct book *book;
	int answer;         /* STATUS_NO once something was left */
	struct known known; /* read when the first new note comes */
	bool has_known, knows_all;
	struct arena arena;
	struct map said;       /* a note's path and who has said what is in it, in this run */
	struct strs harvested; /* ids of nt-harvest in what was written */
};

void intake_begin(struct intake *s, struct book *b);
void intake_expect(struct intake *s, struct note *n); /* each note that comes, before the first is taken */
/* What became of a note: nothing, and the message is out; it is, or now stands in, that of n->path; it is a new one. */
enum intake_end { INTAKE_LEFT, INTAKE_JOINED, INTAKE_NEW };
enum intake_end intake_note(struct intake *s, struct note *n);
void intake_release(struct intake *s);

#endif
