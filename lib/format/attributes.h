/* attributes: what a format says of one person under names of its own, a value at a time,
 * as a row of a table (csvmap, csvrow). Texts are the caller's and outlive it. */
#ifndef NT_ATTRIBUTES_H
#define NT_ATTRIBUTES_H

#include "format/csvmap.h"

#define ATTRIBUTES_MOST 2000 /* of one person: more is no address book */

struct attribute_rule {
	const char *name;          /* in lower case */
	const char *field, *label; /* as csvmap_column has them */
};

struct attributes {
	struct arena *arena;
	const struct attribute_rule *rules; /* ended by one without a name */
	struct strs said;                   /* of -m */
	struct csvmap map;
	struct strs values;
};

/* False: there are too many. */
bool attributes_add(struct attributes *t, str name, str value);
/* The same, of a field that the value itself says, whatever its name. */
bool attributes_add_to(struct attributes *t, str name, str value, str field, str label);
/* When all are there: of several names the first is the name and others are aliases; without one, the first value under
 * that other name is it (absent: none). An alias that is the name is none. */
void attributes_settle(struct attributes *t, str other);

#endif
