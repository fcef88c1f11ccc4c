/* drafts: the templates that come with nt, as the notes they would be. */
#ifndef NT_DRAFTS_H
#define NT_DRAFTS_H

#include "base/str.h"

struct drafts_shipped {
	const char *name, *text;
};

extern const struct drafts_shipped drafts_shipped[]; /* a name of NULL ends them */

#endif
