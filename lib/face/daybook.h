/* daybook: a journal for a reader: a heading for each day, below it the box, kind,
 * people and text of each entry, wrapped. Control characters are made visible. */
#ifndef NT_DAYBOOK_H
#define NT_DAYBOOK_H

#include "views/journal.h"

struct daybook {
	struct journal *journal;
	bool color;
	size_t width, kind_width;
	const struct journal_line *last; /* printed */
	struct arena arena;              /* reset for each line */
};

void daybook_begin(struct daybook *d, struct journal *j);             /* j is read */
void daybook_put(struct daybook *d, const struct journal_line *line); /* on standard output */
void daybook_release(struct daybook *d);

#endif
