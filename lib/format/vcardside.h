/* vcardside: a card and a newer one of the same person, line by line: what each line says, and which line of the other
 * says the same or stands in its place. Everything is in the arena. */
#ifndef NT_VCARDSIDE_H
#define NT_VCARDSIDE_H

#include "format/contact.h"
#include "format/vcardline.h"

struct vcardside_line {
	const struct vcardline *l, *label;  /* label: X-ABLabel of its group, NULL: it has none */
	struct contact says;                /* what the line says by itself */
	str key;                            /* the field it is of; empty: of none */
	const struct vcardside_line *other; /* in the other card: says the same, or stands in its place */
	bool same, changed;                 /* the other says the same; what the cards say of the key is not */
	str group;                          /* for the first of its group: that which it has now */
};

struct vcardside {
	struct arena *a;
	str bytes;
	struct contact all;
	struct vcardside_line *v;
	size_t n;
};

/* False: one of them names nobody, or has too many lines. */
bool vcardside_read(struct arena *a, str old, str new, struct vcardside *was, struct vcardside *is);

void vcardside_read_line(
	const struct vcardside *s, struct vcardside_line *u); /* u->l: read by itself, as of this card */
bool vcardside_is_label(const struct vcardline *l);
bool vcardside_is_grouped(const struct vcardline *x, const struct vcardline *y); /* in one group */
bool vcardside_is_list(const struct vcardside_line *u);                          /* CATEGORIES, NICKNAME */
bool vcardside_is_own(const struct vcardside_line *u);                           /* it says nothing of the person */
bool vcardside_is_kept(const struct vcardside_line *u);                          /* there is no field for it */
str vcardside_ungrouped(const struct vcardline *l);
str vcardside_label(const struct vcardside_line *u); /* absent: none */

#endif
