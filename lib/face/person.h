/* person: the whole card of a person (or any note): contact data, standing, what is
 * open, the last entries, whom they know. nt-show and nt-lsp print it. */
#ifndef NT_PERSON_H
#define NT_PERSON_H

#include "face/card.h"
#include "people/graph.h"
#include "people/index.h"

#define PERSON_ALL ((size_t)-1)

struct person {
	const struct card *card;
	const struct people *people; /* NULL: the note is judged alone */
	const struct graph *graph;   /* read for the card's reader; NULL: nothing of whom they know */
	size_t entries;              /* of the log the last so many; PERSON_ALL: the whole */
	const char *more;            /* how to see the others: "; -a shows them" */
};

void person_put(const struct person *p, struct note *n, str right); /* right: dim, behind the name */

#endif
