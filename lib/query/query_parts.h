/* query_parts: what query.c and query_term.c parse and match.c evaluates; nobody else looks inside. */
#ifndef NT_QUERY_PARTS_H
#define NT_QUERY_PARTS_H

#include "query/lists.h"
#include "base/regex.h"

enum query_op {
	OP_ALL,
	OP_AND, /* a and (b and c): who evaluates it goes to the right in a loop */
	OP_OR,
	OP_NOT,
	OP_WORD,
	OP_PATH,
	OP_EXISTS,
	OP_CONTAINS,
	OP_IS,
	OP_RANGE,
	OP_REGEX,
	OP_LIST,
	OP_ENTRY
};

/* One end of a range, read in every way that it can be. */
struct query_bound {
	bool set, strict;
	str sortkey;
	bool is_number, is_date, is_days;
	double number;
	date first, last;
	int days;
};

struct query_tally { /* of a term, over the notes seen: explain.h */
	bool met, has_key;
	str near;              /* of a word that none has: the tag it resembles */
	const char *elsewhere; /* and the field that holds it, the place-th of those looked at */
	size_t place;
};

struct query {
	enum query_op op;
	struct query *left, *right;
	str key, text;     /* text: folded or bare as the operator wants it */
	struct strs paths; /* any of them; sorted */
	struct query_bound low, high;
	struct regex *regex;
	struct list *list;
	str said;      /* the term as it was written */
	bool any_case; /* a key that is not of nt: fields that differ in case are it, too */
	bool others;   /* the term itself asks what other notes say */
	struct query_tally tally;
};

struct query_parsing {
	struct arena *arena;
	const struct book *book;
	char **at;
	int depth;
	str wrong; /* the first thing that is; absent: none so far */
};

struct query *query_node(struct query_parsing *p, enum query_op op);
struct query *query_wrong(struct query_parsing *p, str why); /* the end of the parsing */
struct query *query_term(struct query_parsing *p, str text); /* one term that is no and, or, not, ( or ) */

#endif
