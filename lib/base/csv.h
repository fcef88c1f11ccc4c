/* csv: records of comma-separated values (RFC 4180) a piece at a time, and as programs
 * write them: other delimiters, any line end, quotes in the middle of a value. */
#ifndef NT_CSV_H
#define NT_CSV_H

#include "base/arena.h"

#define CSV_RECORD ((size_t)1 << 20) /* bytes of one record: past it, a quote that never closes is a letter */

enum csv_result { CSV_RECORD_READ, CSV_NEEDS_MORE, CSV_END };

struct csv {
	str rest;       /* not yet read; the caller puts more behind what is left of it */
	bool last;      /* nothing comes after rest */
	char delimiter; /* , ; or a tab, or what the file says */
	size_t line;    /* of rest, from 1 */
	size_t at;      /* out: line of the record */
	bool unclosed;  /* out: a quote of the record never closed; it was read as a letter */
};

/* A file that begins with head, all of it if last. Its delimiter is what a first line "sep=;" says, which is then no
 * record, else what parts its first lines most evenly. */
void csv_begin(struct csv *c, str head, bool last);
/* The next record; empty lines are none. Values are in the arena. */
enum csv_result csv_next(struct csv *c, struct arena *a, struct strs *values);

#endif
