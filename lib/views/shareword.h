/* shareword: the words of a text as names are compared: letters, digits and the
 * accents behind them; in the form of base/latin. */
#ifndef NT_SHAREWORD_H
#define NT_SHAREWORD_H

#include "base/arena.h"

bool shareword_next(str *rest, str *word); /* takes the next one off; false at the end */
str shareword_form(struct arena *a, str word);
bool shareword_everyday(str bare);           /* a word that people are called by, too: will, may, art */
bool shareword_is_run(str word);             /* of a script without blanks: Chinese, Japanese, Korean, Thai */
size_t shareword_count(str s);               /* characters */
size_t shareword_bytes(str s, size_t count); /* the bytes of so many */

#endif
