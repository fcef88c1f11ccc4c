#include "text/target.h"

#define PARENS_MOST 32 /* nested in a target, as in libcmark */

/* Behind the close that ends what begins at `at`; s.n if there is none, or another open before it. */
static size_t skip_to(str s, size_t at, char open, char close)
{
	while (at < s.n && s.p[at] != close) {
		if (s.p[at] == open)
			return s.n;
		at += s.p[at] == '\\' ? 2 : 1;
	}
	return at < s.n ? at + 1 : s.n + 1;
}

static size_t skip_plain(str s, size_t at)
{
	for (size_t parens = 0; at < s.n && !str_blank(s.p[at]) && !str_eol(s.p[at]); at++) {
		if (s.p[at] == ')' && parens-- == 0)
			break;
		if (s.p[at] == '(' && ++parens > PARENS_MOST)
			return s.n + 1;
		at += s.p[at] == '\\' && at + 1 < s.n;
	}
	return at;
}

bool target_read(str s, size_t *at, str *target)
{
	bool pointed = *at < s.n && s.p[*at] == '<';
	size_t start = *at + pointed, end = pointed ? skip_to(s, start, '<', '>') : skip_plain(s, start);

	if (end > s.n || (!pointed && end == start))
		return false;
	*target = str_between(s.p + start, s.p + end - pointed);
	*at = end;
	return !pointed || (str_chr(*target, '\n') == STR_NONE && str_chr(*target, '\r') == STR_NONE);
}

bool target_title(str s, size_t *at)
{
	char c = *at < s.n ? s.p[*at] : 0;
	size_t end = c == '(' ? skip_to(s, *at + 1, '(', ')') : skip_to(s, *at + 1, 0, c);

	if ((c != '"' && c != '\'' && c != '(') || end > s.n)
		return false;
	*at = end;
	return true;
}
