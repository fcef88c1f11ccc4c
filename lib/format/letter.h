/* letter: what a mail says: its subject and its text, RFC 5322 and 2045 to 2047 as
 * far as a reader of advice needs them: the first text/plain part, else the first
 * text/html one as text; quoted-printable and base64. Bounded: parts in parts to
 * LETTER_DEPTH, each byte read once a level. Charsets are not converted: UTF-8 and
 * ASCII are read, others pass as they stand. */
#ifndef NT_LETTER_H
#define NT_LETTER_H

#include "base/arena.h"

#define LETTER_DEPTH 4

struct letter {
	str subject, text; /* absent: none */
};

bool letter_likely(str text); /* it begins with header fields, as a mail does */
void letter_read(struct arena *a, str bytes, struct letter *out);

#endif
