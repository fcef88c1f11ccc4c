/* shelf: the book as it was last read from disk, with what the editor held then: what nt-check asks of it, and of
 * each note what is offered while somebody types. It is one reading: when a file is
 * another by its modification time, the whole is read again, into a new shelf. Nothing is kept
 * on disk. */
#ifndef NT_SHELF_H
#define NT_SHELF_H

#include "check/checkbook.h"
#include "people/graph.h"
#include "views/rank.h"

struct shelf_note { /* by id of the people's index */
	struct rank rank;
	str name, kind; /* what the rest may see: it is shown without being asked for */
	struct strs aliases;
	str bare; /* all by which it is found, as searches compare, a line each */
};

struct shelf_word {
	str text;
	size_t n; /* how often */
};

struct shelf_words {
	struct shelf_word *v; /* the most used first */
	size_t n;
	struct map known;
};

struct shelf {
	struct book book;
	struct checkbook all;
	struct arena arena;
	struct shelf_note *notes;
	size_t n;
	struct shelf_words keys, tags, kinds, entries; /* entries: kinds of entries */
	struct graph graph;                            /* who knows whom, as the owner may see it */
	struct graphread ties;                         /* while it is read */
	uint64_t seen;                                 /* of all files, their times and sizes */
	double seconds;                                /* that it took to read */
};

/* The book at or above a folder, unsaved read in the place of files (see book.h). NULL: there is none, or gives_way
 * said to stop. */
struct shelf *shelf_read(str folder, const struct map *unsaved, bool (*gives_way)(void));
/* Asks the disk: a file was changed, came or went, or it is another day. */
enum shelf_look { SHELF_SAME, SHELF_OLD, SHELF_STOPPED /* by gives_way, before it was known */ };
enum shelf_look shelf_look(struct shelf *s, bool (*gives_way)(void));
/* What links to a note best say: its name, if that is its alone and can be written, else its file's name or path. */
str shelf_link(const struct shelf *s, struct arena *a, int id);
str shelf_path(const struct shelf *s, int id); /* of the note; absent: id is no note's */
void shelf_release(struct shelf *s);

#endif
