/* sortname: a sort-name follows the name that it sorts, where it says no more than that did. */
#ifndef NT_SORTNAME_H
#define NT_SORTNAME_H

#include "format/contact.h"

/* bytes, with the sort-name of the card if the note's, n before it, was what the agreed card said and that is said no
 * more. Absent: they cannot be written so, why. */
str sortname_follow(
	struct note *n, str bytes, const struct contact *agreed, const struct contact *card, struct fault *why);
/* Says so, where the note has another name after and still the sort-name of the one it had. */
void sortname_tell(struct note *before, str after);
/* bytes, with a sort-name that said the old name the other way round, Lovelace, Ada, saying the new one. Absent: they
 * cannot be written so, why. */
str sortname_renamed(struct note *n, str bytes, str old_name, str name, struct fault *why);
/* Whether it shares no word with the name and the aliases, in letters of one alphabet: it sorts somebody else. */
bool sortname_strange(struct note *n);

#endif
