/* event: an entry as one person's: what happened, what is open, whom it favours.
 * Slices are the note's, lists live in the note's arena. */
#ifndef NT_EVENT_H
#define NT_EVENT_H

#include "note/note.h"

struct event { /* an entry as one person's */
	date date;     /* DATE_NONE: an open one without a date */
	enum entry_state state;
	char favor;    /* as entry_favor says; one that was done counts from its day on */
	bool contact;  /* whatever the day */
	bool box, is_private;
	bool by_hand;  /* last: of the front matter, which may tell of an entry again */
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

/* An entry of this note as an event; its slices are the note's. */
struct event event_of(struct note *n, const struct entry *e, date today);

/* The events a note makes for its own person (none unless its kind is person), in the order they
 * stand, `last:` as one where no entry is of that day. Allocated in the note's arena. */
struct events event_own(struct note *n, date today);
/* As entry_line, with this text: its own, or as a reader may see it. */
str event_line(struct arena *a, const struct event *e, str text);
/* Whether it tells that they came back to me: theirs (<), a favour got, or a met, meeting, lunch, coffee, dinner or
 * call without direction. */
bool event_answers(const struct event *e);
void event_add(struct arena *a, struct events *list, struct event e);
struct events events_copy(struct arena *a, struct events list); /* their slices are the same */

#endif
