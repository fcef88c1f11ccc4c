/* labelled: a value as address books write it, as a map with its label: {label: home, value:
 * a@b.org}, {type: work, number: "1"}, {type: home, street: 5 Mill Lane, city: London}. */
#ifndef NT_LABELLED_H
#define NT_LABELLED_H

#include "text/front.h"

struct labelled {
	const struct value *v; /* a text, or the parts of an address */
	str label;             /* folded; empty: none */
	str words;             /* all that it is called, with points between */
	bool says_more;        /* than its value and what it is called */
};

/* One such map. False: it is none. */
bool labelled_read(struct arena *a, const struct value *map, struct labelled *out);
/* A value of a field is one, or a list with one. */
bool labelled_any(struct arena *a, const struct value *v);

#endif
