/* csvparts: names of columns of addresses of mail and numbers as anybody puts them together: what it is, of where, and
 * words that say neither, in any order: Work E-mail, Mail 2, Adresse e-mail professionnelle, Tel.-Nr. privat. */
#ifndef NT_CSVPARTS_H
#define NT_CSVPARTS_H

#include "base/arena.h"

/* bare: as utf8_bare gives it. "email", "work email 2", "home phone"; absent: it is none. *foreign: a word of it is of
 * another language than English. */
str csvparts_find(struct arena *a, str bare, bool *foreign);

#endif
