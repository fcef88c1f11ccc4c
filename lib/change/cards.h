/* cards: a note and the card of the same person brought together, three ways by the card
 * on which both agreed last: what one side changed is taken, lists as sets; what both
 * changed stays in the note with the card's value beside it, as nt-merge writes it. What
 * cards of other programs do not know is left alone: a phone that drops it has not said
 * that it is gone. Everything is in the arena. */
#ifndef NT_CARDS_H
#define NT_CARDS_H

#include "change/membership.h"

/* What a card would say of the note: what is private is not in it. m: of a group's note, else NULL. */
void cards_of(struct note *n, const struct membership *m, struct contact *out);
bool cards_same(const struct contact *x, const struct contact *y); /* in what is exchanged */
/* The card without what the note's book calls private. */
void cards_shared(struct note *n, const struct contact *c, struct contact *out);
/* The note after it, its own bytes if nothing changes. base: the agreed card, NULL: none yet. *conflicts: how many
 * fields both changed. Absent: it cannot be written so, and why. */
str cards_merge(struct note *n, const struct membership *groups, const struct contact *base,
	const struct contact *theirs, size_t *conflicts, struct fault *why);
/* The note with what only its card says, as lines of vcard: that card is going. Absent: it cannot be written so. */
str cards_kept(struct note *n, const struct contact *card, struct fault *why);
bool cards_open(struct note *n); /* a conflict of last time still stands in it */
/* The card as a file: that of the note, with the text and what else only the card there has, of which each line that
 * says the same keeps its bytes; absent: there is none yet. */
str cards_bytes(struct note *n, const struct membership *m, str card);

#endif
