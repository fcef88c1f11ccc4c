/* yamlwords: what is wrong with YAML, in words that say what to write instead.
 * libyaml tells what it expected; a person wants to know which quotes are missing. */
#ifndef NT_YAMLWORDS_H
#define NT_YAMLWORDS_H

#include "base/str.h"

/* yaml: all of it; *at: where it stopped, moved to where what is wrong begins; context: where that part began.
 * Absent: there is nothing better to say than libyaml does. Quotes nothing of the text. */
str yamlwords(str yaml, size_t *at, size_t context, str problem);

#endif
