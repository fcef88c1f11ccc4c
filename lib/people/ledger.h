/* ledger: favours given, got and promised, with each person; a favour with two
 * people is one with each. Summed by person, by tag, org or group, by year. Only
 * what the reader may see counts, and what was done up to today; oneself is no
 * other person. All it holds lives in its arena and, of the book, in people's. */
#ifndef NT_LEDGER_H
#define NT_LEDGER_H

#include "people/circle.h"

enum ledger_by { LEDGER_PERSON, LEDGER_TAG, LEDGER_ORG, LEDGER_GROUP, LEDGER_YEAR };

struct ledger_favor {
	int person; /* in persons */
	int rank;   /* of the person, by path */
	date date;  /* done, due, or of a promise without a box made; DATE_NONE */
	char favor; /* as entry_favor says */
	bool box;
	str text, path; /* of a promise; the note where it stands */
};

struct ledger_sum {
	int gave, got, owe, owed, people;
	date last;                          /* the latest favour done; DATE_NONE */
	const struct ledger_favor *promise; /* the oldest; NULL */
};

struct ledger_row {
	str name, path; /* of no tag, org, group, year: absent */
	struct ledger_sum sum;
};

struct ledger_rows {
	struct ledger_row *v;
	size_t n;
};

struct ledger {
	enum ledger_by by;
	enum reader reader;
	struct date_range days;
	struct arena arena;
	date today;
	struct circles circles;
	struct ledger_person {
		int id; /* in the people's index; negative: not in the book */
		int rank;
		str path, name;
		struct ledger_sum sum;
	} * persons;
	size_t person_count;
	struct ledger_favor *favors; /* by person */
	size_t favor_count;
};

/* A person's note that was chosen: what it says. by, reader, days and today are set. */
void ledger_person(struct ledger *l, struct note *n, int id);
/* Any note of the book, when it is summed by org or group. */
void ledger_place(struct ledger *l, struct note *n, int id);
/* What other notes say, once all are read. people may be NULL. */
void ledger_end(struct ledger *l, const struct people *p);
/* Of one who was chosen or of nobody yet: whether there is a favour to count. */
bool ledger_has(const struct ledger *l, struct note *n, const struct people *p);
/* The most one-sided first, years in their order, what is in none at the end; promises: those with the oldest
 * promise before all others. */
struct ledger_rows ledger_rows(struct ledger *l, enum ledger_by by, bool promises);
struct ledger_sum ledger_total(const struct ledger *l);
/* All promises, the oldest first, those without a day last. */
const struct ledger_favor **ledger_promises(struct ledger *l, size_t *n);
int ledger_balance(const struct ledger_sum *s); /* given less got */
void ledger_release(struct ledger *l);

#endif
