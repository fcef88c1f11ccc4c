/* exports: the formats of nt-export, a row each: what it takes of a note and how
 * it writes it. A format goes over the notes one by one (begin, note, end), or
 * over the whole pick in a way of its own (all). Writers are in format, what is
 * told in views; here is only who calls whom. The reader is the rest, whatever
 * the output is, until private parts are asked for. */
#ifndef NT_EXPORTS_H
#define NT_EXPORTS_H

#include "format/aliases.h"
#include "format/friends.h"
#include "query/pick.h"

struct exports {
	struct pick *pick;
	enum reader reader;
	struct buf out;         /* written so far and not yet printed */
	size_t count;           /* notes written */
	struct aliases aliases; /* of mutt */
	struct friends friends;
	struct arena keep; /* of what is told at the end */
	struct strs left;  /* fields that some note has and the format has no place for */
};

struct exports_format {
	const char *name; /* of -f */
	unsigned kinds;   /* KIND_PERSON and so on; 0: notes of every kind */
	void (*begin)(struct exports *e);
	void (*note)(struct exports *e, struct note *n, struct contact *c);
	void (*end)(struct exports *e);
	void (*all)(struct exports *e);
	bool (*takes)(str field); /* NULL: every one, or those that are asked for */
	const char *typed;        /* days and addresses that it has no place for when they are none */
};

/* NULL: there is none of that name. */
const struct exports_format *exports_named(str name);
/* Writes what the pick chooses to standard output; says so if that is nobody. */
void exports_write(const struct exports_format *f, struct pick *p, enum reader reader);

#endif
