/* vocabulary: every field that means something: the one table that queries,
 * settings, checks and joins ask; nt-note(5), nt-query(7). A field that is not
 * in it is text and belongs to the note's owner. */
#ifndef NT_VOCABULARY_H
#define NT_VOCABULARY_H

#include "base/when.h"

enum vocabulary_type {
	TYPE_TEXT,
	TYPE_LINE, /* of text */
	TYPE_WORD,
	TYPE_DATE, /* whole or partial, the year may be unknown */
	TYPE_DAY,  /* whole or partial, with a year */
	TYPE_ARCHIVED,
	TYPE_SPAN,
	TYPE_PERIOD, /* a span of a day or more */
	TYPE_CADENCE,
	TYPE_COUNT,
	TYPE_CLOSENESS,
	TYPE_LEVEL,
	TYPE_OF,
	TYPE_EMAIL,
	TYPE_TAG,
	TYPE_LINK,
	TYPE_QUERY,
	TYPE_ADDRESS, /* text, or a map of its parts */
	TYPE_MAP,
	TYPES
};

/* The kinds that mean something; any other word is an ordinary note. */
enum {
	KIND_PERSON = 1,
	KIND_ORG = 2,
	KIND_GROUP = 4,
	KIND_LIST = 8,
	KIND_GOAL = 16,
	KIND_TECHNIQUE = 32,
	KIND_ADVICE = 64,
	KIND_ANY = 127, /* those with fields of their own */
	KIND_JOURNAL = 128,
	KIND_BOOK = 256
};

enum {
	IS_LIST = 1,    /* a list even when it holds one */
	IS_SEVERAL = 2, /* a text, a list, or a map label -> value */
	IS_COMPUTED = 4,
	IS_OF_BOOK = 8,      /* computed from other notes too */
	IS_COMMON_WORD = 16, /* a word that others use as well: it has its type in notes of its kinds only */
	IS_SHARED = 32,      /* namesakes have it in common: it tells nobody apart */
	IS_FOUND = 64,       /* a word of a query without a field looks here, too */
	IS_PART = 128,       /* of an address */
	IS_AHEAD = 256,      /* a day to come: where it is typed, 3d is in three days */
	IS_PAST = 512        /* a day that is not to come */
};

struct vocabulary {
	str field;
	const char *others; /* names by which it is read too, with blanks between; NULL: none */
	unsigned kinds;
	enum vocabulary_type type;
	unsigned flags;
	const char *vcard; /* property of vCard 4; NULL: none */
	const char *csv;   /* columns of other programs' tables, with commas between; NULL: none */
};

/* By its name or another one; of two fields of one name the first. NULL: it is not in the table. */
const struct vocabulary *vocabulary_find(str name);
/* What it is in a note of this kind; NULL: a word of the owner's. */
const struct vocabulary *vocabulary_in(str field, str kind);
bool vocabulary_belongs(const struct vocabulary *v, unsigned kind); /* the same for a field at hand */
bool vocabulary_is_part(str key);                                   /* of an address: street, city and the like */
/* The table in its order: the first after NULL, NULL after the last. */
const struct vocabulary *vocabulary_next(const struct vocabulary *v);
unsigned vocabulary_kind(str kind);         /* 0: an ordinary note */
const char *vocabulary_kind_name(size_t i); /* NULL after the last; those with fields of their own first */

/* Whether such a value may stand in a note. */
bool vocabulary_right(const struct vocabulary *v, str value);
/* 11-04: read as a day of November in a note, but who types it may mean April. */
bool vocabulary_doubtful(const struct vocabulary *v, str value);
bool vocabulary_to_come(const struct vocabulary *v, str value); /* a day that is, and must not be */
/* On which side of today lies a day that is typed for it. */
enum when_sense vocabulary_sense(const struct vocabulary *v);
/* Brings what was typed into the form in which it is written, +2w -> 2026-12-08; false: it is not right. */
bool vocabulary_write(const struct vocabulary *v, struct arena *a, str *value);
bool vocabulary_typed(const struct vocabulary *v);          /* some text is wrong for it */
const char *vocabulary_what(const struct vocabulary *v);    /* "a span": of a value in a note */
const char *vocabulary_allowed(const struct vocabulary *v); /* "a span such as 6w": of one that is typed */

#endif
