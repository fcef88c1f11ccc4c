/* explain: why a query found nothing: which of its terms no note satisfies, which
 * key no note has, and what may have been meant. What was seen is taken down in
 * the query, note by note; what stands below "not" is not judged. */
#ifndef NT_EXPLAIN_H
#define NT_EXPLAIN_H

#include "query/query.h"

/* Takes down what the note satisfies; keep: for what is said later. */
void explain_note(struct arena *keep, struct query *q, struct note *n, const struct people *p);
/* Says it in hints, after all notes. */
void explain_say(struct arena *a, const struct book *b, const struct query *q);

#endif
