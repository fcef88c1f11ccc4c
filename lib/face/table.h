/* table: rows of columns for a reader: as wide as the widest cell, the last
 * column cut to the terminal; nothing is cut where the width is not known. */
#ifndef NT_TABLE_H
#define NT_TABLE_H

#include "base/arena.h"
#include <stdio.h>

struct table {
	struct arena arena;
	size_t columns;
	const bool *right; /* by column: its cells stand at its right edge; NULL: none does */
	str *cells; /* row by row */
	size_t n;
};

void table_cell(struct table *t, str text); /* copied, made visible; a row is full after columns of them */
void table_print(struct table *t, FILE *f, const char *const *heads, size_t width, bool color); /* width 0: not known */
void table_release(struct table *t);

#endif
