/* keptline: of which fields a line of a card tells that a note keeps under `vcard:`, so
 * that who may see a field may see the line (note/sight). */
#ifndef NT_KEPTLINE_H
#define NT_KEPTLINE_H

#include "base/arena.h"

/* The fields of nt-note(5) that its property is read as, the property's own name, its types and labels, folded. */
struct strs keptline_names(struct arena *a, str line);
/* EMAIL of "item1.EMAIL;TYPE=home:a@b.org", in capitals. */
str keptline_property(struct arena *a, str line);
/* item1 of "item1.ADR:...", folded; empty: it stands alone. */
str keptline_group(struct arena *a, str line);
/* What an X-ABLabel calls the other lines of its group, folded; absent: it is none. */
str keptline_label(struct arena *a, str line);

#endif
