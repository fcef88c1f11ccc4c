/* check_parts: the checks of which check is made, in the order they are run;
 * nobody else looks inside. */
#ifndef NT_CHECK_PARTS_H
#define NT_CHECK_PARTS_H

#include "check/mistakes.h"

void check_front(struct check *c); /* checkfront.c */
void check_names(struct check *c); /* checkname.c */
void check_links(struct check *c);
void check_html(struct check *c);
void check_entries(struct check *c); /* checkentry.c */
void check_private(struct check *c); /* checkprivate.c */
void check_items(struct check *c);   /* checkitem.c: what looks like an entry and is none */
void check_lines(struct check *c);   /* checkline.c: lines that are no items and would be entries */

#endif
