#include "base/str.h"
#include <limits.h>
#include <string.h>

str str_of(const char *cstr)
{
	return (str){cstr, cstr ? strlen(cstr) : 0};
}

str str_between(const char *from, const char *end)
{
	return (str){from, (size_t)(end - from)};
}

static int compare(const char *a, const char *b, size_t n)
{
	return n == 0 ? 0 : memcmp(a, b, n);
}

bool str_eq(str a, str b)
{
	return a.n == b.n && compare(a.p, b.p, a.n) == 0;
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
	int order = compare(a.p, b.p, a.n < b.n ? a.n : b.n);

	return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

bool str_starts(str s, str prefix)
{
	return s.n >= prefix.n && compare(s.p, prefix.p, prefix.n) == 0;
}

bool str_ends(str s, str suffix)
{
	return s.n >= suffix.n && str_eq(str_skip(s, s.n - suffix.n), suffix);
}

str str_skip(str s, size_t n)
{
	if (n > s.n)
		n = s.n;
	return n == 0 ? s : (str){s.p + n, s.n - n};
}

str str_head(str s, size_t n)
{
	return (str){s.p, n < s.n ? n : s.n};
}

static bool is_space(char c)
{
	return str_blank(c) || str_eol(c);
}

str str_trim(str s)
{
	while (s.n > 0 && is_space(s.p[0]))
		s = str_skip(s, 1);
	while (s.n > 0 && is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

size_t str_chr(str s, char c)
{
	const char *at = s.n > 0 ? memchr(s.p, c, s.n) : NULL;

	return at ? (size_t)(at - s.p) : STR_NONE;
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

bool str_line(str *rest, str *line)
{
	size_t n = 0;

	if (rest->n == 0)
		return false;
	/* most bytes are above both; one comparison each */
	while (n < rest->n && ((unsigned char)rest->p[n] > '\r' || !str_eol(rest->p[n])))
		n++;
	if (n < rest->n)
		n += str_starts(str_skip(*rest, n), S("\r\n")) ? 2 : 1;
	*line = str_head(*rest, n);
	*rest = str_skip(*rest, n);
	return true;
}

str str_chomp(str line)
{
	if (line.n > 0 && line.p[line.n - 1] == '\n')
		line.n--;
	if (line.n > 0 && line.p[line.n - 1] == '\r')
		line.n--;
	return line;
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
