/* template: text with {{word}} and {{word|else}} in it. What a word stands for is asked
 * of the caller; a value is text and never read as a template again. */
#ifndef NT_TEMPLATE_H
#define NT_TEMPLATE_H

#include "base/arena.h"
#include "base/diag.h"

/* The value of a word; absent: it has none, and *why says so, in the arena ("Ada has no phone"). */
typedef str template_lookup(struct arena *a, str word, str *why, void *ctx);

/* line: the number in its file of the text's first line. Absent: why says what is wrong. */
str template_fill(struct arena *a, str text, size_t line, template_lookup *lookup, void *ctx, struct fault *why);
/* Whether a word of the text begins so: "b." */
bool template_asks(str text, str begin);

#endif
