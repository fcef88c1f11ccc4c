#include "views/synccopy.h"

static bool holds(str s, str word)
{
	for (size_t i = 0; i + word.n <= s.n; i++)
		if (str_ieq(str_head(str_skip(s, i), word.n), word))
			return true;
	return false;
}

static bool is_number(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!str_digit(s.p[i]))
			return false;
	return s.n > 0 && s.n < 3;
}

/* Where the mark of a copy begins in a path without .md; STR_NONE: there is none. */
static size_t mark_of(str stem, bool *sure)
{
	static const str marks[] = {S_INIT(".sync-conflict-"), S_INIT("~HEAD")};
	*sure = true;
	size_t at = str_find(stem, marks[0]), open = str_rchr(stem, '(');
	if (at != STR_NONE && at)
		return at;
	if (str_ends(stem, marks[1]) && stem.n > marks[1].n)
		return stem.n - marks[1].n;
	if (!str_ends(stem, S(")")) || open == STR_NONE || open < 2 || stem.p[open - 1] != ' ')
		return STR_NONE;
	str inside = str_between(stem.p + open + 1, stem.p + stem.n - 1);
	if (holds(inside, S("conflicted copy")) || holds(inside, S("case conflict")) ||
		holds(inside, S("conflict copy")))
		return open - 1;
	*sure = false;
	return is_number(inside) ? open - 1 : STR_NONE;
}

str synccopy_of(str path)
{
	bool sure;
	str stem = str_ends(path, S(".md")) ? str_head(path, path.n - 3) : path;
	size_t at = stem.p ? mark_of(stem, &sure) : STR_NONE;
	return at == STR_NONE ? (str){0} : str_head(stem, at);
}

bool synccopy_sure(str path)
{
	bool sure = false;
	str stem = str_ends(path, S(".md")) ? str_head(path, path.n - 3) : path;
	return stem.p && mark_of(stem, &sure) != STR_NONE && sure;
}
