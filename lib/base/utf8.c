#include "base/utf8.h"
#include <string.h>
#include <utf8proc.h>

size_t utf8_next(str s, uint32_t *c)
{
	utf8proc_int32_t code = 0;
	utf8proc_ssize_t n;
	const unsigned char *p = (const unsigned char *)s.p;

	if (s.n > 0 && p[0] < 0x80) {
		*c = p[0];
		return 1;
	}
	if (s.n > 1 && p[0] >= 0xc2 && p[0] < 0xe0 && (p[1] & 0xc0) == 0x80) { /* most that are not ASCII */
		*c = (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
		return 2;
	}
	n = utf8proc_iterate((const utf8proc_uint8_t *)s.p, s.n < 4 ? (utf8proc_ssize_t)s.n : 4, &code);
	*c = (uint32_t)code;
	return n > 0 ? (size_t)n : 0;
}

#define HIGH_BITS 0x8080808080808080

/* By words, then by one, then by bytes: what is not ASCII stands close together. */
size_t utf8_ascii(str s)
{
	uint64_t word[4];
	size_t i = 0;

	for (; s.n - i >= sizeof word; i += sizeof word) {
		memcpy(word, s.p + i, sizeof word);
		if ((word[0] | word[1] | word[2] | word[3]) & HIGH_BITS)
			break;
	}
	for (; s.n - i >= sizeof *word; i += sizeof *word) {
		memcpy(word, s.p + i, sizeof *word);
		if (*word & HIGH_BITS)
			break;
	}
	while (i < s.n && (unsigned char)s.p[i] < 0x80)
		i++;
	return i;
}

bool utf8_valid(str s, size_t *bad)
{
	str rest = s;
	size_t n;
	uint32_t c;

	for (;;) {
		rest = str_skip(rest, utf8_ascii(rest));
		if (rest.n == 0)
			return true;
		n = utf8_next(rest, &c);
		if (n == 0) {
			*bad = s.n - rest.n;
			return false;
		}
		rest = str_skip(rest, n);
	}
}

static bool is_letter(int32_t code)
{
	utf8proc_category_t category = utf8proc_category(code);

	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool is_alnum(int32_t code)
{
	return is_letter(code) || utf8proc_category(code) == UTF8PROC_CATEGORY_ND;
}

static bool is_capital(int32_t code)
{
	utf8proc_category_t category = utf8proc_category(code);

	return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

static size_t next_if(str s, bool (*wanted)(int32_t code))
{
	uint32_t c;
	size_t n = utf8_next(s, &c);

	return n > 0 && wanted((int32_t)c) ? n : 0;
}

size_t utf8_letter(str s)
{
	return next_if(s, is_letter);
}

size_t utf8_capital(str s)
{
	return next_if(s, is_capital);
}

size_t utf8_alnum(str s)
{
	return next_if(s, is_alnum);
}

str utf8_letters(struct arena *a, str s)
{
	struct buf b = {0};
	for (size_t n; s.n; s = str_skip(s, n)) {
		n = utf8_alnum(s);
		buf_add(&b, str_head(s, n));
		n = n ? n : 1;
	}
	return arena_take(a, &b);
}

static size_t columns(uint32_t c)
{
	utf8proc_category_t category = utf8proc_category((int32_t)c);

	if (category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CO)
		return 1;
	return (size_t)utf8proc_charwidth((int32_t)c);
}

static bool is_regional(uint32_t c)
{
	return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/* The second half of a flag, or U+FE0F behind what can be a picture. */
static bool makes_emoji(uint32_t before, uint32_t c)
{
	if (is_regional(before) && is_regional(c))
		return true;
	return c == 0xfe0f &&
	       ((before >= '0' && before <= '9') || before == '#' || before == '*' ||
		       utf8proc_get_property((int32_t)before)->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC);
}

/* Takes a grapheme cluster off s and returns its columns: those of its widest character; none for a
 * control character, one for a byte that is not UTF-8. */
static size_t take_cluster(str *s)
{
	bool printable = s->p[0] >= ' ' && s->p[0] <= '~';
	utf8proc_int32_t state = 0;
	uint32_t c, next;
	size_t n = utf8_next(*s, &c), more, width, wide;

	if (n == 0 || (printable && (s->n == 1 || (unsigned char)s->p[1] < 0x80))) {
		*s = str_skip(*s, 1);
		return 1;
	}
	for (width = columns(c); n < s->n; n += more, c = next) {
		more = utf8_next(str_skip(*s, n), &next);
		if (more == 0 || utf8proc_grapheme_break_stateful((int32_t)c, (int32_t)next, &state))
			break;
		wide = makes_emoji(c, next) ? 2 : columns(next);
		width = width < wide ? wide : width;
	}
	*s = str_skip(*s, n);
	return width;
}

size_t utf8_width(str s)
{
	size_t width = 0;

	while (s.n > 0)
		width += take_cluster(&s);
	return width;
}

size_t utf8_fit(str s, size_t most)
{
	str rest = s;
	size_t fit = 0;

	while (rest.n > 0) {
		size_t width = take_cluster(&rest);

		if (width > most)
			break;
		most -= width;
		fit = s.n - rest.n;
	}
	return fit;
}
