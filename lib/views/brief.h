/* brief: what nt-due tells those downstream about a person, as annotations:
 * due, pressure, why, last, said, owe, owed, days, step, about, brief. The step is ONE concrete
 * thing to do, taken from the note: a promise of mine, a dated task, a day to
 * wish well, else the last topic. What the reader may not see is not quoted: the rest,
 * where they travel. */
#ifndef NT_BRIEF_H
#define NT_BRIEF_H

#include "people/due.h"

/* events: oldest first, as people_events gives them. */
void brief_annotate(struct note *n, const struct due_facts *f, const struct due *d, struct events events, date today,
	enum reader reader);

#endif
