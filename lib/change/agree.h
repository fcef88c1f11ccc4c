/* agree: whether what two notes say of who they are about can be true of one and the same. Texts are as searches
 * compare them (utf8_bare). */
#ifndef NT_AGREE_H
#define NT_AGREE_H

#include "base/str.h"

/* A name of the one may be a name of the other; so it is if one of them says none. parts: names may be given in part,
 * in another order or by initials, as those of persons are: "lovelace, a." is "ada lovelace". */
bool agree_names(struct strs x, struct strs y, bool parts);
/* One date of which each may know a part: --11-23 and 1990-11-23. False also if one is no date. *more: the second knows
 * something that the first does not. */
bool agree_dates(str x, str y, bool *more);

#endif
