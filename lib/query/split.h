/* split: a query written as one text: terms at blanks, "a b" and 'a b' stay
 * together, a parenthesis stands for itself wherever it touches a term. */
#ifndef NT_SPLIT_H
#define NT_SPLIT_H

#include "book/book.h"

char **split_terms(struct arena *a, str query); /* NULL-ended */
/* The operands, those that hold a whole query taken apart: with several terms about fields, or with an operator
 * beside one of them or between words. "Ada Lovelace", "how:met at a fair", a pattern and a path that is
 * there are one term each. NULL-ended. */
char **split_operands(struct arena *a, const struct book *b, char **operands);
bool split_is_field(str term); /* key:text and the like, @list */

#endif
