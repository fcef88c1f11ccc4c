/* date: days, partial dates and spans. A date is a day number in the proleptic
 * Gregorian calendar, 0 = 1970-01-01 (local days, no time zones). Text is ISO
 * 8601; years 0001 to 9999. Only date_str allocates. */
#ifndef NT_DATE_H
#define NT_DATE_H

#include "base/arena.h"

typedef int date;
#define DATE_NONE (-2147483647 - 1)

struct partial {
	int year, month, day; /* 0: unknown; 1990, 1990-11, 1990-11-23, --11-23 */
};

struct date_range {
	date first, last; /* both included; DATE_NONE: no end */
};
#define DATE_RANGE_ALL {DATE_NONE, DATE_NONE}

struct span {
	int n;
	char unit; /* d w m y; 0: no span */
};

date date_today(void); /* NT_TODAY, else the local day; a bad NT_TODAY ends the program */
date date_of(int year, int month, int day); /* DATE_NONE if there is no such day */
void date_split(date d, int *year, int *month, int *day);
bool date_parse(str s, date *out); /* YYYY-MM-DD and nothing else */
/* The length of the date that s begins with (10; no digit may follow), 0 if none. */
size_t date_prefix(str s, date *out);
bool date_within(struct date_range r, date d); /* no date at all is in a range without ends only */
#define DATE_TEXT 16
const char *date_text(date d, char out[DATE_TEXT]); /* "" for DATE_NONE */
str date_str(struct arena *a, date d);
const char *date_weekday(date d);                   /* "Monday" */
const char *date_month(int month);                  /* 1: "Jan" */
int days_in_month(int year, int month);

/* 2026-11-23, 2026-11, 2026, --11-23, XXXX-11-23, 11-23, 1604-11-23 (a year that Apple writes for none), a link to
 * any of them, [[1990-11-23]]; a time behind a T or blank is ignored */
bool partial_parse(str s, struct partial *out);
/* The day of this month and day in that year; 29 February is the 28th in common years. Needs both. */
date partial_in_year(struct partial p, int year);
date partial_first(struct partial p); /* the first day it may mean; DATE_NONE without a year */
date partial_last(struct partial p);
str partial_str(struct arena *a, struct partial p); /* as it is written: 1990-11-23, 1990-11, 1990, --11-23 */

/* 10d, 6w, 3m, 1y, 6 weeks, 2weeks, 1 month; daily weekly fortnightly monthly quarterly yearly; a bare number
 * of days. Letters without case. */
bool span_parse(str s, struct span *out);
bool span_parse_some(str s, struct span *out); /* of a day at least: after which something comes again */
bool span_unit(str word, char *unit); /* d, day, days and so on; leaves *unit alone if it is none */
date date_add(date d, struct span s, int times); /* months clamp to the month's end; times may be negative */
int span_days(struct span s);                    /* a month counts 30, a year 365 */

#endif
