/* identity: which note of the book a new one is about: the one with its uid, if kind or name agrees; else
 * the one of whom the same source said last time the same name and email, whatever
 * was corrected since; else with one of its emails; else of its name, or an alias,
 * if one more field agrees, or if it says nothing that is not there already; else the
 * only one whom the same source called so, where it gives nobody a uid or an email, and calls one so in this run. Whose
 * name or birthday is another, or whose uid is by the same source, is somebody else,
 * whatever email they share, but for whom the source itself calls otherwise now. Texts compare without case and
 * accents, phone numbers by note/phone. */
#ifndef NT_IDENTITY_H
#define NT_IDENTITY_H

#include "change/known.h"

/* The paths of those that the note may be: none, the one, or several that fit equally well. In n's arena. */
struct strs identity_find(const struct known *k, struct note *n);
struct strs identity_sharing(const struct known *k, struct note *n); /* those with one of its emails */
str identity_namesake(const struct known *k, struct note *n);        /* one of its name and kind; absent: none */

#endif
