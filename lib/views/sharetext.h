/* sharetext: what in a text tells of somebody whoever it is: a way to reach them
 * (an address, also one that is spelled out, a number of a telephone, a handle, a
 * page about a person), or something that hides what stands there. What may be one
 * counts as one. Pure. */
#ifndef NT_SHARETEXT_H
#define NT_SHARETEXT_H

#include "base/arena.h"

/* Without what is not seen and could part a word (soft hyphens, joiners, turns of direction), digits of all scripts as
 * ours. */
str sharetext_plain(struct arena *a, str text);
str sharetext_decoded(struct arena *a, str text); /* %41 as A */
bool sharetext_hides(str text); /* as it stands: letters that are not what they look like, or read backwards */
bool sharetext_reaches(str plain);
/* The next address of a page in *rest, without https:// and www. and what follows ? or #; moves behind it. */
bool sharetext_url(str *rest, str *url);
/* The digits of the next number in *rest, 2026-11-24 is none; moves behind it. */
bool sharetext_number(struct arena *a, str *rest, str *digits);

#endif
