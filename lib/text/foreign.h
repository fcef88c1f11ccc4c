/* foreign: text that somebody else wrote (a card's NOTE) in a body. What would be a heading, an item, an entry, a rule,
 * HTML, a fence or a definition at the beginning of a line stands behind a backslash, as CommonMark has it, and reads
 * as text; every text comes back as it was. */
#ifndef NT_FOREIGN_H
#define NT_FOREIGN_H

#include "base/arena.h"

str foreign_write(struct arena *a, str text); /* as it stands in a body */
str foreign_read(struct arena *a, str lines); /* such lines as the text they were */

#endif
