/* message: JSON text that came in, by jansson, the only file here that includes
 * it; RFC 8259. A tree belongs to who parsed it; what is asked of it lives as
 * long. Missing and of another type are the same: absent, NULL, false, 0.
 * Half of a surrogate pair, which some editors send, becomes U+FFFD: as long. */
#ifndef NT_MESSAGE_H
#define NT_MESSAGE_H

#include "base/buf.h"

struct json_t;

struct json_t *message_parse(str text); /* an object or array; NULL: it is none, or nested too deep */
void message_release(struct json_t *v);

/* A path of members, "textDocument.uri"; NULL and "" give v itself. */
const struct json_t *message_get(const struct json_t *v, const char *path);
str message_text(const struct json_t *v, const char *path);
bool message_number(const struct json_t *v, const char *path, long *out); /* a whole one */
bool message_true(const struct json_t *v, const char *path);
bool message_is_object(const struct json_t *v);
size_t message_count(const struct json_t *v, const char *path); /* of an array */
const struct json_t *message_at(const struct json_t *v, const char *path, size_t i);
bool message_lists(const struct json_t *v, const char *path, str text); /* an array that holds this text */
/* A string or number (or null) as JSON: an id goes back as it came. False: it is neither. */
bool message_id(const struct json_t *v, struct buf *out);

#endif
