/* journal: entries over many notes, in time order: those of the notes chosen, and
 * of the other notes that are no person's those which link to a person chosen.
 * Each entry once, whoever it is about. Of a note only what an entry needs is kept. */
#ifndef NT_JOURNAL_H
#define NT_JOURNAL_H

#include "base/map.h"
#include "note/sight.h"
#include "query/pick.h"

struct journal_line {
	struct event event; /* its slices are the journal's */
	int clock;          /* seconds of the day; -1: no time */
	bool settled;       /* stands in the order by its date; else behind all that do */
	str home;           /* the name of the note where it stands */
	const int *people;  /* ids of whom it is about, in the order they are named */
	size_t people_count;
	struct strs links; /* targets as written; with keep_links */
};

struct journal {
	struct pick *pick;
	struct date_range days;
	struct strs kinds; /* folded; none: all */
	bool open;         /* what is to be done only, by the day on which it is due */
	bool past;         /* what happened until today: no box that is open, unless kinds ask for its kind */
	bool reverse;      /* newest first */
	enum reader reader;
	bool keep_links;
	void (*also)(struct note *n, void *to); /* sees each note chosen on the way; NULL: nobody does */
	void *to;
	int technique; /* id of the note that an entry has to link to; NAMES_NONE: any */

	struct journal_line *v;
	size_t n;

	/* its own affairs */
	date today;
	bool *chosen; /* persons by id, as names */
	str *names;
	struct map seen; /* paths of all that was chosen */
	struct arena scratch;
};

/* Sets up an empty one that asks for everything; the people of the book are read. */
void journal_begin(struct journal *j, struct pick *p);
/* Asks for entries that link to this technique. False: there is none, and the message is out. */
bool journal_about(struct journal *j, const char *technique);
/* Reads the notes that the pick chooses and sorts what they give. */
void journal_read(struct journal *j);
/* Whether a note has such an entry, of its own or one that links to it, for a note at a time. */
bool journal_has(struct journal *j, struct note *n);
/* Whom the line is about, by name; else the note where it stands. In the arena. */
struct strs journal_names(struct journal *j, struct arena *a, const struct journal_line *line);
/* Days since it should have been done; 0: it is not late. */
int journal_overdue(const struct journal *j, const struct event *e);
void journal_release(struct journal *j);

#endif
