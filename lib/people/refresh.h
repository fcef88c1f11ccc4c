/* refresh: which list wants the contact data of a person verified again, and
 * after which span. Who is on a list is found out once, when the index of people
 * has been read (lists_mark), and stands there as data: judging asks no query. */
#ifndef NT_REFRESH_H
#define NT_REFRESH_H

#include "people/index.h"

struct refresh {
	str list;         /* its name */
	struct span span; /* unit 0: no list wants it */
};

/* One list more for a person; the one that asks soonest stays. */
void refresh_offer(struct people *p, int id, struct refresh r);
/* NULL: none. p may be NULL, id negative. */
const struct refresh *refresh_of(const struct people *p, int id);

#endif
