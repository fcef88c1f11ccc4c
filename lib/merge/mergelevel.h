/* mergelevel: the lines of a map's keys, for mergefront; nobody else looks inside. */
#ifndef NT_MERGELEVEL_H
#define NT_MERGELEVEL_H

#include "merge/merge_parts.h"
#include "merge/mergetree.h"

/* A key with its lines. */
struct mergelevel_part {
	const struct value *v;
	str lead, core; /* comments and blank lines above it; its own lines */
	bool made;      /* core is not how it stands in the file: that is in flow style */
};

/* A map in each side, key by key. */
struct mergelevel {
	str yaml;
	const struct value *map; /* NULL: none */
	struct mergelevel_part *v;
	size_t n;
	struct map keys; /* key -> part */
	str tail;        /* comments and blank lines behind the last */
	size_t indent;
};

/* map: NULL for none; region: its lines, all of the text for the root. The keys are to be released. */
struct mergelevel level_of(struct merging *m, str yaml, const struct value *map, str region);
str level_region(str yaml, const struct value *map);          /* the lines of a map below its key */
bool level_is_regular(str yaml, const struct value *map);     /* every key of the block map begins its line */
bool part_is_simple(const struct mergelevel_part *p);                    /* a text or nothing, in one line with its key */
str part_value(const struct mergelevel *l, const struct mergelevel_part *p);  /* its bytes */
str part_beside(const struct mergelevel *l, const struct mergelevel_part *p); /* what stands behind them in the line; p may be NULL */
str part_comment(const struct mergelevel *l, const struct mergelevel_part *p); /* in the line of its key; empty: none */
/* The lines of an item of its block list, from the dash. */
str part_item(const struct mergelevel *l, const struct mergelevel_part *p, const struct value *item);
/* The lines of a map below its key, empty if there are none to tell apart; absent: they are written in another way. */
str part_lines(const struct mergelevel *l, const struct mergelevel_part *p);
void level_shift(struct buf *b, str text, size_t from, size_t to); /* lines, from one indent to another */
void level_indent(struct buf *b, size_t n);

#endif
