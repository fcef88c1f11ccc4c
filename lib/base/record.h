/* record: JSON objects (RFC 8259), key by key, into a buffer, most of them one a line.
 * Commas come by themselves. In a list, and behind record_key, a member has no
 * key: an absent one. */
#ifndef NT_RECORD_H
#define NT_RECORD_H

#include "base/json.h"

void record_begin(struct buf *out);
void record_text(struct buf *out, str key, str value); /* an absent one is null */
void record_texts(struct buf *out, str key, struct strs values);
void record_number(struct buf *out, str key, long value);
void record_real(struct buf *out, str key, double value); /* six digits; not infinite */
void record_bool(struct buf *out, str key, bool value);
void record_json(struct buf *out, str key, str json); /* a value that is JSON already */
void record_key(struct buf *out, str key);            /* the value comes next */
void record_object(struct buf *out, str key);         /* all that follows is in it, until it ends */
void record_object_end(struct buf *out);
void record_list(struct buf *out, str key);
void record_list_end(struct buf *out);
void record_end(struct buf *out); /* with the line end */

#endif
