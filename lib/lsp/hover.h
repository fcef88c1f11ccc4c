/* hover: the card of whom a link leads to, as nt-show prints it. It is asked for of one
 * note and shown to the owner: what is private is on it, as on a terminal. */
#ifndef NT_HOVER_H
#define NT_HOVER_H

#include "lsp/session.h"

void hover_answer(struct session *s, struct arena *a, const struct json_t *params, struct reply *r);

#endif
