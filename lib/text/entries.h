/* entries: those of a body, in the order they stand: items, and headings of a
 * person's note; what each is nested in gives it its day, what is nested in it
 * its links. */
#ifndef NT_ENTRIES_H
#define NT_ENTRIES_H

#include "text/entry.h"

struct entries {
	struct entry *v;
	size_t n;
};

/* How a note's entries are to be read. Lists of headings are compared folded. */
struct entry_rules {
	bool person;     /* of a person's note: headings with a date are entries, no date is inherited */
	date file_date;  /* what the file name begins with, or DATE_NONE */
	struct strs log; /* only lists below these headings; empty: any, but those below not_log */
	struct strs not_log;
	struct strs private_headings;
	struct entry_marks marks;
	bool no_links; /* leave the links of entries out: a person's own are looked at by few */
};

void entries_read(struct arena *a, const struct body *b, const struct entry_rules *rules, struct entries *out);

#endif
