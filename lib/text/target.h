/* target: the destination of a Markdown link and the title behind it, which
 * stand alike in [text](target "title") and in [label]: target "title". */
#ifndef NT_TARGET_H
#define NT_TARGET_H

#include "base/str.h"

/* The destination that stands at *at, without <>, as it is written; moves *at behind it. False: there is none. */
bool target_read(str s, size_t *at, str *target);
/* Moves *at behind the title that stands there. False: there is none. */
bool target_title(str s, size_t *at);

#endif
