/* check: the mistakes of one note, as nt-check reports them: what nt cannot
 * read, or reads otherwise than it was meant. A mistake with one right answer
 * has it with it, as bytes to replace. Mistakes live in the note's arena;
 * they stand in the order of the file, no two of one code at one place. */
#ifndef NT_CHECK_H
#define NT_CHECK_H

#include "check/checkbook.h"

enum check_code {
	CHECK_BYTES,
	CHECK_CONFLICT,
	CHECK_YAML,
	CHECK_KEY_TWICE,
	CHECK_DATE,
	CHECK_SPAN,
	CHECK_NUMBER,
	CHECK_WORD,
	CHECK_CONFIG,
	CHECK_QUERY,
	CHECK_ENTRY_DATE,
	CHECK_LINK_AMBIGUOUS,
	CHECK_UID_TWICE,
	CHECK_LINK_DANGLING,
	CHECK_LINK_QUOTES,
	CHECK_KEY,
	CHECK_KIND,
	CHECK_RESERVED,
	CHECK_TAG,
	CHECK_FENCE,
	CHECK_EMAIL_TWICE,
	CHECK_NAME_TWICE,
	CHECK_AHEAD,
	CHECK_TASK,
	CHECK_BOX,
	CHECK_CADENCE,
	CHECK_ME,
	CHECK_LINES,
	CHECK_MERGED,
	CHECK_MERGE_DRIVER,
	CHECK_CODES
};

struct check_rule {
	const char *code; /* as printed */
	bool error;       /* else a warning */
	const char *about;
};
extern const struct check_rule check_rules[CHECK_CODES];

struct check_mistake {
	enum check_code code;
	size_t at;        /* offset in the note's bytes */
	size_t line, col; /* from 1, col in bytes */
	size_t character; /* col in code points */
	str text;

	/* The one right answer; mend_end 0: there is none. */
	size_t mend_at, mend_end;
	str mend;
	struct value *value; /* in the front matter: what changes, and the texts it is to have */
	struct strs texts;
	const struct body_block *block; /* in the body: the entry */
};

struct check {
	struct note *n;
	const struct checkbook *book;
	int id; /* of the note in the book's people; negative: it is not there */
	struct check_mistake *v;
	size_t count;
};

/* All mistakes of a note. What the library says of it is heard, not printed: diag_hook has to be check_hear. */
void check_note(struct check *c, struct note *n, const struct checkbook *book);
/* For diag_hook while notes are checked. */
bool check_hear(str path, size_t line, size_t col, str text);

/* The parts, in the order they are run. */
void check_front(struct check *c); /* checkfront.c */
void check_names(struct check *c); /* checkname.c */
void check_links(struct check *c);
void check_entries(struct check *c); /* checkentry.c */

/* One more; at is an offset in the file. Valid until the next one. */
struct check_mistake *check_add(struct check *c, enum check_code code, size_t at, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
size_t check_front_at(const struct check *c, size_t at); /* of the YAML text -> of the file */
size_t check_body_at(const struct check *c, size_t at);
/* Runs what warns about the note itself and gives what it said. */
struct check_heard {
	struct fault *v;
	size_t n;
};
struct check_heard check_listen(struct check *c, void (*run)(struct check *c));
size_t check_place(const struct check *c, struct fault f); /* -> offset in the file */
/* 2026-9-4, 2026/09/04, 2026.09 as ISO; absent: it is none of these, or no day. separators: those allowed. */
str check_iso(struct arena *a, str s, const char *separators);

#endif
