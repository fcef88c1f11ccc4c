/* days, arguments, partial dates, spans */
#include "tap.h"
#include "base/date.h"
#include <stdlib.h>
#include <time.h>

#define FIRST (-719162)
#define LAST  2932896

/* Every day of the calendar against the C library. */
static void calendar(void)
{
	static const char *const names[] = {
		"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
	long wrong = 0, days = 0;
	char out[DATE_TEXT];
	struct tm tm;
	date back;

	for (date d = FIRST; d <= LAST; d++, days++) {
		time_t t = (time_t)d * 86400;
		int year, month, day;

		date_split(d, &year, &month, &day);
		gmtime_r(&t, &tm);
		if (year != tm.tm_year + 1900 || month != tm.tm_mon + 1 || day != tm.tm_mday ||
			date_of(year, month, day) != d || !str_eq(str_of(date_weekday(d)), str_of(names[tm.tm_wday])))
			wrong++;
		if (!date_parse(str_of(date_text(d, out)), &back) || back != d)
			wrong++;
	}
	is_int(wrong, 0, "every day is the one of the C library");
	is_int(days, 3652059, "of 9999 years");
	is_str(str_of(date_text(FIRST, out)), S("0001-01-01"), "the first day");
	is_str(str_of(date_text(LAST, out)), S("9999-12-31"), "the last day");
	is_str(str_of(date_text(LAST + 1, out)), S(""), "none behind it");
	is_str(str_of(date_text(DATE_NONE, out)), S(""), "no date, no text");
	is_str(str_of(date_weekday(DATE_NONE)), S(""), "and no weekday");
}

static void no_days(void)
{
	ok(date_of(2026, 2, 29) == DATE_NONE && date_of(1900, 2, 29) == DATE_NONE, "29 February in common years");
	ok(date_of(2000, 2, 29) != DATE_NONE && date_of(2024, 2, 29) != DATE_NONE, "29 February in leap years");
	ok(date_of(0, 1, 1) == DATE_NONE && date_of(10000, 1, 1) == DATE_NONE, "years");
	ok(date_of(2026, 0, 1) == DATE_NONE && date_of(2026, 13, 1) == DATE_NONE, "months");
	ok(date_of(2026, 4, 0) == DATE_NONE && date_of(2026, 4, 31) == DATE_NONE, "days");
}

static void prefixes(void)
{
	static const char *const bad[] = {
		"", "2026-11-2", "2026-1-23", "2026-11-31", "26-11-23", "2026/11/23", "2026-11-23 ", "+026-11-23"};
	date d = 1;

	is_int((long)date_prefix(S("2026-11-23 call"), &d), 10, "a date in front");
	is_int(d, date_of(2026, 11, 23), "is read");
	is_int((long)date_prefix(S("2026-11-234"), &d), 0, "no digit may follow");
	is_int((long)date_prefix(S("2026-02-30 x"), &d), 0, "no such day in front");
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(!date_parse(str_of(bad[i]), &d), bad[i]);
	is_int(d, date_of(2026, 11, 23), "a failure leaves the result alone");
}

static void partials(void)
{
	static const struct {
		const char *text;
		struct partial want;
	} good[] = {{"2026-11-23", {2026, 11, 23}}, {"2026-11", {2026, 11, 0}}, {"2026", {2026, 0, 0}},
		{"--11-23", {0, 11, 23}}, {"1604-05-03", {0, 5, 3}}, {"1604-02-29T00:00Z", {0, 2, 29}},
		{"1604-05", {1604, 5, 0}}, {"1604", {1604, 0, 0}}, {"XXXX-11-23", {0, 11, 23}}, {"--02-29", {0, 2, 29}},
		{"2026-11-23T10:00", {2026, 11, 23}}, {"2026-11-23 10:00", {2026, 11, 23}},
		{"2026-11-23T10:00:30.5+01:00", {2026, 11, 23}}, {"2026-11-23T10:00Z", {2026, 11, 23}},
		{"[[2026-11-23]]", {2026, 11, 23}}, {"[[--11-23]]", {0, 11, 23}},
		{"[[2026-11|in November]]", {2026, 11, 0}}};
	static const char *const bad[] = {"", "0000", "26", "20261", "2026-", "2026-13", "2026-00", "2026-11-",
		"2026-11-31", "2026-02-29", "--11", "--11-", "--02-30", "--13-01", "XXXX", "XXXX-11", "2026-11-23x",
		"2026-11-23T", "2026-11-23 call", "2026-11 10:00", "--11-23T10:00", "2026-11-23T10", "2026-11-23T25:00",
		"2026-11-23T10:00 x", "xxxx-11-23", "-2026-11-23", "[[2026-11-23", "2026-11-23]]", "[[]]", "[[11-23]]",
		"[[Ada]]", "[[2026-11-23]] x"};
	struct partial p;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		ok(partial_parse(str_of(good[i].text), &p) && p.year == good[i].want.year &&
				p.month == good[i].want.month && p.day == good[i].want.day,
			good[i].text);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(!partial_parse(str_of(bad[i]), &p), bad[i]);
}

static void meanings(void)
{
	struct partial leap = {0, 2, 29}, year = {2026, 0, 0}, month = {2024, 2, 0}, day = {2026, 11, 23};

	is_int(partial_in_year(leap, 2025), date_of(2025, 2, 28), "29 February in a common year");
	is_int(partial_in_year(leap, 2024), date_of(2024, 2, 29), "and in a leap year");
	is_int(partial_in_year(month, 2024), DATE_NONE, "a day of the year needs its day");
	is_int(partial_first(year), date_of(2026, 1, 1), "a year begins");
	is_int(partial_last(year), date_of(2026, 12, 31), "and ends");
	is_int(partial_first(month), date_of(2024, 2, 1), "a month begins");
	is_int(partial_last(month), date_of(2024, 2, 29), "and ends");
	ok(partial_first(day) == partial_last(day), "a day is one");
	ok(partial_first(leap) == DATE_NONE && partial_last(leap) == DATE_NONE, "without a year there is no day");
}

static void spans(void)
{
	static const struct {
		const char *text;
		struct span want;
		int days;
	} good[] = {{"10d", {10, 'd'}, 10}, {"6w", {6, 'w'}, 42}, {"3m", {3, 'm'}, 90}, {"1y", {1, 'y'}, 365},
		{"45", {45, 'd'}, 45}, {"0d", {0, 'd'}, 0}, {"daily", {1, 'd'}, 1}, {"weekly", {1, 'w'}, 7},
		{"fortnightly", {2, 'w'}, 14}, {"monthly", {1, 'm'}, 30}, {"quarterly", {3, 'm'}, 90},
		{"yearly", {1, 'y'}, 365}, {"6 weeks", {6, 'w'}, 42}, {"2weeks", {2, 'w'}, 14}, {"1 day", {1, 'd'}, 1},
		{"3Months", {3, 'm'}, 90}, {"1 y", {1, 'y'}, 365}, {"1D", {1, 'd'}, 1}, {"Weekly", {1, 'w'}, 7},
		{"100000y", {100000, 'y'}, 36500000}};
	static const char *const bad[] = {"", "d", "-1d", "+1d", "weeks", "6 fortnights", "1 h", "1h", "100001",
		"99999999999999999999w", "1.5y", "2ww", "2 weekss", "2 weeks ago"};
	struct span s;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		ok(span_parse(str_of(good[i].text), &s) && s.n == good[i].want.n && s.unit == good[i].want.unit &&
				span_days(s) == good[i].days,
			good[i].text);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(!span_parse(str_of(bad[i]), &s), bad[i]);
}

static void sums(void)
{
	date d = date_of(2026, 1, 31);

	is_int(date_add(d, (struct span){1, 'm'}, 13), date_of(2027, 2, 28), "thirteen months on");
	is_int(date_add(d, (struct span){1, 'm'}, -2), date_of(2025, 11, 30), "two months back");
	is_int(date_add(d, (struct span){2, 'w'}, -1), date_of(2026, 1, 17), "a fortnight back");
	is_int(date_add(d, (struct span){5, 'd'}, 0), d, "no times");
	is_int(date_add(d, (struct span){100000, 'y'}, 2147483647), DATE_NONE, "past every calendar");
	is_int(date_add(d, (struct span){100000, 'w'}, -2147483647), DATE_NONE, "before every calendar");
	is_int(date_add(DATE_NONE, (struct span){1, 'd'}, 1), DATE_NONE, "no date stays none");
	is_int(date_add(LAST, (struct span){1, 'd'}, 1), DATE_NONE, "a day behind the last");
	is_int(date_add(date_of(1, 1, 5), (struct span){1, 'm'}, -1), DATE_NONE, "a month before the first");
}

int main(void)
{
	setenv("NT_TODAY", "2026-11-23", 1);
	is_int(date_today(), date_of(2026, 11, 23), "NT_TODAY is today");
	calendar();
	no_days();
	prefixes();
	partials();
	meanings();
	spans();
	sums();
	return done_testing();
}
