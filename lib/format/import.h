/* import: the reading of one file in one format, for nt-import: bytes come by
 * import_all or, for what may be large, by import_more; what was understood goes
 * on as contacts; what was not is warned of (warn_at, by file and line) and is no
 * end. */
#ifndef NT_IMPORT_H
#define NT_IMPORT_H

#include "format/photo.h"

struct vcardmembers;

struct import {
	int fd;
	str file;                                     /* as messages call it */
	struct buf bytes;                             /* read so far and not yet given away */
	bool ended, failed;                           /* failed: could not be read, the message is out */
	struct strs columns;                          /* of -m: column=field */
	str country;                                  /* of book.md, two letters; absent: none */
	str me;                                       /* the name of whose book it is; absent: unknown */
	struct photos photos;                         /* --photos */
	const struct vcardmembers *members;           /* of all files of the run; NULL: there are no others */
	struct arena arena;                           /* for one contact: reset by import_give */
	struct arena keep;                            /* for the file */
	void (*contact)(void *to, struct contact *c); /* takes one; what it holds is gone afterwards */
	void *to;
	size_t given; /* contacts so far */
};

struct importer {
	const char *name;         /* of -f */
	bool (*likely)(str head); /* such a file begins so: the first 64 KiB at most */
	void (*read)(struct import *in);
};

/* By the name of -f, or by how the file begins; NULL: none. The order of the table is that of asking. */
const struct importer *importer_named(str name);
const struct importer *importer_for(str head);
const struct importer *importer_next(const struct importer *i); /* the first after NULL */

bool import_is_note(str head); /* begins as a note of Markdown does: front matter, a heading, a list, a quote, code */
str import_head(struct import *in, size_t n); /* the first bytes, which stay to be read */
str import_all(struct import *in);            /* all that is left */
/* What is left, a piece at a time, with what the last piece did not use (its end) in front. False at the end. */
bool import_more(struct import *in, str unused, str *piece);
struct contact import_begin(struct import *in); /* an empty one, in in->arena */
void import_give(struct import *in, struct contact *c);
void import_release(struct import *in);

#endif
