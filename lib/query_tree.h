/* query_tree: what query.c and query_term.c parse and match.c evaluates; nobody else looks inside. */
#ifndef NT_QUERY_TREE_H
#define NT_QUERY_TREE_H

#include "list.h"
#include "regex.h"

enum op {
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
struct bound {
	bool set, strict;
	str sortkey;
	bool is_number, is_date, is_days;
	double number;
	date first, last;
	int days;
};

struct query {
	enum op op;
	struct query *left, *right;
	str key, text;     /* text: folded or bare as the operator wants it */
	struct strs paths; /* any of them; sorted */
	struct bound low, high;
	struct regex *regex;
	struct list *list;
};

struct parsing {
	struct arena *arena;
	const struct book *book;
	char **at;
	int depth;
	str wrong; /* the first thing that is; absent: none so far */
};

struct query *query_node(struct parsing *p, enum op op);
struct query *query_wrong(struct parsing *p, str why); /* the end of the parsing */
struct query *query_term(struct parsing *p, str text); /* one term that is no and, or, not, ( or ) */

#endif
