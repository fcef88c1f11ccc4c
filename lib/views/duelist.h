/* duelist: the people a pick chooses, judged, most pressing first. Only facts are
 * kept of each while the book is read; a note is read again when it is asked for. */
#ifndef NT_DUELIST_H
#define NT_DUELIST_H

#include "query/pick.h"

/* What is kept of a person until all are known. */
struct duelist_row {
	struct due_facts facts;
	int id; /* in the people's index; negative: not in the book */
	double pressure;
	date due;
	struct note *kept;       /* from a stream, which cannot be read again; NULL: the book has it */
};

struct duelist {
	struct pick *pick;
	struct due_rules rules;
	struct duelist_row **rows;
	size_t n;
};

/* Reads who the pick chooses and keeps those who are due; all: also those who will be. */
void duelist_read(struct duelist *l, struct pick *p, struct span ahead, bool all);
/* One of them again, for its reasons. */
void duelist_judge(const struct duelist *l, const struct duelist_row *row, struct arena *a, struct due *out);
/* Their note, with its bytes in buf and all else in the arena; false: the message is out. */
bool duelist_note(
	const struct duelist *l, const struct duelist_row *row, struct arena *a, struct buf *buf, struct note *n);

#endif
