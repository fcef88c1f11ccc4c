/* harvest: mails and events as entries of the people of a book whose addresses are in
 * them, each once. What was given before is known by .nt-harvested (nt-save notes
 * it, once it is written), and by an entry of the same minute, kind and direction that
 * stands in the note. Messages with nothing to give are kept by .nt-harvest as long
 * as everybody's addresses are the same. */
#ifndef NT_HARVEST_H
#define NT_HARVEST_H

#include "base/map.h"
#include "book/ids.h"
#include "change/known.h"
#include "format/contact.h"
#include "format/mail.h"

struct harvest_mail {
	struct mail_address from, *to;
	size_t to_count;
	str id, subject;
	int64_t time;
	bool dated, automatic, sent; /* sent: it stands in a folder of sent mail */
	uint64_t read_id;            /* of .nt-harvest */
	str file;                    /* for messages */
	size_t line;
};

struct harvest {
	struct book *book;
	struct arena arena, scratch;
	struct map people; /* folded address -> struct harvest_person */
	struct map by_path;
	struct map strangers; /* folded address -> struct harvest_person without a path */
	struct harvest_person **unknown;
	size_t unknown_count;
	struct map mine;  /* addresses of oneself */
	struct map given; /* id and address of this run */
	struct ids harvested, read;
	struct strs present; /* ids of what stands in notes without having been noted */
	struct harvest_source **sources;
	size_t source_count;
	struct date_range range;
	size_t most; /* recipients of a mail that is a contact with each */
	bool fresh;  /* what was read before is read again */
	bool keeps;  /* both files could be read */
	size_t automatic, crowded, entries;
	struct known known; /* read when the first contact of a table comes */
	bool has_known;
	size_t strange; /* people of tables that no note is about */
};

/* mine: addresses besides those of the note that me of book.md names. */
void harvest_begin(struct harvest *h, struct book *b, struct strs mine);
bool harvest_knows_me(const struct harvest *h);
bool harvest_is_me(struct harvest *h, str address);
bool harvest_is_read(const struct harvest *h, uint64_t read_id);
void harvest_message(struct harvest *h, const struct harvest_mail *m);
/* A meeting; all_day: without a time of day. */
void harvest_meeting(struct harvest *h, str uid, str day, str summary, int64_t time, bool all_day,
	const struct mail_address *people, size_t count);
/* Of a table: the log of somebody with whom messages went to and fro. */
void harvest_contact(struct harvest *h, struct contact *c);
/* Gives each note with what is new in it, in path order. */
void harvest_notes(struct harvest *h, visit_fn *visit, void *ctx);
/* Those without a note with at least two mails each way: given as new notes, or offered in lines on standard error. */
void harvest_strangers(struct harvest *h, bool give, visit_fn *visit, void *ctx);
/* Says who has no note, of one mail that is nobody's. */
void harvest_nobody(struct harvest *h);
void harvest_end(struct harvest *h); /* keeps what was read; says what was left out */
void harvest_release(struct harvest *h);

#endif
