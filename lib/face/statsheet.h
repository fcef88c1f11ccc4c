/* statsheet: the figures of a network for a reader: a table with a sparkline for each
 * measure, a bar for each channel and goal; or all of them as one figure in SVG. */
#ifndef NT_STATSHEET_H
#define NT_STATSHEET_H

#include "base/buf.h"
#include "views/statslearn.h"

/* learn: what is learnt, too; NULL: not asked. */
void statsheet_print(struct stats *s, const struct statslearn *learn); /* on standard output */
void statsheet_figure(struct stats *s, const struct statslearn *learn, struct buf *out);
str statsheet_title(struct arena *a, const struct stats *s); /* "46 people, 2025-12 to 2026-11" */

#endif
