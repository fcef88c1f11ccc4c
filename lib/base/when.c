#include "base/when.h"

static const char *const weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
static const char *const months[] = {"january", "february", "march", "april", "may", "june", "july", "august",
	"september", "october", "november", "december"};

/* The next word, without the blanks around it and a comma behind it. */
static str next_word(str *s)
{
	str word = {0};
	*s = str_trim(*s);
	str_cut(s, ' ', &word);
	*s = str_trim(*s);
	return str_ends(word, S(",")) ? str_head(word, word.n - 1) : word;
}

static bool take_word(str *s, str word)
{
	str rest = *s;
	if (!str_ieq(next_word(&rest), word))
		return false;
	*s = rest;
	return true;
}

/* Which of the names a word is: whole, or its first letters, three at least. -1: none. */
static int name_of(str word, const char *const *names, int count)
{
	for (int i = 0; word.n >= 3 && i < count; i++)
		if (str_ieq(word, str_head(str_of(names[i]), word.n)))
			return i;
	return -1;
}

static int weekday_of(str word)
{
	return name_of(word, weekdays, 7);
}

static int month_of(str word)
{
	return name_of(word, months, 12) + 1;
}

static bool is_number(str s, size_t least, size_t most)
{
	size_t n = 0;
	while (n < s.n && str_digit(s.p[n]))
		n++;
	return n == s.n && n >= least && n <= most;
}

static int number_of(str s)
{
	long n = 0;
	str_long(s, &n);
	return (int)n;
}

/* 3, 3rd; 0: no day of a month */
static int day_of(str word)
{
	static const str ends[] = {S_INIT("st"), S_INIT("nd"), S_INIT("rd"), S_INIT("th")};
	for (size_t i = 0; i < 4; i++)
		if (word.n > 2 && str_ieq(str_skip(word, word.n - 2), ends[i])) {
			word.n -= 2;
			break;
		}
	return is_number(word, 1, 2) ? number_of(word) : 0;
}

/* A span that no one takes for a day or a year. */
static bool is_length(str s, struct span *span)
{
	return !is_number(s, 1, s.n) && span_parse(s, span);
}

/* The day that an argument begins with; without one it is today. */
static date take_base(str *s)
{
	static const struct {
		str word;
		int days;
	} bases[] = {{S_INIT("today"), 0}, {S_INIT("yesterday"), -1}, {S_INIT("tomorrow"), 1}};
	date d;

	if (date_prefix(*s, &d)) {
		*s = str_skip(*s, 10);
		return d;
	}
	for (size_t i = 0; i < sizeof bases / sizeof *bases; i++)
		if (str_ieq(str_head(*s, bases[i].word.n), bases[i].word)) {
			*s = str_skip(*s, bases[i].word.n);
			return date_add(date_today(), (struct span){1, 'd'}, bases[i].days);
		}
	return date_today();
}

/* 2026-11-03, tomorrow, +2w, today-3d, 2026-11-01+1m */
static bool is_shifted(str s, date *out)
{
	struct span span;
	date d = take_base(&s);

	if (s.p && s.n > 0) {
		int sign = s.p[0] == '+' ? 1 : s.p[0] == '-' ? -1 : 0;
		s = str_skip(s, 1);
		if (sign == 0 || s.n == 0 || !str_digit(s.p[0]) || !span_parse(s, &span))
			return false;
		d = date_add(d, span, sign);
	}
	*out = d;
	return true;
}

/* 3 days ago, in 3 days, 3 days */
static bool is_counted(str s, enum when_sense sense, date *out)
{
	struct span span;
	int times = sense;

	if (s.n > 4 && str_blank(s.p[s.n - 4]) && str_ieq(str_skip(s, s.n - 3), S("ago"))) {
		s = str_trim(str_head(s, s.n - 3));
		times = -1;
	} else if (take_word(&s, S("in")))
		times = 1;
	if (!is_length(s, &span))
		return false;
	*out = date_add(date_today(), span, times);
	return true;
}

/* friday, last friday, next week */
static bool is_named(str s, enum when_sense sense, date *out)
{
	date today = date_today();
	int step = take_word(&s, S("last")) ? -1 : take_word(&s, S("next")) ? 1 : 0;
	if (!step && take_word(&s, S("this")))
		sense = WHEN_AHEAD;
	str word = next_word(&s);
	int day = weekday_of(word);
	struct span span;

	if (s.n)
		return false;
	if (day >= 0) {
		int now = weekday_of(str_of(date_weekday(today)));
		int ahead = (day - now + 7) % 7, back = (now - day + 7) % 7;
		span.n = (step ? step : sense) > 0 ? ahead : back;
		span.n = step && !span.n ? 7 : span.n;
		span.unit = 'd';
		*out = date_add(today, span, step ? step : sense);
		return true;
	}
	if (!step || !span_unit(word, &span.unit))
		return false;
	span.n = 1;
	*out = date_add(today, span, step);
	return true;
}

/* nov 3, 3 nov, 3rd november 2025; year 0: not said */
static bool is_day_of_year(str s, struct partial *out)
{
	str first = next_word(&s), second = next_word(&s);
	int month = month_of(first);

	*out = (struct partial){.month = month ? month : month_of(second), .day = day_of(month ? second : first)};
	if (!out->month || !out->day || (s.n && !is_number(s, 4, 4)))
		return false;
	out->year = s.n ? number_of(s) : 0;
	return true;
}

