/* dated: a reason of somebody's, with its day, as a calendar wants it. The same
 * reason has the same UID whoever tells it, nt-export or nt-remind; the day is no
 * part of it: what is put off is the same event on another day. */
#ifndef NT_DATED_H
#define NT_DATED_H

#include "base/map.h"
#include "format/occasion.h"
#include "people/due.h"

/* The UIDs of one calendar: of two that would be equal the second gets a number. */
struct dated {
	struct arena keep;
	struct map given;
};

struct dated_person {
	str key; /* uid, else path */
	str name;
};

struct dated_person dated_person(struct arena *a, struct note *n, str name);
str dated_uid(struct dated *d, struct arena *a, const struct dated_person *p, const char *what, str text);
const char *dated_word(enum due_reason_kind kind); /* "promise", "keep in touch" */
/* A birthday or an anniversary, every year. */
bool dated_is_yearly(enum due_reason_kind kind);
struct occasion dated_yearly(
	struct dated *d, struct arena *a, const struct dated_person *p, enum due_reason_kind kind, struct partial day);
/* Any other, once: from its day until today, if that is later. */
struct occasion dated_once(struct dated *d, struct arena *a, const struct dated_person *p, const struct due_facts *f,
	const struct due_reason *r, date today, enum reader reader);
/* How it travels in nt-days: "2026-11-24 promise: the book". */
str dated_line(struct arena *a, const struct due_reason *r);
bool dated_read(str line, struct due_reason *out); /* false: a day without a reason, or none */
void dated_release(struct dated *d);

#endif
