/* rename: a note's own name, where it stands (the field, the first heading, the
 * file), and its aliases. Each change takes and gives the bytes of the whole note, in n's arena. */
#ifndef NT_RENAME_H
#define NT_RENAME_H

#include "note/note.h"

bool rename_by_file(struct note *n); /* neither a field nor a heading says the name */
/* With the new name in the field and, if it said the old one, in the heading; a sort-name follows. Absent and why: at that path it would not
 * be the note's name then. */
str rename_note(struct note *n, str old_name, str name, str path, struct fault *why);
str rename_add(struct note *n, str bytes, struct strs aliases, struct fault *why);
/* last: the key goes with the last of them. */
str rename_take(struct note *n, str bytes, struct strs aliases, bool last, struct fault *why);

#endif
