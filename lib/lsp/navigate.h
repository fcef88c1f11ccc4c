/* navigate: where a link leads, and what links to a note (backlinks). */
#ifndef NT_NAVIGATE_H
#define NT_NAVIGATE_H

#include "lsp/session.h"

void navigate_definition(struct session *s, struct arena *a, const struct json_t *params, struct reply *r);
/* Of the note a link leads to, else of the note that is open. */
void navigate_references(struct session *s, struct arena *a, const struct json_t *params, struct reply *r);

#endif
