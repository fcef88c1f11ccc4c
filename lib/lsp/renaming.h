/* renaming: a note gets another name or path, as nt-mv does it: its own lines, every
 * link to it, its file, as one WorkspaceEdit. */
#ifndef NT_RENAMING_H
#define NT_RENAMING_H

#include "lsp/session.h"

/* Of the note that a link leads to, or of the note that is open, at its name. */
void renaming_prepare(struct session *s, struct arena *a, const struct json_t *params, struct reply *r);
void renaming_answer(struct session *s, struct arena *a, const struct json_t *params, struct reply *r);

#endif
