/* ids: what tools remember as 64-bit hashes: a plain file in the book's root, an
 * id of 16 hexadecimal digits a line, ignored by git. Lines that are none are
 * left out. A file that cannot be read is never written over. */
#ifndef NT_IDS_H
#define NT_IDS_H

#include "base/hashes.h"
#include "book/book.h"

#define IDS_HARVESTED ".nt-harvested" /* what stands in notes, of a mail or event and a person: nt-save notes it */
#define IDS_READ      ".nt-harvest"   /* messages that had nothing more to give: nt-harvest */

struct ids {
	struct hashes set;
	struct buf lines;
	uint64_t first; /* the first one */
	bool changed;
};

/* A file that is not there holds nothing. False: it cannot be read, the message is out. */
bool ids_read(struct ids *s, struct book *b, const char *file);
bool ids_has(const struct ids *s, uint64_t id);
void ids_add(struct ids *s, uint64_t id);
bool ids_write(const struct ids *s, struct book *b, const char *file); /* False: the message is out. */
void ids_release(struct ids *s);

bool ids_parse(str text, uint64_t *id);
str ids_text(struct arena *a, uint64_t id);
/* Adds ids, as text, to what the file holds by now. The book's lock is held. */
bool ids_note(struct book *b, const char *file, struct strs ids);

#endif
