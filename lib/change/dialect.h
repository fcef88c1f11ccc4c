/* dialect: the words of other people's vaults: which keys mean a field of ours,
 * which tags, types and folders mean people, what characters in boxes mean.
 * Tables of common usage: Obsidian plugins (Personal CRM, VCF Contacts), Perm,
 * hal_md, clawdex, org-roam exports, alas, and words that people choose. Keys are
 * compared without case, blanks and marks: last_contact, lastContact, Last contact. */
#ifndef NT_DIALECT_H
#define NT_DIALECT_H

#include "note/vocabulary.h"
#include "text/entry.h"

/* A key of a vault, as map of book.md may have it. */
struct dialect_key {
	str field;   /* ours: birthday, address.street, address.*.city; absent: none */
	str word;    /* the key itself, or "EMAIL[*]" for all of its labels */
	size_t rank; /* in which order fields stand in map */
};

struct dialect_key dialect_key(struct arena *a, str key);
/* Whether a value is of the form that the field's values have: what is called birthday and holds no date is not ours.
 */
bool dialect_fits(struct arena *a, str field, str value);
bool dialect_tells_person(struct arena *a, str key); /* such a key stands in notes about people only */
bool dialect_is_type(struct arena *a, str key);      /* type, category: its value says what a note is */
bool dialect_tells_nothing(
	struct arena *a, str key); /* created, cssclasses, VERSION: of the note or card, or a name's part */
const char *dialect_kind(
	struct arena *a, str word); /* person or org, by a tag, a type, a folder's name; NULL: neither */
bool dialect_is_templates(struct arena *a, str folder); /* a folder of notes that are not filled in */
/* What a box with that character means, as themes show it; NULL: no two agree. */
const char *dialect_box(str mark);
bool dialect_is_part_of_name(struct arena *a, str key); /* given or family name, in any of the languages */
str dialect_letters(struct arena *a, str text);         /* folded, letters and digits only */

#endif
