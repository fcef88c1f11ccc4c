/* names: what a link means. Links compare by NFC and case folding (path, file
 * name, name, alias); two notes for one target is ambiguous and resolves to
 * neither. What a NAME on a command line means: see resolve. */
#ifndef NT_NAMES_H
#define NT_NAMES_H

#include "base/hashes.h"
#include "book/book.h"

#define NAMES_NONE (-1)
#define NAMES_AMBIGUOUS (-2)

/* The notes of a book by the names that links use; ids count up as notes are added. Names are kept
 * as 64-bit hashes with a seed of the run: a book of 100,000 notes has some 300,000 of them. */
struct names {
	struct arena arena;
	struct hashes ids; /* of a path or a name: the notes that have it */
	struct strs paths; /* by id */
};

int names_add(struct names *s, struct note *n); /* its id */
/* A link in the note at path from; id, NAMES_NONE or NAMES_AMBIGUOUS. scratch: for the folding. A Markdown link to
 * where nothing is means the note of that path or file name. */
int names_link(const struct names *s, struct arena *scratch, const struct link *link, str from);
/* Whether one of the links in these texts, of the note at path from, leads to the note id. */
bool names_leads(const struct names *s, struct arena *scratch, struct strs texts, str from, int id);
int names_target(const struct names *s, struct arena *scratch, str target);
/* ../people/ada.md seen from the folder journal, or /people/ada.md -> people/ada.md; absent if it leaves the book */
str names_relative(struct arena *a, str folder, str target);
/* The note about oneself: a link or a name, as book.md has it. */
int names_me(const struct names *s, str me);
int names_path(const struct names *s, str path);
str names_without_md(str path);
/* Whether end is the path, or its last folders and the file name, both without .md; as links compare. */
bool names_ends(struct arena *a, str path, str end);
bool names_same(struct arena *a, str x, str y); /* as links compare */
/* Whether bare, as utf8_bare gives it, stands at the beginning of a word of text. */
bool names_begins_word(struct arena *a, str text, str bare);
void names_release(struct names *s);

#endif
