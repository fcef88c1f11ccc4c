/* photo: a picture or a sound of a card, put into a file of a folder, and the way back. */
#ifndef NT_PHOTO_H
#define NT_PHOTO_H

#include "format/contact.h"
#include "format/vcardline.h"

struct photos {
	str dir; /* where they are put; empty: nowhere, they stay in the card */
	str (*place)(const void *ctx, struct arena *a, str path); /* how a note calls that file, once it is there */
	const void *ctx;
};

/* Decodes it, writes DIR/NAME.EXT and adds photo: that file. False: it was not written; the message is out. */
bool photo_take(struct contact *c, const struct vcardline *l, const struct photos *to, str file);
/* Adds the picture of a file as a line of a card, unless it has it. False: these bytes are no picture. */
bool photo_give(struct contact *c, str bytes);

#endif
