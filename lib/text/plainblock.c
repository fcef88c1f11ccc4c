#include "text/plainblock.h"
#include "text/lines.h"
#include <string.h>

#define FLAT 50

bool plainblock_only_marks(str s)
{
	for (size_t i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case '-':
		case '+':
		case '*':
		case '_':
		case '=':
		case ' ':
		case '\t':
			break;
		default:
			return false;
		}
	return true;
}

static bool is_rule(str s)
{
	size_t marks = 0;

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == s.p[0])
			marks++;
		else if (!str_blank(s.p[i]))
			return false;
	return marks >= 3 && strchr("-*_", s.p[0]);
}

/* s: nothing but marks and blanks. */
static enum plainblock kind_of_marks(str s, bool below)
{
	if (below && lines_is_underline(s))
		return PLAIN_UNDERLINE;
	if (is_rule(s))
		return PLAIN_RULE;
	return !below && lines_trim_end(s).n == 1 && lines_marker(s) ? PLAIN_HOLLOW : PLAIN_UNSURE;
}

/* s: begins with a digit. Only a list that starts with 1 can follow a paragraph's line. */
static enum plainblock kind_of_number(str s, bool below)
{
	size_t n = lines_marker(s);

	if (!n)
		return PLAIN_TEXT;
	if (lines_skip_indent(str_skip(s, n), false).n == 0)
		return below ? PLAIN_UNSURE : PLAIN_HOLLOW;
	if (!below || (n == 2 && s.p[0] == '1'))
		return PLAIN_ITEM;
	return s.p[0] == '0' ? PLAIN_UNSURE : PLAIN_TEXT;
}

size_t plainblock_fence(str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == s.p[0])
		n++;
	if (n < 3 || (s.p[0] != '~' && (s.p[0] != '`' || str_chr(str_skip(s, n), '`') != STR_NONE)))
		return 0;
	return n;
}

bool plainblock_closes(str s, char fence, size_t length)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == fence)
		n++;
	return n >= length && lines_skip_indent(str_skip(s, n), false).n == 0;
}

enum plainblock plainblock_kind(str s, bool below)
{
	switch (s.p[0]) {
	case '#':
		return lines_heading(s) ? PLAIN_HEADING : PLAIN_TEXT;
	case '-':
	case '+':
	case '*':
		if (plainblock_only_marks(s))
			return kind_of_marks(s, below);
		return lines_marker(s) ? PLAIN_ITEM : PLAIN_TEXT;
	case '_':
	case '=':
		return plainblock_only_marks(s) ? kind_of_marks(s, below) : PLAIN_TEXT;
	case '`':
	case '~':
		return plainblock_fence(s) ? PLAIN_FENCE : PLAIN_TEXT;
	case '>':
		return PLAIN_QUOTE;
	case '<':
		return str_starts(s, S("<!--")) ? PLAIN_COMMENT : PLAIN_UNSURE;
	default:
		return str_digit(s.p[0]) ? kind_of_number(s, below) : PLAIN_TEXT;
	}
}

bool plainblock_may_be_definition(str s)
{
	if (s.p[0] != '[' || (s.n > 1 && s.p[1] == '['))
		return false;
	size_t close = str_chr(s, ']');
	return close == STR_NONE || str_starts(str_skip(s, close), S("]:")) ||
	       str_chr(str_head(s, close), '\\') != STR_NONE;
}

/* Of what opens a block within a block. */
static bool is_opening(char c)
{
	switch (c) {
	case ' ':
	case '\t':
	case '>':
	case '-':
	case '+':
	case '*':
	case '.':
	case ')':
		return true;
	default:
		return str_digit(c);
	}
}

bool plainblock_is_flat(str line)
{
	size_t n = 0;

	if (line.n <= FLAT)
		return true;
	while (n <= FLAT && is_opening(line.p[n]))
		n++;
	return n <= FLAT;
}
