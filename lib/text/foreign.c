#include "text/foreign.h"

#include "base/buf.h"
#include <string.h>

/* Where a backslash stands or would: behind the blanks, and behind the number of an item. */
static size_t place_of(str line)
{
	size_t at = 0, digits;
	while (at < line.n && str_blank(line.p[at]))
		at++;
	for (digits = at; digits < line.n && str_digit(line.p[digits]); digits++)
		;
	return digits < line.n && strchr(".)\\", line.p[digits]) ? digits : at;
}

static bool is_escaped(str rest)
{
	return rest.n > 1 && rest.p[0] == '\\' && rest.p[1] && strchr("#>-+*=_`~<[\\.)", rest.p[1]);
}

/* All of it is one mark and blanks: a rule, or what makes a heading of the line above. */
static bool is_rule(str rest)
{
	for (size_t i = 0; i < rest.n; i++)
		if (rest.p[i] != rest.p[0] && !str_blank(rest.p[i]))
			return false;
	return true;
}

static bool is_item(str rest)
{
	return rest.n == 1 || str_blank(rest.p[1]);
}

static bool is_markup(str rest)
{
	switch (rest.n ? rest.p[0] : ' ') {
	case '#':
	case '>':
	case '<':
		return true;
	case '-':
	case '*':
		return is_item(rest) || is_rule(rest);
	case '+':
	case '.':
	case ')':
		return is_item(rest);
	case '=':
	case '_':
		return is_rule(rest);
	case '`':
		return str_starts(rest, S("```"));
	case '~':
		return str_starts(rest, S("~~~"));
	case '[':
		return str_find(rest, S("]:")) != STR_NONE;
	default:
		return is_escaped(rest);
	}
}

static str each_line(struct arena *a, str text, bool write)
{
	struct buf out = {0};
	str line;
	while (str_line(&text, &line)) {
		size_t at = place_of(line);
		str rest = str_skip(line, at);
		buf_add(&out, str_head(line, at));
		if (write && is_markup(str_chomp(rest)))
			buf_putc(&out, '\\');
		buf_add(&out, !write && is_escaped(rest) ? str_skip(rest, 1) : rest);
	}
	return arena_take(a, &out);
}

str foreign_write(struct arena *a, str text)
{
	return each_line(a, text, true);
}

str foreign_read(struct arena *a, str lines)
{
	return each_line(a, lines, false);
}
