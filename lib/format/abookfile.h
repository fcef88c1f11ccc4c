/* abookfile: the address book of abook(1): an ini file, a section a person, with the fields of
 * abook 0.6 and any others. */
#ifndef NT_ABOOKFILE_H
#define NT_ABOOKFILE_H

#include "format/import.h"

bool abookfile_likely(str head);
void abookfile_import(struct import *in);

#endif
