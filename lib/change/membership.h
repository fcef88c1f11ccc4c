/* membership: whom the cards of groups in a vdir mean, and the links of `members` in the notes of groups: the same
 * people by the uid that note and card have. Of a member without a card no card tells. */
#ifndef NT_MEMBERSHIP_H
#define NT_MEMBERSHIP_H

#include "book/names.h"
#include "change/vdir.h"

struct membership {
	struct arena arena;
	struct vdir *vdir;
	struct names names;
	struct strs uids, called; /* of notes, by id; empty uid: none */
	struct map notes, cards;  /* key of a uid -> what has it */
	struct map gone; /* likewise: those that were taken away in this run, whom the groups there have still */
};

void membership_begin(struct membership *m, struct vdir *d);
void membership_note(struct membership *m, struct note *n, str uid); /* each note of the book */
/* The card as vcard_first reads it with the links of its members, as n has them; NULL: there is no note yet. */
str membership_card(const struct membership *m, struct note *n, struct arena *a, str card);
/* The same for a card of the past: whom n keeps as a line of vcard nobody knew then. */
str membership_agreed(const struct membership *m, struct note *n, str card);
/* Adds those lines of vcard whose member is known by now. */
void membership_found(const struct membership *m, struct note *n, struct strs *lines);
/* Of a group's note: who has a card, with its URI; the others are taken out. */
void membership_contact(const struct membership *m, const struct note *n, struct contact *c);
void membership_release(struct membership *m);

#endif
