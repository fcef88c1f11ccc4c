/* offer: textDocument/completion: names behind [[, best first as nt-address ranks,
 * keys, kinds, tags and other values of the front matter, and at the begin of a list
 * item days in words and kinds of entries. It comes unasked, where others may look on:
 * nothing that is private in a note is offered. */
#ifndef NT_OFFER_H
#define NT_OFFER_H

#include "lsp/session.h"

void offer_answer(struct session *s, struct arena *a, const struct json_t *params, struct reply *r);

#endif
