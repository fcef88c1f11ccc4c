/* csvmap: what the columns of a table of contacts are: by the names that LinkedIn, Google,
 * Outlook, Thunderbird and others give them, by those of note/vocabulary, or as -m says. */
#ifndef NT_CSVMAP_H
#define NT_CSVMAP_H

#include "base/arena.h"

enum csvmap_source {
	SOURCE_CSV,
	SOURCE_LINKEDIN,
	SOURCE_GOOGLE,
	SOURCE_OUTLOOK,
	SOURCE_THUNDERBIRD,
	SOURCE_LDIF, /* from here on no tables */
	SOURCE_ABOOK
};

struct csvmap_column {
	str name;     /* as the header has it */
	str folded;   /* without case, runs of blanks as one */
	str meant;    /* the English name that it is known by; else folded */
	str field;    /* of a note: email; of a name: given, family, middle; note; address.city; empty: its own */
	str label;    /* work; empty: none */
	size_t twin;  /* the number, from 1, of an earlier column of that name, of which this one says more; 0: none */
	int labels;   /* the column that holds its label; -1: none */
	int services; /* the column that says which program its handle is of; -1: none */
	bool own_labels; /* those are nt's: as they stand */
	bool joined;     /* a cell may hold several values, as Google and nt join them */
	bool skip;       /* another column reads it */
};

struct csvmap {
	enum csvmap_source source;
	struct csvmap_column *v;
	size_t n;
	size_t known; /* columns whose field is known */
	bool own;     /* it is nt-export's */
	bool foreign; /* some column has a name that is not English */
};

/* Whether these values may be a header, and what its columns are then. said: of -m. In the arena, values too. */
bool csvmap_read(struct arena *a, struct strs header, struct strs said, struct csvmap *out);
/* -m says what this column is: column=field. */
bool csvmap_said(struct arena *a, struct csvmap_column *c, struct strs said);
const char *csvmap_source_name(enum csvmap_source s);
/* The column that -m names and the header does not have; absent: all are there. */
str csvmap_missing(struct arena *a, const struct csvmap *m, struct strs said);
bool csvmap_has(const struct csvmap *m, str folded);
int csvmap_find(const struct csvmap *m, str folded); /* -1: there is no such column */

#endif
