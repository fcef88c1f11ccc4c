/* vcardfile: the cards of a file. A card that does not end is one all the same, and told;
 * a card in a card, as an AGENT has it, is a line of that. */
#ifndef NT_VCARDFILE_H
#define NT_VCARDFILE_H

#include "format/import.h"

bool vcardfile_likely(str head);
void vcardfile_import(struct import *in);

#endif
