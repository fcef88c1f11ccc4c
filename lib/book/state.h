/* state: what a tool remembers of notes from run to run: a plain file of lines in
 * the book's root, day, tab, path, ignored by git. A file that cannot be read is
 * never written over. Slices live in the state's arena. */
#ifndef NT_STATE_H
#define NT_STATE_H

#include "base/date.h"
#include "base/map.h"
#include "book/book.h"

#define STATE_REMINDED ".nt-reminded" /* whom nt-remind --once has named */

struct state {
	struct arena arena;
	struct map days; /* path -> its last line */
	struct strs lines;
};

/* A file that is not there holds nothing. False: it cannot be read, the message is out. */
bool state_read(struct state *s, struct book *b, const char *file);
date state_day(const struct state *s, str path);      /* the last day noted; DATE_NONE: none */
size_t state_count(const struct state *s, date day);  /* paths noted on that day */
/* Notes the paths on that day, in what the file holds by then, and drops all before oldest. False: the message is out. */
bool state_note(struct book *b, const char *file, struct strs paths, date day, date oldest);
/* What is noted of the old path is the new one's. False: the message is out. */
bool state_moved(struct book *b, const char *file, str old_path, str new_path);
void state_release(struct state *s);

#endif
