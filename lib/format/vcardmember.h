/* vcardmember: whom the MEMBER lines of a file's groups mean: cards of that file, by uid or
 * address. */
#ifndef NT_VCARDMEMBER_H
#define NT_VCARDMEMBER_H

#include "base/map.h"
#include "format/vcardline.h"

struct vcardmembers {
	struct arena *arena; /* of the file */
	struct map links;    /* of a uid without urn:uuid:, or an address: the link to that card's note */
};

/* The cards of the whole text; nothing is done if no line of it is called MEMBER. */
void vcardmember_read(struct vcardmembers *m, str text);
/* A MEMBER line of somebody who is known gets the link as its X-NT. */
void vcardmember_link(const struct vcardmembers *m, struct arena *a, struct vcardline *l);
void vcardmember_release(struct vcardmembers *m);

#endif
