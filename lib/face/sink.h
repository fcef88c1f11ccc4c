/* sink: where notes go, in one of the forms that all tools share: a table on a
 * terminal, else the stream; lines, paths, JSON when asked for; nt-query(7),
 * "Output". What is private leaves by the stream and the terminal only. */
#ifndef NT_SINK_H
#define NT_SINK_H

#include "query/pick.h"
#include "face/report.h"

struct sink {
	char form;     /* t s l p 0 j */
	bool terminal; /* standard output is one */
	struct pick *pick;
	struct strs columns; /* fields, of table and lines */
	bool *seen;          /* by column: it is known, or a note printed has it */
	struct report report;
	struct buf out;
};

extern const struct opt sink_options[]; /* -t -s -l -p -0 -j -o -n */

/* lines and table: the columns of -l and of the table, separated by commas. */
void sink_open(struct sink *s, struct pick *p, const char *lines, const char *table);
bool sink_needs_people(const struct sink *s); /* a column is computed from other notes too */
/* Whether more than the note's path and its annotations will be looked at. */
bool sink_needs_note(const struct sink *s, const char *known_columns);
bool sink_note(struct sink *s, struct note *n); /* false: -n is reached */
enum reader sink_reader(const struct sink *s); /* for whom the form is */
char sink_chosen(void); /* the form that was asked for; 0: none was */
/* Counts a note that the tool has printed in a form of its own; false: -n is reached. */
bool sink_printed(struct sink *s);
/* STATUS_YES if there was a note. A column that is no field, and no note printed had, is reported. */
int sink_close(struct sink *s);

#endif