/* Without a year the nearest such day. */
static bool is_month_day(str s, enum when_sense sense, date *out)
{
	struct partial part;
	int year, month, day;

	date_split(date_today(), &year, &month, &day);
	if (!is_day_of_year(s, &part))
		return false;
	*out = date_of(part.year ? part.year : year, part.month, part.day);
	for (int i = 0; !part.year && i <= 8; i++) {
		*out = date_of(year + i * sense, part.month, part.day);
		if (*out != DATE_NONE && (sense > 0 ? *out >= date_today() : *out <= date_today()))
			break;
	}
	return true;
}

bool when_yearless(str s, struct partial *out)
{
	struct partial part;

	s = str_trim(s);
	if (s.n == 5 && s.p[2] == '-' && partial_parse(s, &part) && (part.day > 12 || part.day == part.month)) {
		*out = part;
		return true;
	}
	if (!is_day_of_year(s, &part) || part.year || date_of(2000, part.month, part.day) == DATE_NONE)
		return false;
	*out = part;
	return true;
}

bool when_parse(str s, enum when_sense sense, date *out)
{
	date d;

	s = str_trim(s);
	take_word(&s, S("on"));
	if (!s.n || !(is_shifted(s, &d) || is_counted(s, sense, &d) || is_named(s, sense, &d) ||
			    is_month_day(s, sense, &d)))
		return false;
	if (d == DATE_NONE)
		return false;
	*out = d;
	return true;
}

/* nov 2026 */
static bool is_month(str s, struct partial *out)
{
	int month = month_of(next_word(&s));

	*out = (struct partial){.year = is_number(s, 4, 4) ? number_of(s) : 0, .month = month};
	return month && out->year;
}

bool when_range(str s, enum when_sense sense, date *first, date *last)
{
	struct partial part;
	struct span span;

	if ((partial_parse(s, &part) && part.year) || is_month(s, &part)) {
		*first = partial_first(part);
		*last = partial_last(part);
		return true;
	}
	if (is_length(str_trim(s), &span) || span_parse(s, &span))
		*first = date_add(date_today(), span, -1);
	else if (!when_parse(s, sense, first))
		return false;
	*last = *first;
	return true;
}

/* The one day of two readings; both or none: DATE_NONE. */
static date either(date a, date b)
{
	return a == DATE_NONE || a == b ? b : b == DATE_NONE ? a : DATE_NONE;
}

/* Three numbers and what parts them. */
static date day_meant(const int part[3], const size_t width[3], char separator)
{
	if (width[0] == 4)
		return date_of(part[0], part[1], part[2]);
	if (width[2] != 4)
		return DATE_NONE;
	date day_first = date_of(part[2], part[1], part[0]);
	return separator == '.' ? day_first : either(day_first, date_of(part[2], part[0], part[1]));
}

/* What parts the numbers of a day: -/. or a dash that an editor made of a hyphen; empty: s begins with none. */
static str separator_of(str s)
{
	static const str all[] = {S_INIT("-"), S_INIT("/"), S_INIT("."), S_INIT("\xE2\x80\x90"), S_INIT("\xE2\x80\x91"),
		S_INIT("\xE2\x80\x92"), S_INIT("\xE2\x80\x93"), S_INIT("\xE2\x88\x92")};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (str_starts(s, all[i]))
			return all[i];
	return S("");
}

size_t when_odd(str s, date *meant)
{
	int part[3] = {0};
	size_t width[3] = {0}, n = 0, i = 0;
	str separator = {0}, next;
	date right;

	*meant = DATE_NONE;
	for (; n < s.n; n += next.n) {
		next = str_digit(s.p[n]) ? str_head(str_skip(s, n), 1) : separator_of(str_skip(s, n));
		if (!next.n)
			break;
		if (str_digit(s.p[n])) {
			if (++width[i] > 8)
				return 0;
			part[i] = part[i] * 10 + (s.p[n] - '0');
			continue;
		}
		if (i == 2 || width[i] == 0 || (separator.n && !str_eq(separator, next)))
			return 0;
		separator = next;
		i++;
	}
	if (n < s.n && str_chr(S(" \t\r\n:;,]T)*_"), s.p[n]) == STR_NONE)
		return 0;
	if (i == 0 && width[0] == 8 && part[0] > 19000000 && part[0] < 21000000) {
		*meant = date_of(part[0] / 10000, part[0] / 100 % 100, part[0] % 100);
		return *meant == DATE_NONE ? 0 : n;
	}
	bool year_first = width[0] == 4 && width[1] <= 2 && width[2] > 0 && width[2] <= 2;
	bool year_last = width[0] <= 2 && width[1] <= 2 && (width[2] == 4 || (width[2] == 2 && width[1] == 2));
	if (i < 2 || !(year_first || year_last) || date_prefix(s, &right))
		return 0;
	*meant = day_meant(part, width, separator.p[0]);
	return n;
}

const char *when_instead(str s, enum when_sense sense)
{
	static char day[DATE_TEXT];
	date meant;

	if (when_odd(s, &meant) == s.n && meant != DATE_NONE)
		return date_text(meant, day);
	return sense < 0 ? "yesterday, 3d, 'last friday', 'nov 3' or 2026-11-03"
			 : "tomorrow, 2w, friday, 'nov 3' or 2026-11-03";
}
