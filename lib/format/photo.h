/* photo: a picture or a sound of a card, put into a file of a folder. */
#ifndef NT_PHOTO_H
#define NT_PHOTO_H

#include "format/contact.h"
#include "format/vcardline.h"

/* Decodes it, writes DIR/NAME.EXT and adds photo: that path. False: it was not written; the message is out. */
bool photo_take(struct contact *c, const struct vcardline *l, str dir, str file);

#endif
