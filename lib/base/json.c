#include "base/json.h"

#include "base/utf8.h"
#include "base/visible.h"
#include <string.h>

/* The character that s begins with; its bytes. */
static size_t put_escaped(struct buf *out, str s)
{
	static const char short_form[] = "\"\"\\\\\bb\ff\nn\rr\tt";
	uint32_t c;
	size_t n = utf8_next(s, &c);
	const char *at = c && c < 0x80 ? strchr(short_form, (int)c) : NULL;
	if (at)
		buf_printf(out, "\\%c", at[1]);
	else
		buf_printf(out, "\\u%04x", (unsigned)c);
	return n;
}

static void put_plain(struct buf *out, str s)
{
	size_t from = 0;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '"' || s.p[i] == '\\') {
			buf_add(out, str_between(s.p + from, s.p + i));
			buf_putc(out, '\\');
			from = i;
		}
	buf_add(out, str_skip(s, from));
}

/* What a terminal would obey, or what reorders the text around it, is escaped too. */
static void put_valid(struct buf *out, str s)
{
	while (s.n) {
		str plain = str_head(s, visible_plain(s));
		put_plain(out, plain);
		s = str_skip(s, plain.n);
		if (s.n)
			s = str_skip(s, put_escaped(out, s));
	}
}

void json_string(struct buf *out, str s)
{
	if (!s.p) {
		buf_puts(out, "null");
		return;
	}
	buf_putc(out, '"');
	size_t bad;
	while (!utf8_valid(s, &bad)) {
		put_valid(out, str_head(s, bad));
		buf_puts(out, "\xEF\xBF\xBD");
		s = str_skip(s, bad + 1);
	}
	put_valid(out, s);
	buf_putc(out, '"');
}

void json_strings(struct buf *out, struct strs list)
{
	buf_putc(out, '[');
	for (size_t i = 0; i < list.n; i++) {
		if (i)
			buf_puts(out, ", ");
		json_string(out, list.v[i]);
	}
	buf_putc(out, ']');
}

static void skip_blanks(str *s)
{
	while (s->n && strchr(" \t\r\n", s->p[0]) && s->p[0])
		*s = str_skip(*s, 1);
}

static bool take(str *s, char c)
{
	skip_blanks(s);
	if (!s->n || s->p[0] != c)
		return false;
	*s = str_skip(*s, 1);
	return true;
}

static bool hex4(str *s, unsigned *out)
{
	*out = 0;
	if (s->n < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		const char *digits = "0123456789abcdef", *at = strchr(digits, s->p[i] | 0x20);
		if (!s->p[i] || !at)
			return false;
		*out = *out * 16 + (unsigned)(at - digits);
	}
	*s = str_skip(*s, 4);
	return true;
}

static void put_code(struct buf *out, unsigned c)
{
	if (c < 0x80) {
		buf_putc(out, (char)c);
	} else if (c < 0x800) {
		buf_putc(out, (char)(0xC0 | c >> 6));
		buf_putc(out, (char)(0x80 | (c & 0x3F)));
	} else if (c < 0x10000) {
		buf_putc(out, (char)(0xE0 | c >> 12));
		buf_putc(out, (char)(0x80 | (c >> 6 & 0x3F)));
		buf_putc(out, (char)(0x80 | (c & 0x3F)));
	} else {
		buf_putc(out, (char)(0xF0 | c >> 18));
		buf_putc(out, (char)(0x80 | (c >> 12 & 0x3F)));
		buf_putc(out, (char)(0x80 | (c >> 6 & 0x3F)));
		buf_putc(out, (char)(0x80 | (c & 0x3F)));
	}
}

static bool read_unicode(str *s, struct buf *out)
{
	unsigned c, low;
	if (!hex4(s, &c))
		return false;
	if (c >= 0xDC00 && c < 0xE000)
		return false;
	if (c >= 0xD800 && c < 0xDC00) {
		if (!str_starts(*s, S("\\u")))
			return false;
		*s = str_skip(*s, 2);
		if (!hex4(s, &low) || low < 0xDC00 || low >= 0xE000)
			return false;
		c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
	}
	put_code(out, c);
	return true;
}

static bool read_escape(str *s, struct buf *out)
{
	static const char forms[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
	if (!s->n)
		return false;
	char c = s->p[0];
	*s = str_skip(*s, 1);
	if (c == 'u')
		return read_unicode(s, out);
	for (const char *f = forms; *f; f += 2)
		if (*f == c) {
			buf_putc(out, f[1]);
			return true;
		}
	return false;
}

static bool read_string(struct arena *a, str *s, struct strs *list)
{
	struct buf text = {0};
	bool closed = false, good = take(s, '"');
	buf_grow(&text, s->n);
	while (good && s->n && !closed) {
		char c = s->p[0];
		*s = str_skip(*s, 1);
		if (c == '"')
			closed = true;
		else if (c == '\\')
			good = read_escape(s, &text);
		else
			buf_putc(&text, c);
	}
	if (good && closed)
		strs_add(a, list, arena_dup(a, buf_str(&text)));
	buf_release(&text);
	return good && closed;
}

bool json_read(struct arena *a, str text, struct strs *out)
{
	str s = text;
	*out = (struct strs){0};
	if (!take(&s, '[')) {
		if (!read_string(a, &s, out))
			return false;
	} else if (!take(&s, ']')) {
		do
			if (!read_string(a, &s, out))
				return false;
		while (take(&s, ','));
		if (!take(&s, ']'))
			return false;
	}
	skip_blanks(&s);
	return s.n == 0;
}
