/* fences: where a note's front matter begins and ends; nt-note(5). Slices of the
 * note's bytes, which together are all of them. */
#ifndef NT_FENCES_H
#define NT_FENCES_H

#include "base/str.h"

/* The pieces of a note's bytes. yaml.p is NULL without front matter; then all behind the byte-order mark is body. */
struct fences {
	str mark;       /* byte-order mark, or empty */
	str open, yaml, close; /* the fence lines with their line ends, and what stands between */
	str body;
	size_t yaml_line, body_line; /* numbers in the file, from 1 */
	str eol;        /* the line end of the note's first line: LF, CRLF or CR; LF if it has none */
};
struct fences fences_of(str note);
/* What stands where front matter would, looks like it, and is not in force: why, and *at, where in the note; NULL:
 * nothing such. */
const char *fences_idle(str note, const struct fences *p, size_t *at);

#endif
