/* labelput: values that a note has as maps with a label in them, [{label: home, value: x}],
 * brought to what a card says, map by map: what stays keeps all that it says, and what is
 * private in them stays. */
#ifndef NT_LABELPUT_H
#define NT_LABELPUT_H

#include "format/contact.h"

/* The list after it, in the arena. there: of the note; ours, card: what the note's card and the other one say; key: of
 * the field. NULL: nothing is left. */
struct value *labelput(
	struct note *n, const struct value *there, const struct contact *ours, const struct contact *card, str key);

#endif
