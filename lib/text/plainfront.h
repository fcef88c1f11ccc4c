/* plainfront: front matter as most is, read without libyaml: keys, quoted or
 * not, texts that stay on their line, in quotes with the common escapes, lists
 * and maps of such, in brackets too, [[links]], block scalars without blank
 * lines. It gives up where YAML leaves any doubt: anchors, tags, texts of
 * several lines, tabs, U+2028. Its tree is the one that libyaml's events would
 * have given, places included. */
#ifndef NT_PLAINFRONT_H
#define NT_PLAINFRONT_H

#include "text/front.h"

/* out: its yaml set. line: as for front_parse. False: not plain; root is then of no use. */
bool plainfront_parse(struct arena *a, size_t line, struct front *out);

#endif
