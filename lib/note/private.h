/* private: what of a note stands in a private key or below a private heading,
 * and leaves by the stream and the terminal only; note_private judges a key. */
#ifndef NT_PRIVATE_H
#define NT_PRIVATE_H

#include "note/note.h"

bool private_any(struct note *n);                              /* there is such a key or heading */
bool private_at(struct note *n, size_t at);                    /* what stands at that byte of the file */
struct strs private_without(struct note *n, const struct value *v); /* as front_texts, the others only */

#endif
