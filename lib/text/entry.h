/* entry: one thing that happened or is promised: nt-note(5). No dates are judged
 * against today here. */
#ifndef NT_ENTRY_H
#define NT_ENTRY_H

#include "text/body.h"
#include "base/date.h"
#include "text/link.h"

enum entry_state {
	ENTRY_HAPPENED, /* no box */
	ENTRY_OPEN,     /* [ ], or owe: and owed: without a box */
	ENTRY_DONE,     /* [x] */
	ENTRY_DROPPED   /* [-] */
};

struct entry {
	enum entry_state state;
	bool box;           /* written with a box */
	bool inherited;     /* the date is an enclosing item's, heading's or the file name's */
	bool is_private;    /* below a private heading */
	char dir;           /* '>' I reached out, '<' they did, 0 */
	date date;          /* DATE_NONE: none */
	str time;           /* "18:30", or absent */
	str kind;           /* "call", as written; absent: none */
	str text;           /* one line, Markdown as written */
	struct links links; /* of its text and of all nested that is no entry of its own; offsets in the body */
	size_t line;        /* in the body, from 1 */
	const struct body_block *block;
};

/* A character in a box and what it means, beside those of nt: boxes of book.md. */
struct entry_mark {
	str mark;
	enum entry_state state;
};

struct entry_marks {
	const struct entry_mark *v;
	size_t n;
};

/* One entry's text (box, date, kind, text) parsed; false if it has none of the forms. links are not filled in. */
bool entry_parse(struct arena *a, str text, struct entry_marks marks, struct entry *out);
/* The same of a text without a date, as one of that day: "18:30 call: text"; false if it begins with a box. */
bool entry_parse_undated(struct arena *a, str text, date day, struct entry *out);
/* The length of a kind, a direction and a colon in front whose blank is missing or stands before the colon: "owe:x",
 * "owe : x" of a word that says a kind surely, and any word before a wide colon (U+FF1A); 0: nothing such. *colon: that
 * of the colon itself, with the blanks before it. */
size_t entry_glued(str text, size_t *colon);
/* A mere note of that day, in these words: what imports of an older form made of a contact. */
bool entry_noted(const struct entry *e, date day, str text);
bool entry_usual(str word); /* "call:", "mail>:": of those words, and nothing else */
/* The length of what looks like a box in front, "[ ]", "[/]", "[]"; 0: nothing such. */
size_t entry_box_length(str text);
/* *at: where the bytes of the day stand, behind so many of a box; the length of the day, 0: there is none. */
size_t entry_day(str text, size_t box, size_t *at);
/* As a note has it, without a marker: "[ ] 2026-12-01 18:30 call>: text"; what is absent is left out. */
str entry_line(struct arena *a, const struct entry *e);
const char *entry_box(enum entry_state state);  /* "[ ]"; "" for what happened */
const char *entry_dir(char dir);                /* ">", "<" or "" */
bool entry_is_task(str kind);                   /* todo, task: the word says no more than the box does */
bool entry_is(const struct entry *e, str kind); /* kind without case */
/* A contact, when it stands in the note of a person or links to one (and, for a caller to judge, is not ahead of
 * today). */
bool entry_contact(const struct entry *e, bool person_note);
/* A favour: 'g' gave, 'G' got; an open promise: 'o' owe, 'O' owed; 0 none. Ticked owe/owed are gave/got. */
char entry_favor(const struct entry *e);

#endif
