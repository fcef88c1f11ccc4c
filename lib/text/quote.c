#include "text/front.h"
#include "base/buf.h"
#include "base/date.h"
#include <string.h>

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool all_of(str s, const char *set)
{
	for (size_t i = 0; i < s.n; i++)
		if (!s.p[i] || !strchr(set, s.p[i]))
			return false;
	return true;
}

/* Every number of YAML 1.1 (1_0, 0b1, 12:30, .5) and 1.2 (0o7, 1e3), and a few that look it (1.2.3). */
static bool is_number(str s)
{
	if (str_starts(s, S("-")) || str_starts(s, S("+")))
		s = str_skip(s, 1);
	if (str_ieq(s, S(".inf")) || str_ieq(s, S(".nan")))
		return true;
	if (str_starts(s, S("0")) && s.n > 2 && strchr("xXoObB", s.p[1]))
		return all_of(str_skip(s, 2), "0123456789abcdefABCDEF_");
	if (!s.n || !(digit(s.p[0]) || s.p[0] == '.'))
		return false;
	size_t e = str_chr(s, 'e') == STR_NONE ? str_chr(s, 'E') : str_chr(s, 'e');
	return all_of(str_head(s, e), "0123456789_.:") && (e == STR_NONE || all_of(str_skip(s, e + 1), "0123456789+-"));
}

/* 2026-1-2, 2026-01-02T10:00, 2026-01-02 10:00; a whole day in ISO form reads as itself everywhere. */
static bool is_time(str s)
{
	date day;
	size_t i = 0;

	for (size_t part = 0; part < 3; part++) {
		size_t from = i, most = part ? 2 : 4;
		while (i < s.n && i - from < most && digit(s.p[i]))
			i++;
		if (i - from < (part ? 1 : 4) || (part < 2 && (i == s.n || s.p[i++] != '-')))
			return false;
	}
	if (i == s.n)
		return !date_parse(s, &day);
	str clock = str_trim(str_skip(s, i + 1));
	return (s.p[i] == 'T' || s.p[i] == 't' || s.p[i] == ' ') && clock.n && digit(clock.p[0]);
}

static bool is_word(str s)
{
	static const str words[] = {S_INIT("~"), S_INIT("null"), S_INIT("true"), S_INIT("false"), S_INIT("yes"),
		S_INIT("no"), S_INIT("on"), S_INIT("off"), S_INIT("y"), S_INIT("n"), S_INIT("="), S_INIT("<<")};

	for (size_t i = 0; s.n <= 5 && i < sizeof words / sizeof *words; i++)
		if (str_ieq(s, words[i]))
			return true;
	return false;
}

/* A character that YAML forbids, breaks lines at, or that nobody sees: its bytes and code; 0: none of these. */
static size_t special(str s, unsigned *code)
{
	unsigned char c = (unsigned char)s.p[0];

	*code = c;
	if (c < 0x20 || c == 0x7f)
		return 1;
	if (c == 0xc2 && s.n > 1 && (s.p[1] & 0xe0) == 0x80) {
		*code = (unsigned char)s.p[1];
		return 2;
	}
	if ((c != 0xe2 && c != 0xef) || s.n < 3 || (s.p[1] & 0xc0) != 0x80 || (s.p[2] & 0xc0) != 0x80)
		return 0;
	*code = (c & 0xfu) << 12 | (s.p[1] & 0x3fu) << 6 | (s.p[2] & 0x3fu);
	return *code == 0x2028 || *code == 0x2029 || *code == 0xfeff || *code >= 0xfffe ? 3 : 0;
}

static bool has_special(str s)
{
	unsigned code;

	for (; s.n; s = str_skip(s, 1))
		if (special(s, &code))
			return true;
	return false;
}

static bool is_plain(str s, bool flow)
{
	if (!s.n || s.p[0] == ' ' || s.p[s.n - 1] == ' ' || s.p[s.n - 1] == ':')
		return false;
	if (strchr(",[]{}#&*!|>'\"%@`", s.p[0]) || str_starts(s, S("---")) || str_starts(s, S("...")))
		return false;
	if (strchr("-?:", s.p[0]) && (flow || s.n == 1 || s.p[1] == ' '))
		return false;
	if (str_find(s, S(": ")) != STR_NONE || str_find(s, S(" #")) != STR_NONE)
		return false;
	for (size_t i = 0; flow && i < s.n; i++)
		if (strchr(",[]{}?:", s.p[i]))
			return false;
	return !is_word(s) && !is_number(s) && !is_time(s) && !has_special(s);
}

static void add_escaped(struct buf *b, str s)
{
	size_t n;
	unsigned code;

	for (; s.n; s = str_skip(s, n)) {
		n = special(s, &code);
		if (n && code == '\n')
			buf_puts(b, "\\n");
		else if (n && code == '\t')
			buf_puts(b, "\\t");
		else if (n)
			buf_printf(b, code < 0x100 ? "\\x%02x" : "\\u%04x", code);
		else {
			n = 1;
			if (s.p[0] == '"' || s.p[0] == '\\')
				buf_putc(b, '\\');
			buf_putc(b, s.p[0]);
		}
	}
}

str front_quote_as(struct arena *a, str s, char style, bool flow)
{
	struct buf b = {0};

	if (style != '\'' && style != '"' && is_plain(s, flow))
		return s;
	bool single = style == '\'' && !has_special(s);
	buf_putc(&b, single ? '\'' : '"');
	if (single)
		for (size_t i = 0; i < s.n; i++) {
			if (s.p[i] == '\'')
				buf_putc(&b, '\'');
			buf_putc(&b, s.p[i]);
		}
	else
		add_escaped(&b, s);
	buf_putc(&b, single ? '\'' : '"');
	return arena_take(a, &b);
}

str front_quote(struct arena *a, str s, bool flow)
{
	return front_quote_as(a, s, 0, flow);
}

bool front_literal(str s)
{
	unsigned code;

	if (!s.n || s.p[0] == ' ' || s.p[0] == '\n' || str_chr(s, '\n') == STR_NONE || str_ends(s, S("\n\n")))
		return false;
	for (; s.n; s = str_skip(s, 1))
		if (s.p[0] != '\n' && special(s, &code))
			return false;
	return true;
}
