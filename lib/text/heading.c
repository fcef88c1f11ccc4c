#include "text/heading.h"

#include "base/utf8.h"
#include "text/link.h"
#include <string.h>

static size_t through(str s, const char *end)
{
	size_t at = str_find(s, str_of(end));
	return at == STR_NONE ? 1 : at + 1;
}

/* The bytes of Markdown or HTML that s begins with and no reader sees; 0: none. */
static size_t markup(str s)
{
	char next = s.n > 1 ? s.p[1] : '\0';
	switch (s.p[0]) {
	case '*':
	case '_':
	case '`':
	case '~':
	case '=':
	case '\\':
		return 1;
	case '[':
		return next == '^' ? through(s, "]") : 1;
	case ']':
		return next == '(' ? through(s, ")") : next == '[' ? through(str_skip(s, 1), "]") + 1 : 1;
	case '<':
		return next == '/' || next == '!' || utf8_letter(str_skip(s, 1)) ? through(s, ">") : 1;
	case '{':
		return next == '#' || next == '.' || next == ':' ? through(s, "}") : 0;
	default:
		return 0;
	}
}

/* Soft hyphens, joiners, marks of direction, selectors of a look. */
static bool is_unseen(uint32_t c)
{
	return c == 0xad || c == 0x34f || c == 0x61c || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f) ||
	       c == 0xfeff;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x3000;
}

/* From the first letter or digit through the last, with what is seen between them; in out. */
static str seen_of(str s, char *out)
{
	uint32_t c;
	size_t n = 0, kept = 0, bytes;
	for (; s.n; s = str_skip(s, bytes)) {
		if ((bytes = markup(s)))
			continue;
		bytes = utf8_next(s, &c);
		if (!bytes)
			bytes = 1;
		else if (is_unseen(c))
			continue;
		bool letter = utf8_alnum(s) > 0, blank = is_blank(c);
		if (!n && !letter)
			continue;
		if (blank) {
			if (out[n - 1] != ' ')
				out[n++] = ' ';
			continue;
		}
		memcpy(out + n, s.p, bytes);
		n += bytes;
		if (letter)
			kept = n;
	}
	return (str){out, kept};
}

static bool is_word(char c)
{
	return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || str_digit(c);
}

/* ASCII words with single blanks, hyphens or points between them, as most headings are, are their own word. */
static bool is_plain(str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (!is_word(name.p[i]) && !((name.p[i] == ' ' || name.p[i] == '-' || name.p[i] == '.') && i > 0 &&
						   i + 1 < name.n && is_word(name.p[i - 1])))
			return false;
	return !name.n || is_word(name.p[name.n - 1]);
}

str heading_word(struct arena *a, str text)
{
	text = str_trim(text);
	if (is_plain(text))
		return utf8_fold(a, text);
	str folded = utf8_fold(a, str_trim(links_shown(a, text)));
	str word = folded.n ? seen_of(folded, arena_alloc(a, folded.n)) : folded;
	return word.n ? word : folded;
}

bool heading_among(struct arena *a, struct strs names, str word)
{
	for (size_t i = 0; i < names.n; i++)
		if (str_ieq(names.v[i], word) || (!is_plain(names.v[i]) && str_eq(heading_word(a, names.v[i]), word)))
			return true;
	return false;
}
