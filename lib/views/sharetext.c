#include "views/sharetext.h"

#include "base/date.h"
#include "base/utf8.h"

#define PHONE_DIGITS 7
#define PHONE_GAP    3 /* characters between two digits of one number */

static bool is_unseen(uint32_t c)
{
	return c == 0xad || c == 0x34f || c == 0x61c || c == 0x180e || (c >= 0x200b && c <= 0x200f) ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff ||
	       (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0000 && c <= 0xe0fff);
}

/* 0 to 9, or -1: of the scripts that people use. */
static int digit_of(uint32_t c)
{
	static const uint32_t zeros[] = {0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10};
	for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
		if (c >= zeros[i] && c < zeros[i] + 10)
			return (int)(c - zeros[i]);
	return -1;
}

static int hex_of(char c)
{
	return str_digit(c) ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* %41 */
static bool is_escape(str s)
{
	return s.n > 2 && s.p[0] == '%' && hex_of(s.p[1]) >= 0 && hex_of(s.p[2]) >= 0;
}

str sharetext_decoded(struct arena *a, str text)
{
	struct buf out = {0};
	for (; text.n; text = str_skip(text, is_escape(text) ? 3 : 1))
		buf_putc(&out, is_escape(text) ? (char)(hex_of(text.p[1]) * 16 + hex_of(text.p[2])) : text.p[0]);
	return arena_take(a, &out);
}

str sharetext_plain(struct arena *a, str text)
{
	struct buf out = {0};
	if (utf8_ascii(text) == text.n)
		return text;
	while (text.n) {
		uint32_t c = 0;
		size_t n = utf8_next(text, &c);
		if (digit_of(c) >= 0)
			buf_putc(&out, (char)('0' + digit_of(c)));
		else if (c == 0xff20) /* the wide @ */
			buf_putc(&out, '@');
		else if (!is_unseen(c))
			buf_add(&out, str_head(text, n ? n : 1));
		text = str_skip(text, n ? n : 1);
	}
	return arena_take(a, &out);
}

static size_t letters(str s)
{
	size_t n = 0, more;
	while ((more = utf8_alnum(str_skip(s, n))))
		n += more;
	return n;
}

/* a@b, and @handle; "5 @ 3" is none. */
static bool has_at(str s)
{
	for (size_t i = 0; i + 1 < s.n; i++)
		if (s.p[i] == '@' && (utf8_alnum(str_skip(s, i + 1)) || s.p[i + 1] == '_' || s.p[i + 1] == '['))
			return true;
	return false;
}

static bool is_word(str s, str word)
{
	return str_ieq(str_head(s, word.n), word) && !utf8_alnum(str_skip(s, word.n));
}

/* Blanks and brackets around a word that is spelled out: "(at)", " dot ". */
static str skip_around(str s)
{
	while (s.n && (str_blank(s.p[0]) || str_eol(s.p[0]) || strchr("()[]{}<>*_-\"'", s.p[0])))
		s = str_skip(s, 1);
	return s;
}

/* Behind the "at" of "ada (at) engine dot example", "ada AT engine.example". */
static bool spells_address(str s)
{
	bool bracket = s.n && strchr(")]}>", s.p[0]);
	s = skip_around(s);
	size_t n = letters(s);
	s = str_skip(s, n);
	if (!n)
		return false;
	if (bracket || (s.n > 1 && s.p[0] == '.' && utf8_alnum(str_skip(s, 1))))
		return true;
	s = skip_around(s);
	return is_word(s, S("dot")) || is_word(s, S("punkt")) || is_word(s, S("point"));
}

static bool has_spelled(str s)
{
	while (s.n) {
		size_t n = letters(s);
		if ((is_word(s, S("at")) || is_word(s, S("arroba"))) && spells_address(str_skip(s, n)))
			return true;
		s = str_skip(s, n ? n : 1);
	}
	return false;
}

/* What may stand between digits of one number. */
static size_t gap_of(str s)
{
	size_t n = 0;
	uint32_t c;
	for (int i = 0; i < PHONE_GAP && n < s.n; i++) {
		size_t more = utf8_next(str_skip(s, n), &c);
		if (str_digit(s.p[n]) || !more || utf8_alnum(str_skip(s, n)) ||
			strchr(",;:!?%$&\"=", (char)(c < 0x80 ? c : 'x')))
			break;
		n += more;
	}
	return n < s.n && str_digit(s.p[n]) ? n : 0;
}

bool sharetext_number(struct arena *a, str *rest, str *digits)
{
	struct buf out = {0};
	date day;
	while (rest->n) {
		size_t length = str_digit(rest->p[0]) && !out.n ? date_prefix(*rest, &day) : 0;
		if (!length && str_digit(rest->p[0]))
			buf_putc(&out, rest->p[0]);
		*rest = str_skip(*rest, length ? length : 1);
		if (out.n && !(rest->n && str_digit(rest->p[0]))) {
			size_t gap = gap_of(*rest);
			if (!gap || date_prefix(str_skip(*rest, gap), &day))
				break;
			*rest = str_skip(*rest, gap);
		}
	}
	*digits = arena_take(a, &out);
	return digits->n > 0;
}

static bool has_phone(str s)
{
	struct arena a = {0};
	str digits;
	bool found = false;
	while (!found && sharetext_number(&a, &s, &digits))
		found = digits.n >= PHONE_DIGITS;
	arena_release(&a);
	return found;
}

bool sharetext_url(str *rest, str *url)
{
	size_t scheme = str_find(*rest, S("://")), www = str_find(*rest, S("www."));
	size_t at = scheme != STR_NONE && (www == STR_NONE || scheme < www) ? scheme + 3 : www;
	if (at == STR_NONE)
		return false;
	str s = str_skip(*rest, at);
	size_t n = 0;
	while (n < s.n && !str_blank(s.p[n]) && !str_eol(s.p[n]) && !strchr("<>\"'`()[]{}|?#", s.p[n] ? s.p[n] : '<'))
		n++;
	*rest = str_skip(s, n);
	s = str_head(s, n);
	if (str_starts(s, S("www.")))
		s = str_skip(s, 4);
	while (s.n && strchr("/.,;:!*_", s.p[s.n - 1]))
		s.n--;
	*url = s;
	return true;
}

/* linkedin.com/in/x, host/@x, host/~x, users/x. */
static bool has_profile(str s)
{
	str url;
	while (sharetext_url(&s, &url))
		if (str_find(url, S("/in/")) != STR_NONE || str_find(url, S("/@")) != STR_NONE ||
			str_find(url, S("/~")) != STR_NONE || str_find(url, S("/user")) != STR_NONE ||
			str_find(url, S("/profile")) != STR_NONE)
			return true;
	return str_find(s, S("linkedin.com/in/")) != STR_NONE || str_find(s, S("mailto:")) != STR_NONE ||
	       str_find(s, S("tel:")) != STR_NONE;
}

/* Letters written as &#65; or &eacute;, and HTML, which shows other words than it holds. */
static bool hides(str s)
{
	for (size_t i = 0; i + 1 < s.n; i++) {
		char next = s.p[i + 1];
		str behind = str_skip(s, i + 1);
		size_t n = letters(behind);
		if (s.p[i] == '&' &&
			(next == '#' || (n > 1 && behind.n > n && behind.p[n] == ';' &&
						!str_listed(" amp lt gt quot nbsp ", str_head(behind, n)))))
			return true;
		if (s.p[i] == '<' &&
			(next == '!' || next == '/' || next == '?' || (n && (behind.n == n || behind.p[n] != ':'))))
			return true;
	}
	return false;
}

/* Small capitals and other letters that only look like ours; overrides of direction. */
static bool is_odd(uint32_t c)
{
	return (c >= 0x1d00 && c < 0x1dc0) || (c >= 0x2c60 && c < 0x2c80) || (c >= 0xa720 && c < 0xa800) ||
	       c == 0x202d || c == 0x202e;
}

bool sharetext_hides(str text)
{
	uint32_t c;
	while (utf8_ascii(text) < text.n) {
		text = str_skip(text, utf8_ascii(text));
		size_t n = utf8_next(text, &c);
		if (!n || is_odd(c))
			return true;
		text = str_skip(text, n);
	}
	return false;
}

bool sharetext_reaches(str plain)
{
	return has_at(plain) || has_spelled(plain) || has_phone(plain) || has_profile(plain) || hides(plain);
}
