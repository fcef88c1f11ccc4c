/* bodyguard: which texts libcmark is not given. It takes above 10 s for some of
 * 100 KB: it looks at every open container for each line, and at a paragraph's
 * brackets and stars in quadratic time. Both are counted from the lines alone;
 * a text past the limits is read by lines. */
#ifndef NT_BODYGUARD_H
#define NT_BODYGUARD_H

#include "base/diag.h"
#include "text/lines.h"

#define BODY_BYTES ((size_t)4 << 20) /* parsed as Markdown (250 times as much memory at worst); a larger body is read by lines */
#define BODY_DEPTH 100                /* levels of markers and indent in one line */
#define BODY_RUN ((size_t)64 << 10)   /* bytes of one run of text (libcmark is quadratic in a paragraph) */
#define BODY_RUNS ((size_t)1 << 20)   /* bytes in all runs over 4 KiB; bytes of markup in a body larger than that */
#define BODY_STEPS ((size_t)1 << 26)  /* lines times levels in such a body */

/* False: *why has the line and what is wrong with it, in static memory. */
bool bodyguard_admits(const struct lines *l, struct fault *why);

#endif
