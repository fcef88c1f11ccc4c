/* favors: the ledger of the people whom a pick chooses. */
#ifndef NT_FAVORS_H
#define NT_FAVORS_H

#include "people/ledger.h"
#include "query/pick.h"

/* by, reader and days are set; the rest is read, and the book once if the query does not ask for more. */
void favors_read(struct ledger *l, struct pick *p);

#endif
