#include "format/csvday.h"

#include "base/when.h"

static bool number_at(str s, size_t *i, long *out)
{
	size_t from = *i;
	while (*i < s.n && str_digit(s.p[*i]))
		++*i;
	return *i > from && *i - from <= 4 && str_long(str_head(str_skip(s, from), *i - from), out);
}

/* Three numbers with one sort of mark between: month first, unless it can be none, or points part them. */
static date numeric_day(str s)
{
	long x, y, z;
	size_t i = 0;
	if (!number_at(s, &i, &x) || i >= s.n || !strchr("/.-", s.p[i]))
		return DATE_NONE;
	char mark = s.p[i++];
	if (!number_at(s, &i, &y) || i >= s.n || s.p[i++] != mark || !number_at(s, &i, &z) || i < s.n)
		return DATE_NONE;
	if (x > 31)
		return date_of((int)x, (int)y, (int)z);
	if (z < 100)
		z += z < 70 ? 2000 : 1900;
	bool day_first = mark == '.' || x > 12;
	return date_of((int)z, (int)(day_first ? y : x), (int)(day_first ? x : y));
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
	text = str_trim(text);
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
