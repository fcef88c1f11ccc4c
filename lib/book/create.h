/* create: a new note of the book: its file name, its first bytes. */
#ifndef NT_CREATE_H
#define NT_CREATE_H

#include "book/book.h"

bool create_free(const struct book *b, str path); /* nothing is there, and a dry run has put nothing there */
/* The path for a note of that name and kind: the kind's folder and the name's slug, with -2, -3 ... while taken. In a.
 */
str create_path(struct book *b, struct arena *a, str name, str kind);
/* templates/KIND.md with {{name}}, {{date}}, {{kind}} filled in (quoted in the front matter where need be), else the
 * least that a note needs. In a; absent: a template that cannot be read or filled in, the message is out. */
str create_bytes(struct book *b, struct arena *a, str name, str kind, str path);
/* The path of a note that has one of these names (as name, alias or file name) or emails already, without case and
 * accents; absent: none. *all: false if there may be one, for not all of the book could be read. In the book's arena. */
str create_clash(struct book *b, struct strs names, struct strs emails, bool *all);

#endif
