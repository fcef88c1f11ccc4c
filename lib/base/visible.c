#include "base/visible.h"

#include "base/utf8.h"
#include <stdio.h>

/* Format characters that reorder or break what stands around them. */
static bool is_hostile(uint32_t c)
{
	return (c >= 0x80 && c <= 0x9f) || c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069);
}

static bool is_printable(char c)
{
	return c >= ' ' && c <= '~';
}

size_t visible_plain(str s)
{
	size_t i = 0, n;
	uint32_t c;

	while (i < s.n) {
		if (is_printable(s.p[i])) {
			i++;
			continue;
		}
		n = utf8_next(str_skip(s, i), &c);
		if (n < 2 || is_hostile(c))
			break;
		i += n;
	}
	return i;
}

size_t visible_form(str s, char form[VISIBLE_FORM])
{
	uint32_t c;
	size_t n = utf8_next(s, &c);

	if (n == 0) {
		snprintf(form, VISIBLE_FORM, "\\x%02X", (unsigned char)s.p[0]);
		return 1;
	}
	if (str_starts(s, S("\r\n"))) {
		snprintf(form, VISIBLE_FORM, " ");
		return 2;
	}
	if (c == '\t' || c == '\n' || c == '\r')
		snprintf(form, VISIBLE_FORM, " ");
	else if (c < ' ' || c == 0x7f)
		snprintf(form, VISIBLE_FORM, "^%c", (char)(c ^ 0x40));
	else
		snprintf(form, VISIBLE_FORM, "<U+%04X>", (unsigned)(c & 0xffffff));
	return n;
}
