/* offerdays: days in words, as nt's command lines take them, and the ISO day that each is. */
#ifndef NT_OFFERDAYS_H
#define NT_OFFERDAYS_H

#include "base/when.h"
#include "lsp/offerlist.h"

void offerdays_add(struct offerlist *o, enum when_sense sense);

#endif
