/* termlist: a query written as one text, taken apart: terms at blanks, "a b" and
 * 'a b' stay together, a parenthesis stands for itself wherever it touches a term;
 * and a term at its operator. nt-query(7). */
#ifndef NT_TERMLIST_H
#define NT_TERMLIST_H

#include "base/arena.h"

struct strs termlist_read(struct arena *a, str query);
/* The length of the key that a term begins with, 0 if none; *op: what stands behind it. */
size_t termlist_key(str term, str *op);

#endif
