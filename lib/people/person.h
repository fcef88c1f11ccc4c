/* person: what the notes of a book say about each person: events (entries in
 * their own note, and entries of other notes that link to them) and the standing
 * they add up to. An index of names and mentions is read from the book once a
 * run; a person's own entries are read from the note at hand. */
#ifndef NT_PERSON_H
#define NT_PERSON_H

#include "people/backlink.h"
#include "book/book.h"
#include "book/names.h"

struct event { /* an entry as one person's */
	date date;     /* DATE_NONE: an open one without a date */
	enum entry_state state;
	char favor;    /* as entry_favor says */
	bool contact;  /* whatever the day */
	bool box, is_private;
	char dir;
	str time, kind, text;
	str path;      /* of the note where it stands */
	size_t line;   /* there */
	size_t order;  /* among those of one date */
};

struct events {
	struct event *v;
	size_t n;
};

#define RECENT 8 /* the contacts that cadence: auto looks at */

struct standing {
	date first, last;    /* contacts up to today; DATE_NONE: none */
	int contacts;
	date recent[RECENT]; /* the last days with a contact, each once, newest first */
	int recents;
	int gave, got, owe, owed, tasks;
};

void standing_init(struct standing *s);
void standing_add(struct standing *s, const struct event *e, date today);

/* An entry of this note as an event; its slices are the note's. */
struct event person_event(struct note *n, const struct entry *e, date today);

/* The events a note makes for its own person (none unless its kind is person), in the order they
 * stand, `last:` as one. Allocated in the note's arena. */
struct events person_own_events(struct note *n, date today);

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
	struct refresh *refreshes; /* by id; NULL: nobody's data are to be verified: refresh.h */
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
struct events person_events(struct note *n, const struct people *p, date today);
struct standing person_standing(struct note *n, const struct people *p, date today);
void people_release(struct people *p);

#endif
