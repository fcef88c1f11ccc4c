/* str: a slice of bytes, pointer and length.
 * A slice owns nothing, may hold NUL and is never changed through. p == NULL
 * means absent (a field that is not there); n == 0 with p set means empty. */
#ifndef NT_STR_H
#define NT_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct {
	const char *p;
	size_t n;
} str;

struct strs {
	str *v;
	size_t n;
};

#define STR_NONE   ((size_t)-1)
#define S(literal) ((str){"" literal, sizeof(literal) - 1})
#define S_INIT(literal)                                                                                                \
	{                                                                                                              \
		"" literal, sizeof(literal) - 1                                                                        \
	} /* in the initialiser of a static */
#define FMT    "%.*s"
#define ARG(s) (int)(s).n, (s).p ? (s).p : ""

/* Of bytes, in ASCII. */
static inline bool str_blank(char c)
{
	return c == ' ' || c == '\t';
}

static inline bool str_eol(char c)
{
	return c == '\n' || c == '\r';
}

static inline bool str_digit(char c)
{
	return c >= '0' && c <= '9';
}

str str_of(const char *cstr); /* NULL gives absent */

static inline str str_between(const char *from, const char *end)
{
	return (str){from, (size_t)(end - from)};
}

/* The analyzer does not know that a slice with bytes has a pointer. */
static inline bool str_same(const char *a, const char *b, size_t n)
{
	return n == 0 || memcmp(a, b, n) == 0; /* NOLINT(clang-analyzer-core.NonNullParamChecker) */
}

static inline bool str_eq(str a, str b)
{
	return a.n == b.n && str_same(a.p, b.p, a.n);
}

bool str_ieq(str a, str b); /* ASCII letters without case */
int str_cmp(str a, str b);  /* bytes as unsigned, shorter first */

/* Without its first n bytes (or empty). */
static inline str str_skip(str s, size_t n)
{
	n = n < s.n ? n : s.n;
	return n == 0 ? s : (str){s.p + n, s.n - n};
}

/* Its first n bytes at most. */
static inline str str_head(str s, size_t n)
{
	return (str){s.p, n < s.n ? n : s.n};
}

static inline bool str_starts(str s, str prefix)
{
	return s.n >= prefix.n && str_same(s.p, prefix.p, prefix.n);
}

static inline bool str_ends(str s, str suffix)
{
	return s.n >= suffix.n && str_eq(str_skip(s, s.n - suffix.n), suffix);
}

/* Without blanks and line ends at both ends. */
static inline str str_trim(str s)
{
	if (!s.p)
		return s;
	while (s.n > 0 && (str_blank(s.p[0]) || str_eol(s.p[0])))
		s = (str){s.p + 1, s.n - 1};
	while (s.n > 0 && (str_blank(s.p[s.n - 1]) || str_eol(s.p[s.n - 1])))
		s.n--;
	return s;
}

/* The offset of the first, or STR_NONE. */
static inline size_t str_chr(str s, char c)
{
	const char *at = s.p ? memchr(s.p, c, s.n) : NULL;
	return at ? (size_t)(at - s.p) : STR_NONE;
}

size_t str_rchr(str s, char c);
size_t str_find(str s, str needle);
bool str_long(str s, long *out); /* a decimal integer and nothing else */

/* Takes the text up to sep (or the end) off *rest. False once all is taken; "a," gives "a" and "". */
bool str_cut(str *rest, char sep, str *piece);

/* Takes the next line off *rest, with its line end: LF, CRLF or lone CR. False at the end. */
static inline bool str_line(str *rest, str *line)
{
	if (!rest->p || rest->n == 0)
		return false;
	const char *lf = memchr(rest->p, '\n', rest->n);
	size_t n = lf ? (size_t)(lf - rest->p) + 1 : rest->n;
	const char *cr = memchr(rest->p, '\r', n);
	if (cr && cr + 1 != lf)
		n = (size_t)(cr - rest->p) + 1;
	*line = str_head(*rest, n);
	*rest = str_skip(*rest, n);
	return true;
}

/* Without its line end. */
static inline str str_chomp(str line)
{
	if (!line.p)
		return line;
	if (line.n > 0 && line.p[line.n - 1] == '\n')
		line.n--;
	if (line.n > 0 && line.p[line.n - 1] == '\r')
		line.n--;
	return line;
}

/* The base name of a path, and its folder without the last slash (empty at the top). */
str str_base(str path);
str str_dir(str path);
bool strs_has(struct strs list, str s);
bool str_listed(const char *list, str word); /* among the words of " dr prof ", which blanks part */

#endif
