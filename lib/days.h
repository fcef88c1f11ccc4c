/* days: a journal for a reader: a heading for each day, below it the box, kind,
 * people and text of each entry, wrapped. Control characters are made visible. */
#ifndef NT_DAYS_H
#define NT_DAYS_H

#include "journal.h"

struct days {
	struct journal *journal;
	bool color;
	size_t width, kind_width;
	const struct journal_line *last; /* printed */
	struct arena arena;              /* reset for each line */
};

void days_begin(struct days *d, struct journal *j);             /* j is read */
void days_put(struct days *d, const struct journal_line *line); /* on standard output */
void days_release(struct days *d);

#endif
