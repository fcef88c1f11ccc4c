/* config: what the front matter of book.md says, with the defaults; nt-note(5).
 * The values live in the book's arena. */
#ifndef NT_CONFIG_H
#define NT_CONFIG_H

#include "base/date.h"
#include "note/kinds.h"
#include "note/weights.h"
#include "text/entry.h"
#include "text/front.h"

struct config_pair {
	str key, value;
};

struct config_pairs {
	struct config_pair *v;
	size_t n;
};

struct config {
	bool unread;                 /* book.md could not be read: everything is private */
	str me;                      /* as written: a link or a name; absent: none */
	struct config_pairs folders; /* kind -> folder, deepest folder first */
	struct kinds kinds;          /* by what a note says, before its folder */
	str default_kind;
	struct config_pairs cadence; /* tag, as utf8_bare has it -> span as text */
	str country;                 /* two letters: of phone numbers that say none; absent: none */
	long limit;                  /* people a day */
	struct span horizon, quiet;
	struct strs private_names; /* keys and headings */
	struct weights weights;    /* of the parts by which advice is judged */
	struct strs hype, log, not_log, not_relations, ignore;
	struct strs vdirs; /* folders of cards that nt-sync brings to agreement, as written */
	struct entry_marks boxes;
	struct config_pairs map; /* field -> a key that an existing vault uses; of several the first that a note has */
};

void config_defaults(struct arena *a, struct config *c);
/* Takes over what book.md says; a value of the wrong form is warned about at its line and left at its default.
 * False: so is one that says what is private. */
bool config_read(struct arena *a, struct config *c, const struct front *front, str path);
void config_release(struct config *c);                     /* what does not live in the arena */
str config_pair(const struct config_pairs *list, str key); /* absent if there is none */
str config_kind_of_path(const struct config *c, str path); /* by folder, by a date in front, by default-kind */
str config_folder(const struct config *c, str kind);       /* empty: the root */

#endif
