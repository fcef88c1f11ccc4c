/* draft: messages from a template and the notes of whom they are for; nt-draft(1). Those
 * called NAME-2, NAME-3 ... go with a template, a message each. What the rest may not see is
 * in no message. */
#ifndef NT_DRAFT_H
#define NT_DRAFT_H

#include "book/book.h"
#include "format/mail.h"
#include "people/index.h"
#include "views/drafttemplate.h"

#define DRAFT_PEOPLE 2 /* at most, in one message */
#define DRAFT_PARTS  9

struct draft {
	struct book *book;
	struct arena *arena; /* the run's */
	struct drafttemplate parts[DRAFT_PARTS];
	size_t part_count;
	bool pair; /* it speaks of two people, a and b */
	struct people people;
	bool read; /* people are */
	struct note *me; /* NULL: nobody is */
};

/* Names and subjects of all templates: the book's, then those of nt that it does not have. */
struct draft_listed {
	struct strs names, subjects;
};

struct draft_listed draft_list(struct book *b, struct arena *a);
/* False: there is none, or a wrong one; the message is out. */
bool draft_open(struct draft *d, struct book *b, struct arena *a, str name);
/* A note as drafts want it, kept in the arena; NULL: it cannot be read, the message is out. */
struct note *draft_note(struct draft *d, str path);
/* One message. False: something is missing, the message is out. */
bool draft_fill(struct draft *d, const struct drafttemplate *part, struct note *who[DRAFT_PEOPLE], struct mail *out);
/* What was last said, and what is promised: for the writer, not for the message. */
struct strs draft_reminders(struct draft *d, struct note *n);
void draft_close(struct draft *d);

#endif
