/* greeting: what both sides can, as initialize tells it. */
#ifndef NT_GREETING_H
#define NT_GREETING_H

#include "lsp/session.h"

/* Takes down what the editor can and which folders it has open, finds the book there, and says what the server can. */
void greeting_answer(struct session *s, const struct json_t *params, struct buf *result);

#endif
