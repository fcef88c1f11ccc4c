/* diagnose: the mistakes of nt-check in what the editor holds, as LSP diagnostics,
 * and what mends them. */
#ifndef NT_DIAGNOSE_H
#define NT_DIAGNOSE_H

#include "check/check.h"
#include "lsp/session.h"

/* The note's mistakes, in its arena. */
void diagnose_note(struct session *s, struct note *n, struct check *out);
size_t diagnose_end(const struct check *c, const struct check_mistake *m); /* where what is wrong ends */
/* One Diagnostic. */
void diagnose_put(struct buf *out, const struct positions *t, const struct check *c, const struct check_mistake *m);
/* The params of textDocument/publishDiagnostics. False: it is no note of the book, and there are none. */
bool diagnose_document(struct session *s, struct document *d, struct buf *out);

#endif
