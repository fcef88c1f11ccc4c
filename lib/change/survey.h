/* survey: what a folder of Markdown holds, before it is a book: what marks its
 * people, which of their keys mean fields of ours, which characters stand in
 * boxes. Reads the folder with the configuration at hand, whose words count as
 * known, and changes nothing. All lives in the survey's arena. */
#ifndef NT_SURVEY_H
#define NT_SURVEY_H

#include "book/book.h"
#include "change/dialect.h"
#include "change/obsidian.h"

/* What marks notes as of a kind, in the order in which it is believed. */
enum survey_mark {
	MARK_TAG,
	MARK_TYPE,
	MARK_KEYS,   /* of a vCard */
	MARK_FOLDER, /* which is called so */
	MARK_FIELD,  /* a birthday, a cadence, a last contact */
	MARK_INLINE, /* #person in the text */
	MARKS
};

struct survey_rule {
	const char *kind;
	enum survey_mark mark;
	str term;      /* of a query; of MARK_FOLDER the folder, without its last slash */
	size_t *notes; /* in the order of the walk */
	size_t n;
	bool given; /* it is where the kind is looked for as it is: told where it will not be any more */
	bool chosen;
};

struct survey_key {
	str field, word;
	size_t rank, n, right; /* values, and those of the field's form */
};

struct survey_box {
	str mark;
	size_t n;
};

struct survey {
	struct arena arena;
	size_t notes, dated; /* dated: called by a day */
	bool *is_dated;
	size_t odd_days;           /* called by a day in another form */
	str odd_day;               /* the first of them, its file name */
	struct survey_rule *rules; /* those chosen first */
	size_t rule_count;
	struct survey_key *keys; /* as they are to stand in map */
	size_t key_count;
	struct survey_box *boxes; /* the most used first */
	size_t box_count;
	bool has_city, has_country;     /* on their own, beside other parts of an address */
	bool has_categories;            /* A to D */
	bool has_tiers;                 /* of Personal CRM */
	struct strs odd_tiers;          /* those whose interval is not known */
	bool days_of_people;            /* notes called by a day stand below a folder of people */
	size_t titles, names_in_titles; /* of people; a title that is the name of its note */
	struct strs templates;          /* folders of notes that are not filled in */
	struct obsidian obsidian;       /* the vault's settings */
};

/* What marks which notes; the rules that together find them are chosen. */
void survey_kinds(struct survey *s, struct book *b);
/* The keys of the notes that b's configuration takes for people and organisations. */
void survey_keys(struct survey *s, struct book *b);
/* A note that says nothing of the others: book.md, or in a folder of templates, which is kept. */
bool survey_left_out(struct survey *s, struct note *n);
/* Takes the next item off a list at the note's beginning, "- Birthday: 04-27", up to the first section. */
bool survey_item(str *body, str *name, str *value);
void survey_release(struct survey *s);

#endif
