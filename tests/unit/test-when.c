#include "base/when.h"
#include "tap.h"
#include <stdlib.h>

struct saying {
	const char *text, *past, *ahead; /* NULL: no day */
};

/* Today is Tuesday, 2026-11-24. */
static const struct saying sayings[] = {
	{"2026-11-01", "2026-11-01", "2026-11-01"},
	{" today ", "2026-11-24", "2026-11-24"},
	{"Yesterday", "2026-11-23", "2026-11-23"},
	{"tomorrow", "2026-11-25", "2026-11-25"},
	{"+2w", "2026-12-08", "2026-12-08"},
	{"+2 weeks", "2026-12-08", "2026-12-08"},
	{"-3d", "2026-11-21", "2026-11-21"},
	{"today-3d", "2026-11-21", "2026-11-21"},
	{"tomorrow+1y", "2027-11-25", "2027-11-25"},
	{"2026-01-31+1m", "2026-02-28", "2026-02-28"},
	{"2024-01-31+1m", "2024-02-29", "2024-02-29"},
	{"2026-03-31-1m", "2026-02-28", "2026-02-28"},
	{"2024-02-29+1y", "2025-02-28", "2025-02-28"},
	{"2026-11-01-10", "2026-10-22", "2026-10-22"},

	{"3d", "2026-11-21", "2026-11-27"},
	{"2weeks", "2026-11-10", "2026-12-08"},
	{"6 weeks", "2026-10-13", "2027-01-05"},
	{"1 Month", "2026-10-24", "2026-12-24"},
	{"3 days ago", "2026-11-21", "2026-11-21"},
	{"3d ago", "2026-11-21", "2026-11-21"},
	{"2 Weeks  Ago", "2026-11-10", "2026-11-10"},
	{"in 3 days", "2026-11-27", "2026-11-27"},
	{"in 2w", "2026-12-08", "2026-12-08"},
	{"last week", "2026-11-17", "2026-11-17"},
	{"next month", "2026-12-24", "2026-12-24"},
	{"last year", "2025-11-24", "2025-11-24"},

	{"mon", "2026-11-23", "2026-11-30"},
	{"Monday", "2026-11-23", "2026-11-30"},
	{"tues", "2026-11-24", "2026-11-24"},
	{"wed", "2026-11-18", "2026-11-25"},
	{"on sunday", "2026-11-22", "2026-11-29"},
	{"last friday", "2026-11-20", "2026-11-20"},
	{"next friday", "2026-11-27", "2026-11-27"},
	{"this friday", "2026-11-27", "2026-11-27"},
	{"this tue", "2026-11-24", "2026-11-24"},
	{"this week", NULL, NULL},
	{"last this friday", NULL, NULL},
	{"last tue", "2026-11-17", "2026-11-17"},
	{"next tue", "2026-12-01", "2026-12-01"},

	{"nov 3", "2026-11-03", "2027-11-03"},
	{"3 nov", "2026-11-03", "2027-11-03"},
	{"November 24", "2026-11-24", "2026-11-24"},
	{"24th november", "2026-11-24", "2026-11-24"},
	{"dec 1st", "2025-12-01", "2026-12-01"},
	{"sept 9", "2026-09-09", "2027-09-09"},
	{"Nov 3, 2024", "2024-11-03", "2024-11-03"},
	{"3 nov 2028", "2028-11-03", "2028-11-03"},
	{"feb 29", "2024-02-29", "2028-02-29"},

	{"", NULL, NULL},
	{"on", NULL, NULL},
	{"soon", NULL, NULL},
	{"today+", NULL, NULL},
	{"+", NULL, NULL},
	{"+w", NULL, NULL},
	{"+2x", NULL, NULL},
	{"today 2w", NULL, NULL},
	{"todayx", NULL, NULL},
	{"+weekly", NULL, NULL},
	{"weekly ago", "2026-11-17", "2026-11-17"},
	{"2026-11", NULL, NULL},
	{"2026", NULL, NULL},
	{"7", NULL, NULL},
	{"3 ago", NULL, NULL},
	{"in 3", NULL, NULL},
	{"2026-02-30", NULL, NULL},
	{"2026-9-4", NULL, NULL},
	{"20.11.2026", NULL, NULL},
	{"feb 30", NULL, NULL},
	{"feb 29 2025", NULL, NULL},
	{"nov", NULL, NULL},
	{"nov 33", NULL, NULL},
	{"nov 0", NULL, NULL},
	{"nov nov", NULL, NULL},
	{"3 3", NULL, NULL},
	{"3 nov 26", NULL, NULL},
	{"mo", NULL, NULL},
	{"mondays", NULL, NULL},
	{"monday call", NULL, NULL},
	{"last", NULL, NULL},
	{"last nov 3", NULL, NULL},
	{"next", NULL, NULL},
	{"ago", NULL, NULL},
	{"3 days before", NULL, NULL},
	{"in 3 days ago", NULL, NULL},
	{"+100001d", NULL, NULL},
	{"+9999y", NULL, NULL},
	{"-3000y", NULL, NULL},
	{"+-2d", NULL, NULL},
	{"+99999999999999999999d", NULL, NULL},
	{"+2w+1d", NULL, NULL},
};

