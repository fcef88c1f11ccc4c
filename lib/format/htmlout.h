/* htmlout: pieces of an HTML page (WHATWG) whose texts anybody may have written.
 * Text is escaped for content and for attributes in double quotes; a link is made
 * only of http, https, mailto and tel, and of nothing that could be another
 * scheme in a browser's eyes: all else stays text. */
#ifndef NT_HTMLOUT_H
#define NT_HTMLOUT_H

#include "base/buf.h"

void htmlout_text(struct buf *out, str text);
/* <tag class="name">text</tag>; name may be NULL; nothing for an empty text. */
void htmlout_element(struct buf *out, const char *tag, const char *name, str text);
void htmlout_url(struct buf *out, str url);                 /* a link that tells the other side nothing of the page */
void htmlout_mail(struct buf *out, str address);            /* of a bare address */
void htmlout_phone(struct buf *out, str number, str shown); /* of digits, with or without +; shown as it was written */

#endif
