/* vcardline: the content lines of vCard 2.1, 3.0 and 4.0 (RFC 6350, RFC 2426, vCard 2.1 of
 * versit), as programs write them: unfolded, also in the middle of a character; soft
 * breaks of quoted-printable joined; base64 to its blank line; names and parameters
 * read with RFC 6868 and with the bare words of 2.1. Everything lives in the arena. */
#ifndef NT_VCARDLINE_H
#define NT_VCARDLINE_H

#include "base/arena.h"

#define VCARDLINE_ODD "X-NT-LINE" /* its text is a line that other programs could not read, and read as that line */

struct vcardparam {
	str name, value; /* one of several values each; names in capitals, TYPE for a bare word */
};

struct vcardline {
	size_t line;     /* in the file, from 1 */
	str group, name; /* item1, TEL: in capitals; group empty: none */
	struct vcardparam *params;
	size_t param_count;
	str value; /* as it stands, escapes and all, but in UTF-8 and without transfer encoding, unless it is binary */
	str whole; /* the line unfolded, as vCard 3 and 4 have it: what is kept */
	str bytes; /* as it stands in the card, folds, line ends and blank lines before it, too */
	bool binary; /* base64 */
	bool bare;   /* a parameter is a word of 2.1 */
};

struct vcardlines {
	struct arena *arena; /* lines live in it */
	str rest;
	size_t line; /* of rest */
	bool good;   /* false after vcardline_next has found a line that is none: no name, no colon */
};

bool vcardline_next(struct vcardlines *r, struct vcardline *out);     /* false at the end */
bool vcardline_one(struct arena *a, str line, struct vcardline *out); /* false: it is none, or several */
/* The lines of the first card, without its BEGIN and END and what is no line. */
struct vcardline *vcardline_card(struct arena *a, str bytes, size_t *n);
/* The first value of the parameter; absent: it has none. */
str vcardline_param(const struct vcardline *l, str name);
bool vcardline_has(const struct vcardline *l, str name, str value); /* without case */
/* From 1, most preferred, to 100; one more: it does not say (RFC 6350, 5.3). */
#define VCARDLINE_NO_PREF 101
int vcardline_pref(const struct vcardline *l);
/* ;NAME=value as RFC 6868 has it, in quotes where it needs them. */
void vcardline_put_param(struct buf *b, str name, str value);
/* item1.TEL;TYPE=home, up to the colon, with those parameters. */
void vcardline_put_head(struct buf *b, const struct vcardline *l, bool (*keeps)(const struct vcardparam *));
bool vcardline_is_name(str s); /* capitals, digits and hyphens */

#endif
