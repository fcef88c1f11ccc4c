/* field: any field of a note by its name, what the front matter holds and what
 * is computed from entries and other notes; nt-query(7) lists them. Values are
 * texts; some are also a count. */
#ifndef NT_FIELD_H
#define NT_FIELD_H

#include "base/when.h"
#include "note/sight.h"
#include "people/due.h"

enum field_type { FIELD_TEXT, FIELD_DATE, FIELD_SPAN, FIELD_NUMBER, FIELD_TAG };

struct field {
	struct strs texts; /* none: the field is absent */
	struct strs also;  /* found by searches, but not shown: the paths beside the names of backlink */
	bool counted;      /* count is what is shown and compared */
	long count;
};

str field_key(str key); /* tag -> tags, alias -> aliases; else itself */
enum field_type field_type(str key);
enum when_sense field_sense(str key); /* where friday lies beside it */
bool field_computed(str key);         /* needs entries of other notes: p is to be given */
/* p may be NULL: then the note is judged alone. In the note's arena. Queries and orders see everything. */
struct field field_get(struct note *n, const struct people *p, str key);
/* What this reader may see of it. */
struct field field_seen(enum reader r, struct note *n, const struct people *p, str key);
/* As shown in a column: several joined by "; ", dates and links as written; absent: none. */
str field_text(enum reader r, struct note *n, const struct people *p, str key);
/* The judgement of a note by itself and the people's index. */
void field_due(enum reader r, struct note *n, const struct people *p, struct due_facts *facts, struct due *out);

#endif
