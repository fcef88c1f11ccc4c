/* standing: what the events of a person add up to: contacts, favours, promises. */
#ifndef NT_STANDING_H
#define NT_STANDING_H

#include "note/sight.h"
#include "people/event.h"

#define STANDING_RECENT 8 /* the contacts that cadence: auto looks at */

struct standing {
	date first, last;    /* contacts up to today; DATE_NONE: none */
	date by_hand;        /* last:, counted, until an entry of that day comes */
	date told;           /* the last of them that is not private */
	int contacts;
	date recent[STANDING_RECENT]; /* the last days with a contact, each once, newest first */
	int recents;
	int gave, got, owe, owed, tasks;
};

void standing_init(struct standing *s);
void standing_add(struct standing *s, const struct event *e, date today);
struct standing standing_of(struct events events, date today, enum reader r); /* of those that r may see */

#endif