static void is_day(const char *text, enum when_sense sense, const char *want)
{
	char out[DATE_TEXT];
	date d = DATE_NONE;

	is_int(when_parse(str_of(text), sense, &d), want != NULL, text);
	is_str(str_of(date_text(d, out)), str_of(want ? want : ""), sense < 0 ? "in the past" : "ahead");
}

static void ranges(void)
{
	static const struct saying days[] = {{"2026-11", "2026-11-01", "2026-11-30"},
		{"2026", "2026-01-01", "2026-12-31"}, {"nov 2026", "2026-11-01", "2026-11-30"},
		{"3d", "2026-11-21", "2026-11-21"}, {"7", "2026-11-17", "2026-11-17"},
		{"last friday", "2026-11-20", "2026-11-20"}, {"monthly", "2026-10-24", "2026-10-24"}};
	char out[DATE_TEXT];
	date first, last;

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		ok(when_range(str_of(days[i].text), WHEN_PAST, &first, &last), days[i].text);
		is_str(str_of(date_text(first, out)), str_of(days[i].past), "from");
		is_str(str_of(date_text(last, out)), str_of(days[i].ahead), "to");
	}
	ok(when_range(S("friday"), WHEN_AHEAD, &first, &last), "friday ahead");
	is_str(str_of(date_text(first, out)), S("2026-11-27"), "is the one to come");
	ok(when_range(S("2 weeks"), WHEN_AHEAD, &first, &last), "2 weeks");
	is_str(str_of(date_text(last, out)), S("2026-11-10"), "are so long ago all the same");
	ok(!when_range(S("soon"), WHEN_PAST, &first, &last) && !when_range(S("--11-23"), WHEN_PAST, &first, &last),
		"no days");
}

static void odd_days(void)
{
	static const struct {
		const char *text;
		size_t n;
		const char *meant;
	} odd[] = {{"2026-9-4 call", 8, "2026-09-04"}, {"2026/11/20", 10, "2026-11-20"},
		{"2026.11.20:", 10, "2026-11-20"}, {"20.11.2026 call", 10, "2026-11-20"}, {"3.4.2026", 8, "2026-04-03"},
		{"20/11/2026", 10, "2026-11-20"}, {"11/20/2026", 10, "2026-11-20"}, {"3/4/2026", 8, ""},
		{"3-3-2026", 8, "2026-03-03"}, {"20261120", 8, "2026-11-20"}, {"2026-11-31 call", 10, ""},
		{"31.11.2026", 10, ""}, {"20.11.26", 8, ""}, {"2026-9-4T12:00", 8, "2026-09-04"}, {"2026-11-20", 0, ""},
		{"2026", 0, ""}, {"2026-11", 0, ""}, {"1.2.3", 0, ""}, {"192.168.1.1", 0, ""}, {"2026-11/20", 0, ""},
		{"", 0, ""}, {"12345678", 0, ""}, {"20261131", 0, ""}, {"2026--11", 0, ""}, {"2026-9-4x", 0, ""},
		{"020261120", 0, ""}, {"123.4.2026", 0, ""}, {"2026-9-", 0, ""}, {"2026-9-4-1", 0, ""},
		{"2026\xE2\x80\x93"
		 "11\xE2\x80\x93"
		 "20 call",
			14, "2026-11-20"},
		{"2026\xE2\x80\x91"
		 "11\xE2\x80\x91"
		 "20:",
			14, "2026-11-20"},
		{"2026\xE2\x88\x92"
		 "11\xE2\x88\x92"
		 "31",
			14, ""},
		{"2026\xE2\x80\x93"
		 "11-20",
			0, ""},
		{"2019\xE2\x80\x93"
		 "2020 x",
			0, ""},
		{"2026\xE2\x80\x93", 0, ""}};
	char out[DATE_TEXT];
	date meant;

	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
		is_int((long)when_odd(str_of(odd[i].text), &meant), (long)odd[i].n, odd[i].text);
		is_str(str_of(date_text(meant, out)), str_of(odd[i].meant), "means");
	}
	is_str(str_of(when_instead(S("20.11.2026"), WHEN_PAST)), S("2026-11-20"), "what to write instead");
	ok(str_find(str_of(when_instead(S("soon"), WHEN_PAST)), S("yesterday")) == 0, "examples of the past");
	ok(str_find(str_of(when_instead(S(""), WHEN_AHEAD)), S("tomorrow")) == 0, "examples of what is ahead");
}

int main(void)
{
	setenv("NT_TODAY", "2026-11-24", 1);
	for (size_t i = 0; i < sizeof sayings / sizeof *sayings; i++) {
		is_day(sayings[i].text, WHEN_PAST, sayings[i].past);
		is_day(sayings[i].text, WHEN_AHEAD, sayings[i].ahead);
	}
	ranges();
	odd_days();
	return done_testing();
}
