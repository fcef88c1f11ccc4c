/* sight: who may see what of a note. Private is what stands below a key, a label
 * or a heading that book.md calls so, at any depth, a map whose label or type
 * is such a word, and a line of a card that tells of such a field; nt-query(7),
 * "Output". Every face asks here, with the reader for whom it prints. */
#ifndef NT_SIGHT_H
#define NT_SIGHT_H

#include "note/note.h"

enum reader {
	READER_REST,     /* whoever it may be: a pipe, a file, annotations that travel */
	READER_TERMINAL, /* the owner, who looks at it */
	READER_STREAM,   /* the next tool, which gets every byte */
	READER_PRIVATE   /* asked for, by --private */
};

enum reader sight_of(int fd);                       /* a terminal's owner, or the rest */
bool sight_all(enum reader r);                      /* nothing is kept from this one */
bool sight_sees(enum reader r, bool is_private);
bool sight_key(enum reader r, struct note *n, str key); /* a field's name, the vault's word for it, or a.b */
bool sight_value(enum reader r, struct note *n, const struct value *v); /* by itself, not by what is above it */
/* As note_field; NULL too when r may see nothing of it, by its own key or what it stands in. */
const struct value *sight_field(enum reader r, struct note *n, str key);
bool sight_at(enum reader r, struct note *n, size_t at); /* what stands at that byte of the file */
bool sight_bytes(enum reader r, struct note *n, str part); /* all of it, a slice of the note's bytes */
/* The note's bytes, with "(private)" for each line that r may not see. */
str sight_lines(enum reader r, struct note *n);
/* What r may call the note: its name, or where that is private the file's. */
str sight_name(enum reader r, struct note *n);
bool sight_whole(enum reader r, struct note *n);    /* there is nothing in it that r may not see */
/* As front_texts, those that r may see. */
struct strs sight_inside(enum reader r, struct note *n, const struct value *v);
struct strs sight_texts(enum reader r, struct note *n, str key); /* as note_texts, those that r may see */
str sight_text(enum reader r, struct note *n, str key);          /* the first of them; absent: none */

#endif
