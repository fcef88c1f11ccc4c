/* nobody: an entry that was meant as a contact or a favour, in a note of no
 * person, counts for whom it links to; with nobody it would be lost unseen. */
#ifndef NT_NOBODY_H
#define NT_NOBODY_H

#include "note/note.h"

/* Says so where the entry, as it is written into n, is with nobody, or a mention of somebody alone. */
void nobody_tell(struct note *n, str entry);

#endif
