/* report: rows of columns, in the forms that all tools share: a table on a
 * terminal, else lines of values separated by tabs, or a JSON object a row.
 * A tool declares its columns once and gives each row's cells; a column that
 * was asked for and does not exist ends the program before a row is printed.
 * Cells are borrowed until report_row. */
#ifndef NT_REPORT_H
#define NT_REPORT_H

#include "base/buf.h"
#include "base/opt.h"
#include "face/table.h"
#include "note/sight.h"

enum report_type {
	REPORT_TEXT,
	REPORT_NUMBER, /* digits; no string in JSON, and on the right in a table */
	REPORT_LIST    /* joined by "; ", an array in JSON */
};

struct report_column {
	const char *name; /* NULL ends the table of columns */
	enum report_type type;
	const char *heading; /* NULL: the name */
};

struct report_cell {
	str text;
	struct strs list;
};

struct report {
	char form;     /* t l j */
	bool terminal; /* standard output is one */
	long count;    /* rows printed */
	const struct report_column *columns;
	size_t all;
	size_t *shown, n; /* indices of the columns of table and lines */
	struct report_cell *row;
	struct arena arena, scratch; /* the run's, the row's */
	struct table table;
	struct buf out;
};

/* What the command line asks for. */
struct report_asked {
	char form; /* 0: nothing */
	const char *fields;
	long most;
};
extern struct report_asked report_asked;
extern const struct opt report_options[]; /* -t -l -j -o -n */

/* lines, table: the columns shown when -o names none, separated by commas; JSON has all.
 * lines NULL: all columns, whatever -o says. */
void report_open(struct report *r, const struct report_column *columns, const char *lines, const char *table);
enum reader report_reader(const struct report *r); /* for whom the form is */
bool report_shows(const struct report *r, size_t column); /* it will be printed */
/* The cells of the row; one that is not given is missing: empty, in JSON null. */
void report_text(struct report *r, size_t column, str text);
void report_number(struct report *r, size_t column, long number);
void report_list(struct report *r, size_t column, struct strs list);
bool report_row(struct report *r); /* prints it; false: -n is reached */
/* Counts a row printed in a form of the tool's own. */
bool report_counted(struct report *r);
bool report_full(const struct report *r);
int report_close(struct report *r); /* STATUS_YES if there was a row */

#endif
