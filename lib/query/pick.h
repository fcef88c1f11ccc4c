/* pick: the one loop of all tools. Operands choose the notes: none, the book;
 * query terms, names, paths: those of the book; "-" among them: those of the
 * stream on standard input that the rest selects. A tool does not see which. */
#ifndef NT_PICK_H
#define NT_PICK_H

#include "query/query.h"
#include "book/stream.h"

struct pick {
	struct book book;
	struct arena arena; /* the run's */
	struct query *query;
	bool stream;           /* a "-" was among the operands */
	struct people *people; /* what other notes say; NULL until read */
	struct people index;
	struct buf ruled_out; /* by id, while people are read: '1' where the note itself rules out that it is chosen */
	bool asks_book;       /* book.md is asked for: it is a note, but nobody looks for it */
	bool inverted;
	size_t found; /* notes chosen */
};

/* Finds the book (needed unless a stream is read) and parses the operands. Notes that wait on standard input without
 * a "-" end the program: other people must not be taken for them. */
void pick_begin(struct pick *p, char **operands);
/* From now on everybody in the book is chosen, whatever was asked for and chosen so far. */
void pick_everybody(struct pick *p);
void pick_invert(struct pick *p); /* the notes that do not match */
/* Reads the people of the book, once; without a book there are none, and notes are judged alone. */
void pick_read_people(struct pick *p);
/* Visits the notes chosen, in path order or the stream's; broken ones are reported and left out. */
void pick_each(struct pick *p, visit_fn *visit, void *ctx);
/* A note that was chosen, once more: kept, if it is from a stream, else by its path. False: the message is out. */
bool pick_again(struct pick *p, const struct note *kept, str path, struct arena *a, struct buf *buf, struct note *n);
/* For who walks the book in a way of its own: whether the note is chosen. */
bool pick_matches(struct pick *p, struct note *n);
/* Whether a field of that name is in some note of the book. */
bool pick_has_field(struct pick *p, str key);
/* Of an option that asks what a term does, and found nothing: says whether any note of the book satisfies the term. */
void pick_explain(struct pick *p, str term);
/* Says why nothing was found, if a query found nothing, and warns if a pipe was on standard input and nobody read it.
 */
void pick_release(struct pick *p);

#endif
