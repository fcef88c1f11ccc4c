/* mistakes: those of one note, and what its checks share: they say where one
 * stands and, if it has one right answer, which bytes are to be replaced. A
 * mistake lives in the note's arena. */
#ifndef NT_MISTAKES_H
#define NT_MISTAKES_H

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
	CHECK_LINK_HTML,
	CHECK_LINK_QUOTES,
	CHECK_KEY,
	CHECK_KIND,
	CHECK_FORM,
	CHECK_RESERVED,
	CHECK_TAG,
	CHECK_FENCE,
	CHECK_EMAIL_TWICE,
	CHECK_NAME_TWICE,
	CHECK_SORT_NAME,
	CHECK_AHEAD,
	CHECK_ENTRY,
	CHECK_TASK,
	CHECK_BOX,
	CHECK_LOAD,
	CHECK_ME,
	CHECK_LINES,
	CHECK_MERGED,
	CHECK_PRIVATE,
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

/* For diag_hook while notes are checked. */
bool mistakes_hear(str path, size_t line, size_t col, str text);

/* One more; at is an offset in the file. Valid until the next one. */
struct check_mistake *mistakes_add(struct check *c, enum check_code code, size_t at, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
size_t mistakes_front_at(const struct check *c, size_t at); /* of the YAML text -> of the file */
size_t mistakes_body_at(const struct check *c, size_t at);
/* Runs what warns about the note itself and gives what it said. */
struct check_heard {
	struct fault *v;
	size_t n;
};
struct check_heard mistakes_listen(struct check *c, void (*run)(struct check *c));
size_t mistakes_place(const struct check *c, struct fault f); /* -> offset in the file */
/* 2026-9-4, 2026/09/04, 2026.09 as ISO; absent: it is none of these, or no day. separators: those allowed. */
str mistakes_iso(struct arena *a, str s, const char *separators);

#endif
