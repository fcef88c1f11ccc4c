/* brief: what nt-due tells those downstream about a person, as annotations: due,
 * pressure, why, last, said, note, owe, owed, days, step, where, about, brief. The step is
 * ONE concrete thing to do, taken from the note: a promise of mine, a dated task, a day to
 * wish well, else the meeting that is planned, else the last topic and
 * the technique that works best with people of their tags. What the reader may not
 * see is not quoted: the rest, where they travel. */
#ifndef NT_BRIEF_H
#define NT_BRIEF_H

#include "people/due.h"
#include "people/trials.h"
#include "views/linked.h"

struct brief {
	struct linked linked;
	date today;
	enum reader reader;
	const struct trials *trials; /* NULL: nobody asked */
};

/* events: oldest first, as people_events gives them; their texts get the names that links mean. */
void brief_annotate(
	const struct brief *b, struct note *n, const struct due_facts *f, const struct due *d, struct events events);

#endif
