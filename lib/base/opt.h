/* opt: one table of options a tool. From it come the parsing (getopt_long),
 * the usage line, --help, --version, and the list that the page check and the
 * completions read (--dump-options). Wrong options end the program, status 2,
 * and so does an option with a second value that is another. */
#ifndef NT_OPT_H
#define NT_OPT_H

#include "base/str.h"

enum opt_kind {
	OPT_FLAG,   /* value: bool, set to true */
	OPT_TEXT,   /* value: const char * */
	OPT_LIST,   /* the same of a list with commas; given again, it is longer */
	OPT_NUMBER, /* value: long, not negative */
	OPT_PAST,   /* value: date; what when_parse takes, a plain span as so long ago */
	OPT_AHEAD,  /* the same, a plain span from today on */
	OPT_SPAN,   /* value: struct span */
	OPT_SINCE,  /* value: struct date_range; its first day, of what when_range takes */
	OPT_UNTIL,  /* value: struct date_range; its last day */
	OPT_WORDS,  /* value: struct strs; separated by commas, trimmed, at least one; given again, more of them */
	OPT_CHOICE, /* value: const char *; arg lists the words as a|b|c, others are refused */
	OPT_LETTER, /* value: char, set to the letter: the last one given of several wins */
	OPT_INCLUDE /* value: a table to read as if it stood here */
};

struct opt {
	char letter; /* 0: none */
	const char *name;
	enum opt_kind kind;
	void *value;
	const char *arg;  /* what --help calls the argument */
	const char *help; /* one line, lower case, no full stop */
};

#define OPT_END                                                                                                        \
	{                                                                                                              \
		0                                                                                                      \
	}
/* --since and --until of one range, which is DATE_RANGE_ALL at first. */
#define OPT_RANGE(range)                                                                                               \
	{0, "since", OPT_SINCE, (range), "WHEN", "not before that day"},                                               \
	{                                                                                                              \
		0, "until", OPT_UNTIL, (range), "WHEN", "not after that day"                                           \
	}
#define OPT_TABLE(table)                                                                                               \
	{                                                                                                              \
		0, NULL, OPT_INCLUDE, (void *)(table), NULL, NULL                                                      \
	}

/* Where options may stand. */
enum opt_mixing {
	OPT_MIXED,      /* anywhere before -- */
	OPT_FIRST,      /* before the first operand: what follows is another tool's */
	OPT_TEXT_BEHIND /* anywhere before --, among words of a text, which may begin with "- " or "-3" */
};

struct opt_tool {
	const char *name;
	/* As the usage line shows them, "NAME [DIR]", and how many there may be: words, of which one in brackets may be
	 * left out and one with dots given again. NULL or empty: none. */
	const char *operands;
	const char *does; /* the page's .Nd */
	const struct opt *options;
	enum opt_mixing mixing;
};

/* Parses argv, sets diag_tool, returns the operands, ended by NULL: fewer or more than it says are
 * wrong. A lone "-" is an operand.
 * Prints and exits for --help, --version and --dump-options. */
extern const char *opt_more; /* what --help has behind the options; NULL: nothing */
char **opt_parse(const struct opt_tool *tool, int argc, char **argv);
void opt_no_stream(const char *name); /* "-" is not what this operand may be: ends the program */
_Noreturn void opt_help(void);        /* what --help prints, status 0 */
_Noreturn void opt_usage(void);       /* the usage line on standard error, status 2 */
bool opt_color(void);                 /* --color, NO_COLOR and the terminal taken together */

#endif
