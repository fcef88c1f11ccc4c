/* natural: the order that people expect of texts: "Agent 2" before "Agent 10". */
#ifndef NT_NATURAL_H
#define NT_NATURAL_H

#include "base/str.h"

/* Bytes as unsigned, but digits side by side as the number they are; 0: equal but for zeros in front. */
int natural_cmp(str a, str b);

#endif
