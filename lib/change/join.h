/* join: what a new note says, put into the note that is there: fields it lacks,
 * items its lists lack, entries its log lacks. A field that still says what the
 * same source said last time (`from:`) takes the new value, and `from:` is kept
 * up to date; any other difference is left and told. Byte for byte as edit and log do it. */
#ifndef NT_JOIN_H
#define NT_JOIN_H

#include "change/joined.h"

struct joined join_note(struct note *ours, struct note *theirs);
/* The front matter alone, and nothing of ours changes but that it gets more: whoever said it, from: too. */
struct joined join_fields(struct note *ours, struct note *theirs);

#endif
