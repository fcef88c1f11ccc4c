#include "base/date.h"
#include "base/diag.h"
#include <stdlib.h>
#include <time.h>

#define FIRST_DAY (-719162) /* 0001-01-01 */
#define LAST_DAY  2932896   /* 9999-12-31 */
#define SPAN_MOST 100000

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month)
{
	static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

/* Days before the first of this month, in years that begin in March, so that the leap day comes last. */
static int days_before(int year, int month)
{
	int y = month > 2 ? year : year - 1;
	int m = month > 2 ? month - 3 : month + 9;

	return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5;
}

date date_of(int year, int month, int day)
{
	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
		return DATE_NONE;
	return days_before(year, month) + day - 1 - days_before(1970, 1);
}

static bool is_day(long long d)
{
	return d >= FIRST_DAY && d <= LAST_DAY;
}

void date_split(date d, int *year, int *month, int *day)
{
	int n, y, m = 12;

	*year = *month = *day = 0;
	if (!is_day(d))
		return;
	n = d + days_before(1970, 1);
	y = n / 366;
	while (n >= days_before(y + 1, 1))
		y++;
	while (n < days_before(y, m))
		m--;
	*year = y;
	*month = m;
	*day = n - days_before(y, m) + 1;
}

static date local_day(void)
{
	time_t now = time(NULL);
	struct tm tm;

	tzset();
	if (!localtime_r(&now, &tm))
		die("no local time:");
	return date_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

date date_today(void)
{
	static date today = DATE_NONE;
	str fixed = str_of(getenv("NT_TODAY"));

	if (today != DATE_NONE)
		return today;
	if (fixed.n == 0)
		today = local_day();
	else if (!date_parse(fixed, &today))
		die("NT_TODAY: not a date: '" FMT "'", ARG(fixed));
	return today;
}

/* Takes count digits off s. */
static bool take_number(str *s, size_t count, int *out)
{
	int value = 0;

	if (s->n < count)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (s->p[i] < '0' || s->p[i] > '9')
			return false;
		value = value * 10 + (s->p[i] - '0');
	}
	*s = str_skip(*s, count);
	*out = value;
	return true;
}

static bool take(str *s, str prefix)
{
	if (!str_starts(*s, prefix))
		return false;
	*s = str_skip(*s, prefix.n);
	return true;
}

size_t date_prefix(str s, date *out)
{
	int year, month, day;
	date d;

	if (!take_number(&s, 4, &year) || !take(&s, S("-")) || !take_number(&s, 2, &month) || !take(&s, S("-")) ||
		!take_number(&s, 2, &day))
		return 0;
	d = date_of(year, month, day);
	if (d == DATE_NONE || (s.n > 0 && s.p[0] >= '0' && s.p[0] <= '9'))
		return 0;
	*out = d;
	return 10;
}

bool date_parse(str s, date *out)
{
	return s.n == 10 && date_prefix(s, out) == 10;
}

/* So many digits and what stands behind them; returns what is behind that. */
static char *put_digits(char *out, int number, int digits, char behind)
{
	for (int i = digits; i-- > 0; number /= 10)
		out[i] = (char)('0' + number % 10);
	out[digits] = behind;
	return out + digits + 1;
}

const char *date_text(date d, char out[DATE_TEXT])
{
	int year, month, day;

	out[0] = '\0';
	date_split(d, &year, &month, &day);
	if (day != 0)
		put_digits(put_digits(put_digits(out, year, 4, '-'), month, 2, '-'), day, 2, '\0');
	return out;
}

str date_str(struct arena *a, date d)
{
	char text[DATE_TEXT];
	return arena_dup(a, str_of(date_text(d, text)));
}

const char *date_weekday(date d)
{
	static const char *const names[] = {
		"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

	return is_day(d) ? names[(d - FIRST_DAY) % 7] : "";
}

const char *date_month(int month)
{
	static const char *const names[] = {
		"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

	return names[month - 1];
}

/* A time of day, with or without its zone, as far as a reader of days has to know. */
static bool is_time(str s)
{
	int hour, minute;

	if (!take_number(&s, 2, &hour) || !take(&s, S(":")) || !take_number(&s, 2, &minute) || hour > 24 || minute > 59)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (str_chr(S("0123456789:.+-Z"), s.p[i]) == STR_NONE)
			return false;
	return true;
}

/* [[1990-11-23]] and [[1990-11-23|shown]]: a vault links to its notes of days. */
static str unlinked(str s)
{
	if (!str_starts(s, S("[[")) || !str_ends(s, S("]]")))
		return s;
	s = str_head(str_skip(s, 2), s.n - 4);
	return str_head(s, str_chr(s, '|'));
}

bool partial_parse(str s, struct partial *out)
{
	struct partial p = {0};
	bool short_form = s.n == 5 && s.p[2] == '-'; /* 11-23 */
	s = unlinked(s);
	bool yearless = short_form || take(&s, S("--")) || take(&s, S("XXXX-"));

	if (!yearless && (!take_number(&s, 4, &p.year) || p.year == 0))
		return false;
	if (yearless || take(&s, S("-"))) {
		if (!take_number(&s, 2, &p.month) || p.month < 1 || p.month > 12)
			return false;
		if (take(&s, S("-"))) {
			if (!take_number(&s, 2, &p.day) || p.day < 1 ||
				p.day > days_in_month(yearless ? 2000 : p.year, p.month))
				return false;
		} else if (yearless)
			return false;
	}
	if (s.n > 0 && !(p.year && p.day && (take(&s, S("T")) || take(&s, S(" "))) && is_time(s)))
		return false;
	if (p.year == 1604 && p.day)
		p.year = 0;
	*out = p;
	return true;
}

static int clamp_day(int year, int month, int day)
{
	int most = days_in_month(year, month);

	return day < most ? day : most;
}

date partial_in_year(struct partial p, int year)
{
	if (p.month == 0 || p.day == 0)
		return DATE_NONE;
	return date_of(year, p.month, clamp_day(year, p.month, p.day));
}

date partial_first(struct partial p)
{
	return date_of(p.year, p.month ? p.month : 1, p.day ? p.day : 1);
}

date partial_last(struct partial p)
{
	int month = p.month ? p.month : 12;

	return date_of(p.year, month, p.day ? p.day : days_in_month(p.year, month));
}

static bool span_word(str s, struct span *out)
{
	static const struct {
		str word;
		struct span span;
	} words[] = {{S_INIT("daily"), {1, 'd'}}, {S_INIT("weekly"), {1, 'w'}}, {S_INIT("fortnightly"), {2, 'w'}},
		{S_INIT("monthly"), {1, 'm'}}, {S_INIT("quarterly"), {3, 'm'}}, {S_INIT("yearly"), {1, 'y'}}};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_ieq(s, words[i].word)) {
			*out = words[i].span;
			return true;
		}
	return false;
}

bool span_unit(str word, char *unit)
{
	static const str units[] = {S_INIT("days"), S_INIT("weeks"), S_INIT("months"), S_INIT("years")};

	for (size_t i = 0; i < 4; i++) {
		str many = units[i], one = str_head(many, many.n - 1), letter = str_head(many, 1);
		if (str_ieq(word, many) || str_ieq(word, one) || str_ieq(word, letter)) {
			*unit = many.p[0];
			return true;
		}
	}
	return false;
}

bool span_parse(str s, struct span *out)
{
	char unit = 'd';
	size_t digits = 0;
	long n = 0;

	if (span_word(s, out))
		return true;
	while (digits < s.n && str_digit(s.p[digits]))
		digits++;
	str word = str_trim(str_skip(s, digits));
	if (digits < s.n && !span_unit(word, &unit))
		return false;
	if (!str_long(str_head(s, digits), &n) || n > SPAN_MOST)
		return false;
	*out = (struct span){(int)n, unit};
	return true;
}

bool span_parse_some(str s, struct span *out)
{
	return span_parse(s, out) && out->n > 0;
}

static date add_months(date d, long long months)
{
	int year, month, day;
	long long all;

	date_split(d, &year, &month, &day);
	all = year * 12LL + month - 1 + months;
	if (all < 12 || all >= 10000 * 12)
		return DATE_NONE;
	year = (int)(all / 12);
	month = (int)(all % 12) + 1;
	return date_of(year, month, clamp_day(year, month, day));
}

date date_add(date d, struct span s, int times)
{
	long long n = (long long)s.n * times, sum;

	if (!is_day(d))
		return DATE_NONE;
	if (s.unit == 'm' || s.unit == 'y')
		return add_months(d, s.unit == 'y' ? n * 12 : n);
	sum = d + (s.unit == 'w' ? n * 7 : n);
	return is_day(sum) ? (date)sum : DATE_NONE;
}

int span_days(struct span s)
{
	switch (s.unit) {
	case 'w':
		return s.n * 7;
	case 'm':
		return s.n * 30;
	case 'y':
		return s.n * 365;
	default:
		return s.n;
	}
}

bool date_within(struct date_range r, date d)
{
	if (d == DATE_NONE)
		return r.first == DATE_NONE && r.last == DATE_NONE;
	return d >= r.first && (r.last == DATE_NONE || d <= r.last);
}

str partial_str(struct arena *a, struct partial p)
{
	if (!p.year)
		return arena_printf(a, "--%02d-%02d", p.month, p.day);
	if (!p.month)
		return arena_printf(a, "%04d", p.year);
	return p.day ? arena_printf(a, "%04d-%02d-%02d", p.year, p.month, p.day)
		     : arena_printf(a, "%04d-%02d", p.year, p.month);
}
