/* page: people as one HTML page that refers to nothing outside of itself: who is
 * due, a card each, who knows whom. The cards are HTML and need no script; a small
 * script, the only one that the page's policy lets run, searches them and listens
 * to keys. Style and script are page.css and page.js, put in by the Makefile. */
#ifndef NT_PAGE_H
#define NT_PAGE_H

#include "query/pick.h"

/* Those whom the pick chooses, as that reader may see them. How many people. */
size_t page_write(struct pick *p, enum reader reader, struct buf *out);

#endif
