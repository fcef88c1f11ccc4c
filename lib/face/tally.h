/* tally: a ledger for a reader: what is promised, a table of who gave and got how
 * much, with a bar for each row, and a line for all. It is printed as it fits the
 * terminal; below 60 columns the bars of people make room for their names. */
#ifndef NT_TALLY_H
#define NT_TALLY_H

#include "face/table.h"
#include "people/ledger.h"
#include "views/linked.h"

struct tally {
	struct ledger *ledger;
	struct linked linked; /* for the names that links mean */
	const char *head;     /* of the first column */
	size_t width;
	bool color;
	size_t half;   /* columns of a bar on either side of its axis; 0: no bars */
	int most;      /* favours that fill it */
	bool promises; /* the columns owe and owed are there */
	struct table table;
	struct arena arena; /* reset for each line */
};

/* ledger and linked are set; by: what the rows are summed by. */
void tally_begin(struct tally *t, const struct ledger_rows *rows, enum ledger_by by);
void tally_promise(struct tally *t, const struct ledger_favor *f); /* on standard output */
void tally_row(struct tally *t, const struct ledger_row *row);
/* The table, and a line for all: about name, or about so many people. */
void tally_end(struct tally *t, str name, const struct ledger_sum *all);

#endif
