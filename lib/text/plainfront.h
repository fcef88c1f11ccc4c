/* plainfront: front matter that is nothing but keys with plain or simply quoted
 * values, lists of such and maps of such, as most is, read without libyaml. It
 * gives up where YAML leaves any doubt: anchors, escapes, plain values of
 * several lines, blank lines in block scalars, tabs. Its tree is the one that libyaml's events would have
 * given, places included. */
#ifndef NT_PLAINFRONT_H
#define NT_PLAINFRONT_H

#include "text/front.h"

/* out: its yaml set. line: as for front_parse. False: not plain; root is then of no use. */
bool plainfront_parse(struct arena *a, size_t line, struct front *out);

#endif
