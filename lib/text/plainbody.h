/* plainbody: a body that is nothing but headings, bullet items and paragraphs,
 * as most are, read in one pass without libcmark. It answers only where
 * CommonMark leaves no doubt and gives up on all else: code, HTML, quotes,
 * numbers, rules, definitions, tabs. Its blocks are those that libcmark's tree
 * would have given, byte for byte. */
#ifndef NT_PLAINBODY_H
#define NT_PLAINBODY_H

#include "text/body.h"

/* out: without blocks, its bytes set. False: not plain; what is in out then is of no use. */
bool plainbody_parse(struct arena *a, struct body *out);

#endif
