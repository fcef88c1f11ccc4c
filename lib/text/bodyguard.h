/* bodyguard: which texts libcmark is not given. It takes above 10 s for some of
 * 100 KB: it looks at every open container for each line, and at a paragraph's
 * brackets and stars in quadratic time. Both are counted from the lines alone;
 * the limits are those of body.h. */
#ifndef NT_BODYGUARD_H
#define NT_BODYGUARD_H

#include "base/diag.h"
#include "text/lines.h"

/* False: *why has the line and what is wrong with it, in static memory. */
bool bodyguard_admits(const struct lines *l, struct fault *why);

#endif
