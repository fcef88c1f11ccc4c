/* merge_parts: what the files of merge share; nobody else looks inside. */
#ifndef NT_MERGE_PARTS_H
#define NT_MERGE_PARTS_H

#include "base/buf.h"
#include "text/entrydoc.h"
#include "merge/sides.h"

struct merging {
	struct arena *a;
	struct merge *m;
	str eol;                /* of all three, by now */
	size_t entries, hidden; /* that the merged body has at least; those of them that are private */
	bool apart;             /* no heading is a line of another's section */
};

/* A text in pieces: lines of prose, and entries with all that is nested in them. */
struct merge_unit {
	str gap;                          /* the blank lines before it */
	str text;                         /* its lines; empty: the end of the text */
	const struct entry *e;            /* NULL: prose */
	const struct body_block *heading; /* that its line begins, or NULL */
	size_t line;
};

/* What prose is merged by: a line of it, or a run of entries with no prose between. */
struct merge_line {
	size_t unit; /* the first */
	bool run;
	size_t section, list;
};

/* A heading with what stands below it up to the next; the first has what stands above all. */
struct merge_section {
	size_t line, body, end;     /* its lines: of the heading, below it, behind it */
	int level;                  /* 0: of the first */
	size_t parent, part;        /* a section of this side; what it is in all three */
	bool paired;                /* of the base: with one of the side at hand */
	struct merge_section *twin; /* the next of the same title */
};

struct merge_units {
	const struct entrydoc *d;
	struct merge_unit *v; /* the last is the end of the text, which is in no line */
	size_t n;
	struct merge_line *line;
	size_t lines;
	size_t *entry, entries; /* which units are entries */
	struct merge_section *section;
	size_t sections;
};

/* text: of d's body, whole lines. plain: every line is prose, blank ones too. */
struct merge_units units_of(struct arena *a, const struct entrydoc *d, str text, bool plain);
size_t units_entries(const struct entrydoc *d, str text); /* in that part of the body */

/* One thing in the three versions: its number in each, or STR_NONE. */
struct merge_item {
	size_t at[SIDES];
	size_t home; /* the list it will stand in; STR_NONE: it is taken out */
};

struct merge_items {
	struct merge_item *v;
	size_t n;
	size_t *of[SIDES]; /* by the number of the entry */
};

struct merge_list {
	size_t at[SIDES]; /* the line that it is */
	size_t part, step;
};

struct merge_part {
	size_t at[SIDES]; /* the section that it is */
	size_t parent, first, last, next;
	bool alive;
	enum merge_side hidden; /* the side in which it is private and has news; BASE: none */
};

/* Three bodies on their way to one. */
struct merge_body {
	struct merging *m;
	struct merge_units u[SIDES];
	struct merge_items items;
	struct merge_list *list;
	size_t lists;
	struct merge_part *part;
	size_t parts, *order; /* of parts, as they will stand */
	size_t ordered;
};

/* The entries that are one, and so the sections and the lists: an entry stays below its heading, and goes where its
 * neighbours in the list go. */
struct merge_items items_match(struct arena *a, const struct merge_units u[SIDES]);
void sections_match(struct merge_body *b);
void lists_match(struct merge_body *b);
void parts_order(struct merge_body *b);

const struct merge_unit *body_entry(const struct merge_body *b, enum merge_side s, size_t number); /* NULL: none */
bool entry_hidden(const struct merge_unit *const x[SIDES]); /* of its versions: whether it will be private */
size_t body_part(const struct merge_body *b, enum merge_side s, const struct merge_unit *x);

/* The merged text, in order: a line and where it stands in each side (as one of its units), a list, or a marker. */
enum merge_step_kind { STEP_LINE, STEP_LIST, STEP_OURS, STEP_MIDDLE, STEP_THEIRS };
struct merge_step {
	enum merge_step_kind kind;
	size_t at[SIDES];
};

struct merge_plan {
	struct merge_step *v;
	size_t n;
};

struct merge_plan plan_prose(struct merge_body *b, bool plain);

struct merge_head {
	str lead, stamp, said; /* "- ", "[ ] 2026-12-01 ", "owe: intro\n" */
	str rest;              /* what is nested in it */
};

struct merge_head head_of(struct arena *a, const struct merge_units *u, const struct merge_unit *x);
str head_text(const struct merge_units *u, const struct merge_unit *x);
str head_said(const struct merge_units *u, const struct merge_unit *x); /* without its marker */
bool unit_same(const struct merge_units *u, const struct merge_unit *x, const struct merge_units *v,
	const struct merge_unit *y); /* but for the marker */

/* Merges parts of three bodies into out. */
void merge_text(
	struct merging *m, const struct entrydoc *const d[SIDES], const str text[SIDES], bool plain, struct buf *out);
/* The merged YAML; false: it cannot be done key by key. */
bool merge_front(struct merging *m, const str yaml[SIDES], struct buf *out);
void merge_conflict(struct merging *m, str what);
const char *merge_label(const struct merging *m, enum merge_side s); /* ours or theirs: to whom it is for */

#endif
