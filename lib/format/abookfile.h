/* abookfile: the address book of abook: sections in brackets, key=value. */
#ifndef NT_ABOOKFILE_H
#define NT_ABOOKFILE_H

#include "format/import.h"

bool abookfile_likely(str head);
void abookfile_import(struct import *in);

#endif
