/* str: a slice of bytes, pointer and length.
 * A slice owns nothing, may hold NUL and is never changed through. p == NULL
 * means absent (a field that is not there); n == 0 with p set means empty. */
#ifndef NT_STR_H
#define NT_STR_H

#include <stdbool.h>
#include <stddef.h>

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

str str_of(const char *cstr); /* NULL gives absent */
str str_between(const char *from, const char *end);
bool str_eq(str a, str b);
bool str_ieq(str a, str b); /* ASCII letters without case */
int str_cmp(str a, str b);  /* bytes as unsigned, shorter first */
bool str_starts(str s, str prefix);
bool str_ends(str s, str suffix);
str str_skip(str s, size_t n); /* without its first n bytes (or empty) */
str str_head(str s, size_t n); /* its first n bytes at most */
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

str str_trim(str s);           /* without blanks and line ends at both ends */
size_t str_chr(str s, char c); /* offset, or STR_NONE */
size_t str_rchr(str s, char c);
size_t str_find(str s, str needle);
bool str_long(str s, long *out); /* a decimal integer and nothing else */

/* Takes the text up to sep (or the end) off *rest. False once all is taken; "a," gives "a" and "". */
bool str_cut(str *rest, char sep, str *piece);
/* Takes the next line off *rest, with its line end: LF, CRLF or lone CR. False at the end. */
bool str_line(str *rest, str *line);
str str_chomp(str line); /* without its line end */
/* The base name of a path, and its folder without the last slash (empty at the top). */
str str_base(str path);
str str_dir(str path);
bool strs_has(struct strs list, str s);

#endif
