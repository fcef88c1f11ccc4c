/* plainblock: what a line of Markdown begins, as far as the line alone and one
 * word of what is above it can tell. Lines are given behind their indent, and
 * the marks of what they stand in, and without their end. */
#ifndef NT_PLAINBLOCK_H
#define NT_PLAINBLOCK_H

#include "base/str.h"

enum plainblock {
	PLAIN_UNSURE,
	PLAIN_TEXT,
	PLAIN_HEADING,
	PLAIN_UNDERLINE, /* of the paragraph above */
	PLAIN_RULE,
	PLAIN_ITEM,
	PLAIN_HOLLOW, /* an item without text */
	PLAIN_FENCE,
	PLAIN_COMMENT, /* of HTML */
	PLAIN_QUOTE
};

/* s: not blank. below: it could go on with a paragraph. */
enum plainblock plainblock_kind(str s, bool below);
bool plainblock_only_marks(str s); /* of rules, underlines and empty items */
/* A paragraph that begins so may be a link's definition, which is no text. */
bool plainblock_may_be_definition(str s);
size_t plainblock_fence(str s); /* the length of the code fence that s begins with, 0: none */
/* Whether s ends what that fence opened. */
bool plainblock_closes(str s, char fence, size_t length);
/* Whether the marks and blanks it begins with are few enough, wherever it stands, not to be taken for nesting. */
bool plainblock_is_flat(str line);

#endif
