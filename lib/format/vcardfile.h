/* vcardfile: the cards of a file. A card that does not end is one all the same, and told;
 * a card in a card, as an AGENT has it, is a line of that. */
#ifndef NT_VCARDFILE_H
#define NT_VCARDFILE_H

#include "format/import.h"
#include "format/vcardmember.h"

bool vcardfile_likely(str head);
void vcardfile_import(struct import *in);
/* Whom groups in one of several files mean in the others; nothing is done if there are no members. Of pipes, which can
 * be read once, and of files that cannot be read nothing is known. */
void vcardfile_members(struct vcardmembers *m, char *const *files);

#endif
