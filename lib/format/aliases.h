/* aliases: people as lines of mutt's configuration (muttrc(5), alias): one for
 * each address, under a name of ASCII that no other line has. Names of people
 * are quoted (RFC 5322) and keep what mutt would run or replace (` $ \ #) as it is.
 * An address outside of ASCII is no address of a mail's head: left out. */
#ifndef NT_ALIASES_H
#define NT_ALIASES_H

#include "base/map.h"
#include "format/contact.h"

struct aliases {
	struct arena arena; /* the names given so far */
	struct map taken;
};

void aliases_put(struct aliases *l, struct buf *out, const struct contact *c);
void aliases_release(struct aliases *l);

#endif
