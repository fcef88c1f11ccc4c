/* checkbook: what nt-check has to know of the whole book before it looks at one
 * note: what names mean, whom entries mention, and who has which name, email
 * and uid (as hashes). And which notes it was asked to look at. */
#ifndef NT_CHECKBOOK_H
#define NT_CHECKBOOK_H

#include "base/hashes.h"
#include "base/map.h"
#include "people/load.h"

enum checkbook_held {
	HELD_NAME,  /* a name or alias that a note gives itself */
	HELD_FILE,  /* the file name, bare, in the folder of its kind: what a NAME on a command line means first */
	HELD_OTHER, /* what links find it by too: the file name, the heading of a daily note */
	HELD_EMAIL,
	HELD_UID
};

#define CHECKBOOK_TASKS 20 /* kinds that say what is to be done */

struct checkbook {
	struct book *book; /* fd -1: none */
	struct people people;
	struct load load;                /* what all cadences ask for */
	bool all;                        /* nothing was chosen */
	struct map chosen;               /* path -> what it is: chosen, or a folder on the way */
	struct hashes holders;           /* of names, emails and uids: the ids of their notes */
	unsigned tasks[CHECKBOOK_TASKS]; /* how many entries without a box are of each such kind */
	struct map kinds;                /* of dated entries, in lower case -> whether there are several */
	struct map broken;               /* file names, folded, of notes that said something when they were read */
	struct arena arena;
	void (*visit)(struct note *n, int id, void *ctx); /* what else is kept of each note; NULL: nothing */
	void *ctx;
};

/* Walks the book, if there is one. visit, if given, sees each note on the way. */
void checkbook_read(struct checkbook *cb, struct book *b, void (*visit)(struct note *n, int id, void *ctx), void *ctx);
/* For diag_hook while a book is found: takes what notes are wrong about; what is no note's is printed. */
bool checkbook_hear(str path, size_t line, size_t col, str text);
/* Whether the target may be a note that could not be read. */
bool checkbook_may_be_broken(const struct checkbook *cb, struct arena *scratch, str target);
/* Paths of files and folders as typed; none: the whole book. False: one is not there, or not in the book; the message
 * is out. */
bool checkbook_choose(struct checkbook *cb, char **typed);
bool checkbook_chosen(const struct checkbook *cb, str path, bool folder); /* for a folder: or something below it */
/* Ids of the notes that have it, in path order, but not id; at most so many. How many were put. */
size_t checkbook_holders(const struct checkbook *cb, struct arena *scratch, enum checkbook_held what, str text, int id,
	int *out, size_t most);
/* Whether a kind says what is to be done, as ask and buy do, and no other entry without a box has it. */
bool checkbook_like_task(const struct checkbook *cb, str kind);
/* Whether several dated entries of the book have that kind. */
bool checkbook_has_kind(const struct checkbook *cb, str kind);
/* Whether the note's name is one that it gives itself: no heading of a daily note. */
bool checkbook_gives_name(struct note *n);
/* The line of .gitattributes with merge=nt when git knows no such driver; 0: it does, or there is no git. */
size_t checkbook_driver_missing(const struct book *b, const char **why);
void checkbook_release(struct checkbook *cb);

#endif
