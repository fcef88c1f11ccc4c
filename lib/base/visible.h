/* visible: the two steps by which text that would drive a terminal is made
 * visible: ^[ for ESC, <U+009B> for C1, bidi overrides and the like, \xNN for
 * bytes that are not UTF-8. term.h does it for whole texts. */
#ifndef NT_VISIBLE_H
#define NT_VISIBLE_H

#include "base/str.h"

#define VISIBLE_FORM 12

size_t visible_plain(str s); /* the bytes at the start of s that may stay */
/* The form of the character that s begins with, ended by NUL; returns its bytes in s. Tab and line ends are a blank. */
size_t visible_form(str s, char form[VISIBLE_FORM]);

#endif
