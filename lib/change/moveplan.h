/* moveplan: what a move is going to do, all of it looked at before anything is
 * written, and kept in a file of the book's root until it is done, so that a
 * move that was stopped, begun again, ends. Called with the book's lock held. */
#ifndef NT_MOVEPLAN_H
#define NT_MOVEPLAN_H

#include "change/relink.h"

#define MOVEPLAN_FILE ".nt-mv"

struct moveplan {
	struct book *book;
	struct arena arena;
	str typed[2]; /* NAME NEWNAME, as on the command line */
	bool keep;    /* the old name as an alias */
	struct relink links;
	struct strs aliases; /* that it has */
	struct strs add;     /* those that it gets until all is done */
	bool no_aliases; /* there were none at all: they go with their key */
	bool begun;      /* by a run before this one */

	struct names names;
	struct strs paths;  /* of the notes whose links are looked at */
	struct strs unread; /* of the notes that do not parse */
	bool partly;        /* something of the book could not be read */
	struct buf before;  /* the note as it was, and with the aliases */
	str with_aliases;
};

/* What is to be done, with NULL for the names what a move that was stopped has left; false: *answer says why nothing
 * is, and the message is out. */
bool moveplan_make(struct moveplan *m, struct book *b, const char *name, const char *new_name, bool keep, int *answer);
/* Forgets the move that was stopped, whatever stands in its file. The answer for finish(). */
int moveplan_abort(struct moveplan *m, struct book *b);
void moveplan_hint(const struct moveplan *m); /* says how a move that was stopped ends */
/* Between planning and making. False: the message is out. */
bool moveplan_keep(struct moveplan *m);
bool moveplan_drop(struct moveplan *m);
bool moveplan_look(struct moveplan *m, str path, bool *there); /* false: it cannot be told, the message is out */
bool moveplan_load(struct moveplan *m, struct arena *a, struct buf *buf, str path, struct note *n);
bool moveplan_refuse(struct moveplan *m, str path, const char *reason);

#endif
