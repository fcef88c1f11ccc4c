/* move: gives a note another name or path, and what links to it the new target.
 * The old name, file name and path are aliases first; then the file moves; then
 * the links, note by note; then the aliases go: at any instant every link leads
 * to the note. The plan stands in a file of the book's root until all is done,
 * so the same move, begun again, ends. Called with the book's lock held. */
#ifndef NT_MOVE_H
#define NT_MOVE_H

#include "change/relink.h"

#define MOVE_FILE ".nt-mv"

struct move {
	struct book *book;
	struct arena arena;
	str typed[2]; /* NAME NEWNAME, as on the command line */
	bool keep;    /* the old name as an alias */
	struct relink links;
	struct strs add; /* the aliases that are not there yet */
	bool no_aliases; /* there were none at all: they go with their key */
	bool begun;      /* by a run before this one */

	struct names names;
	struct strs paths;  /* of the notes whose links are looked at */
	struct strs unread; /* of the notes that do not parse */
	struct buf before;  /* the note as it was, and with the aliases */
	str with_aliases;
};

/* What is to be done; false: *answer says why nothing is, and the message is out. */
bool move_plan(struct move *m, struct book *b, const char *name, const char *new_name, bool keep, int *answer);
int move_make(struct move *m);                    /* the answer for finish(); prints what changed */
void move_patch(struct move *m, struct buf *out); /* what it would change */
void move_release(struct move *m);

/* Between planning and making. False: the message is out. */
bool move_keep_plan(struct move *m);
void move_drop_plan(struct move *m);
bool move_load(struct move *m, struct arena *a, struct buf *buf, str path, struct note *n);
bool move_refuse(struct move *m, str path, const char *reason);

#endif
