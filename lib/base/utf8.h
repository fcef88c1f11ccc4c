/* utf8: Unicode over utf8proc (utf8.c and fold.c alone include it): folding, order,
 * width, slugs. Results live in the arena, or are the argument itself when
 * nothing changes. Pure ASCII takes a short way. Never depends on the locale.
 * Bytes that are not UTF-8 pass unchanged. */
#ifndef NT_UTF8_H
#define NT_UTF8_H

#include "base/arena.h"
#include <stdint.h>

/* The bytes of the character that s begins with; 0: it begins with none, or not UTF-8. */
size_t utf8_next(str s, uint32_t *c);
size_t utf8_ascii(str s);                  /* bytes before the first that is not ASCII */
bool utf8_valid(str s, size_t *bad);       /* false: *bad is the offset of the first wrong byte */
str utf8_fold(struct arena *a, str s);     /* NFC and full case folding: names and links compare so */
str utf8_bare(struct arena *a, str s);     /* folded and without accents: what searches compare */
str utf8_letters(struct arena *a, str s);  /* its letters and digits alone */
str utf8_sortkey(struct arena *a, str s);  /* NFKD, no marks, folded; ties go by bytes */
bool utf8_contains(struct arena *a, str text, str bare_needle); /* needle as utf8_bare gives it */
size_t utf8_width(str s);                  /* terminal columns, by grapheme cluster */
size_t utf8_fit(str s, size_t columns);    /* bytes of the longest run of whole clusters that fits */
size_t utf8_letter(str s);                 /* bytes of the letter s begins with, 0 if it is none */
size_t utf8_capital(str s);                /* the same for a capital letter */
size_t utf8_alnum(str s);                  /* the same for a letter or digit */
str utf8_slug(struct arena *a, str s);     /* a file name without .md: lower case, words joined by "-" */

#endif
