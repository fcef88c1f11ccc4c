/* inlay: beside each link to a person, and at the name in their own note, when the last
 * contact was and when they are due. It is shown all the time: nothing private. */
#ifndef NT_INLAY_H
#define NT_INLAY_H

#include "lsp/session.h"

void inlay_answer(struct session *s, struct arena *a, const struct json_t *params, struct reply *r);

#endif
