/* csvfile: tables of contacts, a row a contact, read a piece at a time. The header is looked
 * for, what stands above it is no row. Tables of LinkedIn's messages and invitations go
 * to linkedin. */
#ifndef NT_CSVFILE_H
#define NT_CSVFILE_H

#include "format/import.h"

bool csvfile_likely(str head);
bool csvfile_is_linkedin(str head); /* of messages or invitations */
void csvfile_import(struct import *in);

#endif
