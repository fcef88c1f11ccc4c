/* due: when someone is due, why, and how pressing it is; nt-due(1) has the
 * table and the formula. What a note says is first taken down as facts (small,
 * kept for all people), then judged with the standing that other notes add. */
#ifndef NT_DUE_H
#define NT_DUE_H

#include "note/sight.h"
#include "people/refresh.h"

#define DUE_AFTER_MOST 14 /* days that a birthday is worth a word after it */

enum due_reason_kind {
	REASON_CADENCE,
	REASON_PROMISE, /* dated [ ] owe */
	REASON_OWED,    /* dated [ ] owed */
	REASON_TASK,    /* any other dated [ ] */
	REASON_NEXT,
	REASON_BIRTHDAY,
	REASON_ANNIVERSARY,
	REASON_REFRESH,
	REASON_GOAL /* of whoever is due anyway: a contact serves it */
};

/* How often one wants to be in touch: the person's own cadence, else that of a tag. */
struct cadence {
	struct span span; /* unit 0: none */
	bool automatic;   /* auto: as often as one is */
};

struct due_facts {
	str path, name;
	bool never; /* archived, died, or not a person */
	struct cadence cadence;
	unsigned hidden; /* bits by due_reason_kind: a private key is behind it */
	bool hides_snooze;
	date met, next, snooze, verified;
	str met_said, next_said, verified_said; /* as the note has it, if that is no whole date; else absent */
	struct partial birthday, anniversary;   /* day 0: none */
	struct standing own;                    /* from the note's own entries */
	struct events open;                     /* the note's own open boxes that have a date */
	str goal; /* an open goal that a contact would serve; the caller sets it, absent: none */
	bool hides_goal;
};

struct due_rules {
	date today;
	struct span horizon;
	struct span ahead;  /* unit 0: none; who will be due within it counts as due */
	enum reader reader; /* of what is judged; to some a private day is not told */
};

enum due_basis { /* what a span is counted from */
	BASIS_NOTHING,
	BASIS_CONTACT,
	BASIS_MET,
	BASIS_VERIFIED,
	BASIS_LIST /* the list's own verified */
};

struct due_reason {
	enum due_reason_kind reason;
	date date; /* since when, or on which day */
	double pressure;
	bool holds; /* else it is ahead: shown by nt-due -a only */
	bool early; /* a cadence that holds because the day is slack */
	date since; /* cadence, refresh: the day they count from, DATE_NONE: none; next: its day */
	enum due_basis basis;
	str said;        /* since as a list has it; see due_facts */
	int usual;       /* cadence auto: the median gap in days */
	int years;       /* birthday, anniversary: how many; 0: not known */
	bool snoozed;    /* date is when the snooze ends */
	bool is_private; /* a private key or section is behind it */
	bool dayless;    /* the reader may not know the day: date is today, pressure the same each day */
	str text;        /* of the box, of the list's name */
	str path;        /* of a box: the note where it stands, and the line */
	size_t line;
};

struct due {
	struct due_reason *v; /* those that hold first, each part most pressing first */
	size_t n, holding;
	date date;       /* the earliest that holds; else the earliest ahead; DATE_NONE */
	double pressure; /* the greatest that holds; 0 */
};

/* A date of the note; said: as it stands there, if it is not to the day, in keep; else absent. */
date due_day(struct note *n, const char *key, struct arena *keep, str *said);
bool due_over(struct note *n); /* archived or died */
struct cadence due_cadence(struct note *n);
/* cadence: auto: due so many days after the last contact; 0: there is no rhythm yet. */
int due_rhythm(const struct standing *s);
/* Takes the facts of a note down into keep. False values are reported and left out. */
void due_facts_read(struct note *n, struct arena *keep, date today, struct due_facts *out);
/* mentions: the events of other notes, or none; lists: those that want the data verified. */
void due_judge(struct arena *a, const struct due_facts *f, struct events mentions, struct refreshes lists,
	const struct due_rules *rules, struct due *out);
/* For a slack day: a cadence of which four fifths are over holds already. False: there is none. */
bool due_early(struct due *d);
/* The reason in words, as it stands in nt-why; of a private one the rest reads the date at most. */
str due_why(struct arena *a, const struct due_facts *f, const struct due_reason *r, date today, enum reader reader);
bool due_why_hides(str why); /* it is what the rest reads of a private one */
/* The reasons that hold, or of nobody due the next one to come: how many. */
size_t due_shown(const struct due *d);
/* These in words; about, if given, is a text that the reader knows already, and not said again. */
struct strs due_whys(
	struct arena *a, const struct due_facts *f, const struct due *d, date today, enum reader reader, str about);
struct events due_mentions(struct arena *a, const struct people *p, int id);

#endif
