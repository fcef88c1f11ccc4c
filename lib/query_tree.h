/* query_tree: what query.c parses and match.c evaluates; nobody else looks inside. */
#ifndef NT_QUERY_TREE_H
#define NT_QUERY_TREE_H

#include "list.h"
#include "regex.h"

enum op {
	OP_ALL,
	OP_AND,
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
	struct strs paths; /* any of them */
	struct bound low, high;
	struct regex *regex;
	struct list *list;
};

bool query_number(str s, double *out); /* a decimal number and nothing else */

#endif
