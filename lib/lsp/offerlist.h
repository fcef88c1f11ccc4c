/* offerlist: what is offered at one place, as the items of a CompletionList. */
#ifndef NT_OFFERLIST_H
#define NT_OFFERLIST_H

#include "lsp/scene.h"
#include "lsp/session.h"

#define OFFERLIST_MOST 100 /* of more the editor asks again when more was typed */

enum offerlist_kind { /* CompletionItemKind */
	OFFER_FIELD = 5,
	OFFER_VALUE = 12,
	OFFER_WORD = 14,
	OFFER_NOTE = 17,
	OFFER_HEADING = 18,
	OFFER_DAY = 23
};

struct offerlist {
	struct session *s;
	struct arena *a;
	struct buf *out;
	struct spot at;
	struct scene scene;
	str bare;   /* what was typed, as searches compare */
	str range;  /* what an item replaces, as JSON */
	bool asked; /* by a key of one's own, not because of a character that was typed */
	bool more;  /* not all are there */
	size_t n;
};

/* One more, in the order in which they are to stand. filter: all names by which it was found; absent: the label. */
void offerlist_add(struct offerlist *o, enum offerlist_kind kind, str label, str detail, str text, str filter);
bool offerlist_fits(const struct offerlist *o, str label); /* begins as what was typed, without case and accents */

#endif
