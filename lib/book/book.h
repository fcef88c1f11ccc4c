/* book: a folder of notes with book.md at its root; nt-note(5), "The book".
 * Finding it, its configuration, and the walk over its notes in path order.
 * No index and no cache: each walk reads the files as they are now. */
#ifndef NT_BOOK_H
#define NT_BOOK_H

#include "base/buf.h"
#include "base/map.h"
#include "note/note.h"
#include "base/opt.h"

#define BOOK_DEPTH 64 /* folders in folders */
#define BOOK_LOCK  ".nt-lock"

struct book {
	int fd;     /* the root; -1: no book */
	str root;   /* absolute, links resolved */
	str here;   /* the working directory within the book; absent: outside */
	str prefix; /* outside: what opens the root from the working directory, ends in '/' */
	struct config config;
	struct arena arena;        /* the run's: root, configuration */
	const struct map *unsaved; /* path -> str: read instead of the file, if there is one; NULL: none */
};

extern const struct opt book_options[]; /* -b, --book */

/* Set by who mends book.md, or prints nothing of a note: a configuration that cannot be read does not end the program,
 * and everything is private. */
extern bool book_mends;
/* The book of -b, of the working directory or of NT_BOOK. False: there is none; errors other than that end the program.
 */
bool book_find(struct book *b);
bool book_named(void); /* by -b */
/* For who serves a book and stays: the one at or above that folder, in which the working directory is taken to be its
 * root. Nothing ends the program. False: there is none. */
bool book_find_at(struct book *b, const char *folder);
void book_need(struct book *b); /* ends the program with a message that names the three ways and nt-init */
void book_release(struct book *b);

/* How a path of the book is called: opens from the working directory. */
str book_shown(const struct book *b, struct arena *a, str path);
/* A path as the user typed it -> relative to the book: by the working directory, else by the book.
 * Absent if there is nothing there or it is outside the book; "" is the root. */
str book_path(const struct book *b, struct arena *a, str typed);

/* What is read instead of that file; NULL: nothing. */
const str *book_unsaved(const struct book *b, str path);
bool book_ignores(
	const struct book *b, const char *path); /* by ignore of book.md; a folder's says nothing of what is below */

typedef bool visit_fn(struct note *n, void *ctx); /* false: enough */
struct book_walk {
	bool (*wanted)(str path, bool folder, void *ctx); /* NULL: all; asked before anything is read */
	visit_fn *visit;
	void *ctx;
};
extern bool (*book_gives_way)(void); /* if set, asked before each note: true ends the walk, which then was partly */
/* Visits every note in path order. What cannot be read is reported and left out: false then. The note lives until visit
 * returns. */
bool book_walk(struct book *b, const struct book_walk *w);
/* Reads one note into buf and the arena; nothing is parsed yet. False: errno says, nothing is printed. */
bool book_load(struct book *b, struct arena *a, struct buf *buf, str path, struct note *out);

#endif
