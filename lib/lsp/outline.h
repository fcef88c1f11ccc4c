/* outline: the headings and entries of a note as symbols, and the notes of a book. */
#ifndef NT_OUTLINE_H
#define NT_OUTLINE_H

#include "lsp/session.h"

#define OUTLINE_MOST 200 /* notes of one answer, the best first */

void outline_document(struct session *s, struct arena *a, const struct json_t *params, struct reply *r);
/* Notes with all words of the query in a name; what is private is not among them. */
void outline_workspace(struct session *s, struct arena *a, const struct json_t *params, struct reply *r);

#endif
