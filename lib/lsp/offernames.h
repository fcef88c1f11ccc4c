/* offernames: notes to link to, and the headings of one. */
#ifndef NT_OFFERNAMES_H
#define NT_OFFERNAMES_H

#include "lsp/offerlist.h"

/* wrapped: with the brackets, and in quotes: a value of the front matter that has none yet. */
void offernames_notes(struct offerlist *o, bool wrapped);
void offernames_headings(struct offerlist *o);

#endif
