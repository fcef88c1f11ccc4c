/* latin: the letters of a name as they are compared over scripts and spellings:
 * Cyrillic and Greek in Latin letters, Müller and Mueller alike, Sergey and
 * Sergei alike. Nobody is to read it. */
#ifndef NT_LATIN_H
#define NT_LATIN_H

#include "base/arena.h"

/* One word, as utf8_bare gives it. In the arena. */
str latin_form(struct arena *a, str word);

#endif
