/* found: the notes of a shelf that are called so: every word that was typed stands in
 * a name, an alias or the file's name, without case and accents. Best first: rank. */
#ifndef NT_FOUND_H
#define NT_FOUND_H

#include "lsp/shelf.h"

struct found {
	const struct shelf_note **v; /* in the arena */
	size_t n;
};

struct found found_notes(const struct shelf *s, struct arena *a, str typed);

#endif
