#include "format/csvcell.h"

#define BETWEEN S(" ::: ")

/* +44 20 7946 0958 and --11-23 compute nothing that anybody would come to harm by. */
static bool is_number(str text)
{
	bool digit = false;
	for (size_t i = 0; i < text.n; i++) {
		digit |= str_digit(text.p[i]);
		if (!str_digit(text.p[i]) && (!text.p[i] || !strchr(" +().-", text.p[i])))
			return false;
	}
	return digit;
}

static bool are_numbers(str text)
{
	for (size_t at; (at = str_find(text, BETWEEN)) != STR_NONE; text = str_skip(text, at + BETWEEN.n))
		if (!is_number(str_head(text, at)))
			return false;
	return is_number(text);
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

str csvcell_joined(struct arena *a, struct strs values)
{
	for (size_t i = 0; i < values.n; i++)
		if (values.v[i].n)
			return strs_join(a, values, BETWEEN);
	return S("");
}

/* An empty value at an end may have lost the blank that parts it, in a program that trims. */
struct strs csvcell_values(struct arena *a, str cell)
{
	struct strs values = {0};
	bool trimmed = str_eq(cell, S(":::")) || str_starts(cell, S("::: ")) || str_ends(cell, S(" :::"));
	str rest = trimmed ? arena_printf(a, " " FMT " ", ARG(cell)) : cell;
	for (size_t at; (at = str_find(rest, BETWEEN)) != STR_NONE; rest = str_skip(rest, at + BETWEEN.n))
		strs_add(a, &values, str_trim(str_head(rest, at)));
	strs_add(a, &values, str_trim(rest));
	return values;
}

str csvcell_at(struct strs values, size_t place)
{
	if (values.n == 1)
		return values.v[0];
	return place < values.n ? values.v[place] : (str){0};
}
