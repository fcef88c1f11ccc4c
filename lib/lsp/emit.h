/* emit: JSON text that goes out, RFC 8259, into a buffer; commas are set where they
 * belong. Bytes that are not UTF-8 become U+FFFD.
 *
 *	emit_open(b, '{'); emit_key(b, "line"); emit_number(b, 3); emit_close(b, '}');
 */
#ifndef NT_EMIT_H
#define NT_EMIT_H

#include "base/buf.h"

void emit_open(struct buf *b, char bracket);  /* { or [ */
void emit_close(struct buf *b, char bracket); /* } or ] */
void emit_key(struct buf *b, const char *key);
void emit_text(struct buf *b, str text); /* an absent one is null */
void emit_number(struct buf *b, long n);
void emit_bool(struct buf *b, bool is);
void emit_null(struct buf *b);
void emit_json(struct buf *b, str json); /* a value that is JSON already */

/* A member of an object. */
void emit_member_text(struct buf *b, const char *key, str text);
void emit_member_number(struct buf *b, const char *key, long n);
void emit_member_bool(struct buf *b, const char *key, bool is);

#endif
