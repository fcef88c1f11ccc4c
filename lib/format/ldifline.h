/* ldifline: the lines of LDIF (RFC 2849): unfolded, without comments, base64 decoded;
 * and the parts of distinguished names (RFC 4514). What is not UTF-8 and no binary
 * value is read as Windows-1252. Everything lives in the arena or is of the text. */
#ifndef NT_LDIFLINE_H
#define NT_LDIFLINE_H

#include "base/arena.h"

struct ldifline {
	size_t line;       /* in the file, from 1 */
	str name;          /* in lower case, without options; empty: a line between records */
	str value;         /* trimmed */
	bool binary;       /* bytes that are no text */
	const char *wrong; /* why it says nothing; NULL: it is right */
	str whole;         /* unfolded, for messages */
};

struct ldiflines {
	struct arena *arena;
	str rest;
	size_t line; /* of rest */
};

bool ldifline_next(struct ldiflines *r, struct ldifline *out); /* false at the end */
/* The value of the first attribute of a name of that kind, cn of "cn=Ada,o=Acme"; absent: there is none. */
str ldifline_dn(struct arena *a, str dn, str attribute);
/* The same for the same, whatever its blanks, escapes and capitals; absent: no distinguished name. */
str ldifline_dn_key(struct arena *a, str dn);

#endif
