/* plainbody: a body as most are, read in one pass without libcmark: headings,
 * lists, paragraphs, rules, code, comments, and quotes of such. It answers only
 * where CommonMark leaves no doubt and gives up on all else: other HTML,
 * definitions, quotes and lists in each other but for lists in a quote,
 * headings and code that begin an item. Its blocks are those that libcmark's
 * tree would have given, byte for byte. */
#ifndef NT_PLAINBODY_H
#define NT_PLAINBODY_H

#include "text/body.h"

/* out: without blocks, its bytes set. False: not plain; what is in out then is of no use. */
bool plainbody_parse(struct arena *a, struct body *out);

#endif
