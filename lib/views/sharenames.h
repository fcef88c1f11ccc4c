/* sharenames: whom a book knows, by every name that it has for them: the people,
 * orgs and groups, their aliases, handles, pages, streets, the local parts of
 * their addresses, private ones too. Asked by who shares a text with strangers.
 * Names compare without case and accents, over spellings and scripts, inflected
 * ones too; a word that is an everyday one as well counts with a capital. Whatever
 * may be a name is one. */
#ifndef NT_SHARENAMES_H
#define NT_SHARENAMES_H

#include "base/map.h"
#include "book/book.h"

struct sharenames {
	struct arena arena;
	struct map words;   /* latin_form of a person's names */
	struct map titles;  /* of an org's or a group's: with a capital only */
	struct map whole;   /* several words as one */
	struct map numbers; /* digits of their telephones */
	struct map judged;  /* words asked for, by what came of it */
	struct strs runs;   /* of scripts without blanks: found within a word */
	struct strs given;  /* all words once, for short forms: Bill of William */
	struct strs urls;   /* host/path */
};

/* What one note of a person, an org or a group adds. */
void sharenames_add(struct sharenames *s, struct note *n);
/* Somebody without a note: a link that leads nowhere. */
void sharenames_add_name(struct sharenames *s, str name);
/* Nobody of them is named or can be found by the text. */
bool sharenames_clean(struct sharenames *s, struct arena *scratch, str text);
void sharenames_release(struct sharenames *s);

#endif
