/* duelist: the people a pick chooses, judged, most pressing first. Only facts are
 * kept of each while the book is read; a note is read again when it is asked for. */
#ifndef NT_DUELIST_H
#define NT_DUELIST_H

#include "people/load.h"
#include "people/trials.h"
#include "query/pick.h"

/* What is kept of a person until all are known. */
struct duelist_row {
	struct due_facts facts;
	int id; /* in the people's index; negative: not in the book */
	double pressure;
	bool holding, early;
	date due;
	struct note *kept;       /* from a stream, which cannot be read again; NULL: the book has it */
};

struct duelist_asked {
	struct span ahead; /* also who will be due within it; unit 0: none */
	bool all;          /* also those who will be due some day */
	bool early;        /* a slack day is filled, up to most people */
	bool load;         /* what all cadences ask for is wanted */
	bool trials;       /* what was tried, and with whom it worked, as this reader may know it */
	enum reader reader;
	long most;         /* negative: the book's limit */
};

struct duelist {
	struct pick *pick;
	struct duelist_asked asked;
	struct trials trials;
	struct load load; /* of the whole book, if it was asked for or is needed */
	struct due_rules rules;
	struct duelist_row **rows;
	size_t n;
	bool naming; /* links get the names of what they mean: for those who are printed */
};

/* Reads who the pick chooses and keeps those who are due, and who else is asked for. */
void duelist_read(struct duelist *l, struct pick *p, struct duelist_asked asked);
/* More is asked for than fits: a line that says so; absent: it fits, or was not asked for. */
str duelist_load(const struct duelist *l, struct arena *a);
void duelist_release(struct duelist *l);
/* One of them again, for its reasons. */
void duelist_judge(const struct duelist *l, const struct duelist_row *row, struct arena *a, struct due *out);
/* Their note, with its bytes in buf and all else in the arena; false: the message is out. */
bool duelist_note(
	const struct duelist *l, const struct duelist_row *row, struct arena *a, struct buf *buf, struct note *n);

#endif
