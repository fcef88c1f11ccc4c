/* charset: text in other character sets as UTF-8, by iconv(3). */
#ifndef NT_CHARSET_H
#define NT_CHARSET_H

#include "base/arena.h"

/* In the arena; bytes that mean nothing in it become U+FFFD. Absent: no character set of that name is known. */
str charset_utf8(struct arena *a, str name, str bytes);
/* A whole file: without its byte-order mark, from UTF-16 where that says so; else the bytes as they are. */
str charset_marked(struct arena *a, str bytes);
/* What is no UTF-8 is taken for Windows-1252, of which Latin-1 is a part. */
str charset_guessed(struct arena *a, str text);

#endif
