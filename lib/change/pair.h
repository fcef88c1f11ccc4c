/* pair: one note and the card of its uid brought to agreement: what changed there is taken, what changed here given;
 * the note is archived when the card is gone, the card goes when the note is archived. What could not be done is told,
 * and stands in answer. */
#ifndef NT_PAIR_H
#define NT_PAIR_H

#include "change/reconcile_parts.h"

void pair_agree(struct reconciling *r, struct person *p);
void pair_begin(struct reconciling *r, struct person *p); /* a card for who has none */
/* From the card into the note; false: a person has to choose first. */
bool pair_take(struct reconciling *r, const struct person *p, struct vdir_card *card);
void pair_give(struct reconciling *r, const struct person *p, struct vdir_card *card);
/* A new card beside an archived note stays as it is. */
void pair_stay(struct reconciling *r, str path, struct vdir_card *card);
void pair_ask(struct reconciling *r); /* a person has to choose */

#endif
