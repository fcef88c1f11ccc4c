/* resolve: the one note that a NAME on a command line means; nt-query(7), "Names".
 * A path, else the file of that name (or of its slug) in the folder of its kind
 * if that note answers to the NAME and has no numbered twin: a look, whatever
 * the size of the book. Only else the whole book is read. */
#ifndef NT_RESOLVE_H
#define NT_RESOLVE_H

#include "book/book.h"

/* The note's path, in the book's arena. On a terminal, asks when several fit. Absent: the message, with what would
 * work, is out; none tells a NAME that fits nothing (no message then). */
str resolve_name(struct book *b, str name, bool *none);

/* The same; of two that have that very NAME the one that is not at the path except. */
str resolve_other(struct book *b, str name, str except, bool *none);

/* The person whose file has that NAME, at a look; absent: none has, or the whole book would have to tell. */
str resolve_file(struct book *b, str name);

str resolve_my_name(struct book *b); /* that of the note that resolve_me finds, in the book's arena; absent: none */
/* The note that me of book.md names, in the book's arena; absent: there is none, or no such note. */
str resolve_me(struct book *b);

/* The technique that a NAME means, of all techniques, in buf and the arena; false: the message is out. */
bool resolve_technique(struct book *b, struct arena *a, struct buf *buf, str name, struct note *out);

#endif
