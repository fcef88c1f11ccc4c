/* ldifmember: whom the distinguished names in a file of LDIF mean: the entry of that file that has it, else, as
 * Thunderbird's do, whom they name themselves. */
#ifndef NT_LDIFMEMBER_H
#define NT_LDIFMEMBER_H

#include "base/map.h"
#include "format/contact.h"

#define LDIFMEMBER_LISTS   " member uniquemember "
#define LDIFMEMBER_PERSONS " manager secretary "

struct ldifmembers {
	struct arena *arena; /* of the file */
	struct map names;    /* of a distinguished name, however it is written: the name of its entry */
};

bool ldifmember_asked(str text); /* some line of it names an entry */
void ldifmember_keep(struct ldifmembers *m, str dn, str name);
/* Absent: nobody's. */
str ldifmember_name(const struct ldifmembers *m, struct arena *a, str dn);
bool ldifmember_is_dn(struct arena *a, str text); /* no name: "uid=ada,o=Acme" */
/* The members of a group: links, and as they stand those that are nobody's. */
void ldifmember_put(const struct ldifmembers *m, struct contact *c, struct strs members);
void ldifmember_release(struct ldifmembers *m);

#endif
