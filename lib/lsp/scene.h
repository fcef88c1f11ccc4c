/* scene: what is being typed at a place of a note, as far as its line and, in the front
 * matter, the key above tell: what can be completed there. The note need not parse. */
#ifndef NT_SCENE_H
#define NT_SCENE_H

#include "base/arena.h"

enum scene_kind {
	SCENE_NOTHING,
	SCENE_LINK,      /* [[typed */
	SCENE_HEADING,   /* [[target#typed */
	SCENE_KEY,       /* of the front matter */
	SCENE_VALUE,     /* of that key, or an item of its list */
	SCENE_ENTRY,     /* the begin of a list item: a day, or a kind */
	SCENE_ENTRY_KIND /* behind the day of one */
};

struct scene {
	enum scene_kind kind;
	size_t at;  /* where the typed text begins; it ends at the place asked about */
	size_t end; /* behind what would be replaced: the rest of a link's target */
	str typed;
	str target;  /* of a link: before its # */
	str key;     /* of a value */
	bool closed; /* of a link: ]] stands behind it */
	bool quoted; /* of a value: a quote stands before it */
	bool box;    /* of an entry: it has a box */
	bool done;   /* and that is not an empty one */
	bool front;  /* in the front matter */
};

struct scene scene_at(str note, size_t at);

#endif
