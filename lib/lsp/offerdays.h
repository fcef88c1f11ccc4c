/* offerdays: days in words, as nt's command lines take them, and the ISO day that each is. */
#ifndef NT_OFFERDAYS_H
#define NT_OFFERDAYS_H

#include "lsp/offerlist.h"
#include "note/vocabulary.h"

void offerdays_add(struct offerlist *o, enum when_sense sense);
void offerdays_of(struct offerlist *o, const struct vocabulary *field); /* as nt-set would write them there */

#endif
