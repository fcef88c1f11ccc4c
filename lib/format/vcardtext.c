#include "format/vcardtext.h"

#include <string.h>

str vcardtext_read(struct arena *a, str value)
{
	struct buf b = {0};
	if (str_chr(value, '\\') == STR_NONE)
		return value;
	for (size_t i = 0; i < value.n; i++) {
		char next = value.p[i] == '\\' && i + 1 < value.n ? value.p[i + 1] : 0;
		if (next == 'n' || next == 'N') {
			buf_putc(&b, '\n');
			i++;
		} else if (next && strchr(",;:\\", next)) {
			buf_putc(&b, next);
			i++;
		} else {
			buf_putc(&b, value.p[i]);
		}
	}
	return arena_take(a, &b);
}

struct strs vcardtext_split(struct arena *a, str value, char separator)
{
	struct strs parts = {0};
	size_t from = 0;
	for (size_t i = 0; i < value.n; i++)
		if (value.p[i] == '\\') {
			i++;
		} else if (value.p[i] == separator) {
			strs_add(a, &parts, (str){value.p + from, i - from});
			from = i + 1;
		}
	strs_add(a, &parts, str_skip(value, from));
	return parts;
}

/* On one line, without control characters; a backslash before each of these. */
static str escaped(struct arena *a, str text, const char *special)
{
	struct buf b = {0};
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (c == '\r' && i + 1 < text.n && text.p[i + 1] == '\n')
			continue;
		if (c == '\n' || c == '\r')
			buf_puts(&b, "\\n");
		else if (c && strchr(special, c))
			buf_printf(&b, "\\%c", c);
		else if ((unsigned char)c >= ' ' || c == '\t')
			buf_putc(&b, c);
	}
	return arena_take(a, &b);
}

str vcardtext_escape(struct arena *a, str text)
{
	return escaped(a, text, ",;\\");
}

str vcardtext_uri(struct arena *a, str uri)
{
	return escaped(a, uri, "\\");
}
