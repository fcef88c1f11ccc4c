/* agenda: a digest as a calendar wants it: one thing to do today for each place in
 * full, and the dated reasons of all, as occasions has them. Whoever is in full on
 * another day is the same thing to do. What the stream tells is all that is known. */
#ifndef NT_AGENDA_H
#define NT_AGENDA_H

#include "format/occasion.h"
#include "views/digest.h"

/* apart: tasks have a list of their own; else they stand among the days, and of whom one tells today there is none. */
void agenda_each(struct digest *d, bool apart, occasion_fn *give, void *to);

#endif
