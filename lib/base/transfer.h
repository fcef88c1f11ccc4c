/* transfer: bytes as mail carries them (RFC 2045, 2047): quoted-printable and base64,
 * decoded; what is neither passes or is skipped. In the arena. */
#ifndef NT_TRANSFER_H
#define NT_TRANSFER_H

#include "base/arena.h"

/* word: in an encoded word, where _ is a blank and lines have no soft ends. */
str transfer_printable(struct arena *a, str s, bool word);
str transfer_base64(struct arena *a, str s);
void transfer_put_base64(struct buf *out, str bytes); /* on one line */

#endif
