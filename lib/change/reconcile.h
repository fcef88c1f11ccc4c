/* reconcile: the notes of a book and the cards of a vdir brought to agreement, both ways:
 * pairs first, by uid; then cards without a note; then the people whose card is nowhere.
 * What looks like a wrong folder or a wrong book ends the program before anything is lost. */
#ifndef NT_RECONCILE_H
#define NT_RECONCILE_H

#include "change/vdir.h"
#include "query/pick.h"

/* p: who gets a card; those who have one keep it. STATUS_NO: a person has to choose; nt-vdir(1). Takes the book's lock
 * for each change. */
int reconcile(struct pick *p, struct vdir *d);

#endif
