/* sayings: all that a note says of whom it is about, key by key under our names,
 * by which notes are compared: names (aliases too) under "name", the uids of a
 * source under "uid:google", and what a source said last time under SAID_BY.
 * Texts compare without case and accents, line ends and runs of blanks as one blank, phone numbers by
 * note/phone, as nt-dup compares them. */
#ifndef NT_SAYINGS_H
#define NT_SAYINGS_H

#include "note/note.h"

/* "said by google all", as it stands in from; "name": it with an email, or a phone; "called": it alone; "unreached":
 * it, where there is no email and no uid; "email"; "birthday" */
#define SAID_BY "said by "

struct said {
	str key, form; /* form is the text as it is compared */
};

struct sayings {
	struct said *v;
	size_t n;
	struct strs names, birthdays;
};

bool said_is_name(const struct said *s);
struct sayings sayings_of(struct note *n); /* in its arena */
/* A text of a field as it is compared. */
/* country: note_country, of a phone. */
str sayings_form(struct arena *a, str key, str text, str country);
/* Of each address in a text of email, "Ada <a@b.org>", and each number in one of phone. */
struct strs sayings_forms(struct arena *a, str key, str text, str country);

#endif
