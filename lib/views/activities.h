/* activities: what was done with the people of a pick, newest first, as a line
 * each that names them: **Ada Lovelace**. Which entries these are is asked of
 * journal; open boxes and what lies ahead are none. */
#ifndef NT_ACTIVITIES_H
#define NT_ACTIVITIES_H

#include "query/pick.h"

struct activities {
	enum reader reader;
	void (*note)(struct note *n, void *to);                       /* each note chosen, first */
	void (*activity)(date day, str text, bool is_note, void *to); /* is_note: an entry of that kind */
	str (*name)(struct arena *a, str name);                       /* as it is to be written */
	void *to;
};

void activities_each(struct pick *p, const struct activities *take);

#endif
