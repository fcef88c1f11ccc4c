/* ldiffile: contacts of a directory or of Thunderbird, as LDIF (RFC 2849): records between
 * empty lines, folded, base64 behind "::". A group has its members as links. */
#ifndef NT_LDIFFILE_H
#define NT_LDIFFILE_H

#include "format/import.h"

bool ldiffile_likely(str head);
void ldiffile_import(struct import *in);

#endif
