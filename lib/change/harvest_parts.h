/* harvest_parts: what the files of harvest share; nobody else looks inside. */
#ifndef NT_HARVEST_PARTS_H
#define NT_HARVEST_PARTS_H

#include "base/date.h"

/* A message that was read: with nothing left to give it is not read again. */
struct harvest_source {
	uint64_t id;
	int open;
};

struct harvest_entry {
	int64_t order;
	date day;
	char time[8]; /* "14:05" */
	const char *kind;
	char dir;
	str text, id;
	struct harvest_source *source;
};

struct harvest_person {
	str path, address, name;
	struct harvest_entry *v;
	size_t n, in, out;
};

struct harvest;
/* An entry of that person; its texts are copied. */
void harvest_add(struct harvest *h, struct harvest_person *p, struct harvest_entry *e);
/* Whether it was given to that person before, by this address or in this run; its id. */
bool harvest_is_given(struct harvest *h, struct harvest_person *p, str key, str address, str *id);

#endif
