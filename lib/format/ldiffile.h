/* ldiffile: address books as LDIF (RFC 2849) with the attributes of inetOrgPerson (RFC 2798)
 * and Mozilla's, as Thunderbird writes them. Persons, groups and orgs; of changes
 * only additions. Nothing is fetched from where a value says it stands. */
#ifndef NT_LDIFFILE_H
#define NT_LDIFFILE_H

#include "format/import.h"

bool ldiffile_likely(str head);
void ldiffile_import(struct import *in);

#endif
