#include "format/csvcell.h"

#define BETWEEN S(" ::: ")

#define PHONE_LEAST 7 /* digits */

static size_t digits_at(str text, size_t i)
{
	size_t n = 0;
	while (i + n < text.n && str_digit(text.p[i + n]))
		n++;
	return n;
}

/* -2, +3.50: of which a spreadsheet makes that number. */
static bool is_decimal(str text)
{
	size_t i = 1 + digits_at(text, 1);
	if (i < 2 || !strchr("+-", text.p[0]))
		return false;
	if (i < text.n && text.p[i] == '.') {
		size_t n = digits_at(text, i + 1);
		i += n ? n + 1 : 0;
	}
	return i == text.n;
}

/* How many digits of a telephone number these are; 0: they are none. */
static size_t dialled(str text)
{
	size_t digits = 0;
	for (size_t i = 0; i < text.n; i++) {
		digits += str_digit(text.p[i]);
		if (!str_digit(text.p[i]) && (!text.p[i] || !strchr(" .-()", text.p[i])))
			return 0;
	}
	return digits;
}

static bool is_number(str text)
{
	return is_decimal(text) || (str_starts(text, S("+")) && dialled(str_skip(text, 1)) >= PHONE_LEAST);
}

/* The first is one, and so are those behind it, which may be without a sign. */
static bool are_numbers(str text)
{
	size_t at = str_find(text, BETWEEN);
	bool numbers = is_number(str_head(text, at == STR_NONE ? text.n : at));
	while (numbers && at != STR_NONE) {
		text = str_skip(text, at + BETWEEN.n);
		at = str_find(text, BETWEEN);
		str one = str_head(text, at == STR_NONE ? text.n : at);
		numbers = is_number(one) || (!str_starts(one, S("-")) && dialled(one));
	}
	return numbers;
}

/* Programs for China, Japan and Korea read wide ones as what they stand for. */
static bool begins_formula(str text)
{
	return (text.n && ((unsigned char)text.p[0] < ' ' || strchr("=+-@", text.p[0]))) ||
	       str_starts(text, S("\357\274\235")) || str_starts(text, S("\357\274\213")) ||
	       str_starts(text, S("\357\274\215")) || str_starts(text, S("\357\274\240"));
}

static bool looks_guarded(str text)
{
	size_t n = 0;
	while (n < text.n && text.p[n] == '\'')
		n++;
	return n && begins_formula(str_skip(text, n));
}

void csvcell_put(struct buf *out, str text)
{
	bool guard = (begins_formula(text) && !are_numbers(text)) || looks_guarded(text),
	     quoted = guard || str_ends(text, S(" ")) || str_starts(text, S(" "));
	for (size_t i = 0; i < text.n && !quoted; i++)
		quoted = text.p[i] == '"' || text.p[i] == ',' || text.p[i] == ';' || str_eol(text.p[i]) ||
			 text.p[i] == '\t';
	if (quoted)
		buf_putc(out, '"');
	if (guard)
		buf_putc(out, '\'');
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '"')
			buf_putc(out, '"');
		buf_putc(out, text.p[i]);
	}
	if (quoted)
		buf_putc(out, '"');
}

str csvcell_unguarded(str text)
{
	return looks_guarded(text) ? str_skip(text, 1) : text;
}

/* A word of most colons or more gets one more, or loses one. */
static str with_colons(struct arena *a, str text, size_t most, bool more)
{
	struct buf out = {0};
	if (str_find(text, S(":::")) == STR_NONE)
		return text;
	for (size_t i = 0, n; i < text.n; i += n) {
		bool begins = !i || str_blank(text.p[i - 1]) || str_eol(text.p[i - 1]);
		for (n = 0; i + n < text.n && text.p[i + n] == ':';)
			n++;
		bool ends = i + n == text.n || str_blank(text.p[i + n]) || str_eol(text.p[i + n]),
		     alone = begins && ends;
		n = n ? n : 1;
		buf_add(&out, str_head(str_skip(text, i), n - (alone && n >= most && !more)));
		if (alone && n >= most && more)
			buf_putc(&out, ':');
	}
	return arena_take(a, &out);
}

str csvcell_joined(struct arena *a, struct strs values)
{
	struct strs cells = {0};
	bool any = false;
	for (size_t i = 0; i < values.n; i++) {
		any = any || values.v[i].n;
		strs_add(a, &cells, with_colons(a, values.v[i], 3, true));
	}
	return any ? strs_join(a, cells, BETWEEN) : S("");
}

/* An empty value at an end may have lost the blank that parts it, in a program that trims. */
struct strs csvcell_parts(struct arena *a, str cell)
{
	struct strs values = {0};
	bool trimmed = str_eq(cell, S(":::")) || str_starts(cell, S("::: ")) || str_ends(cell, S(" :::"));
	str rest = trimmed ? arena_printf(a, " " FMT " ", ARG(cell)) : cell;
	for (size_t at; (at = str_find(rest, BETWEEN)) != STR_NONE; rest = str_skip(rest, at + BETWEEN.n))
		strs_add(a, &values, str_trim(str_head(rest, at)));
	strs_add(a, &values, str_trim(rest));
	return values;
}

struct strs csvcell_values(struct arena *a, str cell)
{
	struct strs values = csvcell_parts(a, cell);
	for (size_t i = 0; i < values.n; i++)
		values.v[i] = with_colons(a, values.v[i], 4, false);
	return values;
}

str csvcell_at(struct strs values, size_t place)
{
	if (values.n == 1)
		return values.v[0];
	return place < values.n ? values.v[place] : (str){0};
}
