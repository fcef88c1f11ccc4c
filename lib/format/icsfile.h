/* icsfile: who met whom and when, of a calendar (RFC 5545), by libical. Only this module
 * includes ical.h, and only nt-harvest uses it. An event that recurs is given once a
 * day it took place, up to now, at most ICS_TIMES times and within ICS_SECONDS of CPU
 * a file; cancelled ones and attendees that declined are left out. Slices live until
 * event returns. */
#ifndef NT_ICSFILE_H
#define NT_ICSFILE_H

#include "format/mail.h"
#include <stdint.h>

#define ICS_TIMES   3000 /* of one event */
#define ICS_A_DAY   24   /* times of a day that a rule may name */
#define ICS_DEPTH   32   /* of what stands in each other */
#define ICS_SECONDS 10

struct icsfile_event {
	str uid, summary; /* absent: none */
	str day;          /* "20260920", by which it is known again: where an override was before it moved */
	int64_t time;     /* of all_day: midnight, UTC */
	bool all_day;
	struct mail_address *people; /* organizer and attendees; those that declined are left out */
	size_t count;
	struct mail_address *declined;
	size_t declined_count;
};

struct icsfile {
	int64_t now; /* later ones are left out */
	int seconds; /* of CPU at most; 0: ICS_SECONDS */
	void (*event)(void *to, const struct icsfile_event *e);
	void *to;
	size_t ahead; /* out: left out as ahead of now */
};

/* file: for messages. False: it is no calendar, the message is out. */
bool icsfile_read(struct icsfile *f, str bytes, str file);

#endif
