#include "format/csvday.h"

#include "base/when.h"

static bool number_at(str s, size_t *i, long *out)
{
	size_t from = *i;
	while (*i < s.n && str_digit(s.p[*i]))
		++*i;
	return *i > from && *i - from <= 4 && str_long(str_head(str_skip(s, from), *i - from), out);
}

/* Three numbers with one sort of mark between; '\0': they are none. */
static char three_numbers(str s, long n[3])
{
	size_t i = 0;
	if (!number_at(s, &i, &n[0]) || i >= s.n || !strchr("/.-", s.p[i]))
		return '\0';
	char mark = s.p[i++];
	if (!number_at(s, &i, &n[1]) || i >= s.n || s.p[i++] != mark || !number_at(s, &i, &n[2]) || i < s.n)
		return '\0';
	return mark;
}

/* Month first, unless it can be none, or points part them. */
static date numeric_day(str s)
{
	long n[3];
	char mark = three_numbers(s, n);
	if (!mark)
		return DATE_NONE;
	if (n[0] > 31)
		return date_of((int)n[0], (int)n[1], (int)n[2]);
	if (n[2] < 100)
		n[2] += n[2] < 70 ? 2000 : 1900;
	bool day_first = mark == '.' || n[0] > 12;
	return date_of((int)n[2], (int)n[day_first], (int)n[!day_first]);
}

/* 14:03 and what stands behind it. */
static bool is_time(str s)
{
	size_t i = 0;
	long hour, minute;
	return number_at(s, &i, &hour) && i <= 2 && i < s.n && s.p[i++] == ':' && number_at(s, &i, &minute);
}

/* The day of "1/15/17, 3:04 PM", "2026-03-01 14:03:22 UTC", "2026-03-01T14:03". */
static str day_in(str text)
{
	text = str_trim(text);
	for (size_t i = 1; i < text.n; i++)
		if ((text.p[i] == ' ' || (text.p[i] == 'T' && str_digit(text.p[i - 1]))) &&
			is_time(str_skip(text, i + 1)))
			return str_trim(str_head(text, i - (text.p[i - 1] == ',')));
	return text;
}

bool csvday_unclear(str text)
{
	long n[3];
	char mark = three_numbers(day_in(text), n);
	return mark && mark != '.' && n[0] <= 12 && n[1] <= 12 && n[0] != n[1];
}

date csvday_sure(str text)
{
	long n[3];
	if (!three_numbers(str_trim(text), n))
		return DATE_NONE;
	if (n[0] >= 1000)
		return date_of((int)n[0], (int)n[1], (int)n[2]);
	bool day_first = n[0] > 12, sure = day_first || n[1] > 12 || n[0] == n[1];
	return sure && n[2] >= 1000 ? date_of((int)n[2], (int)n[day_first], (int)n[!day_first]) : DATE_NONE;
}

static bool all_digits(str s)
{
	size_t n = 0;
	while (n < s.n && str_digit(s.p[n]))
		n++;
	return n == s.n;
}

/* Ways to write one that no other could be meant by: 19700506, --1225, 25.12., 25-Dec, March 4. */
static bool plain_day(struct arena *a, str text, struct partial *out)
{
	long day, month;
	date whole;
	size_t i = 0;
	str digits = str_skip(text, str_starts(text, S("--")) ? 2 : 0);
	if ((digits.n == 8 ? digits.n == text.n : digits.n == 4 && digits.n < text.n) && all_digits(digits))
		return partial_parse(
			arena_printf(a, FMT "-" FMT "-" FMT, ARG(digits.n == 8 ? str_head(digits, 4) : S("-")),
				ARG(str_head(str_skip(digits, digits.n - 4), 2)), ARG(str_skip(digits, digits.n - 2))),
			out);
	if (number_at(text, &i, &day) && i < text.n && text.p[i++] == '.' && number_at(text, &i, &month) &&
		str_eq(str_skip(text, i), S(".")))
		return partial_parse(arena_printf(a, "--%02ld-%02ld", month, day), out);
	char *words = arena_cstr(a, text);
	for (i = 0; i < text.n; i++)
		words[i] = (char)(words[i] == '-' ? ' ' : words[i]);
	if (when_yearless(str_of(words), out))
		return true;
	if (str_chr(text, '-') == STR_NONE || !when_parse(str_of(words), WHEN_PAST, &whole))
		return false;
	*out = (struct partial){0};
	date_split(whole, &out->year, &out->month, &out->day);
	return true;
}

str csvday_read(struct arena *a, str text)
{
	struct partial p;
	date day;
	text = day_in(text);
	size_t comma = str_chr(text, ',');
	if (comma != STR_NONE) /* Feb 8, 2026 */
		text = arena_join(a, str_head(text, comma), str_skip(text, comma + 1));
	if (partial_parse(text, &p) || plain_day(a, text, &p))
		return partial_str(a, p);
	day = numeric_day(text);
	if (day == DATE_NONE && str_chr(text, ' ') != STR_NONE && !when_parse(text, WHEN_PAST, &day))
		day = DATE_NONE;
	return day == DATE_NONE ? (str){0} : date_str(a, day);
}
