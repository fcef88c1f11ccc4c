/* note: one file of the book, its parts parsed when first asked for.
 * A note borrows its bytes (the reader's buffer) and allocates from an arena
 * that is reset for the next note: keep copies, not pointers. A note that
 * cannot be parsed is reported once, by path and line, and note_ok is false. */
#ifndef NT_NOTE_H
#define NT_NOTE_H

#include "note/config.h"
#include "text/edit.h"
#include "text/entries.h"

struct note {
	const struct config *config;
	struct arena *arena;
	str path;    /* relative to the book; a plain note on a pipe: absent */
	str shown;   /* how messages and -p call it: opens from the working directory */
	str bytes;   /* the file, byte for byte */
	bool is_new; /* made by an importer: nt-rev: new */
	bool has_rev;
	uint64_t rev;              /* hash of the file's bytes as they were read from the book; by note_rev */
	struct config_pairs notes; /* annotations, without "nt-": key -> raw value, as on the stream */
	struct fences pieces;

	/* parsed on demand; read through the functions */
	bool has_front, has_items, has_body, has_entries, has_links, has_kind, broken;
	struct front front;
	const struct value *items;
	struct body body;
	struct entries entries;
	struct links links;
	str kind, name;
};

/* Readies a note whose path, shown, bytes, arena, config (and is_new, rev, notes) are set. */
void note_begin(struct note *n);
/* A copy that outlives the reading of the next one. */
struct note note_keep(struct arena *a, const struct note *n);
uint64_t note_rev(struct note *n);
void note_replace(struct note *n, str bytes); /* other bytes (in the arena) for the same file: nt-rev stays */
const struct front *note_front(struct note *n);
const struct value *note_items(struct note *n); /* of text/items, where the map has words for some; else NULL */
bool note_ok(struct note *n);                   /* the front matter parses; the message is out if not */
/* A field by its own name or by the book's map for it, which importers do not know; NULL: absent or null. */
const struct value *note_field(struct note *n, str key);
str note_key(struct note *n, str field);         /* under which it stands in the note, or would: mapped_key */
str note_text(struct note *n, str key);          /* its first text; absent: none */
struct strs note_texts(struct note *n, str key); /* all its texts */
str note_country(struct note *n);        /* of its phones that name none: its own, else the book's; absent: unknown */
struct strs note_emails(struct note *n); /* bare addresses, and texts that hold none as they stand */
struct strs note_tags(struct note *n);   /* split at commas, without '#' */
struct strs note_tags_in(struct note *n, struct strs texts); /* those in these texts of the field */
date note_date(struct note *n, str key); /* a whole date; else DATE_NONE and, once, a message if it is no date at all */
bool note_partial(struct note *n, str key, struct partial *out);
struct strs note_tags_bare(struct note *n);     /* without case and accents */
bool note_tag_among(struct strs bare, str tag); /* the tag, itself bare, or a tag below it */
bool note_has_tag(struct note *n, str folded);  /* the tag or a tag below it: work/acme is work; without case */

str note_kind(struct note *n);
bool note_is(struct note *n, const char *kind);
str note_name(struct note *n);
str note_stem(const struct note *n); /* the file name without .md */
const struct entries *note_entries(struct note *n);
struct entries note_linked_entries(struct note *n); /* with their links, which a person's do not have in the others */
const struct body *note_body(struct note *n);
/* Links of body and front matter. In the file's own order: front matter first. */
const struct links *note_links(struct note *n);
size_t note_line(const struct note *n, size_t body_line); /* of the body -> of the file */
struct entry_rules note_rules(struct note *n);
/* warn_at for this note. */
void note_warn(struct note *n, size_t line, size_t col, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
/* The same at the place of a value of its front matter. */
void note_warn_value(struct note *n, const struct value *v, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* Annotations: set replaces. The value is given as text or list and encoded as nt-stream(5) says. */
str note_encoded(struct arena *a, str text); /* the value of an annotation */
void note_annotate(struct note *n, const char *key, str text);
void note_annotate_list(struct note *n, const char *key, struct strs texts);
str note_annotation(struct note *n, str key); /* decoded; several joined by "; " */
struct strs note_annotation_list(struct note *n, str key);

#endif
