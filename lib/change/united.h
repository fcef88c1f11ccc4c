/* united: the bytes of one note of two: what unite writes, nothing else. */
#ifndef NT_UNITED_H
#define NT_UNITED_H

#include "note/note.h"

struct united {
	str bytes;         /* absent: it cannot be, why says so */
	struct fault why;
	const char *whose; /* shown: the note at fault */
	struct strs kept;  /* keys whose other value stands below from: */
	size_t entries;    /* that came into the log */
	bool text;         /* and text at the end */
};

/* other as it is to read at note's path. In note's arena. aliases: what note is also called then. */
struct united united_note(struct note *note, struct note *other, struct strs aliases);

#endif
