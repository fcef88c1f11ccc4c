/* friends: people and what one did with them as friends keeps them (friends.md,
 * github.com/JacobEvelyn/friends): activities and notes, newest first, each once;
 * friends with aliases, city and tags; places: those given, these cities and what
 * _stands so_ in an activity. What would end a name or begin another line is left out of it. */
#ifndef NT_FRIENDS_H
#define NT_FRIENDS_H

#include "base/date.h"
#include "base/map.h"
#include "format/contact.h"

struct friends {
	struct arena arena;
	struct strs activities, notes, friends, places; /* lines */
	struct map seen;
};

/* In the order in which they are to stand. text: with **Name** and _Place_; is_note: no activity, but a note. */
void friends_activity(struct friends *f, date day, str text, bool is_note);
void friends_friend(struct friends *f, const struct contact *c);
void friends_place(struct friends *f, const struct contact *c);
str friends_name(struct arena *a, str name);          /* as it may stand there */
void friends_end(struct friends *f, struct buf *out); /* all of it, then empty */

#endif
