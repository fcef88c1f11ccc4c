/* joined: what comes of a join. */
#ifndef NT_JOINED_H
#define NT_JOINED_H

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

#endif
