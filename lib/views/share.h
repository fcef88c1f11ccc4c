/* share: what of a note may be given to strangers: of techniques, advice and
 * lists what names nobody of the book and tells no way to reach anybody. Left out
 * are sentences, list items, headings and lines of code that do, or may; entries;
 * what is private; HTML; of the front matter all but what the kind is about. A note
 * whose own name is somebody's stays home. Anything doubtful stays home. */
#ifndef NT_SHARE_H
#define NT_SHARE_H

#include "people/index.h"
#include "query/pick.h"
#include "views/sharenames.h"

struct share {
	struct pick *pick;
	struct sharenames names;
	struct map paths;     /* of notes of these kinds, in the names' arena */
	struct arena scratch; /* reset for each text */
	size_t left_out;      /* places, of all notes */
};

/* Reads the book. False: a part of it cannot be read, so nobody knows who is in it; the message is out. */
bool share_begin(struct share *s, struct pick *p);
bool share_kind(struct note *n); /* of those that may be shared */
/* The bytes of what may be shared, a new note, in its arena; absent: it stays home, why is told. */
str share_note(struct share *s, struct note *n);
void share_release(struct share *s);

#endif
