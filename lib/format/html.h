/* html: the text of a page or a mail in HTML, as Markdown: headings, paragraphs,
 * items with their marks; without scripts, styles, comments and what else is not
 * read. A reader of our own, no parser of all HTML: one pass, no recursion, no
 * fault; what is never closed ends with the text, and tags it does not know are
 * nothing. */
#ifndef NT_HTML_H
#define NT_HTML_H

#include "base/arena.h"

bool html_likely(str text);               /* it begins as HTML does */
str html_text(struct arena *a, str html); /* no longer than a small multiple of it */

#endif
