/* vcardmember: whom the MEMBER lines of a file's groups mean: cards of that file, or of another one of the run, by uid
 * or address. */
#ifndef NT_VCARDMEMBER_H
#define NT_VCARDMEMBER_H

#include "base/map.h"
#include "format/vcardline.h"

struct vcardmembers {
	struct arena *arena; /* of the file, or of the run */
	struct map links;    /* of a uid without urn:uuid:, or an address: the link to that card's note */
};

bool vcardmember_asked(str text); /* some line of it may be called MEMBER */
/* One more card, by what it is known; a: of its lines. */
void vcardmember_add(struct vcardmembers *m, struct arena *a, const struct vcardline *lines, size_t n);
/* The cards of the whole text. */
void vcardmember_read(struct vcardmembers *m, str text);
/* A MEMBER line of somebody who is known gets the link as its X-NT. */
void vcardmember_link(const struct vcardmembers *m, struct arena *a, struct vcardline *l);
void vcardmember_release(struct vcardmembers *m);

bool vcardmember_is(const struct vcardline *l); /* MEMBER, or as Apple calls it */
/* What a UID or a MEMBER line says, however it writes it: the same for the same. */
str vcardmember_key(struct arena *a, str text);
/* The card with the link of each member whom link_of knows by his key as X-NT, which is how it is read. */
str vcardmember_linked(struct arena *a, str card, str (*link_of)(void *ctx, struct arena *a, str key), void *ctx);
/* Without them, but for lines that stand so in old. */
str vcardmember_unlinked(struct arena *a, str card, str old);

#endif
