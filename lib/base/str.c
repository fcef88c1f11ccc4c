#include "base/str.h"
#include <limits.h>
#include <string.h>

str str_of(const char *cstr)
{
	return (str){cstr, cstr ? strlen(cstr) : 0};
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool str_ieq(str a, str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (lower(a.p[i]) != lower(b.p[i]))
			return false;
	return true;
}

int str_cmp(str a, str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;

	return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

size_t str_rchr(str s, char c)
{
	for (size_t i = s.n; i > 0; i--)
		if (s.p[i - 1] == c)
			return i - 1;
	return STR_NONE;
}

size_t str_find(str s, str needle)
{
	size_t from = 0, at;

	if (needle.n == 0)
		return 0;
	while (s.n - from >= needle.n) {
		at = str_chr((str){s.p + from, s.n - from - needle.n + 1}, needle.p[0]);
		if (at == STR_NONE)
			break;
		from += at;
		if (memcmp(s.p + from, needle.p, needle.n) == 0)
			return from;
		from++;
	}
	return STR_NONE;
}

bool str_long(str s, long *out)
{
	bool minus = s.n > 0 && s.p[0] == '-';
	size_t i = s.n > 0 && (minus || s.p[0] == '+') ? 1 : 0;
	long value = 0;

	if (i == s.n)
		return false;
	for (; i < s.n; i++) {
		int digit = s.p[i] - '0';

		if (digit < 0 || digit > 9)
			return false;
		if (value < (LONG_MIN + digit) / 10)
			return false;
		value = value * 10 - digit;
	}
	if (!minus && value == LONG_MIN)
		return false;
	*out = minus ? value : -value;
	return true;
}

bool str_cut(str *rest, char sep, str *piece)
{
	size_t at = str_chr(*rest, sep);

	if (!rest->p)
		return false;
	*piece = str_head(*rest, at);
	*rest = at == STR_NONE ? (str){NULL, 0} : str_skip(*rest, at + 1);
	return true;
}

str str_base(str path)
{
	size_t slash = str_rchr(path, '/');

	return slash == STR_NONE ? path : str_skip(path, slash + 1);
}

str str_dir(str path)
{
	size_t slash = str_rchr(path, '/');

	return str_head(path, slash == STR_NONE ? 0 : slash);
}

bool strs_has(struct strs list, str s)
{
	for (size_t i = 0; i < list.n; i++)
		if (str_eq(list.v[i], s))
			return true;
	return false;
}

bool str_listed(const char *list, str word)
{
	str rest = str_of(list), one;
	while (str_cut(&rest, ' ', &one))
		if (one.n && str_eq(one, word))
			return true;
	return false;
}
