/* vcardsides: a card and a newer one of the same person, line by line: what each line says, and which line of the other
 * says the same or stands in its place. Everything is in the arena. */
#ifndef NT_VCARDSIDES_H
#define NT_VCARDSIDES_H

#include "format/contact.h"
#include "format/vcardline.h"

struct vcardunit {
	const struct vcardline *l, *label; /* label: X-ABLabel of its group, NULL: it has none */
	struct contact says;               /* what the line says by itself */
	str key;                           /* the field it is of; empty: of none */
	const struct vcardunit *other;     /* in the other card: says the same, or stands in its place */
	bool same, changed;                /* the other says the same; what the cards say of the key is not */
	str group;                         /* for the first of its group: that which it has now */
};

struct vcardside {
	struct arena *a;
	str bytes;
	struct contact all;
	struct vcardunit *v;
	size_t n;
};

/* False: one of them names nobody, or has too many lines. */
bool vcardsides_read(struct arena *a, str old, str new, struct vcardside *was, struct vcardside *is);

void vcardunit_read(const struct vcardside *s, struct vcardunit *u); /* u->l: read by itself, as of this card */
bool vcardunit_is_label(const struct vcardline *l);
bool vcardunit_is_grouped(const struct vcardline *x, const struct vcardline *y); /* in one group */
bool vcardunit_is_list(const struct vcardunit *u);                               /* CATEGORIES, NICKNAME */
bool vcardunit_is_own(const struct vcardunit *u);                                /* it says nothing of the person */
bool vcardunit_is_kept(const struct vcardunit *u);                               /* there is no field for it */
str vcardunit_ungrouped(const struct vcardline *l);
str vcardunit_label(const struct vcardunit *u); /* absent: none */

#endif
