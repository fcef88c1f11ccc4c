/* actions: what can be done at a place, as edits that the editor applies: mistakes
 * mended, a note made for a link that leads nowhere, an open entry ticked or dropped,
 * a contact of today logged, a snooze. Each edit is what nt-check --fix, nt-new,
 * nt-done, nt-log and nt-snooze would write. */
#ifndef NT_ACTIONS_H
#define NT_ACTIONS_H

#include "lsp/session.h"

void actions_answer(struct session *s, struct arena *a, const struct json_t *params, struct reply *r);

#endif
