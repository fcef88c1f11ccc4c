/* index: what the notes of a book say about each person: names, and the events of
 * other notes that mention them. Read from the book once a run; a person's own
 * entries are read from the note at hand. */
#ifndef NT_INDEX_H
#define NT_INDEX_H

#include "book/book.h"
#include "book/names.h"
#include "people/backlink.h"
#include "people/standing.h"

struct people {
	struct arena arena;
	struct names names;
	date today;
	int me;                 /* id of the note about oneself; negative: none */
	bool *persons;          /* by id: the note's kind is person */
	struct events events;   /* of all notes that are no person's */
	struct event_mention {        /* sorted by person */
		int person, event;
	} *mentions;
	size_t mention_count;
	struct list **lists;    /* those that want their people verified: lists.h */
	size_t list_count;
	struct goal **goals;    /* those that are open: goals.h */
	size_t goal_count;
	struct refreshes *refreshes; /* by id; NULL: nobody's data are to be verified: refresh.h */
	struct backlinks *backlinks;
};

/* Reads the whole book. visit, if given, sees each note with its id on the way, before mentions are known. */
void people_read(struct people *p, struct book *b, void (*visit)(struct note *n, int id, void *ctx), void *ctx);
/* The note's id; NAMES_NONE: p is NULL, or the note is new or not in the book. */
int people_id(const struct people *p, const struct note *n);
bool people_is_person(const struct people *p, int id);
/* The mentions of one person, for a loop from first to end over p->mentions. */
void people_mentions(const struct people *p, int id, size_t *first, size_t *end);
/* Own events and mentions, oldest first, those without a date last. In the note's arena. p may be NULL. */
struct events people_events(struct note *n, const struct people *p, date today);
void people_release(struct people *p);

#endif
