/* join: what a new note says, put into the note that is there: fields it lacks,
 * items its lists lack, entries its log lacks. A field that still says what the
 * same source said last time (`from:`) takes the new value, and `from:` is kept
 * up to date; any other difference is left and told. Byte for byte as edit and log do it. */
#ifndef NT_JOIN_H
#define NT_JOIN_H

#include "note/note.h"

struct join_conflict {
	struct strs path; /* address, city */
	str ours, theirs; /* ours is absent: a text that stands in no field */
	size_t line;      /* of the field in the note as it is then; 0: none */
};

struct joined {
	str bytes;  /* the note then, in ours' arena; an edit that is refused is warned of, and the rest done */
	str source; /* who says it: the first key of from:, or absent */
	struct join_conflict *v;
	size_t n;
};

struct joined join_note(struct note *ours, struct note *theirs);
/* The front matter alone, and nothing of ours changes but that it gets more: whoever said it, from: too. */
struct joined join_fields(struct note *ours, struct note *theirs);
/* An entry as it stands in the note, what is nested in it included, without indent and marker. */
str join_source(struct note *n, const struct entry *e);
bool join_nested(struct note *n, const struct body_block *k); /* in an entry: it comes, or is there, with that */

#endif
