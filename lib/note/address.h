/* address: the email addresses that a note gives, and its texts in a form that
 * mail clients read without harm: one line, no control characters, nothing that
 * reorders or hides what stands around it. In the note's arena. */
#ifndef NT_ADDRESS_H
#define NT_ADDRESS_H

#include "note/note.h"

struct address {
	str email; /* local@domain, nothing else */
	str label; /* the key it stands under: work; empty: none */
};

struct addresses {
	struct address *v;
	size_t n;
};

/* In the note's order, each once. Left out: what is private, and what no mail header could hold as it is. */
struct addresses addresses_read(struct note *n);
/* Control characters and their like become blanks, and runs of blanks one. */
str address_text(struct arena *a, str s);

#endif
