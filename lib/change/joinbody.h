/* joinbody: what comes of a body: entries go to the log, texts are told where ours has them not. */
#ifndef NT_JOINBODY_H
#define NT_JOINBODY_H

#include "change/joinput.h"

void join_entries(struct join_fill *f);
void join_body_texts(struct join_fill *f);
/* An entry as it stands in the note, what is nested in it included, without indent and marker. */
str join_source(struct note *n, const struct entry *e);
bool join_nested(struct note *n, const struct body_block *k); /* in an entry: it comes, or is there, with that */

#endif
