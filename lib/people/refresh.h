/* refresh: which lists want the contact data of a person verified again, and
 * after which span. Who is on a list is found out once, when the index of people
 * has been read (lists_mark), and stands there as data: judging asks no query. */
#ifndef NT_REFRESH_H
#define NT_REFRESH_H

#include "people/index.h"

struct refresh {
	str list;         /* its name */
	struct span span;
	date verified;    /* the list's own, for those of its people who have none; DATE_NONE */
	str said;         /* the same as the list has it, if that is no whole date; else absent */
	bool is_private;  /* a private key of the list is behind it */
};

struct refreshes {
	struct refresh *v;
	size_t n;
};

/* One list more for a person. */
void refresh_offer(struct people *p, int id, struct refresh r);
/* p may be NULL, id negative. */
struct refreshes refresh_of(const struct people *p, int id);

#endif
