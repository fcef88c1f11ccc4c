/* merge_parts: what the files of merge share; nobody else looks inside. */
#ifndef NT_MERGE_PARTS_H
#define NT_MERGE_PARTS_H

#include "base/buf.h"
#include "text/entrydoc.h"
#include "merge/sides.h"

struct merging {
	struct arena *a;
	struct merge *m;
	str eol;        /* of all three, by now */
	size_t entries; /* that the merged body has at least */
};

/* A text in pieces: lines of prose, and entries with all that is nested in them. */
struct merge_unit {
	str gap;               /* the blank lines before it */
	str text;              /* its lines; empty: the end of the text */
	const struct entry *e; /* NULL: prose */
	size_t slot;           /* how many lines of prose stand before it */
};

struct merge_units {
	const struct entrydoc *d;
	struct merge_unit *v;
	size_t n;
	size_t *prose, lines;   /* which of them are prose, the end included */
	size_t *entry, entries; /* which are entries */
};

/* text: of d's body, whole lines. plain: every line is prose, blank ones too. */
struct merge_units units_of(struct arena *a, const struct entrydoc *d, str text, bool plain);
size_t units_entries(const struct entrydoc *d, str text); /* in that part of the body */

/* The merged prose, in order: a line and where it stands in each side (as one of its units), or a marker. */
enum merge_step_kind { STEP_LINE, STEP_OURS, STEP_MIDDLE, STEP_THEIRS };
struct merge_step {
	enum merge_step_kind kind;
	size_t at[SIDES];
};

struct merge_plan {
	struct merge_step *v; /* the first is the start of the text */
	size_t n;
	size_t *host[SIDES]; /* slot -> the step that its entries follow */
};

struct merge_plan plan_prose(struct merging *m, const struct merge_units u[SIDES], bool plain);

/* What became of an entry: its number in each side, or STR_NONE. */
struct merge_item {
	size_t at[SIDES];
};

struct merge_items {
	struct merge_item *v;
	size_t n;
	size_t *of[SIDES]; /* by number */
};

struct merge_items items_match(struct arena *a, const struct merge_units u[SIDES]);

struct merge_head {
	str lead, stamp, said; /* "- ", "[ ] 2026-12-01 ", "owe: intro\n" */
	str rest;              /* what is nested in it */
};

struct merge_head head_of(struct arena *a, const struct merge_units *u, const struct merge_unit *x);
str head_text(const struct merge_units *u, const struct merge_unit *x);

/* Merges parts of three bodies into out. */
void merge_text(
	struct merging *m, const struct entrydoc *const d[SIDES], const str text[SIDES], bool plain, struct buf *out);
/* The merged YAML; false: it cannot be done key by key. */
bool merge_front(struct merging *m, const str yaml[SIDES], struct buf *out);
void merge_conflict(struct merging *m, str what);

#endif
