/* drafttemplate: a template of nt-draft: templates/draft-NAME.md of the book, else one that
 * comes with nt. Its head says subject and to, as front matter or as lines of a mail;
 * the rest is the text. */
#ifndef NT_DRAFTTEMPLATE_H
#define NT_DRAFTTEMPLATE_H

#include "book/book.h"

struct drafttemplate {
	str shown;            /* what messages call it */
	str to;               /* "a", "b", "a, b"; empty: a */
	str subject, body;
	size_t subject_line, subject_col, body_line; /* col 0: not known */
	bool pair;            /* it speaks of two people, a and b */
};

/* False: there is none; *bad: or a wrong one, and the message is out. */
bool drafttemplate_read(struct book *b, struct arena *a, str name, struct drafttemplate *t, bool *bad);

#endif
