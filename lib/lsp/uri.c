#include "lsp/uri.h"

static int hex(char c)
{
	if (str_digit(c))
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

str uri_path(struct arena *a, str uri)
{
	if (!str_ieq(str_head(uri, 5), S("file:")))
		return (str){0};
	uri = str_skip(uri, 5);
	if (str_starts(uri, S("//")))
		uri = str_skip(uri, 2);
	if (str_ieq(str_head(uri, 10), S("localhost/")))
		uri = str_skip(uri, 9);
	size_t end = 0, n = 0;
	while (end < uri.n && uri.p[end] != '?' && uri.p[end] != '#')
		end++;
	char *path = arena_cstr(a, str_head(uri, end));
	for (size_t i = 0; i < end; i++, n++) {
		bool escaped = uri.p[i] == '%' && i + 2 < end && hex(uri.p[i + 1]) >= 0 && hex(uri.p[i + 2]) >= 0;
		path[n] = escaped ? (char)(hex(uri.p[i + 1]) * 16 + hex(uri.p[i + 2])) : uri.p[i];
		i += escaped ? 2 : 0;
	}
	path[n] = '\0';
	bool good = n && path[0] == '/' && !memchr(path, '\0', n);
	return good ? (str){path, n} : (str){0};
}

str uri_of(struct arena *a, str path)
{
	struct buf b = {0};
	buf_puts(&b, "file://");
	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.p[i];
		bool plain = c < 0x80 && ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
		if (plain || str_digit((char)c) || strchr("/-._~", c ? c : '%'))
			buf_putc(&b, (char)c);
		else
			buf_printf(&b, "%%%02X", c);
	}
	return arena_take(a, &b);
}
